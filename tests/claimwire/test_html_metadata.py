"""What a page says about itself: title, days, authors, language, address, agency, each with its source."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path

import pytest

from claimwire.articles import Metadata
from claimwire.html import render_html
from claimwire.pages.authors import agency_of, clean_names
from claimwire.pages.dates import day_in, day_in_url, stamp_of
from claimwire.pages.languages import declared_language, language_of

LABELS = Path(__file__).with_name("page_labels.json")
PROSE = "The assembly adopted the resolution on Monday, and it was not the first time that the members had been asked to vote on it. "


def metadata(head: str = "", body: str = "", url: str | None = None) -> Metadata:
    return render_html(f"<html><head>{head}</head><body>{body}<p>{PROSE}</p></body></html>", url).metadata


def json_ld(**properties: object) -> str:
    return "<script type='application/ld+json'>" + json.dumps({"@type": "NewsArticle", **properties}) + "</script>"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        pytest.param(
            json_ld(headline="Vote in short"),
            "<h1>Vote in short, and how it came</h1>",
            "Vote in short, and how it came",
            id="the h1 that shares the words",
        ),
        pytest.param(
            "<meta property=og:title content='The vote'>",
            "<h1>Daily Example</h1>",
            "The vote",
            id="an h1 with the site's name is not the title",
        ),
        pytest.param(
            "<title>The vote in New York | Daily Example</title><meta property=og:site_name content='Daily Example'>",
            "",
            "The vote in New York",
            id="site behind a bar",
        ),
        pytest.param("<title>UN: a vote – in detail</title>", "", "UN: a vote – in detail", id="a dash inside a title stays"),
        pytest.param(json_ld(headline="Q&amp;A: the vote"), "", "Q&A: the vote", id="character references in JSON-LD"),
        pytest.param(
            "", "<h1>Members reject the draft after a long night</h1>", "Members reject the draft after a long night", id="the only h1"
        ),
        pytest.param("", "", None, id="no title is no title"),
    ],
)
def test_the_headline(head: str, body: str, title: str | None) -> None:
    assert metadata(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "url", "day"),
    [
        pytest.param(json_ld(datePublished="2025-02-24T23:10:00-05:00"), "", None, "2025-02-24", id="a local time is the local day"),
        pytest.param(
            json_ld(datePublished="2025-02-25T04:10:00Z"),
            "<time datetime='2025-02-24T23:10:00-05:00'>x</time>",
            None,
            "2025-02-24",
            id="UTC beside the same instant with offset",
        ),
        pytest.param(
            json_ld(datePublished="2025-02-25T04:10:00Z"),
            "",
            "https://x.example/2025/02/24/vote",
            "2025-02-24",
            id="UTC beside a day in the URL",
        ),
        pytest.param(json_ld(datePublished="2025-02-25T04:10:00Z"), "", None, "2025-02-25", id="UTC alone is as written"),
        pytest.param("<meta property=article:published_time content='2025-02-24'>", "", None, "2025-02-24", id="meta"),
        pytest.param(
            "",
            "<h1>The members vote again</h1><div>By Jane Doe</div><div>February 24, 2025</div>",
            None,
            "2025-02-24",
            id="printed beside the headline",
        ),
        pytest.param("", "", "https://x.example/2025/feb/24/vote", "2025-02-24", id="only the URL"),
        pytest.param(
            json_ld(datePublished="2025-02-24T10:00:00Z", dateModified="2025-02-27T10:00:00Z"),
            "",
            None,
            "2025-02-24",
            id="the last change is another day",
        ),
        pytest.param(
            "", "<figure><figcaption>A vote on March 2, 2021 (AP)</figcaption></figure>", None, None, id="a caption's day is none"
        ),
        pytest.param(
            json_ld(datePublished="2025-02-25T02:10:00Z"),
            "<h1>The members vote again</h1><p>Updated 0339 GMT February 25, 2025</p>",
            "https://x.example/2025/02/24/vote",
            "2025-02-24",
            id="the day of a change does not tell the local day",
        ),
        pytest.param(
            "", "<h1>The members vote again</h1><p>Last updated: February 25, 2025</p>", None, "2025-02-25", id="only a change is told"
        ),
        pytest.param(json_ld(datePublished="2025-02-31"), "", None, None, id="an impossible day is none"),
        pytest.param("", "", None, None, id="no day is no day"),
    ],
)
def test_the_day_of_first_publication(head: str, body: str, url: str | None, day: str | None) -> None:
    found = metadata(head, body, url).published
    assert (found.isoformat() if found else None) == day


def test_a_live_blog_was_first_published_when_its_coverage_began() -> None:
    blocks = json_ld(headline="Vote live", datePublished="2025-02-27T08:00:00Z") + json_ld(
        headline="Vote live", datePublished="2025-02-24T08:00:00Z"
    ).replace("NewsArticle", "LiveBlogPosting")
    found = metadata(blocks + "<meta property=article:modified_time content='2025-02-27T08:00:00Z'>")
    assert (found.published, found.modified) == (datetime.date(2025, 2, 24), datetime.date(2025, 2, 27))


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        pytest.param(
            json_ld(author=[{"@type": "Person", "name": "Jane Doe"}, {"name": "Ali Ibn Said"}]),
            "",
            ("Jane Doe", "Ali Ibn Said"),
            id="persons of JSON-LD",
        ),
        pytest.param(json_ld(author="By Jane Doe and Max Mustermann"), "", ("Jane Doe", "Max Mustermann"), id="a string with two names"),
        pytest.param("<meta name=author content='Jane Doe, Political Editor'>", "", ("Jane Doe",), id="roles are no names"),
        pytest.param(
            json_ld(author={"name": "Daily Example"}, publisher={"name": "Daily Example"}),
            "<h1>The members vote again</h1><p>By Jane Doe",
            ("Jane Doe",),
            id="the publisher is not the author",
        ),
        pytest.param("<meta property=article:author content='https://social.example/daily'>", "", (), id="an address is no name"),
        pytest.param(
            "",
            "<h1>The members vote again</h1><div>By Jane Doe on Monday, February 24th, 2025</div>",
            ("Jane Doe",),
            id="a byline with a date",
        ),
        pytest.param(
            "",
            "<h1>The members vote again</h1><div>March 3, 2025 | By Jane Doe and Max Muster</div>",
            ("Jane Doe", "Max Muster"),
            id="a day before the byline",
        ),
        pytest.param(
            "",
            "<h1>The members vote again</h1><div>Текст: Олена Зразок·24 лютого 2025</div>",
            ("Олена Зразок",),
            id="a byline in Cyrillic with a dot before the day",
        ),
        pytest.param(
            "<title>The members vote again - Daily Example</title><meta name=author content='Jane Doe. Daily Example'>",
            "<h1>The members vote again</h1>",
            ("Jane Doe",),
            id="the site's name behind the author's",
        ),
        pytest.param("<meta name=author content=KXYZADM>", "", (), id="an account in capitals"),
        pytest.param(
            "",
            "<article class='post author-jane'><h1>Members Vote Again</h1></article>",
            (),
            id="a class of the whole article is no byline",
        ),
        pytest.param(
            "<meta property=og:site_name content='Daily Example'>",
            "<h1>The members vote again</h1><p>By Daily Example</p>",
            ("Daily Example",),
            id="the publisher where it is printed as the author",
        ),
        pytest.param("", "<form><label class=author>Name</label></form>", (), id="a field of a comment form"),
    ],
)
def test_the_authors(head: str, body: str, names: tuple[str, ...]) -> None:
    assert metadata(head, body).byline == names


def test_every_value_has_its_source() -> None:
    head = json_ld(
        headline="Vote",
        datePublished="2025-02-24",
        author="Jane Doe",
        inLanguage="en-GB",
        publisher={"name": "Daily Example"},
        articleSection="World",
    )
    found = metadata(head + "<link rel=canonical href='/vote'>", url="https://daily.example/vote?utm=1")
    assert found.canonical_url == "https://daily.example/vote"
    assert (found.site_name, found.section, found.language) == ("Daily Example", "World", "en")
    assert set(found.sources) >= {"title", "published", "byline", "canonical_url", "site_name", "section", "language"}


def test_of_several_described_articles_the_one_of_this_page_counts() -> None:
    other, own = json_ld(headline="Other", url="https://x.example/other"), json_ld(headline="Own", url="https://x.example/own/")
    assert metadata(other + own, url="https://www.x.example/own").title == "Own"


@pytest.mark.parametrize(
    ("words", "agency"), [("NEW YORK (AP) — The assembly", "AP"), ("KYIV, Feb 24 (Reuters) - The", "Reuters"), ("The vote (AP) was", None)]
)
def test_the_agency_of_a_dateline(words: str, agency: str | None) -> None:
    assert agency_of([], words) in (agency, "Associated Press" if agency == "AP" else agency)


def test_names_are_cleaned() -> None:
    values = [
        "By JANE DOE | Fox News",
        "https://x.example/a",
        "admin",
        "Reuters November 18, 2019 11:03 PM",
        "Max Muster (London)",
        "jane@x.example",
    ]
    assert clean_names(values) == ("JANE DOE", "Fox News", "Reuters", "Max Muster")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PROSE, "en"),
        (
            "Der Bundestag hat am Montag für den Antrag gestimmt, und die Opposition war nicht dafür, wie es aus dem Ausschuss auch hieß.",
            "de",
        ),
        (
            "L'Assemblée a adopté le texte lundi avec une majorité, et les députés ont voté contre ce projet dans la nuit, pas pour.",
            "fr",
        ),
        (
            "La Asamblea aprobó el lunes la resolución con los votos de la mayoría, y no fue una sorpresa para los que se oponen a ella.",
            "es",
        ),
        (
            "Рада проголосувала за закон у понеділок, але це не було рішенням, яке в уряді вважали першим, та за нього були не всі.",
            "uk",
        ),
        ("93 18 65", None),
        ("Yes. No.", None),
        ("賛成と反対", None),
    ],
)
def test_function_words_tell_the_language_or_nothing(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_a_wrong_declaration_loses_against_the_words() -> None:
    page = render_html("<html lang=de><p>" + PROSE * 2)
    assert page.metadata.language == "en"
    assert "against html lang (de)" in page.metadata.sources["language"]
    assert (declared_language("en_US"), declared_language("x"), declared_language(None)) == ("en", None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 2, 2024", "2024-03-02"),
        ("2. März 2024", "2024-03-02"),
        ("2 de marzo de 2024", "2024-03-02"),
        ("Sept. 5th 2024", "2024-09-05"),
        ("February 30, 2024", None),
        ("May 2024", None),
    ],
)
def test_days_in_words(text: str, day: str | None) -> None:
    found = day_in(text)
    assert (found.isoformat() if found else None) == day


def test_stamps_and_urls() -> None:
    stamp = stamp_of("Tue Nov 19 2019 03:05:46 GMT+0000", "x")
    assert stamp is not None
    assert (stamp.day, stamp.local) == (datetime.date(2019, 11, 19), False)
    assert stamp_of("0000-00-00", "x") is None
    assert day_in_url("https://x.example/a/2024-03-04-b") == datetime.date(2024, 3, 4)
    assert day_in_url("https://x.example/a/2024/99/04") is None


@pytest.mark.shared
def test_the_hand_made_labels_of_the_pages(shared_dir: Path) -> None:
    """Bars: title 0.95, day 0.97, authors 0.9 of the pages that carry them."""
    labels = json.loads(LABELS.read_text("utf-8"))
    gold = json.loads((shared_dir / "corpus" / "pages" / "gold.json").read_text("utf-8"))
    right: dict[str, list[bool]] = {"title": [], "published": [], "authors": []}
    for key in gold:
        html = gzip.decompress((shared_dir / "corpus" / "pages" / f"{key}.html.gz").read_bytes())
        found, wanted = render_html(html, gold[key].get("url")).metadata, labels[key]
        right["title"].append((found.title or "").lower() == wanted["title"].lower())
        if wanted["published"]:
            right["published"].append(found.published is not None and found.published.isoformat() == wanted["published"])
        if wanted["authors"]:
            right["authors"].append({n.lower() for n in found.byline} == {n.lower() for n in wanted["authors"]})
    shares = {name: sum(answers) / len(answers) for name, answers in right.items()}
    assert shares["title"] >= 0.95, shares
    assert shares["published"] >= 0.97, shares
    assert shares["authors"] >= 0.9, shares
