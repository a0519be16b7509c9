"""Answers: JSON bytes with a strong ETag, and 304 where the caller has them already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from flask import Response, request

JSON = "application/json"
LONG_AGO = "no-cache"
"""A copy may be kept but is asked for again each time: an ETag makes that cheap."""


def dumps(value: Any) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def etag_of(body: bytes) -> str:
    """A strong ETag, with its quotes."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def answer(body: bytes, etag: str | None = None, *, content_type: str = JSON, status: int = 200) -> Response:
    """The bytes, or 304 without them where ``If-None-Match`` has their ETag."""
    etag = etag or etag_of(body)
    if matches(request.headers.get("If-None-Match"), etag):
        return Response(status=304, headers=[("ETag", etag), ("Cache-Control", LONG_AGO)])
    return Response(body, status, [("Content-Type", content_type), ("ETag", etag), ("Cache-Control", LONG_AGO)])


def answer_json(value: Any, *, status: int = 200) -> Response:
    """A value as JSON with its ETag."""
    return answer(dumps(value), status=status)


def join_rows(rows: Iterable[bytes], next_url: str | None) -> bytes:
    """The body of a list, from rows that are JSON already."""
    following = b"null" if next_url is None else dumps(next_url)
    return b'{"results":[' + b",".join(rows) + b'],"next":' + following + b"}"


def matches(header: str | None, etag: str) -> bool:
    """Whether an ``If-None-Match`` header names this ETag (RFC 9110, 13.1.2: weak comparison)."""
    if not header:
        return False
    if header == etag or header.strip() == "*":
        return True
    return any(part.strip().removeprefix("W/") == etag for part in header.split(","))
