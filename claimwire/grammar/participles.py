"""Whose act a participle tells before its subject or far behind it: ``By abstaining, X let it pass``, ``X did …, abstaining``."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import aside_start
from claimwire.grammar.wordlists import word_list

_CHOOSING: Final = word_list("participles.choosing")
_OPENERS: Final = frozenset({"BY", "IN"})
_ENDS: Final = frozenset({"SEMI", "STOP", "COLON", "CONTRAST", "DASH"})
_VERBS: Final = frozenset({"WORD", "ACT", "UNREAL", "BE", "MODAL", "NOT", "PASS", "FAIL", "SPONSOR", "JOIN", "SIDE", "GET", "REFUSE"})
_GOVERNING: Final = frozenset({"IN", "OF", "BY", "W", "TO", "WITH", "WEAK", "LABEL", "INCL", "EXCEPT", "AMONG", "BACKING", "REL"})
REACH: Final = 14
"""So many chunks may lie between a participle and its subject."""


def of_participle(chunks: list[Chunk], at: int) -> Chunk | None:
    """The list whose act the participle at ``at`` tells; ``None`` where it is not told by its place."""
    chunk = chunks[at]
    before = chunks[at - 1] if at else None
    opens = at == 0 or (at == 1 and before is not None and before.sym in _OPENERS)
    if opens and chunk.form in ("ing", "past", "participle"):
        return _behind(chunks, at)
    if before is None:
        return None
    if chunk.form == "base":
        chosen = at > 2 and before.sym == "TO" and chunks[at - 2].unit.lower in _CHOOSING and chunks[at - 3].sym == "COMMA"
        return _of_clause(chunks, at - 3) if chosen else None
    if chunk.form != "ing":
        return None
    if before.sym == "COMMA":
        opened = aside_start(chunks, at - 1)
        if opened is not None and opened > 1 and chunks[opened - 1].sym == "LIST" and chunks[opened - 2].sym == "W":
            return chunks[opened - 1]
        return _of_clause(chunks, at - 1)
    return _of_clause(chunks, at - 1) if before.sym == "BY" else None


def _behind(chunks: list[Chunk], at: int) -> Chunk | None:
    """``Vetoing the draft, the United States said``: the list right behind the comma, where its verb follows."""
    for probe in range(at + 1, min(len(chunks) - 2, at + REACH)):
        sym = chunks[probe].sym
        if sym in _ENDS or sym in ("BE", "LIST", "ACT"):
            return None
        if sym == "COMMA":
            found = chunks[probe + 1]
            return found if found.sym == "LIST" and chunks[probe + 2].sym in _VERBS else None
    return None


def _of_clause(chunks: list[Chunk], last: int) -> Chunk | None:
    """The list that is the subject of the clause which ends at ``last``; its verb stands right behind it."""
    first = last
    while first > 0 and last - first < REACH and chunks[first - 1].sym not in _ENDS:
        first -= 1
    for at in range(first, last - 1):
        chunk = chunks[at]
        if chunk.sym in ("BODY", "MOTION", "COUNT", "SUB", "NUM", "IT") and (at == first or chunks[at - 1].sym not in _GOVERNING):
            return None
        if chunk.sym == "LIST" and (at == first or chunks[at - 1].sym not in _GOVERNING):
            return chunk if chunks[at + 1].sym in _VERBS else None
    return None
