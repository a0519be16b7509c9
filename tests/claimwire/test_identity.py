"""Ids of votes stay where most of their reports went."""

from __future__ import annotations

from claimwire.linking.groups import Group, Member
from claimwire.linking.identity import founder_key, keep_ids
from tests.claimwire.linking_cases import report


def group(*reports: str) -> Group:
    return Group(tuple(Member(r, 0.0, ()) for r in reports))


def test_an_unchanged_vote_keeps_its_id() -> None:
    kept = keep_ids({"v1": frozenset("ab")}, [group("a", "b", "c")])
    assert (kept.ids, dict(kept.redirects), kept.gone) == (("v1",), {}, frozenset())


def test_a_merged_id_redirects_to_the_larger_part() -> None:
    kept = keep_ids({"v1": frozenset("a"), "v2": frozenset("bc")}, [group("a", "b", "c")])
    assert kept.ids == ("v2",)
    assert dict(kept.redirects) == {"v1": "v2"}


def test_of_a_split_vote_the_larger_part_keeps_the_id() -> None:
    kept = keep_ids({"v1": frozenset("abc")}, [group("a"), group("b", "c")])
    assert kept.ids == (None, "v1")


def test_an_id_without_reports_is_gone() -> None:
    kept = keep_ids({"v1": frozenset("a"), "v2": frozenset("b")}, [group("a")])
    assert kept.gone == {"v2"}


def test_ties_go_by_id() -> None:
    assert keep_ids({"v2": frozenset("b"), "v1": frozenset("a")}, [group("a", "b")]).ids == ("v1",)


def test_the_founder_is_the_first_current_report_by_content() -> None:
    reports = {r.id: r for r in (report("b"), report("a", replaced=""), report("c"))}
    assert founder_key(group(*reports), reports) == "key b v1"
