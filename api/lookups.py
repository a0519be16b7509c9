"""One thing by its id: its bytes as the store keeps them ready, or where it went."""

from __future__ import annotations

from flask import Response

from api.blueprints import refuse_query
from api.errors import Problem
from api.paging import base_url
from api.responses import answer
from models.queries import Redirect, Stored, Tombstone

Found = Stored | Redirect | Tombstone | None


def answer_one(found: Found, what: str, address: str) -> Response:
    """200 or 304 with the thing, 308 where it was merged into another, 404 where it never was or is gone (then with ``deleted_at``)."""
    refuse_query()
    if isinstance(found, Stored):
        return answer(found.document, found.etag)
    if isinstance(found, Redirect):
        location = f"{base_url()}{address}/{found.id}"
        return Response(status=308, headers={"Location": location})
    if isinstance(found, Tombstone):
        raise Problem(404, f"this {what} is gone", deleted_at=found.deleted_at or None)
    raise Problem(404, f"there is no such {what}")
