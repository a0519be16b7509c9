"""Lists a page at a time: ``limit``, ``cursor``, and where the next page is, in the body and as a Link header.

A cursor is the sort key of the last row that was given, so that a page costs the
same wherever it stands and nothing is shown twice when rows come in between.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol
from urllib.parse import quote, urlencode

import marshmallow as ma
from flask import Response, request

from api import ready, tables
from api.errors import Problem
from api.responses import answer, dumps, in_page, join_rows
from api.service import service

DEFAULT_LIMIT: Final = 50
MAX_LIMIT: Final = 200
SUM_BYTES: Final = 6
MOST_PARTS: Final = 4
"""Of a sort key."""
_PLAIN_HOST: Final = re.compile(r"[A-Za-z0-9.-]+(?::[0-9]+)?")
"""Needs nothing of what werkzeug does to a host."""


class Rows(Protocol):
    """A page as ``models.queries`` gives it: rows that are JSON already, and the last row's sort key."""

    @property
    def rows(self) -> list[bytes]:
        """One JSON object each."""

    @property
    def next(self) -> list[Any] | None:
        """Where the next page begins, or ``None`` at the end."""


def encode_cursor(key: list[Any]) -> str:
    """A sort key of this address's list as a token that is safe in a URL."""
    raw = json.dumps(key, separators=(",", ":"), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(_check_sum(raw) + raw).decode().rstrip("=")


def decode_cursor(cursor: str | None) -> list[Any] | None:
    """The sort key of a token; a token that was not made by this list leads to no page: 404."""
    if cursor is None:
        return None
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise no_such_page() from None
    if raw[:SUM_BYTES] != _check_sum(raw[SUM_BYTES:]):
        raise no_such_page()
    try:
        key = json.loads(raw[SUM_BYTES:])
    except (ValueError, RecursionError):
        raise no_such_page() from None
    if not isinstance(key, list) or not 1 <= len(key) <= MOST_PARTS or not all(type(part) in (str, int) for part in key):
        raise no_such_page()
    return key


def _check_sum(raw: bytes) -> bytes:
    """Not a secret: it tells a cursor of this list in this order from one of another and from noise."""
    order = request.args.get("sort", "")
    return hashlib.blake2b(f"{request.path}\0{order}".encode() + b"\0" + raw, digest_size=SUM_BYTES).digest()


def no_such_page() -> Problem:
    """The answer to a cursor that leads nowhere."""
    return Problem(404, "there is no such page", [("cursor", "this cursor was not made by this list; take 'next' as it stands")])


@dataclass(frozen=True, slots=True)
class Shape:
    """What rows of a list are, for the forms other than JSON."""

    schema: type[ma.Schema]
    linked: Callable[[list[dict[str, Any]]], dict[str, Any]] | None = None
    """Rows as a JSON-LD document."""


def page_of(find: Callable[..., Rows | None], given: dict[str, Any], *, what: str = "list", shape: Shape | None = None) -> Response:
    """Ask a query of ``models.queries`` for the page that the arguments mean, and answer with it.

    A query gives ``None`` where the thing that the list belongs to is unknown: 404.
    """
    filters = dict(given)
    after = decode_cursor(filters.pop("cursor", None))
    limit = filters.pop("limit", DEFAULT_LIMIT)
    given_form, members = filters.pop("format", None), filters.pop("fields", None)
    page = find(**filters, after=after, limit=limit)
    if page is None:
        raise Problem(404, f"there is no such {what}")
    form = form_of(given_form) if shape is not None and shape.linked is not None else given_form or "json"
    if shape is None or (form == "json" and members is None):
        return answer_page(page, vary=shape is not None and shape.linked is not None)
    return _answer_shaped(page, shape, form, members)


def form_of(given: str | None) -> str:
    """The form of an answer that can also be JSON-LD: as ``format`` says, else as ``Accept`` does."""
    if given is not None or ready.LINKED_DATA not in request.headers.get("Accept", ""):
        return given or "json"
    best = request.accept_mimetypes.best_match(["application/json", "application/ld+json"], "application/json")
    return "jsonld" if best == "application/ld+json" else "json"


def _answer_shaped(page: Rows, shape: Shape, form: str, members: str | None) -> Response:
    rows: list[dict[str, Any]] = [json.loads(row) for row in page.rows]
    following = None if page.next is None else next_url(page.next)
    headers = _headers(following, vary=shape.linked is not None)
    if form == "csv":
        body = tables.csv_text(rows, shape.schema)
        return answer(body, content_type=tables.CONTENT_TYPE, headers=headers)
    if form == "jsonld" and shape.linked is not None:
        return answer(in_page(dumps(shape.linked(rows))), content_type="application/ld+json", headers=headers)
    names = (members or "").split(",")
    chosen = [dumps({name: row[name] for name in names if name in row}) for row in rows]
    return answer(join_rows(chosen, following), headers=headers)


def answer_page(page: Rows, *, vary: bool = False) -> Response:
    """A page of a list as the contract has it, with ``Link: rel="next"`` where there is more."""
    following = None if page.next is None else next_url(page.next)
    return answer(join_rows(page.rows, following), headers=_headers(following, vary=vary))


def _headers(following: str | None, *, vary: bool) -> list[tuple[str, str]]:
    return [("Link", f'<{following}>; rel="next"')] * (following is not None) + [ready.VARY] * vary


def next_url(key: list[Any]) -> str:
    """This request's URL with the cursor set to ``key``."""
    query = [(name, value) for name, value in request.args.items(multi=True) if name != "cursor"]
    return f"{base_url()}{quote(request.path)}?{urlencode([*query, ('cursor', encode_cursor(key))])}"


def base_url() -> str:
    """The address that callers see, without a slash at the end."""
    public = service().settings.public_url
    if not public and _PLAIN_HOST.fullmatch(request.host):
        return f"{request.scheme}://{request.host}"
    return (public or request.host_url).rstrip("/")
