"""Official results of votes: the value, and reading them row by row from tables of one row a voter.

A record source is an object with ``name``, ``recognises(header)`` and
``read(rows, on_bad)``; plugins bring theirs by the hook ``register_record_sources``.
``read_table`` does the common case: a ``TableLayout`` says in data what the columns mean.
"""

from __future__ import annotations

import csv
import datetime
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any, Final, Protocol

from claimwire import actors
from claimwire.claims import Result
from claimwire.errors import InputError
from claimwire.outlets import slug_of

LONGEST: Final = 200
"""Characters of a record's number or symbol."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The official result of one vote, as one source states it.

    ``counts`` is option -> number, ``positions`` actor id -> option; either may be
    partial (a roll call with fewer names than its totals is normal). ``symbols`` are
    the resolution's and the draft's, the resolution's first. ``size`` is how many
    could have voted.
    """

    id: str
    organization: str
    date: datetime.date | None
    symbols: tuple[str, ...] = ()
    title: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    positions: Mapping[str, str] = field(default_factory=dict)
    result: Result | None = None
    size: int | None = None
    source: str = ""
    url: str | None = None

    def to_record(self) -> dict[str, Any]:
        """The record as JSON values; ``record_from`` reads it back."""
        return {
            "id": self.id,
            "organization": self.organization,
            "date": self.date.isoformat() if self.date else None,
            "symbols": list(self.symbols),
            "title": self.title,
            "counts": dict(self.counts),
            "positions": dict(self.positions),
            "result": self.result,
            "size": self.size,
            "source": self.source,
            "url": self.url,
        }


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was skipped: its line in the file (the first is 1) and why."""

    line: int
    reason: str


class RecordSource(Protocol):
    """Where official results come from."""

    name: str

    def recognises(self, header: Sequence[str]) -> bool:
        """Whether a table with these column names is one of this source's."""
        ...

    def read(self, header: Sequence[str], rows: Rows, on_bad: Callable[[BadRow], None]) -> Iterator[Record]:
        """Records in order of the table; a row that cannot be read goes to ``on_bad`` and is skipped."""
        ...


class Rows(Protocol):
    """What ``csv.reader`` gives: an iterator of rows that knows the line it stands at."""

    @property
    def line_num(self) -> int:
        """The line last read, from 1."""
        ...

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """What the columns of a table with one row a voter mean; each field names a column, or is empty."""

    organization: str
    marks: frozenset[str]
    """Columns that together tell this layout from all others."""
    code: str
    name: str
    option: str
    options: Mapping[str, str]
    """How the table writes an option -> the option."""
    date: str
    key: str = ""
    symbol: str = ""
    draft: str = ""
    title: str = ""
    totals: Mapping[str, str] = field(default_factory=dict)
    """Option -> the column of its total."""
    size: str = ""
    url: str = ""


def record_from(values: Mapping[str, Any]) -> Record:
    """A record from JSON values; what ``Record.to_record`` wrote comes back equal."""
    date = values.get("date")
    return Record(
        **{
            **values,
            "date": datetime.date.fromisoformat(date) if date else None,
            "symbols": tuple(values.get("symbols") or ()),
        }
    )


def read_records(lines: Iterable[str], sources: Iterable[RecordSource], on_bad: Callable[[BadRow], None]) -> Iterator[Record]:
    """Records of a CSV file, read by the first source that recognises its header.

    Raises ``InputError`` where the file is empty or no source recognises it.
    """
    rows = csv.reader(lines)
    try:
        header = [name.strip().lstrip("\ufeff") for name in next(rows, [])]
    except csv.Error as error:
        raise InputError(f"line 1 is no CSV: {error}") from None
    for source in sources:
        if source.recognises(header):
            return source.read(header, rows, on_bad)
    raise InputError(f"no record source knows a table with the columns {', '.join(header)[:200] or '(none)'}")


def read_table(
    layout: TableLayout, header: Sequence[str], rows: Rows, on_bad: Callable[[BadRow], None], *, source: str
) -> Iterator[Record]:
    """Records of a table with one row a voter, the rows of one vote standing together.

    A row that differs from its vote's first row in totals, or that repeats a voter
    with another option, is bad. Memory holds one vote at a time.
    """
    at = {name: i for i, name in enumerate(header)}
    columns = (layout.key, layout.symbol, layout.draft, layout.date, layout.title, *layout.totals.values(), layout.size)
    shared = itemgetter(*(at[c] for c in columns if c in at))
    code, name, option, width = at[layout.code], at[layout.name], at[layout.option], len(header)
    options = layout.options
    record: Record | None = None
    positions: dict[str, str] = {}
    same: Any = None
    for row in _readable(rows, on_bad):
        if len(row) != width:
            if row:
                on_bad(BadRow(rows.line_num, f"{len(row)} columns, not {width}"))
            continue
        if (values := shared(row)) != same:
            first = _first(layout, at, row, source, rows.line_num, on_bad)
            if first is None:
                continue
            if record is not None and first.id == record.id:
                on_bad(BadRow(rows.line_num, f"totals, date or title differ from the first row of {record.id}"))
                continue
            if record is not None:
                yield record
            same, positions = values, {}
            record = replace(first, positions=positions)
        chosen = options.get(row[option])
        if chosen is None:
            on_bad(BadRow(rows.line_num, f"{layout.option} is {row[option][:20]!r}, not one of {', '.join(options)}"))
            continue
        voter = _voter(row[code], row[name])
        if voter is None:
            on_bad(BadRow(rows.line_num, f"{layout.code} or {layout.name} is no UTF-8 text"))
        elif not voter:
            on_bad(BadRow(rows.line_num, f"neither {layout.code} nor {layout.name} says who voted"))
        elif positions.setdefault(voter, chosen) != chosen:
            on_bad(BadRow(rows.line_num, f"{voter} voted {positions[voter]!r} in an earlier row, {chosen!r} here"))
    if record is not None:
        yield record


def _is_text(cell: str) -> bool:
    """Whether a database takes the cell: no lone surrogate, which stands for a byte that is not UTF-8, and no NUL."""
    return (cell.isascii() and "\0" not in cell) or not any("\ud800" <= c <= "\udfff" or c == "\0" for c in cell)


def _readable(rows: Rows, on_bad: Callable[[BadRow], None]) -> Iterator[list[str]]:
    """The rows that are CSV."""
    while True:
        try:
            yield from rows
        except csv.Error as error:
            on_bad(BadRow(rows.line_num, f"no CSV: {error}"))
        else:
            return


@functools.lru_cache(maxsize=4096)
def _voter(code: str, name: str) -> str | None:
    """The actor's id: of the code where the gazetteer knows it, else the slug of the name as printed; ``None`` for what is no text."""
    if not (_is_text(code) and _is_text(name)):
        return None
    try:
        return actors.by_code(code.strip()).id
    except KeyError:
        return slug_of(name)


def _first(
    layout: TableLayout, at: Mapping[str, int], row: Sequence[str], source: str, line: int, on_bad: Callable[[BadRow], None]
) -> Record | None:
    """The vote that a row belongs to, without positions; ``None`` (and a bad row) where it cannot be told."""

    def cell(column: str) -> str:
        return row[at[column]].strip() if column in at else ""

    try:
        date = datetime.date.fromisoformat(cell(layout.date))
    except ValueError:
        on_bad(BadRow(line, f"{layout.date} is no date: {cell(layout.date)[:20]!r}"))
        return None
    counts: dict[str, int] = {}
    for option, column in layout.totals.items():
        if cell(column):
            if not cell(column).isdecimal():
                on_bad(BadRow(line, f"{column} is no number: {cell(column)[:20]!r}"))
                return None
            counts[option] = int(cell(column))
    title = cell(layout.title)
    for column in (layout.title, layout.key, layout.symbol, layout.draft, layout.url):
        if not _is_text(cell(column)):
            on_bad(BadRow(line, f"{column} is no UTF-8 text"))
            return None
    if any(len(cell(c)) > LONGEST for c in (layout.key, layout.symbol, layout.draft)):
        on_bad(BadRow(line, f"a number or symbol has more than {LONGEST} characters"))
        return None
    symbols = tuple(dict.fromkeys(s for s in (cell(layout.symbol), cell(layout.draft)) if s))
    size = cell(layout.size)
    key = (
        f"{source}:{cell(layout.key)}"
        if cell(layout.key)
        else ":".join((layout.organization, date.isoformat(), *(symbols[:1] or (slug_of(title)[:80],))))
    )
    return Record(
        id=key,
        organization=layout.organization,
        date=date,
        symbols=symbols,
        title=plain_title(title) or None,
        counts=counts,
        result="pass" if cell(layout.symbol) else None,
        size=int(size) if size.isdecimal() else None,
        source=source,
        url=cell(layout.url) or None,
    )


def plain_title(title: str) -> str:
    """A library's title without its statement of responsibility (``: resolution / adopted by …``)."""
    head = title.split(" / adopted", 1)[0]
    for tail in (" : resolution", " : draft resolution"):
        head = head.removesuffix(tail)
    return " ".join(head.split()).strip(" :")
