"""In which body each vote was, once the whole article has been read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from claimwire import bodies
from claimwire.grammar.facts import Fact
from claimwire.grammar.motions import VoteState
from claimwire.grammar.venues import Resolved, Venues

COUNCIL: Final = "un-security-council"
_COUNTED: Final = ("yes", "no", "abstain")


def vetoed(facts: Iterable[tuple[VoteState, Fact]], *, among_nations: bool) -> set[int]:
    """``id`` of the votes that met a permanent member's veto.

    Where the article speaks of the United Nations (``among_nations``), any veto is one.
    """
    permanent = bodies.body(COUNCIL).permanent
    found = set()
    for state, fact in facts:
        actor = fact.named.actor if fact.named is not None else None
        if "veto" in fact.rule and (among_nations or (actor is not None and actor.id in permanent)):
            found.add(id(state))
    return found


def share_bodies(states: Sequence[VoteState], venues: Venues, vetoed: set[int]) -> None:
    """Gives a body to the votes whose sentences name none, where the article leaves only one."""
    for state in states:
        if id(state) in vetoed and state.body in (None, "un-general-assembly"):
            state.body, state.candidates = COUNCIL, ()
    known = {s.body for s in states if s.body is not None and not s.earlier and id(s) not in vetoed}
    known = known or {s.body for s in states if s.body is not None and not s.earlier}
    for state in states:
        if state.body is None:
            state.body, state.candidates = _shared(state, known, venues)


def possible(state: VoteState) -> Resolved:
    """The body, unless the counts told cannot be that body's; then it stays open."""
    if state.body is None:
        return None, state.candidates
    largest = bodies.body(state.body).largest
    if largest is not None and votes_of(state) > largest:
        return None, tuple(dict.fromkeys((state.body, *state.candidates)))
    return state.body, ()


def votes_of(state: VoteState) -> int:
    """So many votes are told of, all sides together."""
    return sum(v for k, v in state.counts.items() if k in _COUNTED)


def _shared(state: VoteState, known: set[str], venues: Venues) -> Resolved:
    votes = votes_of(state)
    if state.candidates:
        among = [c for c in state.candidates if c in known]
        if len(among) == 1:
            return among[0], ()
        return venues.fitting(state.candidates, votes)
    able = [b for b in sorted(known) if (bodies.body(b).largest or votes) >= votes]
    if len(able) == 1 and (votes or len(known) == 1):
        return able[0], ()
    if able:
        return None, tuple(able)
    body, candidates = venues.fallback()
    if body is not None and (bodies.body(body).largest or votes) >= votes:
        return body, ()
    return venues.fitting(candidates, votes) if votes else (None, candidates)
