"""Names behind a tally: ``by 12 votes to 2 (Chad and Mali)`` names the two."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.facts import Fact, emit

_OPENING: Final = frozenset({"OPEN", "DASH", "COLON", "COMMA"})
_ENDS: Final = frozenset({"CLOSE", "DASH", "STOP", "SEMI", "COMMA", "AND"})


def tallied(chunks: list[Chunk], found: list[Fact]) -> None:
    """Positions of as many as the losing side of a tally has, named right behind it; nothing where the outcome is not told."""
    for at in range(len(chunks) - 2):
        tally, opening, listed = chunks[at : at + 3]
        if tally.sym != "TALLY" or listed.sym != "LIST" or opening.sym not in _OPENING or tally.third is not None:
            continue
        after = chunks[at + 3].sym if at + 3 < len(chunks) else "STOP"
        size = len(listed.named)
        if listed.rest or after not in _ENDS or tally.high is None or size != min(tally.value, tally.high) or tally.value == tally.high:
            continue
        outcome = next((c for c in (*reversed(chunks[:at]), *chunks[at:]) if c.sym in ("PASS", "FAIL")), None)
        if outcome is None or any(c.sym == "THRESHOLD" for c in chunks):
            continue
        if outcome.sym == "PASS" or outcome.unit.sense.option == "no":
            emit(found, listed.named, "no" if outcome.sym == "PASS" else "yes", at, tally, "position.list", at)
