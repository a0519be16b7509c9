"""Pages of a list by keyset: a page starts after the last row of the one before, whatever was written in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from models import base
from models.errors import NotFound
from models.sorting import NUMBERS, Orders

MOST: Final = 200
"""Rows of one page at most."""

Key = list[Any]
After = Sequence[Any] | None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows as JSON bytes, and the key after which the next page starts (``None`` on the last)."""

    rows: list[bytes]
    next: Key | None


@dataclass(slots=True)
class Listing:
    """A query under construction: conditions joined by AND, each with its parameters."""

    columns: str
    tables: str
    order: tuple[str, ...]
    """Columns of the sort key, all descending or all ascending. Those of ``models.sorting`` have an index."""
    descending: bool = True
    looks_up: bool = False
    """Whether making a row asks the store again: then all of a page is read from one state of it."""
    conditions: list[str] = field(default_factory=list)
    parameters: list[Any] = field(default_factory=list)

    def where(self, condition: str, *parameters: Any) -> None:
        """Add a condition, written with ``?``."""
        self.conditions.append(condition)
        self.parameters += parameters

    def equal(self, **values: Any) -> None:
        """Add ``column = value`` for each value that is given; ``a__b`` stands for ``a.b``."""
        for name, value in values.items():
            if value is not None:
                self.where(f"{name.replace('__', '.')} = ?", value)

    def between(self, column: str, since: str | None, until: str | None) -> None:
        """Days from ``since`` to ``until``, both included; what has no day (null or empty) is not among them."""
        if since is not None:
            self.where(f"{column} >= ?", since)
        elif until is not None:
            self.where(f"{column} > ''")
        if until is not None:
            self.where(f"{column} <= ?", until)

    def sort(self, sort: str | None, orders: Orders) -> None:
        """Take one of these orders; ``None`` keeps the one that the list has."""
        if sort is not None:
            self.order, self.descending = orders[sort.removeprefix("-")], sort.startswith("-")

    def page(self, render: Callable[[tuple[Any, ...]], bytes], after: Sequence[Any] | None, limit: int) -> Page:
        """Run it. The first columns selected must be those of the sort key."""
        limit = max(1, min(limit, MOST))
        with base.snapshot() if self.looks_up else base.reading():
            rows = list(self._rows(after, limit + 1))
            keys = len(self.order)
            more = len(rows) > limit
            return Page([render(row[keys:]) for row in rows[:limit]], list(rows[limit - 1][:keys]) if more else None)

    def _rows(self, after: Sequence[Any] | None, limit: int) -> Iterator[tuple[Any, ...]]:
        conditions, parameters = list(self.conditions), list(self.parameters)
        way, sign = ("DESC", "<") if self.descending else ("ASC", ">")
        if after is not None:
            if len(after) != len(self.order) or not all(map(_fits, self.order, after)):
                raise NotFound("there is no such page", field="cursor")
            conditions.append(f"({', '.join(self.order)}) {sign} ({', '.join('?' * len(after))})")
            parameters += after
        where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
        order = ", ".join(f"{column} {way}" for column in self.order)
        sql = f"SELECT {', '.join(self.order)}, {self.columns} FROM {self.tables} {where}ORDER BY {order} LIMIT {limit}"  # noqa: S608
        yield from base.raw(sql, tuple(parameters))


def _fits(column: str, value: object) -> bool:
    """Whether a cursor's value can be one of this column; a caller may have made it up."""
    if column.rpartition(".")[2] in NUMBERS:
        return type(value) is int and abs(value) < 2**63
    return isinstance(value, str)


def seq_of(table: str, identity: str) -> int | None:
    """The row of an id; ``None`` where there is none."""
    with base.reading():
        rows = base.raw(f"SELECT seq FROM {table} WHERE id = ?", (identity,))  # noqa: S608
    return int(rows[0][0]) if rows else None


def like(text: str) -> str:
    """A text for ``LIKE … ESCAPE '!'``, in which nothing has a special meaning."""
    for special in "!%_":
        text = text.replace(special, f"!{special}")
    return text
