"""Lines that say a side and its names and nothing else: ``Against (2): Chad, Mali; in favour: Togo``, rows of a table."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.facts import Fact

_LABELS = frozenset({"LABEL", "WEAK", "ACT"})
_BETWEEN = frozenset({"VOTE", "VOTER", "OPEN", "NUM", "CLOSE", "COUNT", "VOTES", "SUB"})
_NAMES = frozenset({"LIST", "AND", "COMMA", "OPEN", "CLOSE", "INCL", "STOP", "SEMI", "DASH", "NUM", "COUNT"})
_MARKS = frozenset({"BULLET", "QUOTE", "STOP"})
_PARTING = frozenset({"COLON", "DASH", "OPEN", "CLOSE", "COMMA"})


def labelled_line(chunks: list[Chunk]) -> list[Fact]:
    """Positions of a line of labels with their names; ``[]`` where anything else stands in it."""
    body = [c for c in chunks if c.sym not in ("BULLET", "QUOTE")]
    found: list[Fact] = []
    at = 0
    while at < len(body):
        head = _head(body, at)
        if head is None:
            return []
        label, at = head
        first = chunks.index(label)
        begun = at
        while at < len(body) and body[at].sym in _NAMES and (at == begun or _head(body, at) is None):
            found += [
                Fact("position", first, n.start, n.end, "position.headed", first, label.option, named=n)
                for n in (body[at].named if body[at].sym == "LIST" else ())
                if n.actor is not None
            ]
            at += 1
        if at < len(body) and _head(body, at) is None:
            return []
    return found


def _head(body: list[Chunk], at: int) -> tuple[Chunk, int] | None:
    """A label and the index after its colon: ``Against (12):``, ``3 against –``, ``Against voted:``."""
    label = None
    for probe in range(at, min(len(body), at + 8)):
        chunk = body[probe]
        if chunk.sym in ("COLON", "DASH"):
            return (label, probe + 1) if label is not None else None
        if label is None and chunk.sym in _LABELS and chunk.option not in (None, "void"):
            label = chunk
        elif chunk.sym not in _BETWEEN:
            return None
    return None


def row(chunks: list[Chunk]) -> list[Fact]:
    """Positions of a row of a table: names, then one side: ``Chad – no``, ``| Chad | Against |``, ``Chad (abstained)``."""
    body = [c for c in chunks if c.sym not in _MARKS and c.unit.text != "|"]
    if not 2 <= len(body) <= 5 or body[0].sym != "LIST":
        return []
    sides = [c for c in body[1:] if c.sym in _LABELS and c.option not in (None, "void")]
    if len(sides) != 1 or any(c.sym not in _PARTING and c is not sides[0] for c in body[1:]):
        return []
    side = sides[0]
    if side.sym == "ACT" and body[1] is side and "|" not in [c.unit.text for c in chunks]:
        return []
    at = chunks.index(side)
    named = [n for n in body[0].named if n.actor is not None]
    return [Fact("position", at, n.start, side.end, "position.headed", at, side.option, named=n) for n in named]
