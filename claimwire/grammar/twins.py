"""Two votes of one article that are one vote told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimwire.grammar.motions import VoteState

if TYPE_CHECKING:
    from claimwire.grammar.ledger import Ledger

MAX_TWINS: Final = 24
"""So many votes back a vote is compared with those before it."""


def merged(ledger: Ledger, states: list[VoteState]) -> list[VoteState]:
    """Votes of one article that share yes and no and clash in nothing are one vote told twice."""
    kept: list[VoteState] = []
    for state in states:
        if ledger.elections and "no" not in state.counts and id(state) not in ledger.results and not state.motion.named:
            continue
        twin = next((k for k in kept[-MAX_TWINS:] if same_vote(k, state)), None)
        if twin is None:
            kept.append(state)
            continue
        twin.body = twin.body or state.body
        for option, value in state.counts.items():
            twin.counts.setdefault(option, value)
        for entry in ledger.of_state.pop(id(state), []):
            if entry.fact.kind == "result" and id(twin) in ledger.results:
                continue
            entry.state = twin
            ledger.of_state.setdefault(id(twin), []).append(entry)
    return kept


def same_vote(one: VoteState, two: VoteState) -> bool:
    """Whether two votes share yes and no and differ in nothing that tells votes apart."""
    if one.body and two.body and one.body != two.body:
        return False
    if one.earlier != two.earlier and (one.body is None or one.body != two.body):
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
    told = one.counts.get("no", 0) > 0 or ("abstain" in shared and one.counts["abstain"] > 0 and one.body is not None)
    return {"yes", "no"} <= shared and not clash and told
