"""/v1/articles/bulk: a stream of articles in, a stream of results out, one line each, in the same order."""

from __future__ import annotations

import contextlib
import datetime
import logging
from collections.abc import Iterator
from typing import Any, cast

from flask import Response, request, stream_with_context

from api import bodies, errors, idempotency, submissions
from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.headers import request_id
from api.ingest import Failed, Read, Unexpected, read_all
from api.responses import dumps
from api.schemas.bulk import BulkResultSchema
from api.service import service
from api.streams import a_stream
from claimwire.documents import Document
from claimwire.errors import ClaimwireError, InputError
from claimwire.lines import Stream, bounded
from models import base, store

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
    idempotent=True,
    description="One result a line, in the order of the lines that came in; bad lines are reported and skipped.",
)
def create_articles() -> Response:
    """Read and store many articles: NDJSON in, NDJSON out.

    Each line is stored for itself and answered as soon as it is, so a caller whose connection broke goes on
    after the last `line` that was answered; sending a line again changes nothing. An Idempotency-Key
    counts for each line by its number: a line that was done is answered as it was.
    """
    refuse_query()
    bodies.require_type(*MEDIA_TYPES)
    with contextlib.ExitStack() as held:
        held.enter_context(a_stream())
        repeats = held.enter_context(idempotency.lines())
        results = read_all(_documents(bounded(cast("Stream", request.stream), bodies.LARGE), repeats), service().readers)
        response = Response(stream_with_context(_store(results, repeats)), content_type=NDJSON)
        response.call_on_close(held.pop_all().close)
    return response


def _documents(
    lines: Iterator[tuple[int, bytes | None]], repeats: idempotency.Lines | None
) -> Iterator[tuple[int, Document | ClaimwireError]]:
    for number, line in lines:
        try:
            if line is None:
                raise bodies.too_large(bodies.LARGE)
            if not line.strip():
                continue
            done = repeats.find(number, line) if repeats else None
            yield number, submissions.to_document(bodies.parse(line)) if done is None else _Answered(done)
        except Problem as problem:
            yield number, _Refused(problem)
        except ClaimwireError as error:
            yield number, error


class _Answered(InputError):
    """A line that was done before under the same Idempotency-Key, with what was answered to it."""

    def __init__(self, row: bytes) -> None:
        super().__init__("done before")
        self.row = row


class _Refused(InputError):
    """A line that is no document, with the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


def _store(results: Iterator[Read[int] | Failed[int]], repeats: idempotency.Lines | None) -> Iterator[bytes]:
    for result in results:
        if isinstance(result, Failed) and isinstance(result.error, _Answered):
            yield result.error.row
            continue
        try:
            row = _failure(result) if isinstance(result, Failed) else _kept(result, repeats)
        except ClaimwireError as error:
            row = _failure(Failed(result.tag, error))
        except Exception as error:
            log.exception("a line could not be stored", extra={"request_id": request_id()})
            row = _failure(Failed(result.tag, Unexpected(f"storing failed with {type(error).__name__}")))
        service().counters.event(f"bulk_line_{row['status']}")
        yield _written(row)


def _kept(result: Read[int], repeats: idempotency.Lines | None) -> dict[str, Any]:
    if repeats is None:
        return _stored(result)
    with base.writing():
        row = _stored(result)
        repeats.keep(result.tag, _written(row))
    return row


def _written(row: dict[str, Any]) -> bytes:
    return dumps(row) + b"\n"


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
