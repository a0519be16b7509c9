"""/v1/records: official results."""

from __future__ import annotations

import io
from typing import Any

from flask import Response

from api import bodies
from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.idempotency import Keep, once_streamed
from api.lookups import answer_one
from api.paging import Shape, page_of
from api.responses import answer_json
from api.schemas.records import ImportedSchema, RecordFilters, RecordSchema
from api.streams import a_stream
from claimwire.errors import InputError
from models import queries, sorting
from models import records as stored

CSV = "text/csv"
MOST_NAMED = 100
"""Bad rows that are named; ``bad_count`` says how many there were."""
TABLE = {
    "type": "string",
    "description": "a table with one row a voter, in the UN Digital Library's layouts or in that of a record source of a plugin",
    "pattern": "^undl_id,ms_code,ms_name,ms_vote,(date,session|permanent_member,date),resolution,draft",
}
blueprint = Blueprint("records", __name__, url_prefix="/v1/records", description="Official results, as imported.")


@blueprint.get("")
@blueprint.pages(RecordFilters, RecordSchema, "RecordList", sort=(sorting.RECORDS, "-date"))
def list_records(filters: dict[str, Any]) -> Response:
    """Records, the latest first."""
    return page_of(queries.records, filters, shape=Shape(RecordSchema))


@blueprint.get("/<path:id>")
@blueprint.gives(RecordSchema, kept=True)
def get_record(id: str) -> Response:
    """One record with its roll call."""
    return answer_one(queries.record(id), "record", "/v1/records")


@blueprint.post("")
@blueprint.gives(ImportedSchema, bodies={CSV: {"schema": TABLE}}, scope="edit", idempotent=True)
def import_records() -> Response:
    """Import official results from a UN Digital Library voting CSV, in either layout.

    Bad rows are named with line and reason and skipped; importing the same file twice changes nothing.
    """
    refuse_query()
    bodies.require_type(CSV)
    with a_stream():
        return once_streamed(_import)


def _import(stream: Any, keep: Keep) -> Response:
    lines = stored.table_lines(io.BufferedReader(_Body(stream)))
    bad: list[dict[str, Any]] = []

    def on_bad(row: Any) -> None:
        if len(bad) < MOST_NAMED:
            bad.append({"line": row.line, "reason": row.reason})

    imported = stored.Imported()
    made: list[Response] = []

    def last() -> None:
        made.append(_answer(imported, bad))
        keep(made[0])

    try:
        stored.import_records(lines, on_bad=on_bad, done=imported, last=last)
    except InputError as error:
        told = f"{error.message}; {imported.records} results before it are stored" if imported.records else error.message
        raise Problem(422, told, [(error.field, error.message)]) from None
    return made[0]


def _answer(imported: stored.Imported, bad: list[dict[str, Any]]) -> Response:
    counts = {name: getattr(imported, name) for name in ("rows", "records", "created", "revised", "unchanged")}
    return answer_json({**counts, "bad_count": imported.bad, "bad": bad})


class _Body(io.RawIOBase):
    """The request's stream as a raw file."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
