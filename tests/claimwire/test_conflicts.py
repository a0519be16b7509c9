"""What is a conflict among the reports of one vote, and what is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimwire.conflicts import compare_with_record, conflict_id, conflicts_of
from claimwire.reconcile import reconcile
from tests.claimwire.linking_cases import gold_reports, official, report, told

RAISED = {
    "64 against 65 abstentions": ("count", [told("count", 64, "abstain")], [told("count", 65, "abstain")]),
    "over 140 against exactly 139": ("count", [told("count", 140, "yes", qualifier="over")], [told("count", 139, "yes")]),
    "a state on two sides": ("position", [told("position", "yes", "iran")], [told("position", "no", "iran")]),
    "passed and failed": ("result", [told("result", "pass")], [told("result", "fail")]),
    "24 and 25 February": ("date", [told("date", "2025-02-24", basis="stated")], [told("date", "2025-02-25", basis="stated")]),
    "a title with a word exchanged": (
        "title",
        [told("title", "Advancing a comprehensive, just and lasting peace")],
        [told("title", "Advancing a comprehensive, fair and lasting peace")],
    ),
    "a sponsor that voted against its own text": (
        "sponsorship",
        [told("sponsorship", "iran", "iran"), told("position", "no", "iran")],
        [told("sponsorship", "ukraine", "ukraine"), told("position", "no", "iran")],
    ),
}

NOT_RAISED = {
    "over 140 and 141": ([told("count", 140, "yes", qualifier="over")], [told("count", 141, "yes")]),
    "about 70 and 73": ([told("count", 70, "abstain", qualifier="about")], [told("count", 73, "abstain")]),
    "two vague numbers": ([told("count", 140, "yes", qualifier="over")], [told("count", 120, "yes", qualifier="under")]),
    "a derived count": ([told("count", 17, "no", derived=True)], [told("count", 18, "no")]),
    "a tentative count": ([told("count", 17, "no", tentative=True)], [told("count", 18, "no")]),
    "a superseded count": ([told("count", 34, "abstain", superseded=True)], [told("count", 35, "abstain")]),
    "a speaker's count": ([told("count", 17, "no", quoted=True)], [told("count", 18, "no")]),
    "a date from an anniversary": (
        [told("date", "2025-02-24", basis="anniversary", derived=True)],
        [told("date", "2025-02-25", basis="stated")],
    ),
    "a date of the dateline": ([told("date", "2025-02-25", basis="dateline")], [told("date", "2025-02-24", basis="stated")]),
    "absent and not voting": ([told("position", "absent", "senegal")], [told("position", "not voting", "senegal")]),
    "a title cut short": ([told("title", "A just and lasting peace in Ukraine")], [told("title", "A just and lasting peace")]),
    "a popular name": ([told("title", "The path to peace")], [told("title", "Advancing a just and lasting peace in Ukraine")]),
    "two sponsors": ([told("sponsorship", "ukraine", "ukraine")], [told("sponsorship", "european-union", "european-union")]),
    "different options": ([told("count", 18, "no")], [told("count", 8, "abstain")]),
    "different states": ([told("position", "no", "iran")], [told("position", "yes", "iraq")]),
    "one article gives both values": ([told("count", 64, "abstain"), told("count", 65, "abstain")], [told("count", 65, "abstain")]),
}


@pytest.mark.parametrize(("kind", "one", "other"), RAISED.values(), ids=RAISED.keys())
def test_raises(kind: str, one: list, other: list) -> None:
    found = conflicts_of([report("a", *one), report("b", *other)])
    assert [c.kind for c in found] == [kind]
    assert found[0].state == "open"
    assert {t.article for value in found[0].values for t in value.tellings} == {"a", "b"}


@pytest.mark.parametrize(("one", "other"), NOT_RAISED.values(), ids=NOT_RAISED.keys())
def test_does_not_raise(one: list, other: list) -> None:
    assert conflicts_of([report("a", *one), report("b", *other)]) == ()


def test_one_article_alone_disputes_with_nobody() -> None:
    assert conflicts_of([report("a", told("count", 64, "abstain"), told("count", 65, "abstain"))]) == ()


def test_an_outlet_may_contradict_itself_in_two_articles() -> None:
    found = conflicts_of([report("a", told("count", 64, "abstain"), outlet="x"), report("b", told("count", 65, "abstain"), outlet="x")])
    assert len(found) == 1


def test_the_record_is_a_side_even_where_outlets_agree() -> None:
    record = official("r", counts={"abstain": 65})
    (conflict,) = conflicts_of([report("a", told("count", 64, "abstain")), report("b", told("count", 64, "abstain"))], record)
    assert [(v.value, v.record, len(v.tellings)) for v in conflict.values] == [(64, False, 2), (65, True, 0)]
    assert "the official record says 65" in conflict.explanation


def test_what_the_record_does_not_hold_is_no_conflict() -> None:
    assert conflicts_of([report("a", told("position", "no", "iran"))], official("r", positions={"iraq": "yes"})) == ()


def test_copies_of_one_story_count_as_one_source() -> None:
    copies = [report(name, told("count", 64, "abstain"), story="wire-1") for name in "abc"]
    (conflict,) = conflicts_of([*copies, report("d", told("count", 65, "abstain"))])
    assert [(v.value, v.sources, len(v.tellings)) for v in conflict.values] == [(64, 1, 3), (65, 1, 1)]
    assert conflict.values[0].to_record()["reports"][0]["story"] == "wire-1"


def test_a_correction_closes_the_conflict_and_keeps_what_was_said() -> None:
    old = report("a", told("count", 64, "abstain"), replaced="2025-02-26", ref="v1.old")
    new, other = report("a", told("count", 65, "abstain")), report("b", told("count", 65, "abstain"))
    (conflict,) = conflicts_of([old, new, other])
    assert (conflict.state, conflict.corrected_at) == ("closed", "2025-02-26")
    assert [(v.value, v.tellings[0].article) for v in conflict.history] == [(64, "a")]
    assert "64 before a correction" in conflict.explanation


def test_a_correction_of_one_leaves_the_conflict_of_others_open() -> None:
    old = report("a", told("count", 64, "abstain"), replaced="2025-02-26", ref="v1.old")
    new, other = report("a", told("count", 65, "abstain")), report("b", told("count", 65, "abstain"))
    (conflict,) = conflicts_of([old, new, other, report("c", told("count", 64, "abstain"))])
    assert conflict.state == "open"
    assert conflict.history[0].tellings[0].corrected_at == "2025-02-26"


def test_a_correction_nobody_else_spoke_of_is_no_conflict() -> None:
    old = report("a", told("count", 64, "abstain"), replaced="2025-02-26", ref="v1.old")
    assert conflicts_of([old, report("a", told("count", 65, "abstain"))]) == ()


def test_a_weekday_one_day_later_is_told_apart_as_maybe_a_time_zone() -> None:
    stated = report("a", told("date", "2025-02-24", basis="stated"))
    late = report("b", told("date", "2025-02-25", basis="weekday+published"))
    assert "time zones" in conflicts_of([stated, late])[0].explanation
    plain = report("b", told("date", "2025-02-25", basis="stated"))
    assert "time zones" not in conflicts_of([stated, plain])[0].explanation


def test_the_sentence_names_outlets_and_values() -> None:
    found = conflicts_of(
        [report("a", told("count", 64, "abstain"), outlet="independent"), report("b", told("count", 65, "abstain"), outlet="example.org")],
        names={"independent": "The Independent"},
    )
    assert found[0].explanation == "Abstentions: The Independent says 64; example.org says 65."


def test_a_conflict_is_json_of_the_contract() -> None:
    (conflict,) = conflicts_of([report("a", told("count", 64, "abstain")), report("b", told("count", 65, "abstain"))])
    id = conflict_id("v1", conflict.kind, conflict.subject)
    record = json.loads(json.dumps(conflict.to_record(id, "v1")))
    assert record["subject"] == {"option": "abstain"}
    assert (record["id"], record["vote"], record["state"], record["decision"]) == (id, "v1", "open", None)
    assert [(v["value"], v["record"]) for v in record["values"]] == [(64, False), (65, False)]
    assert set(record["values"][0]["reports"][0]) >= {"outlet", "article", "document", "claim", "quote"}
    assert id != conflict_id("v2", conflict.kind, conflict.subject)


def test_order_does_not_matter() -> None:
    reports = [report(name, told("count", value, "abstain")) for name, value in (("a", 64), ("b", 65), ("c", 66))]
    assert conflicts_of(reports) == conflicts_of(reports[::-1])


def test_each_value_is_held_against_the_record() -> None:
    counts = told("count", 64, "abstain"), told("count", 90, "yes", qualifier="over"), told("count", 17, "absent")
    more = told("position", "not voting", "senegal"), told("result", "pass"), told("date", "2025-02-25", basis="stated")
    told_by = report("a", *counts, *more)
    record = official("r", counts={"abstain": 65, "yes": 93}, positions={"senegal": "absent"}, result="pass", date="2025-02-24")
    verdicts = compare_with_record([told_by], record)
    assert list(verdicts.values()) == ["differs", "agrees", "not recorded", "agrees", "agrees", "differs"]
    assert set(compare_with_record([told_by], None).values()) == {"not recorded"}


@pytest.mark.shared
def test_annotated_reports_have_the_implied_conflicts_and_no_other(shared_dir: Path) -> None:
    """What ../shared/corpus/score_conflicts.py expects of dev/un, with its dates and results besides."""
    reports = {r.id: r for r, _ in gold_reports(shared_dir / "corpus" / "dev" / "un")}
    refs = {r.id: ref for r, ref in gold_reports(shared_dir / "corpus" / "dev" / "un")}
    found = set()
    for group in reconcile(reports.values()).groups:
        for conflict in conflicts_of([reports[i] for i in group.reports]):
            found.add((min(refs[i] for i in group.reports), conflict.kind, *conflict.subject.values()))
    assert found == {
        ("ga-es11-1-2022-03-02", "position", "cuba"),
        ("ga-es11-4-2022-10-12", "count", "abstain"),
        ("ga-es11-6-2023-02-23", "date"),
        ("ga-es11-7-2025-02-24", "position", "iran"),
        ("ga-es11-8-2025-02-24", "count", "abstain"),
        ("ga-es11-8-2025-02-24", "count", "yes"),
        ("ga-es11-8-2025-02-24", "position", "ukraine"),
    }
