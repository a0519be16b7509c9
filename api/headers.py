"""What every answer carries: a request id, security headers, CORS on reads; and one log line a request."""

from __future__ import annotations

import logging
import re
import secrets
import time

from flask import Flask, Response, current_app, g, request

from api.service import service

CSP = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
READS = "GET, HEAD, OPTIONS"
EXPOSED = "ETag, Link, Location, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-Id"
log = logging.getLogger("claimwire.requests")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def register(app: Flask) -> None:
    """Set the headers of every answer, failures included."""
    app.before_request(_begin)
    app.after_request(_finish)


def _begin() -> Response | None:
    g.began = time.perf_counter()
    given = request.headers.get("X-Request-Id", "")
    g.request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
    return _options() if request.method == "OPTIONS" else None


def _options() -> Response | None:
    """OPTIONS without a body; a browser's question about another origin is answered for reads alone."""
    adapter = current_app.create_url_adapter(request)
    methods = sorted(adapter.allowed_methods()) if adapter is not None else []
    if not methods:
        return None
    response = Response(status=204, headers={"Allow": ", ".join(methods)})
    if "Access-Control-Request-Method" in request.headers and _is_read():
        response.headers["Access-Control-Allow-Methods"] = READS
        response.headers["Access-Control-Allow-Headers"] = "Authorization, If-None-Match, Content-Type"
        response.headers["Access-Control-Max-Age"] = "3600"
    return response


def _finish(response: Response) -> Response:
    headers = response.headers
    headers["X-Request-Id"] = g.get("request_id", "")
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Content-Security-Policy"] = CSP
    headers["Referrer-Policy"] = "no-referrer"
    if _is_read():
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Expose-Headers"] = EXPOSED
    seconds = time.perf_counter() - g.get("began", time.perf_counter())
    route = request.url_rule.rule if request.url_rule else "none"
    service().counters.request(request.method, route, response.status_code, seconds)
    if log.isEnabledFor(logging.INFO):
        key = g.get("key")
        log.info(
            "%s %s %s",
            request.method,
            route,
            response.status_code,
            extra={
                "request_id": g.get("request_id"),
                "method": request.method,
                "path": request.path[:200],
                "route": route,
                "status": response.status_code,
                "ms": round(seconds * 1000, 2),
                "key": key.id if key else None,
            },
        )
    return response


def _is_read() -> bool:
    method = request.method
    if method == "OPTIONS":
        method = request.headers.get("Access-Control-Request-Method", "GET")
    reconciling = request.path == "/v1/reconcile" or request.path.startswith("/v1/reconcile/")
    return method in ("GET", "HEAD") or (reconciling and method == "POST")
