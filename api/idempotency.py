"""``Idempotency-Key``: a request that is sent again is answered again, not done again.

The answer is kept in the transaction that did the work, so a crash leaves both or
neither. Requests under way are known to their own process alone: two processes
that get the same request at once both do it, which for an article is one article.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import threading
from collections.abc import Callable

from flask import Response, g, request

from api.errors import Problem
from models import idempotency

Keep = Callable[[Response], None]
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_under_way: set[tuple[str, str]] = set()
_lock = threading.Lock()


def once(work: Callable[[Keep], Response]) -> Response:
    """Do the work once for its key. ``work`` calls ``keep`` with its answer inside its write transaction.

    Another body under the same key is 422, the same key while the first is under way 409.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return work(lambda response: None)
    if _KEY.fullmatch(key) is None:
        message = "1 to 255 visible ASCII characters"
        raise Problem(400, f"an Idempotency-Key has {message}", [("Idempotency-Key", message)])
    caller = g.key.id if g.get("key") else "local"
    digest = hashlib.sha256(f"{request.method} {request.full_path}\n".encode() + request.get_data()).hexdigest()
    place = (caller, key)
    with _lock:
        if place in _under_way:
            message = "a request with this key is under way"
            raise Problem(409, message, [("Idempotency-Key", message)], headers={"Retry-After": "1"})
        _under_way.add(place)
    try:
        kept = idempotency.find(caller, key, _now())
        if kept is not None:
            return _again(kept, digest)
        return work(lambda response: idempotency.keep(caller, key, _kept(response, digest), _now()))
    finally:
        with _lock:
            _under_way.discard(place)


def _again(kept: idempotency.KeptAnswer, digest: str) -> Response:
    if kept.digest != digest:
        message = "this key was used for another request"
        raise Problem(422, message, [("Idempotency-Key", message)])
    response = Response(kept.body, kept.status)
    response.headers.update(kept.headers)
    response.headers["Idempotency-Replayed"] = "true"
    return response


def _kept(response: Response, digest: str) -> idempotency.KeptAnswer:
    headers = {name: response.headers[name] for name in ("Content-Type", "Location", "ETag") if name in response.headers}
    return idempotency.KeptAnswer(digest, response.status_code, headers, response.get_data())


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
