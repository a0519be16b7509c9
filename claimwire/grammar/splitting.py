"""Lists that two clauses share: ``Unlike Mali, Chad abstained``, ``In a vote asked for by Mali, Chad and Togo abstained``."""

from __future__ import annotations

from itertools import pairwise

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_COMPARING = word_list("splitting.comparing")
_OPENING = word_list("splitting.opening")
_GOVERNING = frozenset({"AMONG", "BY", "W", "OF", "IN", "TO", "WEAK", "JOIN", "SIDE", "MOTION"})
_VERBS = frozenset({"VERB", "VOTE", "CAST", "NOPART", "VETO"})
_CLAUSE = frozenset({"COMMA", "BE", "LIST", "ACT", "PASS", "FAIL", "BODY", "SEMI", "COLON", "CONTRAST"})


def split_list(units: list[Unit], chunks: list[Chunk], chunk: Chunk, text: str) -> list[Chunk]:
    """The list, or its two parts with a comma between, where the first is governed by what stands before and the second has the verb."""
    if len(chunk.named) < 2 or chunk.rest is not None or not chunks:
        return [chunk]
    before = chunks[-1]
    if before.sym not in _GOVERNING and before.unit.lower not in _COMPARING and before.unit.lower != "lead of":
        return [chunk]
    probe = chunk.after
    while probe < len(units) and (units[probe].tag in ("NOISE", "HAVE") or units[probe].lower.endswith("ly")):
        probe += 1
    if probe >= len(units) or units[probe].tag not in _VERBS or units[probe].sense.form == "ing":
        return [chunk]
    cut = _cut(chunks, chunk, text)
    return [chunk] if cut is None else _parts(units, chunk, cut)


def _cut(chunks: list[Chunk], chunk: Chunk, text: str) -> int | None:
    """How many names belong to the first part."""
    named = chunk.named
    between = [text[one.end : two.start] for one, two in pairwise(named)]
    if len(named) == 2 and between[0].split() in ([","], [",", "the"]):
        return 1
    closed = next((k for k in range(len(between) - 1) if "and" in between[k].split()), None)
    if closed is not None and "," in between[closed + 1]:
        unknown = "," in between[closed].partition("and")[2]  # "by Mali and Togoland, Chad"
        return closed + 1 if unknown else closed + 2  # "pressure from Mali and Togo, Chad"
    if chunks[-1].sym == "AMONG" and "," in between[0]:
        return 1
    if "," in between[-1] and "and" in between[-1]:
        return len(named) - 1
    about = chunks[-1].unit.lower in ("on", "over", "about", "against")
    opens = chunks[0].unit.lower in _OPENING and not any(c.sym in _CLAUSE and not (about and c.sym == "BODY") for c in chunks)
    return next((k for k, words in enumerate(between, start=1) if "," in words), None) if opens else None


def _parts(units: list[Unit], chunk: Chunk, cut: int) -> list[Chunk]:
    left, right = chunk.named[:cut], chunk.named[cut:]
    first = next((k for k in range(chunk.first, chunk.after) if units[k].start >= right[0].start), chunk.after - 1)
    return [
        Chunk("LIST", chunk.start, left[-1].end, chunk.first, first, chunk.unit, named=left),
        Chunk("COMMA", left[-1].end, right[0].start, first, first, chunk.unit),
        Chunk("LIST", right[0].start, chunk.end, first, chunk.after, units[first], named=right),
    ]
