"""Bring a database to the layout that this code knows: numbered steps, each applied once."""

from __future__ import annotations

import importlib
import pkgutil
import re

import peewee

from models import migrations
from models.base import execute
from models.errors import SchemaTooNew


def steps() -> list[tuple[int, str]]:
    """All steps this code has: (number, module name), in order."""
    found = []
    for module in pkgutil.iter_modules(migrations.__path__):
        match = re.fullmatch(r"(?:m)?(\d{4})_\w+", module.name)
        if match:
            found.append((int(match[1]), module.name))
    return sorted(found)


def applied(database: peewee.Database) -> set[int]:
    """Numbers of the steps that this database has been through."""
    if not database.table_exists("schema_steps"):
        return set()
    return {number for (number,) in execute(database, "SELECT number FROM schema_steps")}


def migrate(database: peewee.Database) -> list[str]:
    """Apply the missing steps, each in a transaction of its own; their names.

    Raises ``SchemaTooNew``, touching nothing, where the database has been
    through a step that this code does not know.
    """
    known, done = steps(), applied(database)
    unknown = done - {number for number, _ in known}
    if unknown:
        raise SchemaTooNew(
            f"this store has step {max(unknown):04d} of its layout; this Claimwire knows steps up to "
            f"{max(number for number, _ in known):04d}: use a newer Claimwire"
        )
    missing = [(number, name) for number, name in known if number not in done]
    names = []
    for number, name in missing:
        with database.atomic(*(["IMMEDIATE"] if isinstance(database, peewee.SqliteDatabase) else [])):
            _lock(database)
            if number in applied(database):
                continue
            importlib.import_module(f"{migrations.__name__}.{name}").apply(database)
            execute(database, f"INSERT INTO schema_steps (number, name) VALUES ({number}, '{name}')")  # noqa: S608
            names.append(name)
    return names


def _lock(database: peewee.Database) -> None:
    """Two servers that start at once must not both apply a step."""
    if isinstance(database, peewee.PostgresqlDatabase):
        execute(database, "SELECT pg_advisory_xact_lock(4242)")
    execute(database, "CREATE TABLE IF NOT EXISTS schema_steps (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
