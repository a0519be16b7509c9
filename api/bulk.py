"""/v1/articles/bulk: a stream of articles in, a stream of results out, one line each, in the same order."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterator
from typing import Any

from flask import Response, request, stream_with_context

from api import bodies, errors, submissions
from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.headers import request_id
from api.ingest import Failed, Read, Unexpected, read_all
from api.responses import dumps
from api.schemas.bulk import BulkResultSchema
from api.service import service
from claimwire.documents import Document
from claimwire.errors import ClaimwireError, InputError
from models import store

NDJSON = "application/x-ndjson"
BYTES = "application/octet-stream"
MEDIA_TYPES = (NDJSON, BYTES, "application/ndjson", "application/jsonl")
log = logging.getLogger("claimwire.api")
blueprint = Blueprint("bulk", __name__, url_prefix="/v1/articles/bulk", description="Many articles in one request.")


@blueprint.post("")
@blueprint.gives(
    BulkResultSchema,
    media_type=NDJSON,
    bodies={
        NDJSON: {"schema": {"type": "string", "description": "lines of the Document schema"}},
        BYTES: {"schema": {"type": "string", "format": "binary", "description": "the same, from tools that know no better type"}},
    },
    scope="ingest",
    description="One result a line, in the order of the lines that came in; bad lines are reported and skipped.",
)
def create_articles() -> Response:
    """Read and store many articles: NDJSON in, NDJSON out.

    Each line is stored for itself and answered as soon as it is, so a caller whose connection broke goes on
    after the last `line` that was answered; sending a line again changes nothing.
    """
    refuse_query()
    bodies.require_type(*MEDIA_TYPES)
    results = read_all(_documents(_lines()), service().readers)
    return Response(stream_with_context(_store(results)), content_type=NDJSON)


def _lines() -> Iterator[tuple[int, bytes | None]]:
    """The lines that hold something, numbered from 1; ``None`` for one that is too long."""
    number = 0
    stream = request.stream
    while line := stream.readline(bodies.LARGE + 1):
        number += 1
        if len(line) > bodies.LARGE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(bodies.LARGE)
            yield number, None
        elif line.strip():
            yield number, line


def _documents(lines: Iterator[tuple[int, bytes | None]]) -> Iterator[tuple[int, Document | ClaimwireError]]:
    for number, line in lines:
        try:
            if line is None:
                raise bodies.too_large(bodies.LARGE)
            yield number, submissions.to_document(bodies.parse(line))
        except Problem as problem:
            yield number, _Refused(problem)
        except ClaimwireError as error:
            yield number, error


class _Refused(InputError):
    """A line that is no document, with the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


def _store(results: Iterator[Read[int] | Failed[int]]) -> Iterator[bytes]:
    for result in results:
        try:
            row = _failure(result) if isinstance(result, Failed) else _stored(result)
        except ClaimwireError as error:
            row = _failure(Failed(result.tag, error))
        except Exception as error:
            log.exception("a line could not be stored", extra={"request_id": request_id()})
            row = _failure(Failed(result.tag, Unexpected(f"storing failed with {type(error).__name__}")))
        service().counters.event(f"bulk_line_{row['status']}")
        yield dumps(row) + b"\n"


def _stored(result: Read[int]) -> dict[str, Any]:
    saved = store.save(result.extraction, retrieved=result.document.retrieved, now=datetime.datetime.now(datetime.UTC))
    return {
        "line": result.tag,
        "status": 200 if saved.status == "unchanged" else 201,
        "document": result.document.id,
        "id": saved.article,
        "revision": saved.revision,
        "outlet": result.extraction.outlet,
        "claims": len(result.extraction.claims),
        "touched": {"votes": list(saved.votes), "conflicts": list(saved.conflicts)},
        "problems": [{"outlet": p.outlet, "hook": p.hook, "message": p.message} for p in result.extraction.problems],
    }


def _failure(failed: Failed[int]) -> dict[str, Any]:
    error = failed.error
    if isinstance(error, Unexpected):
        problem = Problem(500, errors.UNEXPECTED)
    else:
        problem = error.problem if isinstance(error, _Refused) else errors.of_claimwire(error)
    body = errors.problem_body(problem.status, problem.detail, problem.errors, **problem.members)
    return {"line": failed.tag, "status": problem.status, "problem": body}
