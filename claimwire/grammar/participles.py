"""Whose act a participle tells before its subject or far behind it: ``By abstaining, X let it pass``, ``X did …, abstaining``."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import aside_start
from claimwire.grammar.wordlists import word_list

_CHOOSING: Final = word_list("participles.choosing")
_RECORDED: Final = word_list("participles.recorded")
_OPENERS: Final = frozenset({"BY", "IN"})
_ENDS: Final = frozenset({"SEMI", "STOP", "COLON", "CONTRAST", "DASH"})
_TELLING: Final = frozenset({"ACT", "UNREAL", "PASS", "FAIL", "EARLIER"})
_VERBS: Final = frozenset({"WORD", "ACT", "UNREAL", "BE", "MODAL", "NOT", "PASS", "FAIL", "SPONSOR", "JOIN", "SIDE", "GET", "REFUSE"})
_GOVERNING: Final = frozenset({"IN", "OF", "BY", "W", "TO", "WITH", "WEAK", "LABEL", "INCL", "EXCEPT", "AMONG", "BACKING", "REL"})
REACH: Final = 14
"""So many chunks may lie between a participle and its subject."""


def of_participle(chunks: list[Chunk], at: int) -> Chunk | None:
    """The list whose act the participle at ``at`` tells; ``None`` where it is not told by its place."""
    chunk = chunks[at]
    before = chunks[at - 1] if at else None
    opens = at == 0 or (at == 1 and before is not None and before.sym in _OPENERS)
    opens = opens or (at == 2 and chunks[0].sym == "WORD" and chunks[1].unit.lower == "for" and chunk.form == "ing")
    if opens and chunk.form in ("ing", "past", "participle"):
        return behind(chunks, at)
    if before is None:
        return None
    last = at - 1
    if before.unit.lower == "as" and last > 1 and chunks[last - 1].unit.lower in _RECORDED:
        return of_clause(chunks, last - 1)
    if chunk.form == "base":
        if at < 3 or before.sym != "TO" or chunks[at - 2].unit.lower not in _CHOOSING:
            return None
        last = at - 3
    elif chunk.form != "ing":
        return None
    beside = _beside(chunks, last)
    if beside is not None:
        return beside
    if chunks[last].unit.lower == "after" and not any(c.sym in _TELLING and c is not chunk for c in chunks):
        behind_name = last > 1 and chunks[last - 1].sym == "COMMA" and chunks[last - 2].sym == "LIST"
        return chunks[last - 2] if behind_name else of_clause(chunks, last)
    if chunks[last].sym == "COMMA" or (chunks[last].sym == "BY" and last == at - 1):
        return of_clause(chunks, last)
    return None


def _beside(chunks: list[Chunk], last: int) -> Chunk | None:
    """``with Chad, joined by Mali, voting against``, ``with four (Chad among them) choosing to abstain``: who stands behind ``with``."""
    opened: int | None = last + 1
    if chunks[last].sym == "COMMA":
        opened = aside_start(chunks, last)
    elif chunks[last].sym in ("CLOSE", "DASH"):
        marks = ("OPEN",) if chunks[last].sym == "CLOSE" else ("DASH",)
        opened = next((k for k in range(last - 1, max(0, last - REACH), -1) if chunks[k].sym in marks), None)
    if opened is None or opened < 2:
        return None
    named = chunks[opened - 1]
    return named if named.sym in ("LIST", "NUM", "COUNT", "SUB") and chunks[opened - 2].sym == "W" else None


def behind(chunks: list[Chunk], at: int) -> Chunk | None:
    """``Vetoing the draft, the United States said``: the list right behind the comma, where its verb follows."""
    for probe in range(at + 1, min(len(chunks) - 2, at + REACH)):
        sym = chunks[probe].sym
        if sym in _ENDS or sym in ("BE", "LIST", "ACT"):
            return None
        if sym == "COMMA":
            found = chunks[probe + 1]
            return found if found.sym == "LIST" and chunks[probe + 2].sym in _VERBS else None
    return None


def of_clause(chunks: list[Chunk], last: int) -> Chunk | None:
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
