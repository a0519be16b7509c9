"""/v1/conflicts: claims on one subject that cannot all be true, and what an editor decided about them."""

from __future__ import annotations

from flask import Response

from api import bodies, jsonld
from api.blueprints import Blueprint, refuse_query
from api.lookups import answer_in_form
from api.paging import Shape, page_of
from api.responses import answer
from api.schemas.conflicts import ConflictFilters, ConflictSchema, DecisionSchema
from models import queries, sorting, store

blueprint = Blueprint("conflicts", __name__, url_prefix="/v1/conflicts", description="Where outlets contradict each other or the record.")
SHAPE = Shape(ConflictSchema, lambda rows: jsonld.graph(rows, jsonld.conflict))


@blueprint.get("")
@blueprint.pages(ConflictFilters, ConflictSchema, "ConflictList", sort=(sorting.CONFLICTS, "-date"), linked=True)
def list_conflicts(filters: dict[str, object]) -> Response:
    """Conflicts, the last opened first. A value that differs from the record is one even where outlets agree."""
    return page_of(queries.conflicts, filters, shape=SHAPE)


@blueprint.get("/<id>")
@blueprint.linked(ConflictSchema, "The conflict.")
def get_conflict(given: dict[str, str], id: str) -> Response:
    """One conflict: its values, and who says so in which words."""
    return answer_in_form(queries.conflict(id), "conflict", "/v1/conflicts", given, jsonld.conflict)


@blueprint.patch("/<id>")
@blueprint.gives(ConflictSchema, body=DecisionSchema, scope="edit")
def decide_conflict(id: str) -> Response:
    """Set or clear an editor's decision. It is kept apart from the derived state and survives every rebuild."""
    refuse_query()
    given = bodies.json_body(DecisionSchema)
    return answer(store.decide(id, given["status"], given.get("note") or ""))
