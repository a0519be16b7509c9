"""/v1/armed-conflicts: wars as articles tell of them. They have nothing to do with conflicts between claims."""

from __future__ import annotations

from flask import Response

from api.blueprints import Blueprint, refuse_query
from api.lookups import answer_one
from api.responses import answer, join_rows
from api.schemas.armed_conflicts import ArmedConflictSchema, ArmedConflictSummarySchema
from api.schemas.queries import page_of as page_schema
from models import queries

blueprint = Blueprint(
    "armed-conflicts", __name__, url_prefix="/v1/armed-conflicts", description="Wars, their parties and the figures told."
)


@blueprint.get("")
@blueprint.gives(page_schema(ArmedConflictSummarySchema, "ArmedConflictList"), kept=True)
def list_armed_conflicts() -> Response:
    """Wars that are known of, each with the figures told about it: low, best, high. They all fit one page."""
    refuse_query()
    return answer(join_rows(queries.armed_conflicts(), None))


@blueprint.get("/<id>")
@blueprint.gives(ArmedConflictSchema, kept=True)
def get_armed_conflict(id: str) -> Response:
    """One war: its parties, since when, and each figure with who says so."""
    return answer_one(queries.armed_conflict(id), "armed conflict", "/v1/armed-conflicts")
