"""/v1/inconsistencies: articles at odds with themselves or the calendar."""

from __future__ import annotations

from flask import Response

from api.blueprints import Blueprint
from api.paging import Shape, page_of
from api.schemas.stored import InconsistencyFilters, InconsistencySchema
from models import queries, sorting

blueprint = Blueprint(
    "inconsistencies", __name__, url_prefix="/v1/inconsistencies", description="Articles at odds with themselves or the calendar."
)


@blueprint.get("")
@blueprint.pages(InconsistencyFilters, InconsistencySchema, "InconsistencyList", sort=(sorting.INCONSISTENCIES, "-stored"))
def list_inconsistencies(filters: dict[str, object]) -> Response:
    """Inconsistencies, the last stored first."""
    return page_of(queries.inconsistencies, filters, shape=Shape(InconsistencySchema))
