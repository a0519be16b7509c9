"""The official record: its table, and importing results so that twice gives the same store."""

from __future__ import annotations

import gzip
import io
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final, cast

from peewee import BigAutoField, IntegerField, TextField

from claimwire import plugins
from claimwire.claims import Problem
from claimwire.errors import InputError
from claimwire.linking import blocks
from claimwire.records import BadRow, Record, RecordSource, read_records, record_from
from models import base, deriving
from models.canonical import digest, loads, sorted_dumps
from models.changes import Changes, changed
from models.looking import reached, select_in

BATCH: Final = 400
"""Results a transaction: long enough to be fast, short enough for other writers."""
LONGEST_LINE: Final = 32 * 1024
"""Bytes of a line of a table; ``TICK`` of them are held at a time."""
BLOCK: Final = 64 * 1024
"""Bytes read at once."""
TICK: Final = 5000
"""Rows between two calls of a progress callback."""


class RecordRow(base.Table):
    """One official result in one revision; ``live`` is 1 for the newest. ``record`` is ``Record.to_record()``."""

    seq = BigAutoField()
    id = TextField()
    revision = IntegerField()
    live = IntegerField()
    organization = TextField()
    day = TextField()
    symbol = TextField(null=True)
    hash = TextField()
    record = TextField()
    stored_at = TextField()

    class Meta:
        """Never altered, apart from ``live``."""

        table_name = "records"


@dataclass(slots=True)
class Imported:
    """What an import did: rows read, results by what became of them, and the rows that were skipped."""

    rows: int = 0
    created: int = 0
    revised: int = 0
    unchanged: int = 0
    bad: int = 0

    @property
    def records(self) -> int:
        """How many results the file held."""
        return self.created + self.revised + self.unchanged


def import_records(
    source: str | Path | Iterable[str],
    *,
    progress: Callable[[int], None] | None = None,
    on_bad: Callable[[BadRow], None] | None = None,
    using: plugins.Plugins | None = None,
    now: datetime | None = None,
    done: Imported | None = None,
    last: Callable[[], None] | None = None,
) -> Imported:
    """Store the official results of a CSV file (plain or ``.gz``) or of its lines; derive the votes they touch anew.

    Streams: memory holds two times ``BATCH`` results. A result that is stored already
    is left alone, one that differs is a new revision. A row that cannot be read goes
    to ``on_bad`` and is skipped. ``progress`` is called with the number of rows read,
    ``last`` inside the last transaction, when ``done`` tells all. Raises ``InputError``
    where no record source knows the columns or a line has no end, ``StoreUnavailable``;
    what was committed before stays (``done``, if given, tells), and importing again
    goes on from there.
    """
    done = done or Imported()

    def bad(row: BadRow) -> None:
        done.bad += 1
        if on_bad is not None:
            on_bad(row)

    with ExitStack() as stack:
        lines: Iterable[str] = table_lines(stack.enter_context(_open(Path(source)))) if isinstance(source, str | Path) else source
        records = read_records(_counted(lines, done, progress), record_sources(using), bad)
        seen: set[str] = set()
        batch = list(itertools.islice(records, BATCH))
        while following := list(itertools.islice(records, BATCH)):
            save_records(batch, done=done, seen=seen, now=now)
            batch = following
        done.rows = max(0, done.rows - 1)
        with base.writing():
            save_records(batch, done=done, seen=seen, now=now)
            if last is not None:
                last()
    if progress is not None:
        progress(done.rows)
    return done


def table_lines(stream: IO[bytes]) -> Iterator[str]:
    """The lines of a table as text. A byte that is no UTF-8 spoils its own row, not the table; ``InputError`` for a line without end."""
    number, rest = 0, b""
    while block := stream.read(BLOCK):
        whole, newline, rest = (rest + block).rpartition(b"\n")
        # Taking a block apart at once costs a third of reading it line by line.
        lines = _lines(whole + newline, first=not number)
        longest = max(map(len, lines), default=0)
        if longest > LONGEST_LINE or len(rest) > LONGEST_LINE:
            yield from itertools.takewhile(lambda line: len(line) <= LONGEST_LINE, lines)
            number += next((at for at, line in enumerate(lines) if len(line) > LONGEST_LINE), len(lines)) + 1
            raise InputError(f"line {number} is longer than {LONGEST_LINE} bytes: this is no table of results")
        number += len(lines)
        yield from lines
    yield from _lines(rest, first=not number)


def _lines(data: bytes, *, first: bool) -> list[str]:
    text = data.decode("utf-8", "surrogateescape")
    return list(io.StringIO(text.removeprefix("\ufeff") if first else text, newline=""))


def record_sources(using: plugins.Plugins | None = None) -> list[RecordSource]:
    """The sources that plugins registered; one that raises is passed over."""
    found: list[RecordSource] = []
    problems: list[Problem] = []
    for implementation in (using or plugins.default()).manager.hook.register_record_sources.get_hookimpls():
        name = implementation.plugin_name
        answer: Any = plugins.guarded(implementation.function, outlet=name, hook="register_record_sources", problems=problems)
        found += answer or []
    return found


def save_records(
    records: Sequence[Record], *, done: Imported | None = None, seen: set[str] | None = None, now: datetime | None = None
) -> tuple[Imported, Changes]:
    """Store results in one transaction and derive the votes they touch anew.

    ``seen`` holds ids of this import: a result that comes back in it is a further part of the same roll call.
    """
    done, seen = done or Imported(), seen if seen is not None else set()
    at = (now or datetime.now(UTC)).isoformat(timespec="seconds")
    merged: dict[str, Record] = {}
    for record in records:
        merged[record.id] = _joined(merged[record.id], record) if record.id in merged else record
    with base.writing():
        stored = _stored(list(merged))
        touched: list[str] = []
        probes: set[str] = set()
        positions: list[tuple[str, int, str]] = []
        keys: list[tuple[str, int]] = []
        before = reached(records=[merged[i] for i in stored]) if base.raw("SELECT 1 FROM reports LIMIT 1") else frozenset[int]()
        for record in merged.values():
            old = stored.get(record.id)
            if old is not None and record.id in seen:
                record = _joined(record_from(old.values), record)
            seen.add(record.id)
            text = sorted_dumps(record.to_record())
            if old is not None and old.hash == digest(text):
                done.unchanged += 1
                continue
            seq = _insert(record, text, old, at)
            done.created, done.revised = done.created + (old is None), done.revised + (old is not None)
            positions += [(actor, seq, option) for actor, option in record.positions.items()]
            found = blocks.keys(record)
            keys += [(key, seq) for key in found.stored]
            probes |= found.probes
            touched.append(record.id)
        base.raw_many("INSERT INTO record_positions (actor, official, opt) VALUES (?, ?, ?)", positions)
        base.raw_many("INSERT INTO record_keys (name, official) VALUES (?, ?)", keys)
        changes = deriving.derive_for_records(touched, frozenset(probes), before, at) if touched else Changes()
        changed(changes)
    return done, changes


@dataclass(frozen=True, slots=True)
class _Old:
    seq: int
    revision: int
    hash: str
    record: str

    @property
    def values(self) -> dict[str, Any]:
        """The result's JSON values."""
        return cast(dict[str, Any], loads(self.record))


def _stored(ids: list[str]) -> dict[str, _Old]:
    rows = select_in("SELECT id, seq, revision, hash, record FROM records WHERE live = 1 AND id IN {in}", ids)
    return {row[0]: _Old(*row[1:]) for row in rows}


def _insert(record: Record, text: str, old: _Old | None, at: str) -> int:
    if old is not None:
        base.raw("UPDATE records SET live = 0 WHERE seq = ?", (old.seq,))
        base.raw("DELETE FROM record_keys WHERE official = ?", (old.seq,))
        base.raw("DELETE FROM record_positions WHERE official = ?", (old.seq,))
    day, symbol = record.date.isoformat() if record.date else "", record.symbols[0] if record.symbols else None
    ((seq,),) = base.raw(
        "INSERT INTO records (id, revision, live, organization, day, symbol, hash, record, stored_at) "
        "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?) RETURNING seq",
        (record.id, old.revision + 1 if old else 1, record.organization, day, symbol, digest(text), text, at),
    )
    return int(seq)


def _joined(first: Record, second: Record) -> Record:
    return replace(second, positions={**first.positions, **second.positions})


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")


def _counted(lines: Iterable[str], done: Imported, progress: Callable[[int], None] | None) -> Iterator[str]:
    rest = iter(lines)
    # Counting line by line would cost a fifth of the import.
    while chunk := list(itertools.islice(rest, TICK)):
        done.rows += len(chunk)
        if progress is not None:
            progress(done.rows)
        yield from chunk
