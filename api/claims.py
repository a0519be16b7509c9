"""/v1/claims: every statement of every outlet, with its exact words."""

from __future__ import annotations

from flask import Response

from api import jsonld
from api.blueprints import Blueprint
from api.paging import Shape, page_of
from api.schemas.stored import ClaimFilters, ClaimSchema
from models import queries, sorting

blueprint = Blueprint("claims", __name__, url_prefix="/v1/claims", description="One thing one article says, with the exact words.")
SHAPE = Shape(ClaimSchema, lambda rows: jsonld.graph(rows, jsonld.claim))


@blueprint.get("")
@blueprint.pages(ClaimFilters, ClaimSchema, "ClaimList", sort=(sorting.CLAIMS, "-stored"), linked=True)
def list_claims(filters: dict[str, object]) -> Response:
    """Claims, the last stored first."""
    return page_of(queries.claims, filters, shape=SHAPE)
