"""Tables of figures and names: which cells are shown as one line, so that what belongs together stays together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from claimwire.pages.tree import Element, Run, Tree

BETWEEN: Final = "\t"
"""Stands between the cells of a row: what a browser copies."""

WITHIN: Final = ", "
"""Stands between the lines of one cell: a list of names, mostly."""

_CELLS: Final = frozenset({"td", "th"})
_TABLE: Final = frozenset({"table"})
_PLAIN: Final = frozenset({"p", "div", "center", "ul", "ol", "li", "td", "th"})
_MAX_CELL: Final = 150
"""Characters of a cell of one line; longer ones are text that was laid out in a table."""

_MAX_ITEM: Final = 60
_MAX_ITEMS: Final = 800
"""Characters of one line of a cell that has several (a list of names), and of all of them."""

_STEPS: Final = 4


class Cell(NamedTuple):
    """One line of a cell."""

    column: int
    words: str
    run: Run


@dataclass(frozen=True, slots=True)
class Rows:
    """Line and column of each cell (by the number of its element) of the tables that are shown by rows or by columns."""

    places: dict[int, tuple[Element, int]]
    turned: frozenset[int]
    """Numbers of the first rows of tables that have one row under their heads: a line is a head and what stands under it."""

    def place(self, run: Run) -> tuple[Element, int] | None:
        """The row and the column that a run stands in; ``None`` where it is a line of its own."""
        if not self.places:
            return None
        cell = _cell_of(run.block)
        return self.places.get(cell.number) if cell is not None else None

    def lines(self, row: Element, cells: list[Cell]) -> Iterator[tuple[Element, str, int, float]]:
        """The line of a row, or the lines of the columns of a table that is turned."""
        if row.number not in self.turned:
            yield _joined(row, cells)
            return
        columns: dict[int, list[Cell]] = {}
        for cell in cells:
            columns.setdefault(cell.column, []).append(cell)
        for column in columns.values():
            head, *values = column
            yield _joined(row, [Cell(0, head.words, head.run), *(Cell(1, one.words, one.run) for one in values)])


@dataclass(slots=True)
class _Cells:
    """How many lines each cell holds, which hold more than a cell of data does, and which hold a digit."""

    lines: Counter[int]
    wide: set[int]
    figures: set[int]


def rows_of(tree: Tree) -> Rows:
    """The rows of tables of which most rows have two and more short cells."""
    cells = [e for e in tree.elements if e.tag in _CELLS and e.parent is not None and e.parent.tag == "tr"]
    if not cells:
        return Rows({}, frozenset())
    sizes = _measured(tree)
    by_row: dict[int, list[Element]] = {}
    for cell in cells:
        if cell.parent is not None:
            by_row.setdefault(cell.parent.number, []).append(cell)
    by_table: dict[int, list[list[Element]]] = {}
    for number, row in by_row.items():
        table = _above(tree.elements[number], _TABLE)
        if table is not None and any(sizes.lines[cell.number] for cell in row):
            by_table.setdefault(table.number, []).append(row)
    places: dict[int, tuple[Element, int]] = {}
    turned: set[int] = set()
    for rows in by_table.values():
        good = [row for row in rows if _is_data(row, sizes)]
        if len(good) < 2 or len(good) < 0.6 * len(rows):
            continue
        is_turned = len(rows) == 2 and _has_heads(rows, sizes)
        for row in good:
            line = (good[0] if is_turned else row)[0].parent
            if line is not None:
                places.update({cell.number: (line, column) for column, cell in enumerate(row)})
                turned |= {line.number} if is_turned else set()
    return Rows(places, frozenset(turned))


def _joined(row: Element, cells: list[Cell]) -> tuple[Element, str, int, float]:
    """The cells in their columns, ``BETWEEN`` them also where cells are empty; the lines of one cell are a list."""
    parts: list[str] = []
    at = 0
    for column, words, _ in cells:
        parts.append(BETWEEN * (column - at) if column > at else WITHIN if parts else "")
        parts.append(words)
        at = column
    text = "".join(parts)
    total = sum(len(piece) for cell in cells for piece in cell.run.pieces)
    return row, text, len(text) - len(text.lstrip(BETWEEN)), sum(cell.run.linked for cell in cells) / total


def _measured(tree: Tree) -> _Cells:
    found = _Cells(Counter(), {cell.number for e in tree.elements if e.tag == "table" and (cell := _above(e, _CELLS)) is not None}, set())
    total: Counter[int] = Counter()
    longest: Counter[int] = Counter()
    for run in tree.runs:
        size = len(" ".join("".join(run.pieces).split()))
        if not size:
            continue
        cell = _cell_of(run.block)
        if cell is None:
            cell = _above(run.block, _CELLS)
            found.wide |= {cell.number} if cell is not None else set()
        if cell is not None:
            found.lines[cell.number] += 1
            total[cell.number] += size
            longest[cell.number] = max(longest[cell.number], size)
            if any(character.isdigit() for piece in run.pieces for character in piece[:200]):
                found.figures.add(cell.number)
    for number, lines in found.lines.items():
        if longest[number] > (_MAX_CELL if lines == 1 else _MAX_ITEM) or total[number] > _MAX_ITEMS:
            found.wide.add(number)
    return found


def _is_data(row: list[Element], sizes: _Cells) -> bool:
    return sum(1 for cell in row if sizes.lines[cell.number]) >= 2 and not any(cell.number in sizes.wide for cell in row)


def _has_heads(rows: list[list[Element]], sizes: _Cells) -> bool:
    """Whether the first of two rows is the heads of columns: words, one line a cell, and under it figures alone, or lists of names."""
    heads, values = rows
    if len(heads) != len(values) or any(sizes.lines[cell.number] != 1 or cell.number in sizes.figures for cell in heads):
        return False
    figures = sum(1 for cell in values if cell.number in sizes.figures)
    lists = any(sizes.lines[cell.number] > 1 for cell in values)
    return lists or figures == len(values) or (figures == 0 and len(heads) >= 3)


def _cell_of(block: Element) -> Element | None:
    """The cell that a run stands in, directly or in one paragraph."""
    at: Element | None = block
    for _ in range(_STEPS):
        if at is None or at.tag not in _PLAIN:
            return None
        if at.tag in _CELLS:
            return at
        at = at.parent
    return None


def _above(element: Element, tags: frozenset[str]) -> Element | None:
    at = element.parent
    for _ in range(3 * _STEPS):
        if at is None:
            return None
        if at.tag in tags:
            return at
        at = at.parent
    return None
