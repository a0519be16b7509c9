"""Outcomes told beside the story: ``the bill passed by the Senate``, which is not the vote that the sentence is about."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_REACH: Final = 5
_INSIDE: Final = frozenset({"BODY", "LIST", "WORD", "BE", "NOT", "UNANIMOUS", "IT", "FIRST", "EARLIER"})


def aside_body(chunks: list[Chunk], at: int) -> int | None:
    """Index of the body inside the relative or reduced clause whose verb is ``chunks[at]``; ``None`` where it is a main verb.

    ``a bill that the Senate passed`` · ``a bill which cleared the Senate`` · ``the bill passed by the Senate``.
    """
    if chunks[at].sym not in ("PASS", "FAIL"):
        return None
    after = next((k for k in range(at + 1, min(len(chunks), at + 3)) if chunks[k].sym == "BODY"), None)
    if at and chunks[at - 1].sym == "MOTION":
        by = at + 1 < len(chunks) and chunks[at + 1].sym == "BY"
        finite = any(c.sym in ("PASS", "FAIL", "ACT") for c in chunks[: at - 1])
        return after if by and finite and not chunks[at].has("passive") else None
    for probe in range(at - 1, max(-1, at - _REACH), -1):
        if chunks[probe].sym == "REL":
            before = next((k for k in range(probe + 1, at) if chunks[k].sym == "BODY"), None)
            return before if before is not None else after
        if chunks[probe].sym not in _INSIDE:
            return None
    return None


def told_with_counts(chunks: list[Chunk], at: int) -> bool:
    """Whether numbers stand in the same clause: then the clause tells of a vote of its own."""
    for chunk in chunks[at + 1 : at + 8]:
        if chunk.sym in ("SEMI", "STOP", "COMMA", "CONTRAST"):
            return False
        if chunk.sym in ("TALLY", "VOTES", "LABEL"):
            return True
    return False


def apart_in_brackets(chunks: list[Chunk], at: int, other: int) -> bool:
    """Whether ``chunks[at]`` stands in brackets and the other does not: ``121 voted for it (2 more than for the previous text)``."""
    opened = next((k for k in range(at - 1, max(-1, at - 10), -1) if chunks[k].sym in ("OPEN", "CLOSE")), None)
    if opened is None or chunks[opened].sym != "OPEN":
        return False
    closed = next((k for k in range(at + 1, min(len(chunks), at + 10)) if chunks[k].sym == "CLOSE"), len(chunks))
    return not opened < other < closed


def years_after(chunks: list[Chunk], at: int) -> bool:
    """``Three years after parliament adopted it, …``: what happened so long before the story is another vote."""
    for probe in range(at - 1, max(0, at - 7), -1):
        chunk = chunks[probe]
        if chunk.sym in ("COMMA", "SEMI", "STOP"):
            return False
        if chunk.sym == "CONTRAST" and chunk.unit.lower in ("after", "since"):
            return chunks[probe - 1].unit.lower in word_list("asides.long_times")
    return False
