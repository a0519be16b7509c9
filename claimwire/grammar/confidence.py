"""Votes of confidence: whether ``survived``, ``won`` or ``lost`` means that the motion passed, by what the motion was about."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.units import Unit

_SURVIVED: Final = frozenset("survived survives survive surviving defeated overcame weathered".split())
_WON: Final = frozenset("won wins win winning".split())
_LOST: Final = frozenset("lost loses lose losing".split())
_AGAINST: Final = ("no confidence", "no-confidence", "non-confidence", "censure", "impeach", "distrust", "ouster", "removal", "mistrust")
_FOR: Final = ("confidence", "trust")
_REACH: Final = 5


def settle_confidence(units: list[Unit], chunks: list[Chunk]) -> None:
    """Makes PASS or FAIL of the verb before a vote of confidence: who survives one of no confidence saw the motion fail."""
    for index, chunk in enumerate(chunks):
        word = chunk.unit.lower
        if chunk.sym not in ("WORD", "GET", "VERB") or word not in _SURVIVED | _WON | _LOST:
            continue
        kind = _kind(units, chunks, index)
        if kind is None or (index and chunks[index - 1].sym in ("MODAL", "TO", "NOT")):
            continue
        opposition = any("opposition" in c.unit.lower for c in chunks[max(0, index - 3) : index])
        passed = (kind == "for") == (word not in _LOST)
        if word in _WON | _LOST and opposition:
            passed = not passed
        if word in ("defeated", "overcame") and kind == "for":
            continue
        chunk.sym, chunk.result = ("PASS", "pass") if passed else ("FAIL", "fail")


def _kind(units: list[Unit], chunks: list[Chunk], index: int) -> str | None:
    """``against`` for a motion of no confidence or censure right behind the verb, ``for`` for one of confidence."""
    for chunk in chunks[index + 1 : index + 1 + _REACH]:
        if chunk.sym in ("COMMA", "STOP", "SEMI", "BY", "CONTRAST", "TALLY", "VOTES", "COUNT", "NUM"):
            return None
        words = " ".join(u.lower for u in units[chunk.first : chunk.after]).replace(" - ", "-")
        if any(word in words for word in _AGAINST):
            return "against"
        if any(word in words for word in _FOR):
            return "for"
    return None
