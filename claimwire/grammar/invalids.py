"""Votes that are neither for nor against: blank, invalid, and those of members who answer ``present``."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_ANSWERING = word_list("invalids.answering")


def invalid_option(chunks: list[Chunk], number_at: int, option_at: int, told: bool) -> str | None:
    """``present``, ``blank`` or ``invalid``; ``None`` for those who only are in the room. ``told``: the sentence has other counts."""
    number, sayer = chunks[number_at], chunks[option_at]
    words = sayer.unit.lower
    if words.startswith(("blank", "empty")):
        either = [c.sym for c in chunks[option_at + 1 : option_at + 3]] == ["AND", "LABEL"] and chunks[option_at + 2].option == "void"
        return None if either else "blank"
    if sayer.unit.tag == "VOTE":
        return "present"
    if words != "present":
        return "invalid"
    if any(c.unit.lower in _ANSWERING for c in chunks[number_at + 1 : option_at]):
        return "present"
    return "present" if told and number.sym == "NUM" and option_at == number_at + 1 else None
