"""Indexes for look-ups that the plans of all statements showed to read whole tables (``tests/api/test_scans.py``)."""

from __future__ import annotations

import peewee

from models.migrations import run

STATEMENTS = """
CREATE INDEX reports_revision ON reports (revision);
CREATE INDEX vote_decisions_vote ON vote_decisions (vote, seq);
CREATE INDEX claims_actor_published ON claims (actor, kind, (COALESCE(published, '')), seq);
"""


def apply(database: peewee.Database) -> None:
    """Make the indexes."""
    run(database, STATEMENTS)
