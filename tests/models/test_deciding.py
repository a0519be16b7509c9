"""Editors' decisions survive whatever is derived."""

from __future__ import annotations

import datetime
import json

import pytest

from models import queries, store
from models.errors import NotFound, Refused
from tests.models.told import article

NOW = datetime.datetime(2025, 3, 1, 12, tzinfo=datetime.UTC)


def disputed() -> tuple[str, str]:
    """Ids of the vote and the conflict of two outlets."""
    store.save(article("paper", url="https://paper.example/1", counts={"yes": 93, "no": 18, "abstain": 64}))
    saved = store.save(article("herald", url="https://herald.example/1"))
    return saved.votes[0], saved.conflicts[0]


def two_votes() -> tuple[str, str]:
    """Ids of two votes that nothing but an editor would join."""
    one = store.save(article("paper", url="https://paper.example/1"))
    day = datetime.date(2024, 2, 1)
    other = store.save(
        article(
            "herald", url="https://herald.example/1", date=day, published=day, counts={"yes": 9, "no": 3, "abstain": 3}, sponsor="france"
        )
    )
    return one.votes[0], other.votes[0]


def conflict(identity: str) -> dict[str, object]:
    found = queries.conflict(identity)
    assert isinstance(found, queries.Stored)
    document: dict[str, object] = json.loads(found.document)
    return document


def test_a_decision_is_set_seen_and_cleared(store_: str) -> None:
    _, identity = disputed()
    before = conflict(identity)
    document = json.loads(store.decide(identity, "dismissed", "a slip", now=NOW))
    assert document["decision"] == {"status": "dismissed", "note": "a slip", "at": "2025-03-01T12:00:00+00:00"}
    assert conflict(identity) == document
    assert [len(queries.conflicts(decision=d).rows) for d in ("dismissed", "confirmed", "none")] == [1, 0, 0]
    store.decide(identity, None)
    assert conflict(identity) == before


def test_a_decision_survives_new_articles_deletions_and_rebuilds(store_: str) -> None:
    _, identity = disputed()
    store.decide(identity, "confirmed", now=NOW)
    decided = conflict(identity)["decision"]
    third = store.save(article("times", url="https://times.example/1", counts={"yes": 93, "no": 18, "abstain": 66}))
    assert conflict(identity)["decision"] == decided
    assert store.rebuild() == []
    store.delete(third.article)
    assert conflict(identity)["decision"] == decided
    paper = next(json.loads(row)["id"] for row in queries.articles(outlet="paper").rows)
    store.delete(paper)
    assert isinstance(queries.conflict(identity), queries.Tombstone)
    store.save(article("paper", url="https://paper.example/1", counts={"yes": 93, "no": 18, "abstain": 64}))
    assert conflict(identity)["decision"] == decided


@pytest.mark.parametrize(
    ("identity", "status", "error"), [("nothing", "confirmed", NotFound), (None, "maybe", Refused)], ids=["unknown", "status"]
)
def test_a_decision_that_cannot_be(store_: str, identity: str | None, status: str, error: type[Exception]) -> None:
    _, known = disputed()
    with pytest.raises(error):
        store.decide(identity or known, status)  # type: ignore[arg-type]


def test_merged_votes_stay_merged_and_the_old_id_leads_on(store_: str) -> None:
    one, other = two_votes()
    (left,) = store.merge(other, one, "the same sitting")
    assert left == one
    assert queries.vote(other) == queries.Redirect(one)
    assert store.rebuild() == []
    assert [json.loads(r)["id"] for r in queries.votes().rows] == [left]
    (decision,) = [json.loads(row) for row in queries.vote_decisions().rows]
    assert (decision["kind"], decision["note"]) == ("merge", "the same sitting")
    store.undo(decision["id"])
    assert {json.loads(r)["id"] for r in queries.votes().rows} == {one, other}
    assert isinstance(queries.vote(other), queries.Stored)


def test_a_split_vote_stays_split_when_more_is_told(store_: str) -> None:
    vote, _ = disputed()
    articles = {json.loads(r)["outlet"]: json.loads(r)["id"] for r in queries.articles().rows}
    ids = store.split(vote, [articles["paper"]], "another vote")
    assert len(ids) == 2
    assert vote in ids
    assert queries.conflicts(state="open").rows == []
    store.save(article("times", url="https://times.example/1"))
    assert store.rebuild() == []
    homes = {}
    for identity in ids:
        page = queries.vote_reports(identity)
        assert page is not None
        homes |= {json.loads(r)["outlet"]: identity for r in page.rows}
    assert homes["paper"] != homes["herald"]
    joined = store.merge(*ids)
    assert len(joined) == 1


@pytest.mark.parametrize("articles", [[], ["unknown"], "all"], ids=str)
def test_a_split_needs_some_but_not_all_of_the_votes_articles(store_: str, articles: list[str] | str) -> None:
    vote, _ = disputed()
    named = [json.loads(r)["id"] for r in queries.articles().rows] if articles == "all" else list(articles)
    with pytest.raises(Refused):
        store.split(vote, named)


def test_a_decision_on_a_merged_votes_conflict_is_carried_over(store_: str) -> None:
    vote, identity = disputed()
    store.decide(identity, "confirmed", "checked", now=NOW)
    far = datetime.date(2024, 2, 1)
    crowd = [
        store.save(
            article(
                f"o{n}", url=f"https://o{n}.example", date=far, published=far, counts={"yes": 93, "no": 18, "abstain": 60}, sponsor="france"
            )
        )
        for n in range(4)
    ]
    (left,) = store.merge(vote, crowd[0].votes[0], "one vote")
    assert left == crowd[0].votes[0]
    led = queries.conflict(identity)
    assert isinstance(led, queries.Redirect)
    decision = conflict(led.id)["decision"]
    assert isinstance(decision, dict)
    assert (decision["status"], decision["note"]) == ("confirmed", "checked")


def test_listeners_hear_what_opens_changes_and_closes(store_: str) -> None:
    heard: list[str] = []

    def listen(changes: tuple[store.ConflictChange, ...]) -> None:
        heard.extend(c.event for c in changes)

    store.on_changes(listen)
    disputed()
    last = store.save(article("times", url="https://times.example/1", counts={"yes": 93, "no": 18, "abstain": 66}))
    store.delete(last.article)
    store.delete(next(json.loads(row)["id"] for row in queries.articles(outlet="paper").rows))
    assert heard == ["opened", "changed", "changed", "closed"]


@pytest.mark.parametrize("odd", ["\0", "\ud800"], ids=["NUL", "surrogate"])
def test_odd_ids_are_unknown_and_odd_notes_are_kept_as_far_as_can_be(store_: str, odd: str) -> None:
    vote, identity = disputed()
    for call in (lambda: store.merge(odd, vote), lambda: store.split(odd, []), lambda: store.decide(odd, None), lambda: store.delete(odd)):
        with pytest.raises(NotFound):
            call()
    assert json.loads(store.decide(identity, "confirmed", f"a{odd}b"))["decision"]["note"][::2] == "ab"
