"""One thing by its id: its bytes as the store keeps them ready, in the form that was asked for, or where it went."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask import Response

from api import jsonld, ready
from api.blueprints import refuse_query
from api.errors import Problem
from api.paging import base_url, form_of
from api.responses import answer, dumps, in_page
from models.queries import Redirect, Stored, Tombstone

Found = Stored | Redirect | Tombstone | None
Linked = Callable[[dict[str, Any]], dict[str, Any]]


def answer_one(found: Found, what: str, address: str) -> Response:
    """200 or 304 with the thing, 308 where it was merged into another, 404 where it never was or is gone (then with ``deleted_at``)."""
    refuse_query()
    return answer_in_form(found, what, address, {}, None)


def answer_in_form(found: Found, what: str, address: str, given: dict[str, Any], linked: Linked | None) -> Response:
    """As ``answer_one``; as JSON-LD, made by ``linked``, where ``format`` or ``Accept`` asks for that."""
    if isinstance(found, Stored):
        if linked is None:
            return answer(found.document, found.etag)
        if form_of(given.get("format")) == "jsonld":
            body = in_page(dumps({"@context": jsonld.SCHEMA, **linked(json.loads(found.document))}))
            return answer(body, content_type=jsonld.MEDIA_TYPE, headers=[ready.VARY])
        return answer(found.document, found.etag, headers=[ready.VARY])
    if isinstance(found, Redirect):
        location = f"{base_url()}{address}/{found.id}"
        return Response(status=308, headers={"Location": location})
    if isinstance(found, Tombstone):
        raise Problem(404, f"this {what} is gone", deleted_at=found.deleted_at or None)
    raise Problem(404, f"there is no such {what}")
