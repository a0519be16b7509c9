"""In which body each vote was, once the whole article has been read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from claimwire import bodies
from claimwire.grammar.facts import Fact
from claimwire.grammar.motions import VoteState
from claimwire.grammar.venues import Resolved, Venues

COUNCIL: Final = "un-security-council"
MISPRINT: Final = 1.4
"""A body stands though so many times its members are told of, where no other can be meant: a number is misprinted."""
_COUNTED: Final = ("yes", "no", "abstain")


def vetoed(facts: Iterable[tuple[VoteState, Fact]], *, among_nations: bool) -> set[int]:
    """``id`` of the votes that met a veto in the Security Council.

    Where the article does not speak of the United Nations (``among_nations``), states must have voted.
    """
    met, of_states = set(), set()
    for state, fact in facts:
        if "veto" in fact.rule:
            met.add(id(state))
        if fact.named is not None and fact.named.actor is not None and fact.named.actor.kind == "country":
            of_states.add(id(state))
    return met if among_nations else met & of_states


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
        elif not _able([state.body], votes_of(state)):
            other, _ = venues.fitting([b for b in (*known, *venues.named(), *venues.heard()) if b != state.body], votes_of(state))
            if other is not None:
                state.body, state.candidates = other, ()


def possible(state: VoteState) -> Resolved:
    """The body, unless the counts told cannot be that body's; then it stays open."""
    if state.body is None:
        return None, state.candidates
    largest = bodies.body(state.body).largest
    if largest is not None and votes_of(state) > largest * (1 if state.candidates else MISPRINT):
        return None, tuple(dict.fromkeys((state.body, *state.candidates)))
    return state.body, ()


def votes_of(state: VoteState) -> int:
    """So many votes are told of, all sides together."""
    return sum(v for k, v in state.counts.items() if k in _COUNTED)


def _shared(state: VoteState, known: set[str], venues: Venues) -> Resolved:
    votes = votes_of(state)
    if state.candidates:
        among = [c for c in state.candidates if c in known]
        body, _ = venues.fallback()
        if len(among) == 1 or body in state.candidates:
            return among[0] if len(among) == 1 else body, ()
        likely = [c for c in state.candidates if venues.is_likely(c)]
        if not likely:
            return (next(iter(known)), ()) if len(known) == 1 else (None, state.candidates)
        return venues.fitting(likely, votes) if _able(likely, votes) else venues.fitting(venues.named(), votes)
    able = _able(sorted(known), votes)
    if len(able) == 1 and (votes or len(known) == 1):
        return able[0], ()
    if able:
        return None, tuple(able)
    body, candidates = venues.fallback()
    if body is not None and _able([body], votes):
        return body, ()
    return venues.fitting(venues.named() or candidates, votes) if votes else (None, candidates)


def _able(candidates: Iterable[str], votes: int) -> list[str]:
    return [c for c in candidates if (bodies.body(c).largest or votes) >= votes]
