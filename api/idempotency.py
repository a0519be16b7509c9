"""``Idempotency-Key``: a request that is sent again is answered again, not done again.

The answer is kept in the transaction that did the work, so a crash leaves both or
neither. Requests under way are known to their own process alone: two processes
that get the same request at once both do it, which for an article is one article.
Of an answer only that is kept which the request does not hold: an article's text is not kept twice.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import re
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from flask import Response, g, request

from api.errors import Problem
from models import idempotency
from models.idempotency import KeptAnswer

Keep = Callable[[Response], None]
SQUEEZED: Final = "Claimwire-Squeezed"
"""Among the kept headers: the body was made smaller by what it shares with the request."""
WINDOW: Final = 32 * 1024
"""How much of a request zlib can refer back to."""
BLOCK: Final = 64 * 1024
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_under_way: set[tuple[str, str]] = set()
_lock = threading.Lock()


def once(work: Callable[[Keep], Response]) -> Response:
    """Do the work once for its key. ``work`` calls ``keep`` with its answer inside its write transaction.

    Another body under the same key is 422, the same key while the first is under way 409.
    """
    key = given_key()
    if key is None:
        return work(lambda response: None)
    body = request.get_data()
    digest = _digest(body)
    with _alone(key) as caller:
        kept = idempotency.find(caller, key, _now())
        if kept is not None:
            return _again(kept, digest, body)
        return work(lambda response: idempotency.keep(caller, key, _kept(response, digest, body), _now()))


def once_streamed(work: Callable[[Any, Keep], Response]) -> Response:
    """As ``once`` for a body that ``work`` reads from the stream it is given; it calls ``keep`` in the last transaction of its work."""
    key = given_key()
    if key is None:
        return work(request.stream, lambda response: None)
    stream = _Hashed(request.stream)
    with _alone(key) as caller:
        kept = idempotency.find(caller, key, _now())
        if kept is not None:
            return _again(kept, stream.digest(), b"")
        return work(stream, lambda response: idempotency.keep(caller, key, _kept(response, stream.digest(), b""), _now()))


@dataclass(slots=True)
class Lines:
    """What was answered to lines of a stream under one key, by their numbers."""

    caller: str
    key: str
    _digests: dict[int, str] = field(default_factory=dict)
    """Of lines that were looked for and are not answered yet."""

    def find(self, number: int, line: bytes) -> bytes | None:
        """What this line was answered; 422 where another line had its number."""
        digest = _digest(line.strip())
        kept = idempotency.find(self.caller, self._name(number), _now())
        if kept is None:
            self._digests[number] = digest
            return None
        if kept.digest != digest:
            raise _used()
        return kept.body

    def keep(self, number: int, row: bytes) -> None:
        """Keep what is answered, in the transaction that does the work."""
        kept = KeptAnswer(self._digests.pop(number), 200, {}, row)
        idempotency.keep(self.caller, self._name(number), kept, _now())

    def _name(self, number: int) -> str:
        """Of a line among the keys; no key has a blank, so it is no other request's."""
        return f"{self.key} {number}"


@contextlib.contextmanager
def lines() -> Iterator[Lines | None]:
    """The lines of this request's key, if it has one; 409 while another request with it is under way."""
    key = given_key()
    if key is None:
        yield None
        return
    with _alone(key) as caller:
        yield Lines(caller, key)


def given_key() -> str | None:
    """The request's key; 400 for one that is none."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and _KEY.fullmatch(key) is None:
        message = "1 to 255 visible ASCII characters"
        raise Problem(400, f"an Idempotency-Key has {message}", [("Idempotency-Key", message)])
    return key


@contextlib.contextmanager
def _alone(key: str) -> Iterator[str]:
    """No other request of this caller has this key meanwhile: 409. The caller's name."""
    place = (_caller(), key)
    with _lock:
        if place in _under_way:
            message = "a request with this key is under way"
            raise Problem(409, message, [("Idempotency-Key", message)], headers={"Retry-After": "1"})
        _under_way.add(place)
    try:
        yield place[0]
    finally:
        with _lock:
            _under_way.discard(place)


def _caller() -> str:
    return g.key.id if g.get("key") else "local"


def _digest(body: bytes) -> str:
    return hashlib.sha256(f"{request.method} {request.full_path}\n".encode() + body).hexdigest()


class _Hashed:
    """The request's stream, which remembers what was read of it as a hash."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._hash = hashlib.sha256(f"{request.method} {request.full_path}\n".encode())

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data: bytes = self._stream.read(size)
        self._hash.update(data)
        return data

    def digest(self) -> str:
        """The hash of the whole body; what was not read yet is read."""
        while self.read(BLOCK):
            pass
        return self._hash.hexdigest()


def _again(kept: KeptAnswer, digest: str, body: bytes) -> Response:
    if kept.digest != digest:
        raise _used()
    headers = dict(kept.headers)
    told = kept.body
    if headers.pop(SQUEEZED, None):
        told = zlib.decompressobj(zdict=body[-WINDOW:]).decompress(told)
    response = Response(told, kept.status)
    response.headers.update(headers)
    response.headers["Idempotency-Replayed"] = "true"
    return response


def _kept(response: Response, digest: str, body: bytes) -> KeptAnswer:
    headers = {name: response.headers[name] for name in ("Content-Type", "Location", "ETag") if name in response.headers}
    if not body:
        return KeptAnswer(digest, response.status_code, headers, response.get_data())
    squeezer = zlib.compressobj(zdict=body[-WINDOW:])
    told = squeezer.compress(response.get_data()) + squeezer.flush()
    return KeptAnswer(digest, response.status_code, {**headers, SQUEEZED: "1"}, told)


def _used() -> Problem:
    message = "this key was used for another request"
    return Problem(422, message, [("Idempotency-Key", message)])


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
