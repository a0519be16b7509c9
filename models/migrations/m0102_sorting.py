"""Indexes for the orders of lists (``models.sorting``) and for filters that choose few rows."""

from __future__ import annotations

import peewee

from models.migrations import run

STATEMENTS = """
CREATE INDEX votes_reports ON votes (reports, id);
CREATE INDEX votes_conflicts ON votes (conflicts, id);
CREATE INDEX votes_recorded ON votes (day, id) WHERE official IS NOT NULL;
CREATE INDEX votes_unrecorded ON votes (day, id) WHERE official IS NULL;
CREATE INDEX conflicts_opened ON conflicts (opened_at, id);
CREATE INDEX conflicts_changed ON conflicts (changed_at, id);
DROP INDEX claims_published;
CREATE INDEX claims_published ON claims ((COALESCE(published, '')), seq);
CREATE INDEX claims_option ON claims (opt, seq) WHERE opt IS NOT NULL;
DROP INDEX articles_published;
CREATE INDEX articles_published ON articles ((COALESCE(published, '')), seq);
CREATE INDEX actors_name ON actors (name, id);
CREATE INDEX actors_uses ON actors (uses, id);
CREATE INDEX inconsistencies_outlet ON inconsistencies (outlet, seq);
CREATE INDEX inconsistencies_kind ON inconsistencies (kind, seq);
DROP INDEX webhook_deliveries_webhook;
CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook, created_at, id);
CREATE INDEX webhook_deliveries_created ON webhook_deliveries (created_at);
CREATE INDEX reports_outlet ON reports (outlet, event);
"""


def apply(database: peewee.Database) -> None:
    """Make the indexes."""
    run(database, STATEMENTS)
