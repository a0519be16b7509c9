"""Everything in tables: ``/v1/{list}.csv`` whole, and ``/v1/datapackage.json``, which says what is in them (Frictionless Data Package)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import marshmallow as ma
from flask import Response, request
from werkzeug.wsgi import wrap_file

from api import ready, tables
from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.paging import MAX_LIMIT, Rows
from api.responses import answer_json, etag_of
from api.schemas.actors import ActorFilters, ActorSchema
from api.schemas.armed_conflicts import ArmedConflictSummarySchema
from api.schemas.conflicts import ConflictFilters, ConflictSchema
from api.schemas.queries import ListQuery, NoQuery
from api.schemas.records import RecordFilters, RecordSchema
from api.schemas.stored import (
    ArticleFilters,
    ArticleSummarySchema,
    ClaimFilters,
    ClaimSchema,
    InconsistencyFilters,
    InconsistencySchema,
    OutletSchema,
)
from api.schemas.votes import VoteFilters, VoteSummarySchema
from claimwire import __version__
from models import base, queries

blueprint = Blueprint("datapackage", __name__, url_prefix="/v1", description="Everything in tables, for spreadsheets and notebooks.")


@dataclass(frozen=True, slots=True)
class Table:
    """A list as one table. ``refers`` are columns that hold ids of another table."""

    name: str
    find: Callable[..., Rows]
    schema: type[ma.Schema]
    filters: type[ma.Schema]
    told: str
    key: str = "id"
    refers: tuple[tuple[str, str], ...] = ()


def _wars(**_: Any) -> Rows:
    return queries.Page(queries.armed_conflicts(), None)


TABLES = (
    Table(
        "articles",
        queries.articles,
        ArticleSummarySchema,
        ArticleFilters,
        "articles, the last stored first",
        refers=(("outlet", "outlets"),),
    ),
    Table(
        "claims",
        queries.claims,
        ClaimSchema,
        ClaimFilters,
        "claims, the last stored first",
        refers=(("article", "articles"), ("vote_id", "votes"), ("outlet", "outlets")),
    ),
    Table("votes", queries.votes, VoteSummarySchema, VoteFilters, "votes, the latest first"),
    Table("conflicts", queries.conflicts, ConflictSchema, ConflictFilters, "conflicts, the latest first", refers=(("vote", "votes"),)),
    Table(
        "inconsistencies",
        queries.inconsistencies,
        InconsistencySchema,
        InconsistencyFilters,
        "inconsistencies, the last stored first",
        key="",
        refers=(("article", "articles"),),
    ),
    Table("actors", queries.actors, ActorSchema, ActorFilters, "actors, by id"),
    Table("outlets", queries.outlets, OutletSchema, ListQuery, "outlets and how well they are read", key="outlet"),
    Table("records", queries.records, RecordSchema, RecordFilters, "official results, the latest first"),
    Table("armed-conflicts", _wars, ArmedConflictSummarySchema, NoQuery, "wars and the figures told about them"),
)
"""All tables, and so the whole package."""


def _route(table: Table) -> None:
    def view(filters: dict[str, Any]) -> Response:
        return _whole(_rows(table, filters))

    view.__name__ = f"get_{table.name.replace('-', '_')}_csv"
    view.__doc__ = f"All {table.told}, as one CSV table, with the filters of the list."
    made = blueprint.gives({"type": "string"}, media_type=tables.MEDIA_TYPE)(view)
    paged = [name for name in ("limit", "cursor") if name in table.filters().fields]
    blueprint.get(f"/{table.name}.csv")(blueprint.query(table.filters(exclude=paged))(made))


for _table in TABLES:
    _route(_table)


@blueprint.get("/datapackage.json")
@blueprint.gives({"type": "object"}, kept=True)
def get_datapackage() -> Response:
    """The store as a Frictionless Data Package: one table a list, with what each column holds and refers to."""
    refuse_query()
    return answer_json(package())


def package() -> dict[str, Any]:
    """The descriptor. Paths are relative to its own address."""
    return {
        "profile": "tabular-data-package",
        "name": "claimwire",
        "title": "What news outlets report about recorded votes",
        "version": __version__,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema = tables.table_schema(table.schema)
    if table.key:
        schema["primaryKey"] = [table.key]
    keys = {other.name: other.key for other in TABLES}
    schema["foreignKeys"] = [
        {"fields": [column], "reference": {"resource": other, "fields": [keys[other]]}} for column, other in table.refers
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.told[:1].upper() + table.told[1:],
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": tables.MEDIA_TYPE,
        "encoding": "utf-8",
        "schema": schema,
    }


def _whole(parts: Iterator[bytes]) -> Response:
    """A table of one moment: written to a file first, so that a slow caller holds neither the moment nor a thread.

    Its ETag stands for its address and the store's version: whoever has it already is told so before a row is read.
    """
    with base.snapshot():
        etag = etag_of(f"{base.version()} {request.full_path}".encode())
        headers = [("Content-Type", tables.CONTENT_TYPE), ("ETag", etag), ready.CACHE_CONTROL]
        if ready.matches(request.headers.get("If-None-Match"), etag):
            return Response(status=304, headers=ready.unchanged(headers))
        try:
            file = tempfile.TemporaryFile(prefix="claimwire-")  # noqa: SIM115  whoever sends it closes it
            file.writelines(parts)
            size = file.tell()
            file.seek(0)
        except OSError as error:
            raise Problem(503, f"the table cannot be put together now: {error.strerror}", headers={"Retry-After": "60"}) from None
    return Response(wrap_file(request.environ, file), headers=[*headers, ("Content-Length", str(size))], direct_passthrough=True)


def _rows(table: Table, filters: dict[str, Any]) -> Iterator[bytes]:
    after, first = None, True
    while first or after is not None:
        page = table.find(**filters, after=after, limit=MAX_LIMIT)
        yield tables.csv_text((json.loads(row) for row in page.rows), table.schema, header=first)
        after, first = page.next, False
