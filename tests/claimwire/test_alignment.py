"""With whom a voter sides."""

from __future__ import annotations

import datetime

from claimwire.alignment import Position, alignment, over_time, told_by


def position(vote: str, option: str, *by: str, day: int | None = None) -> Position:
    return Position(vote=vote, option=option, by=by, day=datetime.date(2025, 2, day) if day else None)


def test_abstaining_is_a_side_and_absence_is_none() -> None:
    ours = [position("v1", "no"), position("v2", "abstain"), position("v3", "absent"), position("v4", "yes")]
    theirs = [position("v1", "no"), position("v2", "yes"), position("v3", "yes"), position("v5", "yes")]
    found = alignment(ours, theirs)
    assert (found.together, found.apart, found.unclear) == (("v1",), ("v2",), ())
    assert found.share == 0.5
    assert found.to_record()["share"] == 0.5


def test_a_vote_told_on_two_sides_is_unclear() -> None:
    found = alignment([position("v1", "no", "a"), position("v1", "yes", "b")], [position("v1", "no")])
    assert (found.unclear, found.share) == (("v1",), None)


def test_alignment_as_one_outlet_tells_it() -> None:
    told = [position("v1", "no", "a"), position("v1", "yes", "b", "c")]
    assert [p.option for p in told_by(told, "c")] == ["yes"]


def test_positions_over_time_with_the_undated_last() -> None:
    told = [position("v3", "yes"), position("v2", "no", day=24), position("v1", "no", day=23)]
    assert [p.vote for p in over_time(told)] == ["v1", "v2", "v3"]
