"""Two votes of one article that are one vote told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimwire.grammar.motions import VoteState

if TYPE_CHECKING:
    from claimwire.grammar.ledger import Ledger

LARGE: Final = 60
"""So many votes at least were cast where the numbers alone tell that two votes are one."""
MAX_TWINS: Final = 24
"""So many votes back a vote is compared with those before it."""


def merged(ledger: Ledger, states: list[VoteState]) -> list[VoteState]:
    """Votes of one article that share yes and no and clash in nothing are one vote told twice."""
    kept: list[VoteState] = []
    for state in states:
        if ledger.elections and "no" not in state.counts and id(state) not in ledger.results and not state.motion.named:
            continue
        twin = next((k for k in kept[-MAX_TWINS:] if same_vote(k, state) or _turned(ledger, k, state)), None)
        if twin is None:
            kept.append(state)
            continue
        if twin.body is None or (state.body is not None and id(state) in ledger.results and id(twin) not in ledger.results):
            twin.body = state.body
        for option, value in state.counts.items():
            twin.counts.setdefault(option, value)
        for entry in ledger.of_state.pop(id(state), []):
            if entry.fact.kind == "result" and id(twin) in ledger.results:
                continue
            entry.state = twin
            ledger.of_state.setdefault(id(twin), []).append(entry)
    return kept


def _is_large(one: VoteState, two: VoteState) -> bool:
    """Whether two tallies share numbers so large that no two houses have them both: one of the bodies was only spoken of."""
    pairs = [(s.counts.get("yes", 0), s.counts.get("no", 0)) for s in (one, two)]
    return pairs[0] == pairs[1] and sum(pairs[0]) >= LARGE and min(pairs[0]) > 3


def same_vote(one: VoteState, two: VoteState) -> bool:
    """Whether two votes share yes and no and differ in nothing that tells votes apart."""
    if one.body and two.body and one.body != two.body and not _is_large(one, two):
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


def _turned(ledger: Ledger, one: VoteState, two: VoteState) -> bool:
    """Whether a bare tally has the numbers of a vote told with words the other way round; the bare tally then gives way."""
    if one.body and two.body and one.body != two.body:
        return False
    pair = one.counts.get("yes"), one.counts.get("no")
    if None in pair or pair != (two.counts.get("no"), two.counts.get("yes")) or sum(n or 0 for n in pair) < LARGE or pair[0] == pair[1]:
        return False
    bare = [_is_bare(ledger, state) for state in (one, two)]
    if bare[0] == bare[1]:
        return False
    loser = one if bare[0] else two
    for entry in ledger.of_state.get(id(loser), []):
        entry.gone = entry.gone or entry.fact.kind == "count"
    if loser is one:
        one.counts.clear()
    return True


def _is_bare(ledger: Ledger, state: VoteState) -> bool:
    """Whether all that is counted of a vote is a tally, whose order only the outcome tells."""
    return all(e.fact.rule == "count.tally" for e in ledger.of_state.get(id(state), []) if e.fact.kind == "count" and not e.gone)
