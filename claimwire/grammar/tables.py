"""Rows of tables, their cells parted by tabs: a side over each column, beside its names, or marked for each name."""

from __future__ import annotations

from claimwire.grammar.chunking import chunks_of
from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.facts import Fact, Reading
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

MAX_CELLS = 40
"""Rows of more cells are not read as tables."""

MAX_WIDTH = 2_000
"""A row reaches at most so many characters beyond a sentence of it."""

_SIDES = frozenset({"LABEL", "WEAK", "ACT", "UNREAL"})
_BESIDE_SIDE = frozenset({"NUM", "COUNT", "OPEN", "CLOSE", "VOTE", "VOTER", "VOTES", "STOP", "COLON", "OUTCOME"})
_BESIDE_NAMES = frozenset({"LIST", "COMMA", "AND", "SEMI", "STOP", "BULLET", "OPEN", "CLOSE", "NUM"})
_MARKS = word_list("tables.marks")


def table_row(units: list[Unit], chunks: list[Chunk], text: str, reading: Reading) -> list[Fact] | None:
    """The positions of one row, and the heads of columns kept in ``reading``; ``None`` where the line is no such row."""
    bounds = _cells(units, text)
    if bounds is None:
        alone = reading.columns and [c.sym for c in chunks] == ["LIST"]
        if not alone:
            reading.columns = []
            return None
        bounds = [(chunks[0].start, chunks[0].end)]
    cells = [_cell(units, text, start, end) for start, end in bounds]
    sides, names = [side for side, _, _ in cells], [named for _, named, _ in cells]
    if sum(s is not None for s in sides) > 1 and not any(names):
        reading.columns = list(sides)
        return []
    found: list[tuple[str, Named]] = []
    if reading.columns and names[0] and reading.columns[0] is None:
        marked = [k for k, (_, _, mark) in enumerate(cells) if mark and k < len(reading.columns) and reading.columns[k] is not None]
        found = [(reading.columns[k] or "", n) for k in marked for n in names[0]] if len(marked) == 1 else []
    elif reading.columns and any(names):
        found = [(side, n) for side, named in zip(reading.columns, names, strict=False) if side is not None for n in named]
    if not found and sum(s is not None for s in sides) == 1 and any(names):
        side = next(s for s in sides if s is not None)
        found = [(side, n) for named in names for n in named]
    if not found:
        return None
    return [_fact(side, n, chunks) for side, n in found if n.actor is not None]


def _cells(units: list[Unit], text: str) -> list[tuple[int, int]] | None:
    """Offsets of the cells of the line that the units stand in; ``None`` for a line without a tab."""
    low, high = max(0, units[0].start - MAX_WIDTH), min(len(text), units[-1].end + MAX_WIDTH)
    first, last = text.rfind("\n", low, units[0].start) + 1, text.find("\n", units[-1].end, high)
    if (first == 0 and low > 0) or (last < 0 and high < len(text)):
        return None
    last = len(text) if last < 0 else last
    if not 0 < text.count("\t", first, last) < MAX_CELLS:
        return None
    bounds, at = [], first
    for cell in text[first:last].split("\t"):
        bounds.append((at, at + len(cell)))
        at += len(cell) + 1
    return bounds


def _cell(units: list[Unit], text: str, start: int, end: int) -> tuple[str | None, list[Named], bool]:
    """(the side it says, the names it holds, whether it is a mark)."""
    inner = [u for u in units if start <= u.start < end]
    if text[start:end].strip().lower() in _MARKS:
        return None, [], True
    chunks = chunks_of(inner, text) if inner else []
    told = [c for c in chunks if c.sym in _SIDES]
    if len(told) == 1 and told[0].option not in (None, "void") and all(c in told or c.sym in _BESIDE_SIDE for c in chunks):
        return told[0].option, [], False
    if chunks and all(c.sym in _BESIDE_NAMES for c in chunks):
        return None, [n for c in chunks if c.sym == "LIST" for n in c.named], False
    return None, [], False


def _fact(side: str, named: Named, chunks: list[Chunk]) -> Fact:
    at = next((k for k, c in enumerate(chunks) if c.start <= named.start < c.end), 0)
    return Fact("position", at, named.start, named.end, "position.headed", at, side, named=named)
