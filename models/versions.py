"""The version of the store's contents: one number that every write transaction replaces.

Two looks that find the same number found the same contents, so what was made of them is still good. The numbers
are random. A store that nothing was written to since its first migration has 0, so what is put back from a backup gets
a number of its own: two old layouts brought up to date would otherwise both have it.
"""

from __future__ import annotations

import secrets

import peewee


def current(database: peewee.Database) -> int:
    """The version of what is committed now."""
    ((number,),) = database.execute_sql("SELECT number FROM store_version").fetchall()  # type: ignore[no-untyped-call]
    return int(number)


def written(database: peewee.Database) -> int:
    """How many rows this connection has changed so far, where the database tells; else 0."""
    return int(database.connection().total_changes) if isinstance(database, peewee.SqliteDatabase) else 0  # type: ignore[no-untyped-call]


def renew(database: peewee.Database, before: int) -> None:
    """Give the contents another number, in the open transaction; not where nothing was ``written`` since ``before``."""
    number = secrets.randbits(62)
    if isinstance(database, peewee.SqliteDatabase):
        if written(database) != before:
            database.execute_sql("UPDATE store_version SET number = ?", (number,))  # type: ignore[no-untyped-call]
    else:
        statement = "UPDATE store_version SET number = %s WHERE pg_current_xact_id_if_assigned() IS NOT NULL"
        database.execute_sql(statement, (number,))  # type: ignore[no-untyped-call]


def replace(database: peewee.SqliteDatabase) -> None:
    """Give a file that is not in use yet another number."""
    database.execute_sql("UPDATE store_version SET number = ?", (secrets.randbits(62),))  # type: ignore[no-untyped-call]
