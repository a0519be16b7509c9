"""Pages of common systems: body, headline, day and author are found, and nothing around them (``page_layouts.py``)."""

from __future__ import annotations

import datetime
import json

import pytest

from claimwire import Document, read
from claimwire.articles import Layout, Page
from claimwire.boilerplate import generic_layout
from claimwire.html import render_html
from claimwire.testing import check_extraction
from tests.claimwire.page_layouts import AUTHOR, BODY, DAY, LEGAL, MENU, PAGES, SHORT, TITLE, json_ld

BODY_ROLES = ("heading", "body", "list", "quotation", "table")
VOTES = {
    "list of votes in the body": ["In favour: 61", "Against: 17", "Abstentions: 9"],
    "table of votes in the body": ["Party\tAyes\tNoes", "North Island List\t31\t0", "South Island List\t30\t1", "Farmers' Union\t0\t16"],
    "table in a figure": ["North Island List\t31\t0", "South Island List\t30\t1"],
    "lists of names by option": ["In favour", "Edda Marsh, Ola Reed", "Against", "Tor Field"],
    "votes behind a summary": ["How each member voted", "Edda Marsh: yes", "Tor Field: no"],
}
UNSIGNED = {"un meetings coverage", "government page", "wiki news"}


def shown(page: Page, layout: Layout, *roles: str) -> list[str]:
    return [page.text[b.start : b.end] for b in sorted(layout.blocks, key=lambda b: b.start) if b.role in roles]


@pytest.mark.parametrize("name", PAGES)
def test_the_body_is_whole_and_alone(name: str) -> None:
    page = render_html(PAGES[name]())
    body = shown(page, generic_layout(page), *BODY_ROLES)
    assert [line for line in body if line not in VOTES.get(name, ())] == list(BODY)
    assert [line for line in body if line in VOTES.get(name, ())] == VOTES.get(name, [])
    assert page.problems == ()


@pytest.mark.parametrize("name", PAGES)
def test_headline_day_and_author_are_the_pages_own(name: str) -> None:
    page = render_html(PAGES[name]())
    found = page.metadata
    assert (found.title, found.published) == (TITLE, datetime.date.fromisoformat(DAY)), found.sources
    assert found.byline == (() if name in UNSIGNED else (AUTHOR,)), found.sources


@pytest.mark.parametrize("name", PAGES)
def test_the_votes_of_the_body_are_claims_and_no_other(name: str) -> None:
    extraction = read(Document(html=PAGES[name]()))
    check_extraction(extraction)
    counts = {(c.facts()["option"], c.facts()["value"]) for c in extraction.claims if c.kind == "count"}
    assert {("yes", 61), ("no", 17), ("abstain", 9)} <= counts


@pytest.mark.parametrize(
    ("around", "what"),
    [
        ("<div role=dialog class=cmp><p>{0}</p><p>{0}</p></div>{1}", "a consent dialog in front"),
        ("{1}<div><div>{0}</div></div>", "a box about the paper behind"),
        ("<div><ul>" + MENU + "</ul></div><div>{1}</div><div>{0}</div>", "unnamed boxes"),
    ],
)
def test_a_brief_is_found_beside_longer_text(around: str, what: str) -> None:
    other = "The Harbour Post stores information on a device and has been printed on the islands since the year 1921 for its readers. " * 5
    html = f"<html><head><title>{TITLE} | Harbour Post</title>{json_ld()}</head><body>{around.format(other, SHORT)}{LEGAL}</body></html>"
    page = render_html(html)
    assert shown(page, generic_layout(page), *BODY_ROLES) == [BODY[0], BODY[3]], what


def test_notes_of_the_editors_are_notes() -> None:
    page = render_html(PAGES["notes of the editors"]())
    notes = shown(page, generic_layout(page), "note")
    assert [note.partition(":")[0] for note in notes] == ["Editor’s note", "Correction"]


def test_a_page_that_only_a_script_fills_says_so() -> None:
    data = json.dumps({"props": {"body": [*BODY, *BODY]}})
    page = render_html(f"<title>{TITLE}</title><div id=__next></div><script id=__NEXT_DATA__ type='application/json'>{data}</script>")
    assert page.text == ""
    assert "a script has the rest" in page.problems[0]


def test_posts_of_a_live_blog_are_live_with_their_times() -> None:
    told = (
        ("20.00 GMT", "Vote is called", "The speaker has called the vote on the fund after eleven hours."),
        ("21.00 GMT", "Fund passes", BODY[0]),
        ("22.00 GMT", "What comes next", BODY[5]),
    )
    posts = "".join(f"<article><time>{clock}</time><h2>{head}</h2><p>{words}</p></article>" for clock, head, words in told)
    updates = [{"@type": "BlogPosting", "headline": head, "articleBody": words} for _, head, words in told]
    data = json_ld("LiveBlogPosting", coverageStartTime="2025-03-12T08:00:00Z", liveBlogUpdate=updates)
    page = render_html(
        f"<html><head>{data}</head><body><nav>{MENU}</nav><main><h1>{TITLE}</h1><div>{posts}</div></main>{LEGAL}</body></html>"
    )
    layout = generic_layout(page)
    assert shown(page, layout, "live") == [words for _, *parts in told for words in parts]
    assert shown(page, layout, "date") == [clock for clock, *_ in told]
    assert shown(page, layout, *BODY_ROLES) == []
