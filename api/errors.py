"""One shape for every failure: ``application/problem+json`` (RFC 9457), never HTML, never a stack trace."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from claimwire.errors import ClaimwireError, DocumentTooLarge
from models.errors import NotFound, Refused, StoreUnavailable

MEDIA_TYPE = "application/problem+json"
UNEXPECTED = "something went wrong on our side; the log has it under this request id"
log = logging.getLogger("claimwire.api")


class Problem(Exception):
    """An answer that says what is wrong. ``errors`` are (field, message) pairs; the field may be ``None``."""

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Iterable[tuple[str | None, str]] = (),
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        self.members = members


def problem_body(status: int, detail: str, errors: Iterable[tuple[str | None, str]] = (), **members: Any) -> dict[str, Any]:
    """The members of a problem: type, title, status, detail, errors and what else is given."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [{"field": field, "message": message} for field, message in errors],
        **members,
    }


def answer(problem: Problem) -> Response:
    """The response of a problem."""
    members = dict(problem.members)
    request_id = request.environ.get("claimwire.request_id")
    if request_id:
        members["request_id"] = request_id
    body = problem_body(problem.status, problem.detail, problem.errors, **members)
    response = Response(json.dumps(body, ensure_ascii=False), problem.status, content_type=MEDIA_TYPE)
    response.headers.update(problem.headers)
    response.headers["Cache-Control"] = "no-store"
    return response


def of_claimwire(error: ClaimwireError) -> Problem:
    """An error of the library or the store as a problem with the fitting status."""
    field = error.field
    if isinstance(error, StoreUnavailable):
        log.warning("store unavailable: %s", error.message)
        return Problem(503, "the store does not answer now; come again", headers={"Retry-After": str(max(1, int(error.retry_after)))})
    if isinstance(error, DocumentTooLarge):
        return Problem(413, error.message, [(field, error.message)])
    if isinstance(error, NotFound):
        return Problem(404, error.message, [(field, error.message)] if field else [])
    if isinstance(error, Refused):
        return Problem(409 if field is None else 422, error.message, [(field, error.message)])
    return Problem(422, error.message, [(field, error.message)])


def register(app: Flask) -> None:
    """Make the application answer every failure as a problem."""
    app.register_error_handler(Problem, answer)
    app.register_error_handler(ClaimwireError, lambda error: answer(of_claimwire(error)))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        response = error.get_response()
        assert isinstance(response, Response)
        return response
    headers = {}
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        headers["Allow"] = ", ".join(sorted(error.valid_methods))
        detail = f"{request.method} is not allowed here; {headers['Allow']} is"
    elif status == 404:
        detail = f"there is nothing at {request.path[:200]}"
    else:
        detail = error.description or HTTPStatus(status).phrase
    return answer(Problem(status, detail, headers=headers))


def _unexpected(error: Exception) -> Response:
    log.exception("request failed", extra={"request_id": request.environ.get("claimwire.request_id")})
    return answer(Problem(500, UNEXPECTED))
