"""Numbers that a rule asks for: ``needs nine votes in favour``, ``no fewer than nine to be adopted``."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_NEEDS: Final = word_list("thresholds.needs")
_COSTS: Final = word_list("thresholds.costs")


def is_threshold(chunks: list[Chunk], number_at: int, option_at: int) -> bool:
    """Whether the number is what a rule asks for, not what was counted: ``needs nine votes in favour``."""
    if _it_took(chunks, number_at):
        return True
    low, high = max(0, min(number_at, option_at) - 5), min(len(chunks), max(number_at, option_at) + 5)
    for at in range(low, high):
        chunk = chunks[at]
        if at < number_at and chunk.sym in ("SEMI", "ACT", "PASS", "FAIL", "TALLY") and at != option_at:
            low = at
        if at > max(number_at, option_at) and chunk.sym in (
            "COMMA",
            "SEMI",
            "STOP",
            "ACT",
            "PASS",
            "FAIL",
            "NUM",
            "COUNT",
            "AND",
            "CONTRAST",
        ):
            return False
        if at < low or at in (number_at, option_at):
            continue
        if at > number_at and at + 1 < len(chunks) and chunks[at + 1].sym in ("NUM", "COUNT", "VOTES"):
            return False  # "93 voted for it, of the required 106": the need is of the other number
        if at > option_at and (chunk.sym == "REL" or chunk.unit.lower in _COSTS or _has_its_own(chunks, option_at, at)):
            return False  # "12 voted for the law that requires fees": the need is the law's
        if (
            chunk.unit.lower in _NEEDS
            or (chunk.sym == "THRESHOLD" and at < number_at and not chunk.unit.lower.endswith((" of", "majority")))
        ) and (at > number_at or _reaches(chunks, at, min(number_at, option_at))):
            return True
    return False


def _it_took(chunks: list[Chunk], at: int) -> bool:
    """``It took 40 votes in favour to block the plan``."""
    return at > 1 and chunks[at - 1].unit.lower == "took" and chunks[at - 2].unit.lower == "it"


def _has_its_own(chunks: list[Chunk], option_at: int, at: int) -> bool:
    """``12 voted for a text requiring fees``: a motion stands between, and it is the motion that asks for something."""
    between = [c.sym for c in chunks[option_at + 1 : at]]
    return "MOTION" in between and "BE" not in between and chunks[at].unit.lower in _NEEDS


def is_asked_for(chunks: list[Chunk], number_at: int, option_at: int) -> bool:
    """``no fewer than nine votes in favour to be adopted``: so many are asked for."""
    if chunks[number_at].qualifier != "at-least":
        return False
    for at in range(option_at + 1, min(len(chunks) - 1, option_at + 14)):
        chunk = chunks[at]
        if chunk.sym in ("STOP", "SEMI", "ACT", "PASS", "FAIL", "CONTRAST", "MODAL"):
            return False
        if chunk.sym == "TO":
            verb = chunks[at + 2] if chunks[at + 1].sym == "BE" and at + 2 < len(chunks) else chunks[at + 1]
            return verb.sym == "UNREAL" and verb.result == "pass"
    return False


def _reaches(chunks: list[Chunk], at: int, to: int) -> bool:
    clause = any(c.sym == "ACT" for c in chunks[to + 1 : to + 2])
    if clause and any(chunks[k].sym == "COLON" for k in range(at + 1, to)):
        return False
    if any(chunks[k].sym == "AND" and chunks[k - 1].sym == "WORD" for k in range(at + 2, to)):
        return False  # "requiring licences and 12 were against"
    return not any(chunks[k].sym in ("COMMA", "SEMI", "STOP", "ACT", "PASS", "FAIL", "TALLY", "CLOSE", "LABEL") for k in range(at + 1, to))
