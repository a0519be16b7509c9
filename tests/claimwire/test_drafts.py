"""A draft against what is known: planted errors are named, and nothing else."""

from __future__ import annotations

from claimwire.drafts import Checked, check_draft
from claimwire.linking.blocks import component, keys
from claimwire.reconcile import reconcile
from claimwire.reports import Report
from tests.claimwire.linking_cases import official, report, told

DAY = told("date", "2025-02-24", basis="stated")


def counts(yes: int, no: int, abstain: int) -> tuple:
    return told("count", yes, "yes"), told("count", no, "no"), told("count", abstain, "abstain")


def position(actor: str, option: str):
    return told("position", option, actor)


STORE = [
    report("a", *counts(93, 18, 64), DAY, position("united-states", "no"), position("china", "abstain"), told("result", "pass")),
    report("b", *counts(93, 18, 65), DAY, position("united-states", "no"), told("result", "pass")),
    report("c", *counts(93, 18, 65), DAY, position("china", "abstain"), told("result", "pass")),
    report("d", *counts(93, 8, 73), DAY, told("sponsorship", "united-states", "united-states")),
]


NOES = [position(actor, "no") for actor in ("united-states", "russia", "hungary")]


def check(draft: Report, *, store: list[Report] = STORE, records: tuple = ()) -> list[Checked]:
    held = [*store, *records]
    part = component([draft], lambda names: [s for s in held if keys(s).stored & names])
    linking = reconcile(part.reports, part.records)
    return list(check_draft([draft], linking, {r.id: r for r in part.reports}, {r.id: r for r in part.records}))


def found(checked: list[Checked], status: str) -> set[tuple]:
    return {(c.told.kind, c.told.subject, c.told.value) for c in checked if c.status == status}


def test_three_planted_errors_are_named_and_nothing_else() -> None:
    draft = report("draft", *counts(93, 18, 56), DAY, position("united-states", "no"), position("china", "yes"), told("result", "fail"))
    contradicted = found(check(draft), "contradicted")
    assert contradicted == {("count", "abstain", 56), ("position", "china", "yes"), ("result", "", "fail")}


def test_errors_in_every_count_are_named_where_the_rest_says_which_vote_is_meant() -> None:
    store = [report("a", *counts(93, 18, 65), DAY, told("sponsorship", "ukraine", "ukraine"), *NOES), *STORE[3:]]
    draft = report("draft", *counts(98, 21, 60), DAY, told("sponsorship", "ukraine", "ukraine"), *NOES)
    assert found(check(draft, store=store), "contradicted") == {("count", "yes", 98), ("count", "no", 21), ("count", "abstain", 60)}


def test_where_too_much_differs_the_votes_that_may_be_meant_are_named() -> None:
    store = [report("a", *counts(93, 18, 65), DAY, told("sponsorship", "ukraine", "ukraine"), *NOES), *STORE[3:]]
    late = told("date", "2025-02-26", basis="stated")
    draft = report("draft", *counts(98, 21, 60), late, told("sponsorship", "ukraine", "ukraine"), *NOES)
    checked = check(draft, store=store)
    assert {c.status for c in checked} == {"undecided"}
    assert checked[0].candidates == (frozenset({"a/v1"}),)
    assert checked[0].why


def test_a_vote_with_a_record_only_is_found_for_a_draft_full_of_errors() -> None:
    noes = {"united-states": "no", "russia": "no", "hungary": "no"}
    record = official(
        "r", counts={"yes": 93, "no": 18, "abstain": 65}, date="2025-02-24", positions=noes, title="A lasting peace in Ukraine"
    )
    draft = report("draft", *counts(93, 21, 60), DAY, *NOES, told("title", "A lasting peace in Ukraine"))
    assert found(check(draft, store=[], records=(record,)), "contradicted") == {("count", "no", 21), ("count", "abstain", 60)}


def test_who_agrees_and_who_contradicts_in_which_words() -> None:
    (abstentions,) = [c for c in check(report("draft", *counts(93, 18, 65), DAY)) if c.told.subject == "abstain"]
    assert abstentions.status == "disputed"
    assert {o.telling.outlet for o in abstentions.agrees} == {"b", "c"}
    assert [(o.telling.outlet, o.value, o.telling.quote["exact"]) for o in abstentions.contradicts] == [("a", 64, "64 abstain")]
    assert abstentions.vote == {"a/v1", "b/v1", "c/v1"}


def test_the_record_has_the_last_word() -> None:
    record = official("r", counts={"yes": 93, "no": 18, "abstain": 65}, date="2025-02-24")
    checked = check(report("draft", *counts(93, 18, 64), DAY), records=(record,))
    (wrong,) = [c for c in checked if c.status == "contradicted"]
    assert (wrong.told.value, wrong.record, wrong.official) == (64, "differs", 65)
    right = [c for c in check(report("draft", *counts(93, 18, 65), DAY), records=(record,)) if c.told.subject == "abstain"]
    assert (right[0].status, right[0].record) == ("disputed", "agrees")


def test_a_draft_about_two_votes_at_once_is_undecided() -> None:
    checked = check(report("draft", told("count", 93, "yes"), DAY))
    assert {c.status for c in checked} == {"undecided"}
    assert set(checked[0].candidates) == {frozenset({"a/v1", "b/v1", "c/v1"}), frozenset({"d/v1"})}
    assert checked[0].why


def test_what_nobody_speaks_of_stands_alone() -> None:
    checked = check(report("draft", *counts(12, 3, 0), told("date", "2001-01-01", basis="stated"), body="bundestag"))
    assert {c.status for c in checked} == {"alone"}


def test_a_tentative_claim_contradicts_nobody() -> None:
    draft = report("draft", *counts(93, 18, 65), DAY, told("result", "fail", tentative=True))
    assert ("result", "", "fail") in found(check(draft), "alone")


def test_a_checked_claim_is_json() -> None:
    record = check(report("draft", *counts(93, 18, 56), DAY))[0].to_record()
    assert set(record) == {"claim", "kind", "subject", "value", "quote", "status", "agrees", "contradicts", "record", "undecided"}
