"""Answers kept so that a repeated request gets the first one's answer again."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass

from models.base import raw, reading, writing

KEPT = datetime.timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What was answered to the first request with a key; ``digest`` is that request's."""

    digest: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def find(caller: str, key: str, now: datetime.datetime) -> KeptAnswer | None:
    """The answer kept for this caller's key, for a day."""
    with reading():
        rows = raw(
            "SELECT digest, status, headers, body FROM idempotency_keys WHERE caller = ? AND key = ? AND kept_at >= ?",
            (caller, key, (now - KEPT).isoformat()),
        )
    if not rows:
        return None
    digest, status, headers, body = rows[0]
    return KeptAnswer(digest, status, json.loads(headers), bytes(body))


def keep(caller: str, key: str, answer: KeptAnswer, now: datetime.datetime) -> None:
    """Keep an answer, in the transaction that stored what it speaks of; what is older than a day goes."""
    with writing():
        raw("DELETE FROM idempotency_keys WHERE kept_at < ?", ((now - KEPT).isoformat(),))
        raw(
            "INSERT INTO idempotency_keys (caller, key, digest, status, headers, body, kept_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (caller, key) DO NOTHING",
            (caller, key, answer.digest, answer.status, json.dumps(dict(answer.headers)), answer.body, now.isoformat()),
        )
