"""/v1/votes/{id}/merge and /split: an editor's hand on what was joined; kept as rows, surviving every rebuild."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Response

from api import bodies
from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.paging import Shape, page_of
from api.responses import answer_json
from api.schemas.queries import ListQuery
from api.schemas.vote_decisions import MergeSchema, SplitSchema, VoteDecisionSchema, VoteIdsSchema
from models import queries, sorting, store
from models.errors import NotFound, Refused

blueprint = Blueprint("vote-decisions", __name__, url_prefix="/v1/votes", description="An editor's hand on what was joined.")


@blueprint.post("/<id>/merge")
@blueprint.gives(VoteIdsSchema, body=MergeSchema, scope="edit")
def merge_votes(id: str) -> Response:
    """Make one vote of two: `id` becomes part of `into`, and its address leads there."""
    refuse_query()
    given = bodies.json_body(MergeSchema)
    _must_be(id)
    _must_be(given["into"], "into")
    with _refusals_are_conflicts():
        return answer_json({"votes": list(store.merge(id, given["into"], given.get("note") or ""))})


@blueprint.post("/<id>/split")
@blueprint.gives(VoteIdsSchema, body=SplitSchema, scope="edit")
def split_vote(id: str) -> Response:
    """Take the reports of some articles out of a vote."""
    refuse_query()
    given = bodies.json_body(SplitSchema)
    _must_be(id)
    with _refusals_are_conflicts():
        return answer_json({"votes": list(store.split(id, given["articles"], given.get("note") or ""))})


@blueprint.get("/<id>/decisions")
@blueprint.pages(ListQuery, VoteDecisionSchema, "VoteDecisionList", sort=(sorting.DECISIONS, "-made"))
def list_vote_decisions(filters: dict[str, Any], id: str) -> Response:
    """What editors decided about a vote, the last first."""
    _must_be(id)
    return page_of(lambda **given: queries.vote_decisions(id, **given), filters, shape=Shape(VoteDecisionSchema))


@blueprint.delete("/<id>/decisions/<int:number>")
@blueprint.gives(VoteIdsSchema, scope="edit")
def undo_vote_decision(id: str, number: int) -> Response:
    """Take back a merge or a split."""
    refuse_query()
    try:
        return answer_json({"votes": list(store.undo(number))})
    except (NotFound, OverflowError):
        raise Problem(404, "there is no such decision") from None


@contextmanager
def _refusals_are_conflicts() -> Iterator[None]:
    """What cannot be done with the reports as they are now is 409: it may be possible later."""
    try:
        yield
    except Refused as error:
        raise Problem(409, error.message, [(error.field, error.message)]) from None
    except NotFound as error:
        raise Problem(404, error.message, [(error.field, error.message)]) from None


def _must_be(vote: str, field: str | None = None) -> None:
    if queries.vote(vote) is None:
        raise Problem(404, f"there is no vote {vote[:80]!r}", [(field, "no such vote")] if field else [])
