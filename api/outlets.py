"""/v1/outlets: whose articles are in the store, and how well they are read."""

from __future__ import annotations

import json

from flask import Response

from api.blueprints import Blueprint, refuse_query
from api.lookups import answer_one
from api.outlet_health import health
from api.paging import Shape, page_of
from api.responses import answer_json
from api.schemas.queries import ListQuery
from api.schemas.stored import OutletSchema, OutletWithHealthSchema
from models import queries, sorting

blueprint = Blueprint("outlets", __name__, url_prefix="/v1/outlets", description="Who published, and how well it is read.")


@blueprint.get("")
@blueprint.pages(ListQuery, OutletSchema, "OutletList", sort=(sorting.OUTLETS, "outlet"))
def list_outlets(filters: dict[str, object]) -> Response:
    """Outlets that a plugin speaks for or that have a stored article, by slug."""
    return page_of(queries.outlets, filters, shape=Shape(OutletSchema))


@blueprint.get("/<id>")
@blueprint.gives(OutletWithHealthSchema, kept=True)
def get_outlet(id: str) -> Response:
    """One outlet, and how well its last articles were read."""
    found = queries.outlet(id)
    if found is None:
        return answer_one(None, "outlet", "/v1/outlets")
    refuse_query()
    outlet = json.loads(found.document)
    return answer_json({**outlet, "health": health(outlet)})
