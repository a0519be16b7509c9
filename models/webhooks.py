"""Webhooks, and the deliveries that a write leaves for them in its own transaction (an outbox)."""

from __future__ import annotations

import base64
import datetime
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

from models import sorting
from models.base import raw, reading, writing
from models.canonical import dumps, loads
from models.changes import ConflictChange
from models.errors import NotFound
from models.paging import After, Listing, Page

Format = Literal["standard", "slack"]
EVENTS: Final = ("conflict.opened", "conflict.changed", "conflict.closed")
BACK_OFF: Final = (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
"""Seconds before each further attempt: ten attempts over three days and a little."""
KEPT: Final = datetime.timedelta(days=30)
"""For how long it can be looked up what became of a delivery."""
LEASE: Final = 120
"""Seconds for which a delivery belongs to the worker that took it."""
_COLUMNS: Final = "id, url, format, events, secret, description, created_at, disabled_at, disabled_why"
_DELIVERY: Final = "id, webhook, event, body, created_at, attempts, due_at, delivered_at, failed_at, last_status, last_error"


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where events go. ``secret`` signs them: it is told once, when the webhook is made."""

    id: str
    url: str
    format: Format
    events: tuple[str, ...]
    secret: str
    description: str
    created_at: str
    disabled_at: str | None = None
    disabled_why: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event for one webhook. ``body`` is what is sent, the same at each attempt."""

    id: str
    webhook: str
    event: str
    body: str
    created_at: str
    attempts: int = 0
    due_at: str | None = None
    delivered_at: str | None = None
    failed_at: str | None = None
    last_status: int | None = None
    last_error: str | None = None


def create(url: str, kind: Format, events: tuple[str, ...], description: str, now: datetime.datetime) -> Webhook:
    """Make a webhook with a fresh secret."""
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    made = Webhook("wh_" + secrets.token_hex(8), url, kind, events, secret, description, now.isoformat(timespec="seconds"))
    with writing():
        raw(
            f"INSERT INTO webhooks ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (made.id, url, kind, " ".join(events), secret, description, made.created_at, None, None),
        )
    return made


def find(webhook: str) -> Webhook | None:
    """One webhook."""
    with reading():
        rows = raw(f"SELECT {_COLUMNS} FROM webhooks WHERE id = ?", (webhook,))  # noqa: S608
    return _webhook(rows[0]) if rows else None


def page(show: Callable[[Webhook], dict[str, Any]], *, sort: str | None = None, after: After = None, limit: int = 50) -> Page:
    """Webhooks as ``show`` tells them, those made first first."""
    listing = Listing(_COLUMNS, "webhooks", sorting.WEBHOOKS["created"], descending=False)
    listing.sort(sort, sorting.WEBHOOKS)
    return listing.page(lambda row: dumps(show(_webhook(row))).encode(), after, limit)


def delete(webhook: str) -> None:
    """Take a webhook out, with what it still had to get. Raises ``NotFound``."""
    with writing():
        if not raw("SELECT 1 FROM webhooks WHERE id = ?", (webhook,)):
            raise NotFound("there is no such webhook")
        raw("DELETE FROM webhook_deliveries WHERE webhook = ?", (webhook,))
        raw("DELETE FROM webhooks WHERE id = ?", (webhook,))


def enqueue(changes: Iterable[ConflictChange]) -> None:
    """Leave a delivery for each change and webhook that wants it; called inside the transaction that made the changes."""
    hooks = [_webhook(row) for row in raw(f"SELECT {_COLUMNS} FROM webhooks WHERE disabled_at IS NULL ORDER BY id")]  # noqa: S608
    if not hooks:
        return
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    rows = []
    for change in changes:
        event = f"conflict.{change.event}"
        wanted = [hook for hook in hooks if event in hook.events]
        if not wanted:
            continue
        found = raw("SELECT document FROM conflicts WHERE id = ?", (change.id,))
        data: Any = loads(bytes(found[0][0]) if found else change.last or dumps({"id": change.id}))
        if not found:
            data["state"] = "closed"
        body = dumps({"type": event, "timestamp": now, "data": data})
        rows += [("msg_" + secrets.token_hex(12), hook.id, event, body, now, 0, now) for hook in wanted]
    raw_insert = "INSERT INTO webhook_deliveries (id, webhook, event, body, created_at, attempts, due_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
    for row in rows:
        raw(raw_insert, row)


def take_due(now: datetime.datetime, limit: int) -> list[tuple[Webhook, Delivery]]:
    """Deliveries that are due, taken for ``LEASE`` seconds: no other worker gets them meanwhile.

    One that is due later than it can be was put off by a clock that was wrong, and is due.
    """
    latest = now + datetime.timedelta(seconds=BACK_OFF[-1] + LEASE)
    moments = (now.isoformat(timespec="milliseconds"), latest.isoformat(timespec="milliseconds"))
    due = "webhook_deliveries WHERE due_at <= ? OR due_at > ?"
    with reading():
        if not raw(f"SELECT 1 FROM {due} LIMIT 1", moments):  # noqa: S608
            return []
    with writing():
        rows = raw(f"SELECT {_DELIVERY} FROM {due} ORDER BY due_at LIMIT ?", (*moments, limit))  # noqa: S608
        taken = (now + datetime.timedelta(seconds=LEASE)).isoformat(timespec="milliseconds")
        for row in rows:
            raw("UPDATE webhook_deliveries SET due_at = ? WHERE id = ?", (taken, row[0]))
    deliveries = [Delivery(*row) for row in rows]
    hooks = {name: find(name) for name in {d.webhook for d in deliveries}}
    return [(hook, d) for d in deliveries if (hook := hooks[d.webhook]) is not None]


def delivered(delivery: Delivery, status: int, now: datetime.datetime) -> None:
    """It arrived."""
    with writing():
        raw(
            "UPDATE webhook_deliveries SET delivered_at = ?, due_at = NULL, attempts = attempts + 1, last_status = ?, last_error = NULL "
            "WHERE id = ?",
            (now.isoformat(timespec="milliseconds"), status, delivery.id),
        )


def not_delivered(delivery: Delivery, status: int | None, error: str, now: datetime.datetime, *, gone: bool = False) -> None:
    """It did not arrive: try again later, or give up after the last attempt; ``gone`` disables the webhook."""
    attempts = delivery.attempts + 1
    last = gone or attempts > len(BACK_OFF)
    due = None if last else (now + datetime.timedelta(seconds=BACK_OFF[attempts - 1])).isoformat(timespec="milliseconds")
    moment = now.isoformat(timespec="milliseconds")
    with writing():
        raw(
            "UPDATE webhook_deliveries SET attempts = ?, due_at = ?, failed_at = ?, last_status = ?, last_error = ? WHERE id = ?",
            (attempts, due, moment if last else None, status, error[:500], delivery.id),
        )
        if gone:
            raw("UPDATE webhooks SET disabled_at = ?, disabled_why = ? WHERE id = ?", (moment, error[:500], delivery.webhook))
            raw(
                "UPDATE webhook_deliveries SET due_at = NULL, failed_at = ? WHERE webhook = ? AND due_at IS NOT NULL",
                (moment, delivery.webhook),
            )


def deliveries(webhook: str, *, sort: str | None = None, after: After = None, limit: int = 50) -> Page | None:
    """A webhook's deliveries without what is sent, the latest first; ``None`` for an unknown webhook."""
    if find(webhook) is None:
        return None
    names = [name for name in _DELIVERY.split(", ") if name != "body"]
    listing = Listing(", ".join(names), "webhook_deliveries", sorting.DELIVERIES["created"])
    listing.where("webhook = ?", webhook)
    listing.sort(sort, sorting.DELIVERIES)
    return listing.page(lambda row: dumps(dict(zip(names, row, strict=True))).encode(), after, limit)


def clear(now: datetime.datetime) -> None:
    """Take out what arrived or was given up more than ``KEPT`` ago."""
    before = (now - KEPT).isoformat(timespec="milliseconds")
    with reading():
        old = "FROM webhook_deliveries WHERE created_at < ? AND due_at IS NULL"
        if not raw(f"SELECT 1 {old} LIMIT 1", (before,)):
            return
    with writing():
        raw(f"DELETE {old}", (before,))


def _webhook(row: tuple[Any, ...]) -> Webhook:
    key, url, kind, events, *rest = row
    return Webhook(key, url, kind, tuple(events.split()), *rest)
