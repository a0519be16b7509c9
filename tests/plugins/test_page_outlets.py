"""The outlets that come as pages: recognised by URL, and their rules do what was observed of their layouts."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from claimwire import Document, Outlet, plugins, read
from claimwire.html import render_html

FIRST = "The assembly adopted the draft resolution on Monday with 93 votes in favour, 18 against and 65 abstentions."
SECOND = "Delegates from the sponsoring states said that the text was a compromise, and that it could not have gone further."
OUTLETS = plugins.load().outlets


def roles(url: str, html: str = "", text: str = "") -> dict[str, str]:
    """Roles by line of a page of this URL with the article's two paragraphs inside, or of a text."""
    document = Document(url=url, html=f"<html><body>{html}</body></html>") if html else Document(url=url, text=text)
    article = read(document).article
    return {article.text[b.start : b.end]: b.role for b in article.blocks}


def article(before: str = "", after: str = "") -> str:
    return f"<article><h1>Assembly backs the text</h1>{before}<p>{FIRST}</p><p>{SECOND}</p>{after}</article>"


@pytest.mark.parametrize("slug", sorted(OUTLETS))
def test_an_outlet_file_is_well_formed(slug: str) -> None:
    outlet = OUTLETS[slug]
    assert outlet.name
    ids = [rule.id for rule in outlet.rules]
    assert len(ids) == len(set(ids))
    for rule in outlet.rules:
        assert rule.line or rule.path
        re.compile(rule.line or "")
        re.compile(rule.path or "")
    for domain in outlet.domains:
        assert outlet.recognise(Document(text="x", url=f"https://www.{domain}/a")) == 1.0
        assert outlet.recognise(Document(text="x", url=f"https://not{domain}/a")) == 0.0


def test_no_two_outlets_share_a_domain_or_a_mark() -> None:
    domains = [domain for outlet in OUTLETS.values() for domain in outlet.domains]
    marks = [mark for outlet in OUTLETS.values() for mark in outlet.marks]
    assert len(domains) == len(set(domains))
    assert len(marks) == len(set(marks))


@pytest.mark.parametrize(
    ("url", "html", "line", "role"),
    [
        (
            "https://apnews.com/article/x",
            article(after="<p>This is part of AP’s effort to address misinformation.</p>"),
            "This is part of AP’s effort to address misinformation.",
            "note",
        ),
        (
            "https://apnews.com/article/x",
            article(after="<p>Follow AP’s coverage of the UN at https://apnews.com/hub/un</p>"),
            "Follow AP’s coverage of the UN at https://apnews.com/hub/un",
            "boilerplate",
        ),
        ("https://www.reuters.com/world/x", article("<div class='info-content__author__1GnSx'>Jane Doe</div>"), "Jane Doe", "byline"),
        (
            "https://www.reuters.com/world/x",
            article(after="<p>Our Standards: The Thomson Reuters Trust Principles.</p>"),
            "Our Standards: The Thomson Reuters Trust Principles.",
            "boilerplate",
        ),
        (
            "https://www.theguardian.com/world/x",
            article("<summary>Mon 24 Feb 2025 17.00 CET</summary>"),
            "Mon 24 Feb 2025 17.00 CET",
            "date",
        ),
        (
            "https://www.foxnews.com/politics/x",
            article(after="<p><a href=x>CLICK HERE TO GET THE FOX NEWS APP</a></p>"),
            "CLICK HERE TO GET THE FOX NEWS APP",
            "boilerplate",
        ),
        (
            "https://www.cnbc.com/2025/02/24/x.html",
            article("<div class=RenderKeyPoints-list><ul><li>The text passed with 93 votes in favour.</ul></div>"),
            "The text passed with 93 votes in favour.",
            "subtitle",
        ),
        ("https://www.latimes.com/world/story/x", article("<div class=story-stack-item-number>1</div>"), "1", "boilerplate"),
        (
            "https://www.telegraph.co.uk/news/x/",
            article("<p class='e-standfirst u-heading-4'>A night of talks ends in a vote.</p>"),
            "A night of talks ends in a vote.",
            "subtitle",
        ),
        (
            "https://www.washingtontimes.com/news/x/",
            article("<div class=meta>By Jane Doe - The Washington Times - Monday, February 24, 2025</div>"),
            "By Jane Doe - The Washington Times - Monday, February 24, 2025",
            "byline",
        ),
        (
            "https://inews.co.uk/news/x",
            article("<h2 class=excerpt>A night of talks ends in a vote</h2>"),
            "A night of talks ends in a vote",
            "subtitle",
        ),
        (
            "https://www.thenation.com/article/x/",
            article(after="<div class=article-end><p>Submit a correction to the editors of the magazine.</p></div>"),
            "Submit a correction to the editors of the magazine.",
            "boilerplate",
        ),
        (
            "https://theintercept.com/2025/02/24/x/",
            article("<p class=post__excerpt>A night of talks ends in a vote.</p>"),
            "A night of talks ends in a vote.",
            "subtitle",
        ),
        ("https://freebeacon.com/x/", article(after="<p>Published under: UN, Ukraine</p>"), "Published under: UN, Ukraine", "boilerplate"),
        ("https://www.newyorker.com/news/x", article(after="<p>Cartoon by Jane Doe</p>"), "Cartoon by Jane Doe", "boilerplate"),
        (
            "https://www.thegatewaypundit.com/2025/02/x/",
            article("<div class=entry-meta>by Jane Doe Feb. 24, 2025 10:20 pm</div>"),
            "by Jane Doe Feb. 24, 2025 10:20 pm",
            "byline",
        ),
        (
            "https://occupydemocrats.com/2025/02/24/x/",
            article("<div class=thb-post-date>February 24, 2025</div>"),
            "February 24, 2025",
            "date",
        ),
        (
            "https://www.cnn.com/2025/02/24/x",
            article(after="<p>CNN’s Jane Doe contributed to this report.</p>"),
            "CNN’s Jane Doe contributed to this report.",
            "boilerplate",
        ),
        (
            "https://www.bbc.com/news/x",
            article("<figure><span>Image copyright Example</span></figure>"),
            "Image copyright Example",
            "caption",
        ),
        (
            "https://www.express.co.uk/news/x",
            article(after="<p>Another thing the assembly has to vote on [INSIGHT]</p>"),
            "Another thing the assembly has to vote on [INSIGHT]",
            "boilerplate",
        ),
        (
            "https://www.politifact.com/x",
            "<p>— Jane Doe on Sunday, October 13th, 2024 in a speech</p>" + article(),
            "— Jane Doe on Sunday, October 13th, 2024 in a speech",
            "note",
        ),
        (
            "https://www.independent.co.uk/news/x.html",
            article(after=f"<amp-live-list><div id=post-1><p>{SECOND[:80]}.</p></div></amp-live-list>"),
            f"{SECOND[:80]}.",
            "live",
        ),
        (
            "https://www.independent.co.uk/news/x.html",
            article(after="<p>Join thought-provoking conversations, follow other readers</p>"),
            "Join thought-provoking conversations, follow other readers",
            "boilerplate",
        ),
        (
            "https://www.the-independent.com/news/x.html",
            article("<div id=article-published-date>Monday 24 February 2025 22:25</div>"),
            "Monday 24 February 2025 22:25",
            "date",
        ),
    ],
)
def test_a_line_that_the_outlet_knows(url: str, html: str, line: str, role: str) -> None:
    found = roles(url, html)
    assert found[line] == role
    assert (found[FIRST], found[SECOND]) == ("body", "body")


def test_names_that_stand_in_one_line_with_outlet_and_day() -> None:
    html = article("<div class=meta>By Jane Doe - The Washington Times - Monday, February 24, 2025</div>")
    extraction = read(Document(url="https://www.washingtontimes.com/news/x/", html=html))
    assert (extraction.outlet, extraction.recognised_by) == ("washington-times", "url")
    assert extraction.article.byline == ("Jane Doe",)


UN_NEWS = f"""UN News
General Assembly backs the text
24 February 2025
Peace and Security
© UN Photo/Jane Doe
{FIRST}
The vote in detail:
• 93 in favour
• 18 against
{SECOND}
♦ Receive daily updates directly in your inbox - Subscribe here to a topic.
♦ Download the UN News app for your iOS or Android devices."""

UN_PRESS = f"""GA/99999
24 February 2025
General Assembly
Eleventh Emergency Special Session, 90th & 91st Meetings (AM & PM)
General Assembly Backs Text on Peace, Rejects Rival Draft
{FIRST}
{SECOND}
Against: Hungary, Mali.
For information media. Not an official record."""


@pytest.mark.parametrize(("text", "slug"), [(UN_NEWS, "un-news"), (UN_PRESS, "un-press")])
def test_releases_of_the_united_nations_as_text(text: str, slug: str) -> None:
    extraction = read(Document(text=text))
    assert (extraction.outlet, extraction.recognised_by) == (slug, "text")
    assert str(extraction.article.published) == "2025-02-24"
    body = extraction.article.body()
    assert FIRST in body
    assert SECOND in body
    assert "Receive daily updates" not in body
    assert "Not an official record" not in body


def test_tallies_of_a_release_are_kept() -> None:
    assert "• 93 in favour\n• 18 against" in read(Document(text=UN_NEWS)).article.body()
    assert "Against: Hungary, Mali." in read(Document(text=UN_PRESS)).article.body()


@pytest.mark.shared
def test_the_outlets_of_the_annotated_pages(shared_dir: Path) -> None:
    """Each page of a known outlet is recognised, read without a problem, and keeps a body, a title and a day."""
    folder = shared_dir / "corpus" / "pages"
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    known = 0
    for key, entry in gold.items():
        html = gzip.decompress((folder / f"{key}.html.gz").read_bytes())
        document = Document(html=html, url=entry["url"])
        outlet: Outlet | None = next((o for o in OUTLETS.values() if o.recognise(document) == 1.0), None)
        if outlet is None:
            continue
        known += 1
        page = render_html(html, entry["url"])
        layout = outlet.strip_boilerplate(page)
        assert layout.title, key
        assert page.metadata.published, key
        assert sum(b.end - b.start for b in layout.blocks if b.role in ("body", "list", "quotation")) > 300, key
    assert known >= 55
