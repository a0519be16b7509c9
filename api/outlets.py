"""/v1/outlets: whose articles are in the store, and how well they are read."""

from __future__ import annotations

from flask import Response

from api.blueprints import Blueprint
from api.lookups import answer_one
from api.paging import Shape, page_of
from api.schemas.queries import ListQuery
from api.schemas.stored import OutletSchema
from models import queries

blueprint = Blueprint("outlets", __name__, url_prefix="/v1/outlets", description="Who published, and how well it is read.")


@blueprint.get("")
@blueprint.pages(ListQuery, OutletSchema, "OutletList")
def list_outlets(filters: dict[str, object]) -> Response:
    """Outlets that a plugin speaks for or that have a stored article, by slug."""
    return page_of(queries.outlets, filters, shape=Shape(OutletSchema))


@blueprint.get("/<id>")
@blueprint.gives(OutletSchema)
def get_outlet(id: str) -> Response:
    """One outlet."""
    return answer_one(queries.outlet(id), "outlet", "/v1/outlets")
