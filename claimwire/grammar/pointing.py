"""Whom a pronoun or a counted noun points back to: it, they, both, all three, his country."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.clause_subjects import represented
from claimwire.grammar.facts import Reading

_GOVERNORS = frozenset({"ACT", "WEAK", "LABEL", "PASS", "FAIL", "BY", "OF", "W", "WITH", "TO"})
_NOT_SUBJECTS = frozenset(
    {"IN", "OF", "BY", "W", "WITH", "TO", "WEAK", "LABEL", "JOIN", "SIDE", "INCL", "EXCEPT", "AMONG", "BACKING", "ACT"}
)


def meant(chunks: list[Chunk], at: int, reading: Reading) -> list[Named]:
    """The names that the subject at ``at`` points back to, in this sentence or the one before; none where that is open."""
    chunk = chunks[at]
    if chunk.sym == "IT" and chunk.unit.lower == "it":
        if at and chunks[at - 1].sym in _GOVERNORS:
            return []
        return _earlier_subject(chunks, at, 1, reading)
    if chunk.sym == "VOTER":
        return _earlier_subject(chunks, at, 1, reading) if chunk.has("own") else []
    if chunk.sym == "IT" and chunk.unit.lower == "they":
        here = _here(chunks, at)
        named = here if here is not None else reading.subject
        return named if len(named) > 1 else []
    size = 2 if chunk.sym == "IT" else chunk.value if chunk.has("the") else 0
    return _earlier_subject(chunks, at, size, reading) if size > 1 else []


def _earlier_subject(chunks: list[Chunk], at: int, size: int, reading: Reading) -> list[Named]:
    here = _here(chunks, at)
    named = here if here is not None else reading.subject
    return named if len(named) == size else []


def _here(chunks: list[Chunk], at: int) -> list[Named] | None:
    """The nearest list before ``at`` that is a subject; an empty one where a body stands nearer, ``None`` where there is none."""
    for probe in range(at - 1, -1, -1):
        sym = chunks[probe].sym
        before = chunks[probe - 1].sym if probe else None
        led = probe > 1 and before == "OF" and chunks[probe - 2].unit.tag == "TITLE"
        if sym == "LIST" and (before not in _NOT_SUBJECTS or led or represented(chunks, probe)):
            return chunks[probe].named if not chunks[probe].rest else []
        if sym == "BODY" and before not in _NOT_SUBJECTS:
            return []
    return None
