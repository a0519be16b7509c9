"""/v1/armed-conflicts: wars as articles tell of them. They have nothing to do with conflicts between claims."""

from __future__ import annotations

from flask import Response

from api.blueprints import Blueprint
from api.lookups import answer_one
from api.paging import Shape, page_of
from api.schemas.armed_conflicts import ArmedConflictSchema, ArmedConflictSummarySchema, FigureFilters, ToldFigureSchema
from api.schemas.queries import NoQuery
from models import queries, sorting

blueprint = Blueprint(
    "armed-conflicts", __name__, url_prefix="/v1/armed-conflicts", description="Wars, their parties and the figures told."
)


@blueprint.get("")
@blueprint.pages(NoQuery, ArmedConflictSummarySchema, "ArmedConflictList")
def list_armed_conflicts(filters: dict[str, object]) -> Response:
    """Wars that are known of, each with the figures told about it: low, best, high. They all fit one page."""
    return page_of(lambda **_: queries.Page(queries.armed_conflicts(), None), filters, shape=Shape(ArmedConflictSummarySchema))


@blueprint.get("/<id>")
@blueprint.gives(ArmedConflictSchema, kept=True)
def get_armed_conflict(id: str) -> Response:
    """One war: its parties, since when, and each figure with who says so."""
    return answer_one(queries.armed_conflict(id), "armed conflict", "/v1/armed-conflicts")


@blueprint.get("/<id>/figures")
@blueprint.pages(FigureFilters, ToldFigureSchema, "FigureList", sort=(sorting.FIGURES, "-published"))
def list_figures(filters: dict[str, object], id: str) -> Response:
    """The figures that articles tell about one war, the newest first, each with who says so in which words."""
    find = queries.armed_conflict_figures
    return page_of(lambda **given: find(id, **given), filters, what="armed conflict", shape=Shape(ToldFigureSchema))
