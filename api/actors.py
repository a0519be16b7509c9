"""/v1/actors: who votes, speaks and sponsors."""

from __future__ import annotations

from typing import Any

from flask import Response

from api.blueprints import Blueprint
from api.lookups import answer_one
from api.paging import Shape, page_of
from api.schemas.actors import (
    ActorFilters,
    ActorSchema,
    AlignmentQuery,
    AlignmentSchema,
    PositionSchema,
    RecordedPositionSchema,
    StatementSchema,
)
from api.schemas.queries import ListQuery
from models import queries, sorting

blueprint = Blueprint("actors", __name__, url_prefix="/v1/actors", description="States, persons, organizations and groups.")


@blueprint.get("")
@blueprint.pages(ActorFilters, ActorSchema, "ActorList", sort=(sorting.ACTORS, "id"))
def list_actors(filters: dict[str, object]) -> Response:
    """Actors that a stored claim or record names, by id."""
    return page_of(queries.actors, filters, shape=Shape(ActorSchema))


@blueprint.get("/<id>")
@blueprint.gives(ActorSchema, kept=True)
def get_actor(id: str) -> Response:
    """One actor."""
    return answer_one(queries.actor(id), "actor", "/v1/actors")


@blueprint.get("/<id>/positions")
@blueprint.pages(ListQuery, PositionSchema, "PositionList", sort=(sorting.CLAIMS, "-stored"))
def list_positions(filters: dict[str, object], id: str) -> Response:
    """How an actor voted as told by outlets, each with what the record says."""
    return page_of(lambda **given: queries.positions(id, **given), filters, what="actor", shape=Shape(PositionSchema))


@blueprint.get("/<id>/recorded-positions")
@blueprint.pages(ListQuery, RecordedPositionSchema, "RecordedPositionList", sort=(sorting.RECORDS, "-date"))
def list_recorded_positions(filters: dict[str, object], id: str) -> Response:
    """How an actor voted by the official record, whether an outlet told of it or not."""
    return page_of(lambda **given: queries.recorded_positions(id, **given), filters, what="actor", shape=Shape(RecordedPositionSchema))


@blueprint.get("/<id>/statements")
@blueprint.pages(ListQuery, StatementSchema, "StatementList", sort=(sorting.CLAIMS, "-stored"))
def list_statements(filters: dict[str, object], id: str) -> Response:
    """What an actor said, in exact words, as told by whom."""
    return page_of(lambda **given: queries.statements(id, **given), filters, what="actor", shape=Shape(StatementSchema))


@blueprint.get("/<id>/alignment")
@blueprint.pages(AlignmentQuery, AlignmentSchema, "AlignmentList")
def list_alignment(filters: dict[str, object], id: str) -> Response:
    """With whom an actor sides: votes in common, how often alike, as told and as recorded. All on one page."""

    def find(*, after: None, **given: Any) -> queries.Page | None:
        rows = queries.alignment(id, **given)
        return None if rows is None else queries.Page(rows, None)

    return page_of(find, filters, what="actor", shape=Shape(AlignmentSchema))
