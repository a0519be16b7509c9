"""API keys: shown once when made, kept as a hash, revoked at once and never deleted."""

from __future__ import annotations

import datetime
import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from models.base import raw, reading, writing
from models.errors import NotFound, Refused

PREFIX: Final = "cw_"
SCOPES: Final = ("read", "ingest", "edit", "admin")
_COLUMNS: Final = "id, name, scopes, created_at, revoked_at"


@dataclass(frozen=True, slots=True)
class Key:
    """A key without its secret."""

    id: str
    name: str
    scopes: tuple[str, ...]
    created_at: str
    revoked_at: str | None = None
    """When it ended, or will: a key that was rotated may be good for some hours more."""


def create(name: str, scopes: tuple[str, ...], now: datetime.datetime) -> tuple[Key, str]:
    """Make a key: what is kept of it, and the secret, which nobody can read again.

    Raises ``Refused`` for an unknown scope or none.
    """
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown or not scopes:
        raise Refused(f"scopes are {', '.join(SCOPES)}, not {', '.join(unknown) or 'none'}", field="scopes")
    secret = PREFIX + secrets.token_urlsafe(32)
    key = Key("key_" + secrets.token_hex(6), name, tuple(s for s in SCOPES if s in scopes), now.isoformat(timespec="seconds"))
    with writing():
        raw(
            "INSERT INTO api_keys (id, name, hash, scopes, created_at) VALUES (?, ?, ?, ?, ?)",
            (key.id, name, _hash(secret), " ".join(key.scopes), key.created_at),
        )
    return key, secret


def rotate(key_id: str, now: datetime.datetime, *, keep: datetime.timedelta = datetime.timedelta()) -> tuple[Key, str]:
    """Make a key of the same name and scopes in the place of a valid one; the old one ends now, or ``keep`` later.

    Raises ``NotFound``, and ``Refused`` for a key that is revoked.
    """
    with writing():
        rows = raw(f"SELECT {_COLUMNS} FROM api_keys WHERE id = ?", (key_id,))  # noqa: S608
        if not rows:
            raise NotFound(f"there is no key {key_id!r}", field="id")
        old = _key(rows[0])
        if old.revoked_at is not None:
            raise Refused(f"{key_id} is revoked, or was rotated before", field="id")
        raw("UPDATE api_keys SET revoked_at = ? WHERE id = ?", ((now + keep).isoformat(timespec="seconds"), key_id))
        return create(old.name, old.scopes, now)


def find(secret: str, now: datetime.datetime) -> Key | None:
    """The key with this secret, unless it has ended by now."""
    if not secret.startswith(PREFIX):
        return None
    with reading():
        rows = raw(f"SELECT {_COLUMNS} FROM api_keys WHERE hash = ?", (_hash(secret),))  # noqa: S608
    key = _key(rows[0]) if rows else None
    return None if key is None or (key.revoked_at is not None and key.revoked_at <= now.isoformat(timespec="seconds")) else key


def everyone() -> list[Key]:
    """All keys ever made, oldest first."""
    with reading():
        return [_key(row) for row in raw(f"SELECT {_COLUMNS} FROM api_keys ORDER BY created_at, id")]  # noqa: S608


def any_made() -> bool:
    """Whether a key was ever made, revoked or not."""
    with reading():
        return bool(raw("SELECT 1 FROM api_keys LIMIT 1"))


def revoke(key_id: str, now: datetime.datetime) -> Key:
    """End a key at once; twice is the same. Raises ``NotFound``."""
    with writing():
        raw(
            "UPDATE api_keys SET revoked_at = ? WHERE id = ? AND (revoked_at IS NULL OR revoked_at > ?)",
            (now.isoformat(timespec="seconds"), key_id, now.isoformat(timespec="seconds")),
        )
        rows = raw(f"SELECT {_COLUMNS} FROM api_keys WHERE id = ?", (key_id,))  # noqa: S608
    if not rows:
        raise NotFound(f"there is no key {key_id!r}", field="id")
    return _key(rows[0])


def _key(row: tuple[str, ...]) -> Key:
    key_id, name, scopes, created_at, revoked_at = row
    return Key(key_id, name, tuple(scopes.split()), created_at, revoked_at)


def _hash(secret: str) -> str:
    # A key is 256 random bits: one round of SHA-256 is as good as a slow hash, and a request does not wait for it.
    return hashlib.sha256(secret.encode()).hexdigest()
