"""Answers that are ready, given before Flask is entered where nothing about a request is out of the ordinary.

One vote or one conflict is a look-up of bytes that the store keeps. A list and what is put together on reading stay
good as long as the store's version does, so they are made once a version. Whatever is unusual (a key, another form by
``Accept``, an unknown id, a store that does not answer) takes the long way, which also says what is wrong.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Final

from flask import Flask, Response, current_app, request

from models import base, queries

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Key = tuple[str, ...]

MOST_BYTES: Final = 16 * 1024 * 1024
"""All answers that are kept, together."""
LARGEST: Final = 2 * 1024 * 1024
"""One of them."""
OVERHEAD: Final = 1024
"""What an answer takes besides its body, about."""
CACHE_CONTROL: Final = ("Cache-Control", "no-cache")
"""A copy may be kept but is asked for again each time: an ETag makes that cheap."""
VARY: Final = ("Vary", "Accept")
"""Of what can also be had as JSON-LD."""
LINKED_DATA: Final = "ld+json"
ROUTE: Final = "claimwire.route"
VERSION: Final = "claimwire.version"
"""Where a request holds the store's version from before its answer was made, if that is to be kept."""
_ONE: Final = re.compile(r"/v1/(votes|conflicts)/([A-Za-z0-9_-]{1,64})")


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer of 200: its bytes, its ETag and its headers; ``route`` is what metrics call its address."""

    body: bytes
    etag: str
    headers: Headers
    route: str


@dataclass(slots=True)
class Answers:
    """Answers by what was asked, all of one version of the store; the least asked go first."""

    _version: int = 0
    _kept: OrderedDict[Key, tuple[int, Ready]] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, key: Key, version: int | None = None) -> Ready | None:
        """The answer that was kept, if nothing was written since; ``version`` is the store's where it was read already."""
        kept = self._kept.get(key)
        if kept is None or kept[0] != (base.version() if version is None else version):
            return None
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
        return kept[1]

    def keep(self, key: Key, version: int, ready: Ready) -> None:
        """Keep an answer that was made after ``version`` was read."""
        size = _size(key, ready)
        if size > LARGEST:
            return
        with self._lock:
            if version != self._version:
                self._kept.clear()
                self._version, self._size = version, 0
            self._drop(key)
            self._kept[key] = (version, ready)
            self._size += size
            while self._size > MOST_BYTES:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        old = self._kept.pop(key, None)
        if old is not None:
            self._size -= _size(key, old[1])


def _size(key: Key, ready: Ready) -> int:
    return len(ready.body) + sum(map(len, key)) + OVERHEAD


def key_of(environ: Environ) -> Key:
    """What an answer depends on besides the store: links in it name the host that was asked."""
    accept = environ.get("HTTP_ACCEPT", "")
    accept = accept if LINKED_DATA in accept else ""
    return (environ["wsgi.url_scheme"], environ.get("HTTP_HOST", ""), environ["PATH_INFO"], environ.get("QUERY_STRING", ""), accept)


def register(app: Flask) -> None:
    """Look before a view runs that says it is ``kept``; what it answers is then kept by ``api.responses``."""
    app.before_request(_look)


def _look() -> Response | None:
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method != "GET" or not getattr(view, "kept", False):
        return None
    environ = request.environ
    answers = current_app.extensions["claimwire"].answers
    environ[VERSION] = base.version()
    found = answers.find(key_of(environ), environ[VERSION])
    if found is None:
        return None
    if matches(environ.get("HTTP_IF_NONE_MATCH"), found.etag):
        return Response(status=304, headers=unchanged(found.headers))
    return Response(found.body, 200, found.headers)


def find(environ: Environ, answers: Answers) -> Ready | None:
    """The answer to a plain GET whose caller may read, if it is ready; with an empty body where the caller has it already."""
    try:
        if environ.get("QUERY_STRING") or LINKED_DATA in environ.get("HTTP_ACCEPT", ""):
            return answers.find(key_of(environ))
        one = _ONE.fullmatch(environ["PATH_INFO"])
        if one is None:
            return answers.find(key_of(environ))
        table: Any = one[1]
        stored = queries.ready(table, one[2], unless=environ.get("HTTP_IF_NONE_MATCH"))
    except Exception:
        # The long way meets the same, and says what is wrong.
        return None
    if stored is None:
        return None
    headers = [("Content-Type", "application/json"), ("ETag", stored.etag), CACHE_CONTROL, VARY]
    return Ready(stored.document, stored.etag, headers, f"/v1/{table}/<id>")


def matches(header: str | None, etag: str) -> bool:
    """Whether an ``If-None-Match`` header names this ETag (RFC 9110, 13.1.2: weak comparison)."""
    if not header:
        return False
    if header == etag or header.strip() == "*":
        return True
    return any(part.strip().removeprefix("W/") == etag for part in header.split(","))


def unchanged(headers: Headers) -> Headers:
    """What of an answer's headers a 304 repeats."""
    return [(name, value) for name, value in headers if name in ("ETag", "Cache-Control", "Vary", "Link")]
