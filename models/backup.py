"""A whole store in one file, and back: the same file for either database, checked after it was written.

The file is a SQLite database with the tables of the store. From SQLite it is taken by the online backup of SQLite itself
while others write; from PostgreSQL row by row out of one snapshot. It can be put back into either, so it also moves a
store from one to the other. It holds hashes of keys and secrets of webhooks: nobody else may read it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import peewee

from models import base, searching, versions
from models.errors import Refused, StoreError, StoreUnavailable
from models.migrate import migrate

CHUNK: Final = 500
"""Rows that are carried at a time."""
KINDS: Final = "type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%' AND name <> 'schema_steps'"
"""Of ``sqlite_master``: the tables that hold the store; indexes for searching are made anew."""

Counts = dict[str, int]


def backup(path: Path) -> Counts:
    """Write the open store into a file that is not there yet; rows by table.

    Raises ``Refused`` where the file exists, ``StoreError`` where what was written is not what was read.
    """
    if path.exists():
        raise Refused(f"{path} is there already: a backup is never written over", field="file")
    with _beside(path) as part:
        counts = _copy_sqlite(part) if not base.is_postgresql() else _copy_postgresql(part)
        verify(part, counts)
        try:
            _name(part, path)
        except FileExistsError:
            raise Refused(f"{path} came to be there meanwhile: a backup is never written over", field="file") from None
        except OSError as error:
            raise StoreUnavailable(f"cannot write {path}: {error.strerror}") from None
    return counts


def _name(part: Path, path: Path) -> None:
    """Give a file its name, which nothing may have; where the file system knows no second names, a copy of it."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with part.open("rb") as source, os.fdopen(handle, "wb") as target:
                shutil.copyfileobj(source, target)
                target.flush()
                os.fsync(target.fileno())
        except OSError:
            path.unlink()
            raise


def restore(path: Path, *, replace: bool = False) -> Counts:
    """Put a backup into the open store; rows by table. All of it, or nothing.

    Raises ``Refused`` where the store holds something and ``replace`` is not given, ``StoreError`` for a file that is no sound backup.
    """
    with tempfile.TemporaryDirectory(prefix="claimwire-restore-") as folder:
        copy = Path(folder) / "backup.db"
        counts = _current_layout(path, copy)
        if base.is_postgresql():
            _fill_postgresql(copy, replace=replace)
        else:
            _fill_sqlite(copy, replace=replace)
    found = {table: int(base.raw(f"SELECT count(*) FROM {table}")[0][0]) for table in counts}  # noqa: S608
    if found != counts:
        raise StoreError(f"the store does not hold what the backup does: {_differing(counts, found)}")
    return counts


def verify(path: Path, counts: Counts | None = None) -> Counts:
    """Rows by table of a backup that is sound (and holds as many rows as ``counts`` says); ``StoreError`` for any other file."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            problems = [row[0] for row in file.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            problems += [f"a row of {row[0]} belongs to nothing" for row in file.execute("PRAGMA foreign_key_check").fetchmany(3)]
            if not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_steps'").fetchone():
                problems.append("it is no store of Claimwire")
            found = {t: file.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in _tables(path)}  # noqa: S608
    except sqlite3.Error as error:
        raise StoreError(f"{path} is no sound backup: {error}") from None
    if counts is not None and found != counts:
        problems.append(_differing(counts, found))
    if problems:
        raise StoreError(f"{path} is no sound backup: {'; '.join(problems)}")
    return found


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new file in the same folder that only its owner may read, gone afterwards."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.absolute().parent)
    except OSError as error:
        raise StoreUnavailable(f"cannot write beside {path}: {error.strerror}") from None
    os.close(handle)
    part = Path(name)
    try:
        yield part
    except sqlite3.Error as error:
        raise StoreUnavailable(f"the backup could not be written: {error}") from None
    finally:
        for leftover in (part, Path(f"{name}-journal"), Path(f"{name}-wal"), Path(f"{name}-shm")):
            leftover.unlink(missing_ok=True)


def _tables(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as file:
        return [name for (name,) in file.execute(f"SELECT name FROM sqlite_master WHERE {KINDS} ORDER BY name")]  # noqa: S608


def _copy_sqlite(part: Path) -> Counts:
    source: sqlite3.Connection = base.database.connection()
    with base.reading(), contextlib.closing(sqlite3.connect(part)) as target:
        source.execute("BEGIN")
        try:
            tables = [name for (name,) in source.execute(f"SELECT name FROM sqlite_master WHERE {KINDS} ORDER BY name")]  # noqa: S608
            counts = {t: int(source.execute(f"SELECT count(*) FROM {t}").fetchone()[0]) for t in tables}  # noqa: S608
            source.backup(target)
        finally:
            source.execute("ROLLBACK")
        target.execute("PRAGMA journal_mode = DELETE")
    return counts


def _copy_postgresql(part: Path) -> Counts:
    made = peewee.SqliteDatabase(str(part), pragmas={"synchronous": "full"})
    migrate(made)
    made.close()
    counts: Counts = {}
    connection = base.database.connection()
    with base.reading(), contextlib.closing(sqlite3.connect(part)) as target, base.database.atomic("REPEATABLE READ"):
        target.execute("BEGIN")
        for table in _tables(part):
            names = _columns(target, table)
            target.execute(f"DELETE FROM {table}")  # noqa: S608
            marks, counts[table] = ", ".join("?" * len(names)), 0
            with connection.cursor(name=f"backup_{table}") as rows:
                rows.itersize = CHUNK
                rows.execute(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608
                while chunk := rows.fetchmany(CHUNK):
                    target.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", chunk)  # noqa: S608
                    counts[table] += len(chunk)
        target.commit()
    return counts


def _current_layout(path: Path, copy: Path) -> Counts:
    """A copy of a sound backup, brought to the layout that this code knows, with a version of its own."""
    verify(path)
    address = f"{path.absolute().as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(address, uri=True)) as source, contextlib.closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    made = peewee.SqliteDatabase(str(copy))
    migrate(made)
    versions.replace(made)
    made.close()
    return verify(copy)


def _refuse_to_replace(copy: Path) -> None:
    held = [table for table in _tables(copy) if table != "store_version" and base.raw(f"SELECT 1 FROM {table} LIMIT 1")]  # noqa: S608
    if held:
        raise Refused(f"the store holds {', '.join(held[:3])} and more already: --replace puts the backup in its place", field="store")


def _fill_sqlite(copy: Path, *, replace: bool) -> None:
    with base.reading(), contextlib.closing(sqlite3.connect(copy)) as source:
        target: sqlite3.Connection = base.database.connection()
        try:
            # The copying itself waits for a lock without end and takes its own; this waits as long as any write does.
            target.execute("BEGIN IMMEDIATE")
            try:
                if not replace:
                    _refuse_to_replace(copy)
            finally:
                target.execute("ROLLBACK")
            source.backup(target)
        except sqlite3.Error as error:
            raise StoreUnavailable(f"the store cannot be written now: {error}", retry_after=5) from None
    indexed = base.raw("SELECT count(*) FROM article_search_docsize")[0][0]
    if not indexed:
        with base.writing():
            _index()


def _fill_postgresql(copy: Path, *, replace: bool) -> None:
    with contextlib.closing(sqlite3.connect(copy)) as source, base.writing():
        if not replace:
            _refuse_to_replace(copy)
        tables = _tables(copy)
        base.raw(f"TRUNCATE {', '.join([*tables, 'article_search', 'statement_search'])} CASCADE")
        for table in _parents_first(source, tables):
            names = _columns(source, table)
            rows = source.execute(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608
            statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
            while chunk := rows.fetchmany(CHUNK):
                base.raw_many(statement, chunk)
            if "seq" in names:
                base.raw(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'seq'), (SELECT COALESCE(max(seq), 0) + 1 FROM {table}), false)"  # noqa: S608
                )
        _index()


def _index() -> None:
    """Make the indexes for searching anew, in the open transaction."""
    for (article,) in base.raw("SELECT seq FROM articles WHERE revision IS NOT NULL ORDER BY seq"):
        searching.index_article(article)


def _columns(connection: sqlite3.Connection, table: str) -> Sequence[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _parents_first(connection: sqlite3.Connection, tables: Sequence[str]) -> list[str]:
    """The tables so that each stands behind those that its rows belong to."""
    needs = {t: {row[2] for row in connection.execute(f"PRAGMA foreign_key_list({t})")} - {t} for t in tables}
    done: list[str] = []
    while len(done) < len(tables):
        done += [t for t in tables if t not in done and needs[t] <= set(done)]
    return done


def _differing(expected: Counts, found: Counts) -> str:
    tables = sorted(t for t in expected.keys() | found.keys() if expected.get(t) != found.get(t))
    told: list[Any] = [f"{t} has {found.get(t)} rows, not {expected.get(t)}" for t in tables[:3]]
    return ", ".join(told)
