"""Answers: JSON bytes with a strong ETag, and 304 where the caller has them already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from flask import Response, request

from api import ready
from api.service import service

JSON = "application/json"


def dumps(value: Any) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def in_page(body: bytes) -> bytes:
    """JSON that may stand in a page's script element: no ``<`` in it, which JSON allows only in strings."""
    return body.replace(b"<", b"\\u003c")


def etag_of(body: bytes) -> str:
    """A strong ETag, with its quotes."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def answer(
    body: bytes, etag: str | None = None, *, content_type: str = JSON, status: int = 200, headers: Iterable[tuple[str, str]] = ()
) -> Response:
    """The bytes, or 304 without them where ``If-None-Match`` has their ETag. Answers of views that say so are kept ready."""
    environ = request.environ
    etag = etag or etag_of(body)
    made = [("Content-Type", content_type), ("ETag", etag), ready.CACHE_CONTROL, *headers]
    version = environ.get(ready.VERSION)
    if version is not None and status == 200:
        service().answers.keep(ready.key_of(environ), version, ready.Ready(body, etag, made, environ[ready.ROUTE]))
    if ready.matches(environ.get("HTTP_IF_NONE_MATCH"), etag):
        return Response(status=304, headers=ready.unchanged(made))
    return Response(body, status, made)


def answer_json(value: Any, *, status: int = 200) -> Response:
    """A value as JSON with its ETag."""
    return answer(dumps(value), status=status)


def join_rows(rows: Iterable[bytes], next_url: str | None) -> bytes:
    """The body of a list, from rows that are JSON already."""
    following = b"null" if next_url is None else dumps(next_url)
    return b'{"results":[' + b",".join(rows) + b'],"next":' + following + b"}"
