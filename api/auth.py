"""Who may do what: API keys, and the one case in which writing needs none.

Writing without a key is for a first try on one's own machine: the server is bound
to loopback, no key was ever made, and the request itself comes from loopback, asks
for a loopback host, was not forwarded and does not come from a page elsewhere.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterable
from urllib.parse import urlsplit

from flask import Flask, Request, Response, current_app, g, request

from api.errors import Problem
from api.headers import ALLOWANCE, KEY
from api.service import service
from api.settings import Settings, is_loopback
from models import keys

SCOPES = ("read", "ingest", "edit", "admin")
FORWARDING = frozenset(
    "forwarded via x-real-ip x-client-ip x-cluster-client-ip x-original-host true-client-ip cf-connecting-ip fastly-client-ip".split()
)
"""Headers that a proxy adds, besides those that begin with X-Forwarded."""
CHALLENGE = ("WWW-Authenticate", 'Bearer realm="claimwire"')
ALWAYS_OPEN = ("operating.health", "operating.readiness")
"""For those who keep the service running: without key and limit."""
DOCS = "docs."
"""How to use the service, which tells nothing of the store: without key, but not without limit."""


def register(app: Flask) -> None:
    """Check every request before its view runs."""
    app.before_request(check)
    app.after_request(_rate_headers)


def check() -> None:
    """Raise 401, 403 or 429 where the caller may not; else let the request pass."""
    now: Request = request._get_current_object()  # type: ignore[attr-defined]
    endpoint = now.endpoint or ""
    if endpoint in ALWAYS_OPEN or now.method == "OPTIONS":
        return
    if endpoint.startswith(DOCS):
        _limit(f"address:{now.remote_addr}", "read", service().settings)
        return
    scope = _scope(endpoint, now.method)
    settings = service().settings
    header = now.headers.get("Authorization")
    if header is not None:
        key = _key(header)
        _limit(f"key:{key.id}", scope, settings)
        if scope == "read" and settings.reads == "open":
            return
        if scope not in key.scopes and "admin" not in key.scopes:
            raise Problem(403, f"this needs a key with the scope '{scope}'; yours has: {', '.join(key.scopes) or 'none'}")
        return
    _limit(f"address:{now.remote_addr}", scope, settings)
    if scope == "read" and settings.reads == "open":
        return
    reason = _why_a_key_is_needed(reading=scope == "read")
    if reason is not None:
        raise _unauthorized(f"this needs an API key: {reason}")


def _scope(endpoint: str, method: str) -> str:
    view = current_app.view_functions.get(endpoint)
    scope: str | None = getattr(view, "scope", None)
    if scope is not None:
        return scope
    return "read" if method in ("GET", "HEAD") or view is None else "admin"


def _key(header: str) -> keys.Key:
    kind, _, secret = header.partition(" ")
    key = keys.find(secret.strip(), datetime.datetime.now(datetime.UTC)) if kind.lower() == "bearer" else None
    if key is None:
        _limit(f"wrong key:{request.remote_addr}", "write", service().settings)
        raise _unauthorized("the Authorization header holds no valid key; it reads 'Bearer cw_…'")
    g.key = key
    request.environ[KEY] = key.id
    return key


def _why_a_key_is_needed(*, reading: bool) -> str | None:
    """Why the request is not one of the open case, or ``None``."""
    settings = service().settings
    if reading and settings.reads == "key":
        return "reads are closed (CLAIMWIRE_READS=key)"
    if not settings.on_loopback:
        return "the server is bound to more than this machine"
    if is_forwarded(request.headers.keys()):
        return "the request was forwarded"
    if not is_loopback(_name(request.host)) or not is_loopback(request.remote_addr or ""):
        return "the request is not for this machine alone"
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc.lower() != request.host.lower():
        return "the request comes from a page elsewhere"
    if keys.any_made():
        return "keys exist"
    return None


def is_forwarded(names: Iterable[str]) -> bool:
    """Whether a proxy added one of these headers."""
    return any(name in FORWARDING or name.startswith("x-forwarded") for name in map(str.lower, names))


def _name(host: str) -> str:
    return host[1 : host.find("]")] if host.startswith("[") else host.partition(":")[0]


def _unauthorized(detail: str) -> Problem:
    return Problem(401, detail, headers=dict([CHALLENGE]))


def _limit(caller: str, scope: str, settings: Settings) -> None:
    kind = "read" if scope == "read" else "write"
    limit = settings.rate(kind)
    if not limit:
        return
    allowance = request.environ.get(ALLOWANCE) or service().limiter.take(f"{kind}:{caller}", limit, time.monotonic())
    g.allowance = allowance
    if allowance.wait:
        detail = f"more than {limit} requests a minute; come again in {allowance.wait} s"
        raise Problem(429, detail, headers={"Retry-After": str(allowance.wait)})


def _rate_headers(response: Response) -> Response:
    allowance = g.get("allowance")
    if allowance is not None:
        response.headers.update(allowance.headers)
    return response
