"""Which lines are the article: of pages nobody knows, of dumps, and of clean texts, which lose nothing."""

from __future__ import annotations

import gzip
import importlib.util
import json
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire import Document, body_of_text, body_text
from claimwire.boilerplate import generic_layout
from claimwire.pages.furniture import furniture_rule
from claimwire.pages.line_kinds import is_byline, is_caption, is_date_line
from claimwire.render import render

FIRST = "The assembly adopted the draft resolution on Monday with 93 votes in favour, 18 against and 65 abstentions."
SECOND = "Delegates from the sponsoring states said that the text was a compromise, and that it could not have gone further."
THIRD = "The measure is not binding, but diplomats described the result as a signal to the governments that had stayed away."
PROSE = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
MENU = "<nav><ul>" + "".join(f"<li><a href=/{n}>Section {n}</a>" for n in range(12)) + "</ul></nav>"
CARD = (
    "<div class=x1><h3><a href=/a>Another story with a long enough headline</a></h3>"
    "<p>It says that something else happened at another place.</p></div>"
)


def roles(html: str) -> dict[str, str]:
    page = render(Document(html=html))
    return {page.text[b.start : b.end]: b.role for b in generic_layout(page).blocks}


@pytest.mark.parametrize(
    "around",
    [
        pytest.param("{}", id="alone"),
        pytest.param(MENU + "{}", id="behind a menu"),
        pytest.param("<div id=content><div class=post>{}</div></div>", id="in boxes"),
        pytest.param("<div>{}</div>" + CARD * 6, id="before cards of other articles"),
        pytest.param(CARD * 6 + "<article>{}</article>", id="behind cards of other articles"),
        pytest.param(
            "<main>{}<h3>Comments</h3><p>" + "I do not agree with anything that was said here, not at all. " * 9 + "</main>",
            id="before comments",
        ),
        pytest.param("<div class=sidebar-left>{}</div>", id="in a box with a misleading name"),
        pytest.param("<form id=aspnet>{}</form>", id="in a form around the whole page"),
        pytest.param("<table><tr><td>Menu<td>{}</table>", id="in a layout of tables"),
        pytest.param(
            "{}<div class=newsletter><p>Sign up for our weekly newsletter and never miss a story from us.</p></div>",
            id="before a newsletter box",
        ),
        pytest.param("{}<p>Copyright © 2025 Daily Example. All rights reserved.</p>", id="before a notice of rights"),
        pytest.param(
            "{}<h2>Read more</h2><ul><li><a href=x>One more story to read</a><li>And <a href=y>a second one to read</a></ul>",
            id="before links to read",
        ),
        pytest.param(
            "{}<footer><p>Daily Example is a newspaper that was founded in 1901 and is read everywhere.</p></footer>", id="before a footer"
        ),
        pytest.param(
            "<aside><p>Daily Example is a newspaper that was founded in 1901 and is read everywhere.</p></aside>{}", id="behind an aside"
        ),
    ],
)
def test_the_body_of_a_page(around: str) -> None:
    assert body_text("<body>" + around.format(PROSE)).split("\n") == [FIRST, SECOND, THIRD]


def test_paragraphs_as_boxes_and_as_breaks() -> None:
    boxes = "".join(f"<div class=paywall>{text}</div>" for text in (FIRST, SECOND, THIRD))
    breaks = "<br><br>".join((FIRST, SECOND, THIRD))
    assert body_text(f"<div>{boxes}</div>") == body_text(f"<div>{breaks}</div>") == "\n".join((FIRST, SECOND, THIRD))


def test_tallies_lists_and_tables_in_the_body_stay() -> None:
    tallies = "<ul><li>93 in favour<li>18 against</ul><table><tr><td>Yes<td>93</table>"
    html = f"<article><p>{FIRST}</p><p>The vote in detail:</p>{tallies}<p>{SECOND}</p></article>"
    assert body_text(html).split("\n") == [FIRST, "The vote in detail:", "93 in favour", "18 against", "Yes", "93", SECOND]


def test_a_list_of_linked_states_stays_where_a_sentence_leads_to_it() -> None:
    states = "".join(f"<li><a href=/{name}>{name}</a>" for name in ("Italy", "Hungary", "Mali"))
    assert body_text(f"<article><p>{FIRST}</p><p>Those who abstained:</p><ul>{states}</ul><p>{SECOND}</p></article>").split("\n")[2:5] == [
        "Italy",
        "Hungary",
        "Mali",
    ]


def test_every_line_has_a_role() -> None:
    html = f"""<html><head><meta property=og:title content='Assembly backs the text'><meta name=author content='Jane Doe'></head>
      <body>{MENU}
      <article><h1>Assembly backs the text</h1><p class=standfirst>A night of talks ends with a compromise nobody loves</p>
      <div>By Jane Doe</div><div>February 24, 2025</div><figure><img src=x><figcaption>The hall in New York</figcaption></figure>
      <p>{FIRST}</p><h2>What the text says</h2><p>{SECOND}</p><blockquote><p>“{THIRD}”</p></blockquote>
      <ul><li>one item of a list</ul><p>{THIRD}</p><p>Advertisement</p></article></body></html>"""
    found = roles(html)
    assert found["Assembly backs the text"] == "title"
    assert found["A night of talks ends with a compromise nobody loves"] == "subtitle"
    assert (found["By Jane Doe"], found["February 24, 2025"]) == ("byline", "date")
    assert found["The hall in New York"] == "caption"
    assert (found["What the text says"], found[f"“{THIRD}”"], found["one item of a list"]) == ("heading", "quotation", "list")
    assert (found["Advertisement"], found["Section 1"], found[FIRST]) == ("boilerplate", "boilerplate", "body")


def test_posts_of_a_live_blog_are_live_and_not_body() -> None:
    posts = "".join(f"<div class='live-post'><time>21:{n}</time><h3>Post {n}</h3><p>{SECOND}</p></div>" for n in range(10, 16))
    html = f"<article><h1>Vote live: the assembly decides</h1><p>{FIRST}</p><p>{THIRD}</p>{posts}</article>"
    assert body_text(html).split("\n") == [FIRST, THIRD]
    assert roles(html)[SECOND] == "live"


def test_boilerplate_names_its_rule() -> None:
    page = render(Document(html=MENU + f"<article>{PROSE}<p>Sign up for our newsletter</p></article>"))
    rules = {b.rule for b in generic_layout(page).blocks if b.role == "boilerplate"}
    assert rules == {"page.navigation", "line.newsletter"}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("ADVERTISEMENT", "line.advertisement"),
        ("Read more: A vote nobody wanted", "line.related"),
        ("Share on Facebook", "line.share"),
        ("Sign up for our morning briefing, delivered to your inbox.", "line.newsletter"),
        ("We use cookies to improve this site.", "line.consent"),
        ("© 2025 Daily Example. All rights reserved.", "line.rights"),
        ("(Reporting by Jane Doe; Editing by Max Muster)", "line.contributors"),
        ("Jane Doe contributed to this report.", "line.contributors"),
        ("Please consider a donation.", "line.appeal"),
        ("- 93 votes in favor", None),
        ("Against: 7", None),
        ("In favour:", None),
        ("* Italy", None),
        ("Hungary", None),
        ("The Post reported on Monday that talks had failed.", None),
        ("By continuing to supply arms, the government ignored the vote.", None),
        ("More than 140 states condemned the invasion.", None),
        ("Latest count: 93 to 18", None),
        ("Subscribers of the declaration voted against it.", None),
        ("The share of yes votes rose.", None),
    ],
)
def test_wording_that_no_report_has(line: str, rule: str | None) -> None:
    assert furniture_rule(line) == rule


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Jane Doe", "byline"),
        ("by Jane Doe and Max van der Muster, Daily Example", "byline"),
        ("By Jane Doe on Monday, November 18th, 2019 at 11:04 a.m.", "byline"),
        ("By 93 votes to 18, the assembly adopted it.", None),
        ("By Monday the result was known.", None),
        ("Published: February 24, 2025 8:38am EST | Updated 9:10am", "date"),
        ("Monday, 24 February 2025, 19:01", "date"),
        ("3 hours ago", "date"),
        ("24 February 2025 was a bad day for diplomacy", None),
        ("93 voted on 24 February 2025", None),
        ("A delegate in the hall. (AP Photo/Jane Doe)", "caption"),
        ("Photo: Jane Doe/Example", "caption"),
        ("open image in gallery The hall ( Reuters )", "caption"),
        ("The vote was reported by Reuters.", None),
        ("The bloc (EPA) did not vote.", None),
    ],
)
def test_lines_known_by_how_they_are_written(line: str, kind: str | None) -> None:
    found = "byline" if is_byline(line) else "date" if is_date_line(line) else "caption" if is_caption(line) else None
    assert found == kind


CLEAN = "\n".join(
    [
        "Assembly backs the text",
        "",
        FIRST,
        "",
        "The vote in detail:",
        "- 93 votes in favor",
        "- 18 votes against",
        "Against:",
        "Hungary",
        "Mali",
        "",
        SECOND,
        "",
        "In favour: 93",
        "Abstain: 65",
    ]
)


def test_a_clean_text_is_kept_whole() -> None:
    assert body_of_text(CLEAN).split("\n") == [line for line in CLEAN.split("\n") if line][1:]


def test_a_dump_loses_what_surrounds_the_article() -> None:
    menu = "\n".join(
        [
            "Home",
            "World",
            "Politics",
            "Sport",
            "Sign in",
            "Subscribe",
            "Search",
            "Facebook",
            "Twitter",
            "Weather",
            "Jobs",
            "Travel",
            "Food",
            "Style",
        ]
    )
    foot = "\n".join(
        [
            "Read next",
            "A story about rain",
            "A story about sun",
            "Newsletters",
            "Privacy policy",
            "Contact us",
            "About us",
            "Careers",
            "Advertise",
        ]
    )
    body = f"{FIRST}\nAdvertisement\n{SECOND}\nThe vote in detail:\n- 93 in favour\n- 18 against\n{THIRD}"
    dump = f"{menu}\nAssembly backs the text\nBy Jane Doe\nShare\n{body}\n{foot}"
    assert body_of_text(dump).split("\n") == [FIRST, SECOND, "The vote in detail:", "- 93 in favour", "- 18 against", THIRD]


def test_furniture_in_front_of_a_paragraph_is_cut_off() -> None:
    line = "Sign up for our weekly newsletter. We use cookies to improve this site. " + " ".join((FIRST, SECOND, THIRD))
    page = render(Document(text=line))
    blocks = generic_layout(page).blocks
    assert [(b.role, page.text[b.start : b.start + 12]) for b in blocks] == [("boilerplate", "Sign up for "), ("body", "The assembly")]


def test_hard_wrapped_paragraphs_are_read_as_one() -> None:
    words = " ".join((FIRST, SECOND, THIRD) * 3).split()
    wrapped = "\n".join(" ".join(words[n : n + 11]) for n in range(0, len(words), 11))
    page = render(Document(text=wrapped))
    (block,) = generic_layout(page).blocks
    assert (block.role, block.start, block.end) == ("body", 0, len(wrapped))


def test_the_title_of_a_dump_is_what_its_url_says() -> None:
    page = render(Document(text=CLEAN, url="https://daily.example/2025/02/24/assembly-backs-the-text-after-all"))
    assert generic_layout(page).title == "Assembly backs the text"


@given(
    st.lists(
        st.sampled_from(
            [FIRST, SECOND, "Home", "- 93 in favour", "Against:", "Share", "By Jane Doe", "", "March 2, 2024", "x" * 60, "Italy"]
        ),
        max_size=40,
    )
)
def test_blocks_cover_every_line_once(lines: list[str]) -> None:
    text = "\n".join(lines)
    for document in (Document(text=text), Document(html="".join(f"<p>{line}</p>" for line in lines))):
        page = render(document)
        blocks = sorted(generic_layout(page).blocks, key=lambda b: b.start)
        covered = {at for b in blocks for at in range(b.start, b.end)}
        assert covered >= {at for at, character in enumerate(page.text) if not character.isspace()}
        assert sum(b.end - b.start for b in blocks) == len(covered)
        assert all(b.rule for b in blocks if b.role == "boilerplate")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("only", "as_text", "bar"),
    [("", False, 0.975), ("feval", False, 0.975), ("feval_TheIndependent", False, 0.97), ("", True, 0.90)],
    ids=["all pages", "feval", "The Independent", "as text"],
)
def test_the_annotated_bodies(shared_dir: Path, only: str, as_text: bool, bar: float) -> None:
    score = scorer(shared_dir / "corpus" / "score_pages.py")
    pages = shared_dir / "corpus" / "pages"
    extract: Callable[[str, str], str] = body_of_text if as_text else body_text
    precisions, recalls = [], []
    for key, entry in json.loads((pages / "gold.json").read_text("utf-8")).items():
        if key.startswith(only):
            html = gzip.decompress((pages / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
            required, optional = map(score.grams, score.expected(entry))
            got = score.grams(extract(score.dump(html) if as_text else html, entry.get("url", "")))
            got -= (got & optional) - (got & required)
            common = sum((got & required).values())
            precisions += [common / sum(got.values())] if got else []
            recalls.append(common / max(1, sum(required.values())))
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    assert 2 * precision * recall / (precision + recall) >= bar


@pytest.mark.shared
def test_clean_reports_lose_nothing_that_is_told(shared_dir: Path) -> None:
    """Every claim of the gold whose words can be found stands in a line that is read."""
    for name in ("un", "parliaments"):
        for line in (shared_dir / "corpus" / "dev" / f"{name}.ndjson").read_text("utf-8").splitlines():
            value: dict[str, Any] = json.loads(line)
            page = render(Document(text=value["text"], url=value.get("url")))
            dropped = [page.text[b.start : b.end] for b in generic_layout(page).blocks if b.role == "boilerplate"]
            assert sum(map(len, dropped)) <= 0.05 * len(page.text) + 120, (value["document"], dropped)


def scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


POSTS = "\n".join(
    f"{clock}\n{head}\n{sentence}"
    for clock, head, sentence in (
        (
            "9:43PM",
            "The vote is called",
            "The speaker has called the vote on the harbour fund after eleven hours of debate in the chamber.",
        ),
        (
            "9:20PM",
            "An amendment fails",
            "Members have rejected the amendment of the Farmers' Union with 61 votes against 17, the clerk says.",
        ),
        (
            "8:15PM",
            "Debate goes on",
            "Thirty speakers are still on the list, and nobody expects a vote before nine o'clock in the evening.",
        ),
        (
            "7:02PM",
            "What it is about",
            "The fund would pay for the walls of both harbours, which have not been mended since the great storm.",
        ),
    )
)
OPENING = "The regional assembly votes on the harbour fund tonight, and we report from the chamber until the last vote is counted.\n"


@pytest.mark.parametrize("clocks", ["{}", "1709418{}", "Jane Doe 2 March 2024 {}"])
def test_posts_of_a_live_blog_as_text_are_live(clocks: str) -> None:
    text = OPENING + POSTS
    if clocks != "{}":
        for number, clock in enumerate(("9:43PM", "9:20PM", "8:15PM", "7:02PM")):
            text = text.replace(clock, clocks.format(f"{100 + number}" if clocks[0] == "1" else f"2{number}:15"))
    layout = generic_layout(render(Document(text=text)))
    roles = [block.role for block in layout.blocks]
    assert roles == ["body", *["date", "live", "live"] * 4]


def test_a_report_with_times_is_no_live_blog() -> None:
    text = OPENING + "9:43 pm\n" + POSTS.split("\n")[2] + "\n" + POSTS.split("\n")[5]
    assert "live" not in {block.role for block in generic_layout(render(Document(text=text))).blocks}


def test_a_dump_tells_its_day_under_the_headline() -> None:
    for clock, told in (("10 June 2025", "2025-06-10"), ("Updated 10 June 2025", None)):
        text = f"Saturday, June 14, 2025\nAssembly adopts the harbour fund\nBy Jane Doe\n{clock}\n{OPENING}"
        published = generic_layout(render(Document(text=text, url="https://x.example/assembly-adopts-the-harbour-fund"))).published
        assert (published.isoformat() if published else None) == told
