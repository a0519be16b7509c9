"""Lists: every filter, and pages that hold each row once."""

from __future__ import annotations

import datetime
import json
import threading
from collections.abc import Callable
from typing import Any

import pytest

from claimwire.claims import FigureClaim, Inconsistency, Problem
from models import base, drafts, queries, store
from models.errors import NotFound
from models.paging import Page
from tests.models.told import article, state

LATER = datetime.date(2025, 3, 3)


@pytest.fixture
def filled(store_: str) -> dict[str, str]:
    """Ids of the articles by outlet."""
    told = {
        "paper": article(
            "paper",
            url="https://paper.example/1",
            counts={"yes": 93, "no": 18, "abstain": 64},
            positions={"russia": "no", "china": "abstain"},
            title="Peace in Ukraine",
            said="We said so plainly.",
            inconsistencies=[Inconsistency(kind="weekday", message="no Monday", start=0, end=5, vote="v1")],
        ),
        "herald": article(
            "herald", url="https://herald.example/1", positions={"russia": "no", "china": "no"}, problems=[Problem("herald", "render", "?")]
        ),
        "times": article(
            "times",
            date=LATER,
            published=LATER,
            organization="us-senate",
            counts={"yes": 51, "no": 49},
            sponsor=None,
            symbol="S. 1",
            more=[
                FigureClaim(
                    start=0,
                    end=5,
                    measure="killed",
                    value=43000,
                    unit="people",
                    population="ukrainian-troops",
                    attributed_to=state("ukraine"),
                )
            ],
        ),
    }
    return {outlet: store.save(one).article for outlet, one in told.items()}


def outlets_of(page: Page | None) -> set[str]:
    assert page is not None
    return {json.loads(row)["outlet"] for row in page.rows}


CLAIM_FILTERS: list[tuple[dict[str, Any], int]] = [
    ({"kind": "count"}, 8),
    ({"kind": "position", "actor": "china"}, 2),
    ({"actor": "china", "option": "no"}, 1),
    ({"outlet": "times", "kind": "figure"}, 1),
    ({"kind": "count", "since": "2025-03-01"}, 2),
    ({"kind": "count", "until": "2025-03-01"}, 6),
    ({"kind": "statement", "text": "said PLAINLY"}, 1),
    ({"kind": "statement", "text": '"plainly said"'}, 0),
    ({"text": "%"}, 0),
]


@pytest.mark.parametrize(("filters", "number"), CLAIM_FILTERS, ids=str)
def test_claims(filled: dict[str, str], filters: dict[str, Any], number: int) -> None:
    assert len(queries.claims(**filters).rows) == number


def test_claims_of_a_vote_and_of_an_article(filled: dict[str, str]) -> None:
    (vote,) = {json.loads(r)["id"] for r in queries.votes(organization="us-senate").rows}
    assert {json.loads(r)["vote_id"] for r in queries.claims(vote=vote).rows} == {vote}
    assert outlets_of(queries.claims(article=filled["herald"])) == {"herald"}
    assert queries.claims(article="nothing").rows == []
    assert outlets_of(queries.article_claims(filled["paper"])) == {"paper"}
    assert queries.article_claims("nothing") is None


VOTE_FILTERS: list[tuple[dict[str, Any], int]] = [
    ({}, 2),
    ({"organization": "us-senate"}, 1),
    ({"since": "2025-03-01"}, 1),
    ({"until": "2025-02-24"}, 1),
    ({"has_conflict": True}, 1),
    ({"has_conflict": False}, 1),
    ({"has_record": True}, 0),
    ({"outlet": "herald"}, 1),
    ({"text": "PEACE"}, 1),
    ({"text": "s. 1"}, 1),
    ({"text": "100%"}, 0),
]


@pytest.mark.parametrize(("filters", "number"), VOTE_FILTERS, ids=str)
def test_votes(filled: dict[str, str], filters: dict[str, Any], number: int) -> None:
    assert len(queries.votes(**filters).rows) == number


CONFLICT_FILTERS: list[tuple[dict[str, Any], set[str]]] = [
    ({}, {"count", "position"}),
    ({"kind": "count"}, {"count"}),
    ({"state": "open"}, {"count", "position"}),
    ({"state": "closed"}, set()),
    ({"outlet": "herald"}, {"count", "position"}),
    ({"outlet": "times"}, set()),
    ({"decision": "none"}, {"count", "position"}),
    ({"decision": "confirmed"}, set()),
]


@pytest.mark.parametrize(("filters", "kinds"), CONFLICT_FILTERS, ids=lambda v: str(sorted(v)) if isinstance(v, set) else str(v))
def test_conflicts(filled: dict[str, str], filters: dict[str, Any], kinds: set[str]) -> None:
    assert {json.loads(row)["kind"] for row in queries.conflicts(**filters).rows} == kinds


def test_articles(filled: dict[str, str]) -> None:
    assert outlets_of(queries.articles(url="http://www.paper.example/1/?utm_source=x")) == {"paper"}
    assert outlets_of(queries.articles(since="2025-03-01")) == {"times"}
    assert outlets_of(queries.articles(text="herald reports")) == {"herald"}
    assert outlets_of(queries.articles(text='"reports herald"')) == set()
    assert outlets_of(queries.articles(text='" OR *')) == set()


def test_inconsistencies_name_article_and_vote(filled: dict[str, str]) -> None:
    (row,) = queries.inconsistencies(kind="weekday", outlet="paper").rows
    doubt = json.loads(row)
    assert doubt["article"] == filled["paper"]
    assert isinstance(queries.vote(doubt["vote_id"]), queries.Stored)


def test_actors_their_positions_statements_and_sides(filled: dict[str, str]) -> None:
    assert [json.loads(r)["id"] for r in queries.actors(kind="country", text="chin").rows] == ["china"]
    assert queries.actor("nobody") is None
    told = queries.positions("china")
    assert told is not None
    assert [(json.loads(r)["outlet"], json.loads(r)["option"], json.loads(r)["record"]) for r in told.rows] == [
        ("herald", "no", None),
        ("paper", "abstain", None),
    ]
    assert queries.positions("nobody") is None
    said = queries.statements("mariana-betsa", text="plainly")
    assert said is not None
    assert len(said.rows) == 1
    (row,) = queries.alignment("russia") or []
    assert json.loads(row)["told"] == [
        {"outlet": "herald", "votes": 1, "agree": 1, "share": 1.0},
        {"outlet": "paper", "votes": 1, "agree": 0, "share": 0.0},
    ]
    assert queries.alignment("nobody") is None


def test_outlets_count_what_they_told(filled: dict[str, str]) -> None:
    numbers = {json.loads(r)["outlet"]: json.loads(r) for r in queries.outlets().rows}
    assert numbers["paper"]["articles"] == 1
    assert numbers["herald"]["with_problems"] == 1
    assert (numbers["paper"]["compared"], numbers["paper"]["alone"]) == (6, 0)
    for n in range(2):
        store.save(article(f"more{n}", url=f"https://more{n}.example"))
    found = queries.outlet("paper")
    assert found is not None
    assert json.loads(found.document)["alone"] == 1


def test_figures_by_population(filled: dict[str, str]) -> None:
    assert len(queries.figures(population="ukrainian-troops", measure="killed").rows) == 1
    assert queries.figures(population="nobody").rows == []


def test_a_draft_is_checked_and_not_stored(filled: dict[str, str]) -> None:
    before = store.export()
    rows = drafts.check(article("desk", counts={"yes": 93, "no": 17, "abstain": 65}))
    status = {(r["subject"], r["value"]): r["status"] for r in rows if r["kind"] == "count"}
    assert status[("no", 17)] == "contradicted"
    assert status[("yes", 93)] == "supported"
    (vote,) = {r["vote"] for r in rows}
    assert isinstance(queries.vote(vote), queries.Stored)
    assert store.export() == before


LISTS: list[Callable[..., Page | None]] = [
    queries.votes,
    queries.claims,
    queries.conflicts,
    queries.articles,
    queries.actors,
    queries.outlets,
    lambda **page: queries.positions("russia", **page),
]


@pytest.mark.parametrize("rows_of", LISTS, ids=["votes", "claims", "conflicts", "articles", "actors", "outlets", "positions"])
def test_pages_hold_each_row_once_and_in_order(filled: dict[str, str], rows_of: Callable[..., Page | None]) -> None:
    whole = rows_of(limit=200)
    assert whole is not None
    assert whole.next is None
    assert len(whole.rows) > 1
    seen: list[bytes] = []
    after = None
    while True:
        page = rows_of(limit=1, after=json.loads(json.dumps(after)))
        assert page is not None
        seen += page.rows
        after = page.next
        if after is None:
            break
    assert seen == whole.rows


@pytest.mark.parametrize("after", [["x"], [1, 2, 3], [None, None], [{}, []], [2**70], [1.5], [True]], ids=str)
def test_a_cursor_that_is_none_leads_to_no_page(filled: dict[str, str], after: list[Any]) -> None:
    for find in (queries.votes, queries.claims):
        with pytest.raises(NotFound, match="no such page"):
            find(after=after)


@pytest.mark.parametrize("odd", ["\0", "\ud800", "'; DROP TABLE claims --", "é" * 10_000], ids=["NUL", "surrogate", "SQL", "long"])
def test_odd_words_find_nothing_and_break_nothing(filled: dict[str, str], odd: str) -> None:
    assert queries.vote(odd) is None
    assert queries.article(odd) is None
    assert queries.claims(outlet=odd).rows == []
    assert queries.votes(text=odd).rows == []
    assert queries.articles(text=odd, url=odd).rows == []
    assert queries.claims(kind="statement", text=odd).rows == []
    assert queries.votes(after=[odd, odd]).rows in ([], queries.votes().rows)


def test_statistics(filled: dict[str, str]) -> None:
    numbers = queries.statistics()
    assert (numbers["articles"], numbers["votes"], numbers["conflicts_open"], numbers["records"]) == (3, 2, 2, 0)


def test_wars_are_listed_with_their_figures(filled: dict[str, str]) -> None:
    rows = [json.loads(row) for row in queries.armed_conflicts()]
    assert len(rows) > 10
    found = queries.armed_conflict(rows[0]["id"])
    assert found is not None
    assert json.loads(found.document)["name"] == rows[0]["name"]
    assert queries.armed_conflict("nothing") is None


def test_a_snapshot_does_not_see_what_is_written_meanwhile(store_: str) -> None:
    kept = store.save(article("paper", url="https://paper.example/1")).article

    def delete() -> None:
        store.delete(kept)
        base.database.close()

    with base.snapshot():
        before = queries.article(kept)
        other = threading.Thread(target=delete)
        other.start()
        other.join()
        assert queries.article(kept) == before
    assert isinstance(queries.article(kept), queries.Tombstone)
