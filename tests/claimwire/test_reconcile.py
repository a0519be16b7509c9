"""Joining reports of one vote, and keeping those of different votes apart."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from claimwire.linking.blocks import components
from claimwire.reconcile import Decision, Linking, reconcile
from claimwire.reports import Report, in_one_article
from tests.claimwire.linking_cases import gold_reports, official, report, told

MONDAY = "2025-02-24"


def tally(yes: int | None = None, no: int | None = None, abstain: int | None = None, **more: bool) -> tuple:
    counts = {"yes": yes, "no": no, "abstain": abstain}
    return tuple(told("count", value, option, **more) for option, value in counts.items() if value is not None)


def day(text: str, basis: str = "stated"):
    return told("date", text, basis=basis)


def sponsor(actor: str):
    return told("sponsorship", actor, actor)


def position(actor: str, option: str):
    return told("position", option, actor)


def joined(linking: Linking, *reports: Report) -> bool:
    """Whether these reports are all in one group."""
    return any({r.id for r in reports} <= group.reports for group in linking.groups)


def undecided(linking: Linking, report: Report) -> bool:
    return report.id in {u.report for u in linking.undecided}


JOINED = {
    "the same three counts on the same day": (
        report("a", *tally(93, 18, 65), day(MONDAY)),
        report("b", *tally(93, 18, 65), day(MONDAY)),
    ),
    "64 and 65 abstentions beside two equal counts": (
        report("a", *tally(93, 18, 64), day(MONDAY)),
        report("b", *tally(93, 18, 65), day(MONDAY)),
    ),
    "24 and 25 February with equal counts": (
        report("a", *tally(93, 18, 65), day(MONDAY)),
        report("b", *tally(93, 18, 65), day("2025-02-25")),
    ),
    "a date of one only, the other published the day after": (
        report("a", *tally(93, 18), day(MONDAY)),
        report("b", *tally(93, 18), published="2025-02-25"),
    ),
    "no number in one, but day, body and two positions": (
        report("a", *tally(93, 18, 65), position("united-states", "no"), position("russia", "no"), day(MONDAY)),
        report("b", position("united-states", "no"), position("russia", "no"), day("2025-02-25")),
    ),
    "sponsor, body and day without any number": (
        report("a", *tally(10, 0, 5), sponsor("united-states"), day(MONDAY), body="un-security-council"),
        report("b", sponsor("united-states"), told("result", "pass"), day(MONDAY), body="un-security-council"),
    ),
    "the same symbol although a day and all counts differ": (
        report("a", *tally(93, 18, 65), day(MONDAY), identifier="A/RES/ES-11/7"),
        report("b", *tally(39, 81, 56), day("2025-03-04"), identifier="a/res/es-11/7"),
    ),
    "undated both, three equal counts": (report("a", *tally(331, 288, 8)), report("b", *tally(331, 288, 8))),
    "a title cut short beside one equal count": (
        report("a", told("title", "Advancing a comprehensive, just and lasting peace in Ukraine"), *tally(93, 18), day(MONDAY)),
        report("b", told("title", "Advancing a comprehensive, just and lasting peace"), *tally(93), published=MONDAY),
    ),
    "a rounded number that fits, and an equal one": (
        report("a", *tally(204, 115), day(MONDAY), body="kenyan-national-assembly"),
        report("b", told("count", 200, "yes", qualifier="about"), *tally(no=115), published=MONDAY, body="kenyan-national-assembly"),
    ),
    "a sponsor whose text failed, although nobody counts": (
        report("a", sponsor("russia"), told("result", "fail"), published=MONDAY, body="un-security-council"),
        report("b", sponsor("russia"), told("result", "fail"), nearby=MONDAY, body="un-security-council"),
    ),
    "93 votes in a council of 15: the body is open, the rest decides": (
        report("a", *tally(93, 18, 65), day(MONDAY)),
        report("b", *tally(93, 18, 65), day(MONDAY), body="un-security-council"),
    ),
}

APART = {
    "one equal number of one day": (report("a", *tally(93, 18, 65), day(MONDAY)), report("b", *tally(93, 8, 73), day(MONDAY))),
    "only one number told in one": (report("a", *tally(93, 18, 65), day(MONDAY)), report("b", *tally(93), day(MONDAY))),
    "a rounded number that fits, and nothing else": (
        report("a", *tally(204, 115), day(MONDAY), body="kenyan-national-assembly"),
        report("b", told("count", 200, "yes", qualifier="about"), day(MONDAY), body="kenyan-national-assembly"),
    ),
    "different bodies": (
        report("a", *tally(10, 0, 5), day(MONDAY), sponsor("united-states")),
        report("b", *tally(10, 0, 5), day(MONDAY), sponsor("united-states"), body="un-security-council"),
    ),
    "two reports of one article": (
        report("a", *tally(93, 18, 65), day(MONDAY), ref="v1"),
        report("a", *tally(93, 18, 65), day(MONDAY), ref="v2"),
    ),
    "the same tally a year later": (
        report("a", *tally(187, 2, 1), day("2023-11-02"), told("title", "Ending the embargo against Cuba")),
        report("b", *tally(187, 2, 1), day("2024-10-30"), told("title", "Ending the embargo against Cuba")),
    ),
    "different symbols of one series": (
        report("a", *tally(93, 18, 65), day(MONDAY), identifier="A/RES/ES-11/7"),
        report("b", *tally(93, 18, 65), day(MONDAY), identifier="A/RES/ES-11/8"),
    ),
    "equal counts, but two formal titles": (
        report("a", *tally(184, 1, 0), day("2018-12-20"), told("title", "International trade and development")),
        report("b", *tally(184, 1, 0), day("2018-12-20"), told("title", "External debt sustainability of poor nations")),
    ),
    "the same sponsor and day, all counts far apart": (
        report("a", *tally(93, 18, 65), day(MONDAY), sponsor("ukraine")),
        report("b", *tally(20, 120, 10), day(MONDAY), sponsor("ukraine")),
    ),
}


@pytest.mark.parametrize("pair", JOINED.values(), ids=JOINED.keys())
def test_joins(pair: tuple[Report, Report]) -> None:
    assert joined(reconcile(pair), *pair)


@pytest.mark.parametrize("pair", APART.values(), ids=APART.keys())
def test_keeps_apart(pair: tuple[Report, Report]) -> None:
    assert not joined(reconcile(pair), *pair)


def test_a_report_of_one_number_is_undecided_between_the_two_votes_that_have_it() -> None:
    one = report("a", *tally(93, 18, 65), day(MONDAY), sponsor("ukraine"))
    other = report("b", *tally(93, 8, 73), day(MONDAY), sponsor("united-states"))
    open_ = report("c", *tally(93), day(MONDAY))
    linking = reconcile([one, other, open_])
    (question,) = linking.undecided
    assert question.report == open_.id
    assert {frozenset(c.reports) for c in question.candidates} == {frozenset({one.id}), frozenset({other.id})}
    assert question.why


def test_the_sibling_takes_the_vote_that_is_left() -> None:
    ukrainian = report("a", *tally(93, 18, 65), day(MONDAY), sponsor("ukraine"))
    american = report("a", *tally(93, 8, 73), sponsor("united-states"), nearby=MONDAY, ref="v2")
    first = report("b", *tally(93, 18, 65), day(MONDAY))
    second = report("b", position("united-states", "abstain"), sponsor("united-states"), nearby=MONDAY, ref="v2")
    linking = reconcile([ukrainian, american, first, second])
    assert joined(linking, ukrainian, first)
    assert joined(linking, american, second)


def article_with_an_earlier_vote(name: str, *earlier) -> tuple[Report, Report]:
    """A vote of Monday, and beside it one that is told without its day."""
    main = report(name, *tally(214, 213), day(MONDAY), body="us-house-of-representatives")
    other = report(name, *earlier, nearby=MONDAY, ref="v2", body="us-house-of-representatives")
    first, second = in_one_article([main, other])
    return first, second


def test_failed_motions_told_beside_the_same_vote_are_one() -> None:
    counted = article_with_an_earlier_vote("a", *tally(214, 216), told("result", "fail"))
    bare = article_with_an_earlier_vote("b", told("result", "fail"))
    linking = reconcile([*counted, *bare])
    assert joined(linking, counted[0], bare[0])
    assert joined(linking, counted[1], bare[1])


def test_motions_that_passed_beside_the_same_vote_need_not_be_one() -> None:
    counted = article_with_an_earlier_vote("a", *tally(217, 210), told("result", "pass"))
    bare = article_with_an_earlier_vote("b", told("result", "pass"))
    linking = reconcile([*counted, *bare])
    assert joined(linking, counted[0], bare[0])
    assert not joined(linking, counted[1], bare[1])


def test_reasons_say_what_agrees_and_what_does_not() -> None:
    a = report("a", *tally(93, 18, 64), day(MONDAY), sponsor("ukraine"))
    b = report("b", *tally(93, 18, 65), day(MONDAY), sponsor("ukraine"))
    (group,) = reconcile([a, b]).groups
    reasons = "; ".join(group.members[0].reasons)
    for words in ("the same day, 2025-02-24", "the same sponsor, ukraine", "93 in favour", "abstaining: 64 and 65"):
        assert words in reasons


def test_votes_on_one_subject_a_week_apart_do_not_hang_together() -> None:
    days = [f"2025-02-{number:02d}" for number in (3, 10, 17, 24)]
    series = [
        report(
            f"{outlet}{n}",
            *tally(90 + 7 * n, 3 + n, 20 + 5 * n),
            day(days[n]),
            told("title", "Ferries to the outer islands"),
            published=days[n],
        )
        for n in range(4)
        for outlet in ("a", "b")
    ]
    assert [len(part.reports) for part in components(series)] == [2, 2, 2, 2]
    assert {group.reports for group in reconcile(series).groups} == {frozenset({f"a{n}/v1", f"b{n}/v1"}) for n in range(4)}


def test_a_late_article_joins_two_groups() -> None:
    a = report("a", *tally(93, 18), day(MONDAY))
    b = report("b", sponsor("ukraine"), *tally(abstain=65), day(MONDAY))
    late = report("c", *tally(93, 18, 65), day(MONDAY), sponsor("ukraine"))
    assert not joined(reconcile([a, b]), a, b)
    assert joined(reconcile([a, b, late]), a, b, late)


def test_an_editor_joins_what_evidence_does_not() -> None:
    a, b = report("a", *tally(93, 18, 65), day(MONDAY)), report("b", *tally(12, 3), published="2025-06-01")
    assert joined(reconcile([a, b], decisions=[Decision("together", frozenset({a.id, b.id}))]), a, b)


def test_an_editor_parts_what_evidence_joins() -> None:
    a, b, c = (report(name, *tally(93, 18, 65), day(MONDAY)) for name in "abc")
    linking = reconcile([a, b, c], decisions=[Decision("apart", frozenset({a.id}), frozenset({b.id, c.id}))])
    assert joined(linking, b, c)
    assert not joined(linking, a, b)


def test_a_record_is_found_by_body_day_and_counts() -> None:
    a = report("a", *tally(93, 18, 64), day(MONDAY))
    record = official("r1", counts={"yes": 93, "no": 18, "abstain": 65}, date=MONDAY)
    other = official("r2", counts={"yes": 93, "no": 8, "abstain": 73}, date=MONDAY)
    (group,) = reconcile([a], [record, other]).groups
    assert group.record == "r1"
    assert any("18 against" in reason for reason in group.record_reasons)


def test_two_records_alike_leave_a_report_undecided() -> None:
    a = report("a", *tally(184, 1, 0), day("2018-12-20"))
    records = [official(name, counts={"yes": 184, "no": 1, "abstain": 0}, date="2018-12-20") for name in ("r1", "r2")]
    linking = reconcile([a], records)
    assert not linking.groups
    assert {c.record for c in linking.undecided[0].candidates} == {"r1", "r2"}


def test_a_record_that_nobody_reports_makes_no_vote() -> None:
    assert reconcile([], [official("r1", counts={"yes": 1}, date=MONDAY)]).groups == ()


def test_a_replaced_revision_joins_beside_the_one_that_took_its_place() -> None:
    old = report("a", *tally(93, 18, 64), day(MONDAY), replaced="2025-02-25", ref="v1.old")
    new = report("a", *tally(93, 18, 65), day(MONDAY))
    other = report("b", *tally(93, 18, 65), day(MONDAY))
    assert joined(reconcile([old, new, other]), old, new, other)


def test_a_replaced_revision_makes_no_vote_of_its_own() -> None:
    assert reconcile([report("a", *tally(93, 18, 64), day(MONDAY), replaced="")]).groups == ()


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["un", "parliaments"])
def test_annotated_reports_are_joined_by_their_votes(shared_dir: Path, folder: str) -> None:
    annotated = gold_reports(shared_dir / "corpus" / "dev" / folder)
    linking = reconcile([r for r, _ in annotated])
    home = {i: n for n, group in enumerate(linking.groups) for i in group.reports}
    pairs = list(itertools.combinations(annotated, 2))
    together = [(a, b) for (a, x), (b, y) in pairs if x == y]
    found = [(a, b) for a, b in together if a.id in home and home[a.id] == home.get(b.id)]
    wrong = [(a.id, b.id) for (a, x), (b, y) in pairs if x != y and a.id in home and home[a.id] == home.get(b.id)]
    assert wrong == []
    assert len(found) >= {"un": 0.9, "parliaments": 0.3}[folder] * len(together)
