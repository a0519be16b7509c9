"""What every answer carries: a request id, security headers, CORS on reads; and one log line and count a request.

This wraps the application as WSGI middleware: it is passed by every answer, failures
included, and costs little beside Flask's own work.
"""

from __future__ import annotations

import dataclasses
import logging
import re
import secrets
import time
from collections.abc import Callable, Iterable
from typing import Any, Final

from flask import Flask, Response, abort, current_app, request

from api import ready
from api.logs import request_line
from api.ready import ROUTE, Ready
from api.service import Service

CSP: Final = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
READS: Final = "GET, HEAD, OPTIONS"
EXPOSED: Final = "ETag, Link, Location, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-Id"
PREVIEW_CSP: Final = CSP.replace("frame-ancestors 'none'", "frame-ancestors *")
"""Of a page that others show in a frame of theirs."""
FRAMED: Final = "/v1/reconcile/preview/"
GUARDS: Final = (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"))
CORS: Final = (("Access-Control-Allow-Origin", "*"), ("Access-Control-Expose-Headers", EXPOSED))
REQUEST_ID: Final = "claimwire.request_id"
KEY: Final = "claimwire.key"
ALLOWANCE: Final = "claimwire.allowance"
"""What the caller has left, where it was taken already."""
log = logging.getLogger("claimwire.requests")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

Environ = dict[str, Any]


class Frame:
    """The application with what every answer carries."""

    def __init__(self, app: Callable[[Environ, Any], Iterable[bytes]], service: Service) -> None:
        self._app = app
        self._service = service

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        began = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID", "")
        request_id = given if given and _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        environ[REQUEST_ID] = request_id
        extra = [("X-Request-Id", request_id), *GUARDS, ("Content-Security-Policy", _csp(environ)), *(CORS if is_read(environ) else ())]
        seen = ["500"]

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            seen[0] = status[:3]
            return start_response(status, headers + extra, exc_info)

        try:
            found = self._ready(environ)
            return self._app(environ, start) if found is None else _start(found, environ, start)
        finally:
            self._count(environ, int(seen[0]), time.perf_counter() - began)

    def _ready(self, environ: Environ) -> Ready | None:
        """An answer that is ready, for a caller who may read without a key and has not asked too often."""
        service = self._service
        if environ["REQUEST_METHOD"] != "GET" or "HTTP_AUTHORIZATION" in environ or service.settings.reads != "open":
            return None
        found = ready.find(environ, service.answers)
        limit = service.settings.rate("read")
        if found is None or not limit:
            return found
        allowance = environ[ALLOWANCE] = service.limiter.take(f"read:address:{environ.get('REMOTE_ADDR')}", limit, time.monotonic())
        if allowance.wait:
            return None
        return dataclasses.replace(found, headers=[*found.headers, *allowance.headers.items()])

    def _count(self, environ: Environ, status: int, seconds: float) -> None:
        method, route = environ["REQUEST_METHOD"], environ.get(ROUTE, "none")
        self._service.counters.request(method, route, status, seconds)
        if log.isEnabledFor(logging.INFO):
            told: dict[str, Any] = {
                "request_id": environ[REQUEST_ID],
                "method": method,
                "path": environ.get("PATH_INFO", "")[:200],
                "route": route,
            }
            told |= {"status": status, "ms": round(seconds * 1000, 2)}
            if KEY in environ:
                told["key"] = environ[KEY]
            request_line(log, told)


def _start(found: Ready, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
    environ[ROUTE] = found.route
    if ready.matches(environ.get("HTTP_IF_NONE_MATCH"), found.etag):
        start("304 NOT MODIFIED", ready.unchanged(found.headers))
        return []
    start("200 OK", [*found.headers, ("Content-Length", str(len(found.body)))])
    return [found.body]


def register(app: Flask) -> None:
    """Frame the application, and answer OPTIONS for every route."""
    app.wsgi_app = Frame(app.wsgi_app, app.extensions["claimwire"])  # type: ignore[method-assign]
    app.before_request(_begin)


def request_id() -> str | None:
    """The id of this request."""
    found: str | None = request.environ.get(REQUEST_ID)
    return found


def is_read(environ: Environ) -> bool:
    """Whether pages of other origins may see the answer. OpenRefine's questions come by POST and are reads."""
    method = environ["REQUEST_METHOD"]
    if method == "OPTIONS":
        method = environ.get("HTTP_ACCESS_CONTROL_REQUEST_METHOD", "GET")
    return method in ("GET", "HEAD") or (method == "POST" and str(environ.get("PATH_INFO", "")).startswith("/v1/reconcile"))


def _csp(environ: Environ) -> str:
    return PREVIEW_CSP if str(environ.get("PATH_INFO", "")).startswith(FRAMED) else CSP


def _begin() -> Response | None:
    now = request._get_current_object()  # type: ignore[attr-defined]
    rule = now.url_rule
    now.environ[ROUTE] = rule.rule if rule else "none"
    if "\0" in now.path:
        abort(404)
    return _options() if now.method == "OPTIONS" else None


def _options() -> Response | None:
    """OPTIONS without a body; a browser's question about another origin is answered for reads alone."""
    adapter = current_app.create_url_adapter(request)
    methods = sorted(adapter.allowed_methods()) if adapter is not None else []
    if not methods:
        return None
    response = Response(status=204, headers={"Allow": ", ".join(methods)})
    del response.headers["Content-Type"]
    if "Access-Control-Request-Method" in request.headers and is_read(request.environ):
        reading = "POST, OPTIONS" if request.headers["Access-Control-Request-Method"] == "POST" else READS
        response.headers["Access-Control-Allow-Methods"] = reading
        response.headers["Access-Control-Allow-Headers"] = "Authorization, If-None-Match, Content-Type"
        response.headers["Access-Control-Max-Age"] = "3600"
    return response
