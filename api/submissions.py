"""From a request's body to a stored article, for one article at a time."""

from __future__ import annotations

import datetime
import json
from typing import Any

from flask import Response

from api import bodies, ninjs
from api.errors import Problem
from api.idempotency import Keep
from api.paging import base_url
from api.reading import ReadersBusy
from api.responses import JSON, dumps
from api.schemas.articles import DocumentSchema
from api.service import service
from claimwire.documents import Document
from claimwire.reading import Extraction
from models import base, queries, store

EMPTY = "there is no word in it"


def document(*, stored: bool) -> Document:
    """The document of this request; a problem names the field at fault. One that is to be stored must not be held back."""
    media_type = bodies.require_type("application/json", *ninjs.MEDIA_TYPES)
    value = bodies.parse(bodies.read(bodies.LARGE))
    if media_type in ninjs.MEDIA_TYPES:
        value = ninjs.to_document(value, datetime.datetime.now(datetime.UTC) if stored else None)
    return to_document(value)


def to_document(value: Any) -> Document:
    """A JSON value as a document; a problem (422, 413) names the field at fault."""
    given = bodies.checked(value, DocumentSchema)
    for name in ("published", "retrieved"):
        if given.get(name) is not None and not isinstance(given[name], str):
            raise Problem(422, f"'{name}' must be a string", [(name, "must be a string")])
    made = Document(id=given.pop("document", None), **given)
    for name in ("text", "html"):
        words = given.get(name)
        if words is not None and not words.strip():
            raise Problem(422, f"'{name}' is empty", [(name, EMPTY)])
        if words is not None and "\0" in words:
            message = f"'{name}' has a NUL character at offset {words.find(chr(0))}"
            raise Problem(422, message, [(name, message)])
    return made


def read(made: Document) -> Extraction:
    """The extraction of a document, by a reader that is stopped when it takes too long."""
    try:
        return service().readers.read(made)
    except ReadersBusy as error:
        raise Problem(503, error.message, headers={"Retry-After": "2"}) from None


def save(made: Document, keep: Keep) -> Response:
    """Read and store a document; 201, or 200 where it was stored already."""
    extraction = read(made)
    with base.writing():
        saved = store.save(extraction, retrieved=made.retrieved, now=datetime.datetime.now(datetime.UTC))
        response = answer(extraction, saved)
        keep(response)
    return response


def answer(extraction: Extraction, saved: store.Saved) -> Response:
    """The record of a stored article with its id and what it touched."""
    status = 200 if saved.status == "unchanged" else 201
    response = Response(dumps(stored_record(extraction, saved)), status, content_type=JSON)
    response.headers["Location"] = f"{base_url()}/v1/articles/{saved.article}"
    return response


def stored_record(extraction: Extraction, saved: store.Saved) -> dict[str, Any]:
    """An extraction record and what became of it in the store."""
    return {
        "id": saved.article,
        "status": saved.status,
        "revision": saved.revision,
        "touched": {"votes": list(saved.votes), "conflicts": list(saved.conflicts)},
        **(_kept(extraction, saved.article) if saved.status == "unchanged" else extraction.to_record()),
    }


def _kept(extraction: Extraction, article: str) -> dict[str, Any]:
    """The extraction record that is stored, which may differ from what was just read: in its day, its title, its claims."""
    read = extraction.to_record()
    stored = queries.article(article)
    if not isinstance(stored, queries.Stored):
        return read
    told = json.loads(stored.document)
    votes = [{name: value for name, value in vote.items() if name != "id"} for vote in told["votes"]]
    return {name: told[name] for name in read if name in told} | {"votes": votes}
