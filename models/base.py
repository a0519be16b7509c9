"""The database that all tables share: connect, one write transaction at a time, and errors in our own words.

SQLite runs with WAL, foreign keys and a busy timeout; PostgreSQL through psycopg 3 and a pool. Each thread
keeps the connection it first needed; a broken one is dropped and opened anew by the next call.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import peewee
from playhouse.pool import MaxConnectionsExceeded, PooledPostgresqlDatabase  # type: ignore[import-untyped]

from models import versions
from models.errors import StoreError, StoreUnavailable
from models.turns import Turns

DEFAULT_URL: Final = "sqlite:///claimwire.db"
BUSY_SECONDS: Final = 5
"""How long SQLite waits for another process's lock before the store counts as unavailable."""
TURN_SECONDS: Final = 10
"""How long a thread waits for its turn to write while others of its process do."""
CONNECTIONS: Final = 64
"""Connections of one process to PostgreSQL at most; each thread keeps one."""
WRITER_LOCK: Final = 0x436C61696D77
"""The PostgreSQL advisory lock that a write transaction holds: one writer at a time, as in SQLite."""
PRAGMAS: Final = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": "full", "cache_size": -2048, "temp_store": "memory"}
BUGS: Final = ("syntax error", "no such column", "no such function", "has no column")
"""Words of SQLite's OperationalError that mean a mistake of ours, not of the disk's."""

database = peewee.DatabaseProxy()


class Table(peewee.Model):
    """The base of every table: bound to whatever ``connect`` opened last."""

    class Meta:
        """Bound late, so that tests and commands choose their database."""

        database = database
        legacy_table_names = False


_thread = threading.local()
_turns = Turns()


class _Opened:
    """What ``connect`` opened: the file's identity, to notice when it was replaced under us."""

    current: peewee.Database | None = None
    path: Path | None = None
    inode: tuple[int, int] | None = None


def connect(url: str | None = None, *, migrate: bool = True) -> peewee.Database:
    """Open a store and bind all tables to it.

    ``url`` is ``sqlite:///relative.db``, ``sqlite:////absolute.db``, ``sqlite://:memory:`` (one thread only) or
    ``postgresql://…``; without it CLAIMWIRE_DATABASE_URL, then ``sqlite:///claimwire.db``. A second call closes
    the first. Raises ``StoreUnavailable`` where it cannot be opened, ``SchemaTooNew`` where a newer Claimwire
    wrote it, ``StoreError`` for a URL of another kind.
    """
    from models.migrate import migrate as bring_up_to_date

    close()
    url = url or os.environ.get("CLAIMWIRE_DATABASE_URL") or DEFAULT_URL
    opened = _open(url)
    database.initialize(opened)
    _Opened.current = opened
    try:
        with reading():
            opened.connect(reuse_if_open=True)
            if migrate:
                bring_up_to_date(opened)
    except peewee.ImproperlyConfigured as error:
        close()
        raise StoreError(f"PostgreSQL needs the extra 'postgres' (psycopg): {error}") from None
    except BaseException:
        close()
        raise
    return opened


def close() -> None:
    """Close this thread's connection and, on PostgreSQL, the idle ones of the pool."""
    opened, _Opened.current, _Opened.path, _Opened.inode = _Opened.current, None, None, None
    if opened is None:
        return
    if not opened.is_closed():
        opened.close()
    if isinstance(opened, PooledPostgresqlDatabase):
        opened.close_idle()


def is_postgresql() -> bool:
    """Whether the open store is PostgreSQL."""
    return isinstance(_Opened.current, peewee.PostgresqlDatabase)


@contextmanager
def reading() -> Iterator[None]:
    """Turn a database that is locked, gone or broken into ``StoreUnavailable``."""
    try:
        _check_still_there()
        yield
    except MaxConnectionsExceeded as error:
        raise StoreUnavailable("all connections to the store are in use", retry_after=1) from error
    except (peewee.OperationalError, peewee.InterfaceError, peewee.InternalError, peewee.DatabaseError) as error:
        unavailable = _unavailable(error)
        if unavailable is None:
            raise
        _drop_connection()
        raise unavailable from error


@contextmanager
def snapshot() -> Iterator[None]:
    """Several statements that see one state of the store, whatever others write meanwhile. Nothing is written inside."""
    if _opened().in_transaction():
        yield
        return
    with _outermost("DEFERRED", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"):
        yield


@contextmanager
def writing() -> Iterator[None]:
    """One write transaction: all of it is stored, or nothing. Nests; only the outermost commits. Threads take turns."""
    if _opened().in_transaction():
        yield
        return
    with _turns.turn(TURN_SECONDS) as mine:
        if not mine:
            raise StoreUnavailable("the store is busy: others are writing", retry_after=1)
        with _outermost("IMMEDIATE", "SELECT pg_advisory_xact_lock(%s)", (WRITER_LOCK,)) as opened:
            before = versions.written(opened)
            yield
            versions.renew(opened, before)


@contextmanager
def _outermost(lock: str, first: str, parameters: tuple[Any, ...] = ()) -> Iterator[peewee.Database]:
    """The database in a transaction: SQLite's takes ``lock``, PostgreSQL's begins with ``first``."""
    opened = _opened()
    with reading():
        if isinstance(opened, peewee.SqliteDatabase):
            with opened.atomic(lock):
                yield opened
        else:
            with opened.atomic():
                execute(opened, first, parameters)
                yield opened


def _opened() -> peewee.Database:
    if _Opened.current is None:
        raise StoreUnavailable("no store is open")
    return _Opened.current


def version() -> int:
    """The version of the store's contents: as long as it is the same, so are they."""
    with reading():
        return versions.current(_opened())


def execute(opened: peewee.Database, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Rows of a statement in this database's own words."""
    cursor = opened.execute_sql(sql, parameters)  # type: ignore[no-untyped-call]
    return list(cursor.fetchall()) if cursor.description else []


def raw(sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Rows of a statement written with ``?`` for either database."""
    words = tuple(storable(p) if isinstance(p, str) else p for p in parameters)
    return execute(_opened(), _own(sql), words)


def insert(table: str, values: Mapping[str, Any]) -> int:
    """Store one row; its number. Plain SQL: building it with the query builder costs more than running it."""
    names = ", ".join(values)
    ((seq,),) = raw(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))}) RETURNING seq", tuple(values.values()))  # noqa: S608
    return int(seq)


def update(table: str, seq: int, values: Mapping[str, Any]) -> None:
    """Change one row, by its number."""
    sets = ", ".join(f"{name} = ?" for name in values)
    raw(f"UPDATE {table} SET {sets} WHERE seq = ?", (*values.values(), seq))  # noqa: S608


def _own(sql: str) -> str:
    """A statement written with ``?`` in the words of the open database."""
    return sql.replace("%", "%%").replace("?", "%s") if is_postgresql() else sql


def storable(text: str) -> str:
    """A text that either database takes: what no document can hold (NUL, a lone surrogate) is replaced, and so matches nothing."""
    if "\0" in text or not text.isascii():
        return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    return text


def raw_many(sql: str, rows: Any) -> None:
    """Run one statement, written with ``?``, for each of many rows, in the open transaction."""
    cursor = _opened().cursor()  # type: ignore[no-untyped-call]
    with peewee.__exception_wrapper__:  # type: ignore[attr-defined]
        cursor.executemany(_own(sql), rows)


def _open(url: str) -> peewee.Database:
    scheme = url.split(":", 1)[0]
    if scheme in ("postgresql", "postgres"):
        pooled: peewee.Database = PooledPostgresqlDatabase(
            "postgresql" + url[len(scheme) :],
            prefer_psycopg3=True,
            max_connections=CONNECTIONS,
            stale_timeout=300,
            timeout=BUSY_SECONDS,
            connect_timeout=BUSY_SECONDS,
        )
        return pooled
    if scheme != "sqlite":
        raise StoreError(f"a store is sqlite:///… or postgresql://…, not {url[:60]!r}")
    name = unquote(urlsplit(url).path)[1:]
    if ":memory:" in url or not name:
        return peewee.SqliteDatabase(":memory:", pragmas=PRAGMAS)
    path = Path(name)
    _create(path)
    status = path.stat()
    _Opened.path, _Opened.inode = path, (status.st_dev, status.st_ino)
    _thread.__dict__.clear()
    # mode=rw: a file that is gone stays gone; a fresh empty one would look like a store that lost everything.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return peewee.SqliteDatabase(uri, uri=True, pragmas=PRAGMAS, timeout=BUSY_SECONDS)


def _create(path: Path) -> None:
    try:
        sqlite3.connect(path).close()
        path.touch(exist_ok=True)
    except (sqlite3.Error, OSError) as error:
        raise StoreUnavailable(f"cannot open the store {path}: {error}") from None


def _check_still_there() -> None:
    if _Opened.path is None:
        return
    try:
        status = _Opened.path.stat()
    except OSError as error:
        _drop_connection()
        raise StoreUnavailable(f"the store {_Opened.path} is gone: {error.strerror}") from None
    seen, now = getattr(_thread, "inode", _Opened.inode), (status.st_dev, status.st_ino)
    if seen != now:
        _drop_connection()
    _thread.inode = now


def _drop_connection() -> None:
    opened = _Opened.current
    if opened is None or opened.is_closed() or opened.in_transaction():
        return
    if isinstance(opened, peewee.SqliteDatabase) and opened.database == ":memory:":
        return
    try:
        opened.manual_close() if isinstance(opened, PooledPostgresqlDatabase) else opened.close()
    except peewee.PeeweeException:
        return


def _cause(error: BaseException) -> BaseException:
    """What went wrong first: SQLite undoes a transaction by itself on a full disk, and then refuses to be told to."""
    while "cannot rollback" in str(error) and error.__context__ is not None:
        error = error.__context__
    return error


def _unavailable(error: Exception) -> StoreUnavailable | None:
    message = str(_cause(error))
    lower = message.lower()
    if isinstance(error, peewee.IntegrityError | peewee.DataError | peewee.ProgrammingError | peewee.NotSupportedError):
        return None
    if isinstance(error, peewee.InternalError) and "read-only" not in lower:
        return None
    if any(word in lower for word in BUGS):
        return None
    busy = "locked" in lower or "busy" in lower
    return StoreUnavailable(f"the store is {'busy' if busy else 'unavailable'}: {message[:200]}", retry_after=1 if busy else 5)
