"""Request bodies: the right media type, within their size, JSON, and of the schema's shape."""

from __future__ import annotations

from typing import Any, Final

import marshmallow as ma
from flask import request

from api.blueprints import invalid
from api.errors import Problem
from claimwire.documents import MAX_BYTES
from claimwire.strict_json import JsonError, loads

SMALL: Final = 64 * 1024
"""The largest JSON body that is no article, in bytes."""
LARGE: Final = 6 * MAX_BYTES + SMALL
"""The largest body with an article: JSON may write a byte of text as the six characters of an escape."""


def json_body(schema: type[ma.Schema], *, limit: int = SMALL) -> dict[str, Any]:
    """The request's body, checked against the schema. 413, 415, 400 or 422 say what is wrong."""
    value = read_json(limit)
    return checked(value, schema)


def read_json(limit: int, media_types: tuple[str, ...] = ("application/json",)) -> Any:
    """The JSON value of the request's body."""
    require_type(*media_types)
    return parse(read(limit))


def require_type(*media_types: str) -> str:
    """The body's media type, which must be one of these; else 415."""
    found = request.mimetype
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if found not in media_types:
        wanted = " or ".join(media_types)
        raise Problem(415, f"the body is read as {wanted}, not as {found or 'nothing'}", [("Content-Type", f"must be {wanted}")])
    if charset not in ("utf-8", "utf8"):
        raise Problem(415, "the body is read as UTF-8", [("Content-Type", f"charset is utf-8, not {charset[:40]}")])
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Problem(415, "the body is read as it is, not compressed", [("Content-Encoding", "must be identity")])
    return found


def read(limit: int) -> bytes:
    """The body, if it is within the limit; else 413."""
    length = request.content_length
    if length is not None and length > limit:
        raise too_large(limit)
    request.max_content_length = None
    body = request.get_data(cache=True)
    if len(body) > limit:
        raise too_large(limit)
    return body


def too_large(limit: int) -> Problem:
    """The answer to a body above its limit."""
    return Problem(413, f"the body is larger than {limit} bytes; nothing was stored", [(None, f"at most {limit} bytes are read")])


def parse(body: bytes) -> Any:
    """A JSON value; 400 where it is none, 422 where a string in it cannot be kept."""
    try:
        return loads(body)
    except JsonError as error:
        raise Problem(422 if error.grammatical else 400, error.message, [(error.field, error.message)]) from None


def checked(value: Any, schema: type[ma.Schema]) -> dict[str, Any]:
    """The value as the schema has it; 422 naming every field at fault."""
    if not isinstance(value, dict):
        raise Problem(422, "the body must be a JSON object", [(None, "must be a JSON object")])
    try:
        loaded: dict[str, Any] = schema().load(value)
    except ma.ValidationError as error:
        raise invalid(422, "the body cannot be taken", error.messages) from None
    return loaded
