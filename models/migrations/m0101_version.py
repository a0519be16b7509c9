"""The version of the store's contents (``models.versions``)."""

from __future__ import annotations

import peewee

from models.migrations import run

STATEMENTS = """
CREATE TABLE store_version (number BIGINT NOT NULL);
INSERT INTO store_version (number) VALUES (0);
"""


def apply(database: peewee.Database) -> None:
    """Make the table with its one row."""
    run(database, STATEMENTS)
