"""Tables of the service itself: keys, answers kept for repeated requests, webhooks and their deliveries."""

from __future__ import annotations

import peewee

from models.migrations import run

STATEMENTS = """
CREATE TABLE api_keys (id {text} NOT NULL PRIMARY KEY, name {text} NOT NULL, hash {text} NOT NULL UNIQUE, scopes {text} NOT NULL,
    created_at {text} NOT NULL, revoked_at {text});

CREATE TABLE idempotency_keys (caller {text} NOT NULL, key {text} NOT NULL, digest {text} NOT NULL, status INTEGER NOT NULL,
    headers {text} NOT NULL, body {bytes} NOT NULL, kept_at {text} NOT NULL, PRIMARY KEY (caller, key));
CREATE INDEX idempotency_keys_kept_at ON idempotency_keys (kept_at);

CREATE TABLE webhooks (id {text} NOT NULL PRIMARY KEY, url {text} NOT NULL, format {text} NOT NULL, events {text} NOT NULL,
    secret {text} NOT NULL, description {text} NOT NULL, created_at {text} NOT NULL, disabled_at {text}, disabled_why {text});

CREATE TABLE webhook_deliveries (id {text} NOT NULL PRIMARY KEY, webhook {text} NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    event {text} NOT NULL, body {text} NOT NULL, created_at {text} NOT NULL, attempts INTEGER NOT NULL, due_at {text},
    delivered_at {text}, failed_at {text}, last_status INTEGER, last_error {text});
CREATE INDEX webhook_deliveries_due_at ON webhook_deliveries (due_at);
CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook, id);
"""


def apply(database: peewee.Database) -> None:
    """Make the tables."""
    run(database, STATEMENTS)
