"""Votes changed: ``switched from abstaining to voting yes``, ``changed its vote to no``: the last one stands."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact, emit
from claimwire.grammar.wordlists import word_list

_VERBS = word_list("switching.verbs")
_SAYS = frozenset({"ACT", "UNREAL", "LABEL", "WEAK"})


def switched(chunks: list[Chunk], found: list[Fact]) -> None:
    """The side that a voter moved to, where the verb of change is a fact."""
    for at, chunk in enumerate(chunks):
        if chunk.unit.lower not in _VERBS or (at and chunks[at - 1].sym in ("MODAL", "NOT", "TO", "UNREAL")):
            continue
        to = _to(chunks, at)
        if to is None:
            continue
        subject = subject_of(chunks, at)
        if subject is not None and subject.sym == "LIST":
            moved = {n.actor.id for n in subject.named if n.actor is not None}
            found[:] = [f for f in found if f.named is None or f.named.actor is None or f.named.actor.id not in moved]
            emit(found, subject.named, chunks[to].option or "", at, chunks[to], "position.switched", to)


def _to(chunks: list[Chunk], at: int) -> int | None:
    """Index of the side after ``to``; there must be a vote or a side before it."""
    told = False
    for probe in range(at + 1, min(len(chunks) - 1, at + 8)):
        sym = chunks[probe].sym
        if sym in ("COMMA", "SEMI", "STOP", "CONTRAST", "LIST") or (sym == "MOTION" and not told):
            return None
        told = told or sym in ("OUTCOME", "VOTE") or (sym in _SAYS and chunks[probe].option is not None)
        if sym == "TO" and told:
            ahead = chunks[probe + 1]
            return probe + 1 if ahead.sym in _SAYS and ahead.option in ("yes", "no", "abstain") else None
    return None
