"""Numbers of people who vote in nothing: those who march, sign, are asked in a poll or counted by a whip before the vote."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_CROWDS: Final = word_list("crowds.crowds")
_UNDECIDED: Final = word_list("crowds.undecided")
_PERCENT: Final = frozenset({"percent", "per cent"})


def counts_no_votes(chunks: list[Chunk]) -> bool:
    """``Of 800 readers asked, 512 were in favour``, ``8 in favour, 5 against and 2 undecided``: nobody has voted there."""
    crowd = undecided = False
    for chunk in chunks:
        lower = chunk.unit.lower
        if lower in _CROWDS or (chunk.sym == "POLL" and lower not in _PERCENT):
            crowd = True
        elif lower in _UNDECIDED:
            undecided = True
    if not crowd and not undecided:
        return False
    if any(_tells_of_voting(c) for c in chunks):
        return False
    return undecided or not any(c.sym in ("VOTES", "TALLY") or (c.sym in ("COUNT", "SUB") and not _is_crowd(c)) for c in chunks)


def _tells_of_voting(chunk: Chunk) -> bool:
    """A verb of voting or its noun, an outcome, an abstention."""
    if chunk.sym in ("VOTE", "PASS", "FAIL", "OUTCOME") or chunk.unit.tag in ("VOTE", "CAST"):
        return True
    return chunk.sym in ("ACT", "LABEL") and chunk.option == "abstain"


def _is_crowd(chunk: Chunk) -> bool:
    return chunk.has("none") or chunk.has("crowd")
