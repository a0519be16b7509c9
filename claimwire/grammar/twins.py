"""Two votes of one article that are one vote told twice."""

from __future__ import annotations

from claimwire.grammar.motions import VoteState

MAX_TWINS = 24
"""So many votes back a vote is compared with those before it."""


def same_vote(one: VoteState, two: VoteState) -> bool:
    """Whether two votes share yes and no and differ in nothing that tells votes apart."""
    if one.earlier != two.earlier or (one.body and two.body and one.body != two.body):
        return False
    first, second = one.motion, two.motion
    if first.identifier and second.identifier and first.identifier != second.identifier:
        return False
    if first.stage != second.stage and first.stage and second.stage:
        return False
    if first.sponsors and second.sponsors and not first.sponsors & second.sponsors:
        return False
    if first.amendment != second.amendment or (first.title and second.title and first.title != second.title):
        return False
    shared = {o for o in one.counts if one.counts[o] == two.counts.get(o)}
    clash = {o for o in one.counts if o in two.counts and one.counts[o] != two.counts[o]}
    return {"yes", "no"} <= shared and not clash and one.counts.get("no", 0) > 0
