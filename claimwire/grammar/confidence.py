"""Who votes on confidence: ``301 denied him the confidence``, ``184 gave him their confidence``, ``voted to topple the government``."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_DENYING: Final = word_list("confidence.denying")
_GIVING: Final = word_list("confidence.giving")
_TOPPLING: Final = word_list("confidence.toppling")

_VOTERS: Final = frozenset({"COUNT", "NUM", "SUB"})
_BETWEEN: Final = frozenset({"WORD", "IT", "LIST", "DELEGATE", "OWN", "IN"})
_REACH: Final = 5


def settle_confidence(units: list[Unit], chunks: list[Chunk]) -> None:
    """Makes an act of the verb between a number of voters and their confidence; who would topple votes against a motion of confidence."""
    said = " ".join([u.lower for u in units])
    if "confidence" not in said and "censure" not in said:
        return
    asked = [_asks(units, chunk) for chunk in chunks]
    if not any(asked):
        return
    for at, chunk in enumerate(chunks):
        if chunk.sym == "WORD" and at and chunks[at - 1].sym in _VOTERS and _object(chunks, asked, at):
            option = "no" if chunk.unit.lower in _DENYING else None
            option = "yes" if chunk.unit.lower in _GIVING else option
            if option is not None:
                chunk.sym, chunk.option, chunk.form = "ACT", option, "past"
        elif chunk.sym == "ACT" and chunk.has("voted-to") and "against" not in asked and _topples(units, chunk):
            chunk.option, chunk.result = "no", "fail"


def _topples(units: list[Unit], chunk: Chunk) -> bool:
    return any(u.lower in _TOPPLING for u in units[chunk.first : chunk.after])


def _asks(units: list[Unit], chunk: Chunk) -> str | None:
    """``for`` where the chunk speaks of confidence, ``against`` where of no confidence."""
    words = " ".join(u.lower for u in units[chunk.first : chunk.after]).replace(" - ", "-") if chunk.sym in ("MOTION", "WORD") else ""
    if "confidence" not in words and "censure" not in words:
        return None
    return "against" if "no confidence" in words or "-confidence" in words or "censure" in words else "for"


def _object(chunks: list[Chunk], asked: list[str | None], at: int) -> bool:
    for probe in range(at + 1, min(len(chunks), at + _REACH)):
        if asked[probe]:
            return asked[probe] == "for"
        if chunks[probe].sym not in _BETWEEN:
            return False
    return False
