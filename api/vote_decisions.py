"""/v1/votes/{id}/merge and /split: an editor's hand on what was joined; kept as rows, surviving every rebuild."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import marshmallow as ma
from flask import Response

from api import bodies
from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.idempotency import Keep, once
from api.paging import Shape, page_of
from api.responses import answer_json
from api.schemas.queries import ListQuery
from api.schemas.vote_decisions import MergeSchema, SplitSchema, VoteDecisionSchema, VoteIdsSchema
from models import base, queries, sorting, store
from models.errors import NotFound, Refused

blueprint = Blueprint("vote-decisions", __name__, url_prefix="/v1/votes", description="An editor's hand on what was joined.")


@blueprint.post("/<id>/merge")
@blueprint.gives(VoteIdsSchema, body=MergeSchema, scope="edit", idempotent=True)
def merge_votes(id: str) -> Response:
    """Make one vote of two: `id` becomes part of `into`, and its address leads there."""
    given = _given(MergeSchema)
    return _decided(lambda: store.merge(id, given["into"], given.get("note") or ""), (id, None), (given["into"], "into"))


@blueprint.post("/<id>/split")
@blueprint.gives(VoteIdsSchema, body=SplitSchema, scope="edit", idempotent=True)
def split_vote(id: str) -> Response:
    """Take the reports of some articles out of a vote."""
    given = _given(SplitSchema)
    return _decided(lambda: store.split(id, given["articles"], given.get("note") or ""), (id, None))


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


def _given(schema: type[ma.Schema]) -> dict[str, Any]:
    refuse_query()
    return bodies.json_body(schema)


def _decided(decide: Callable[[], tuple[str, ...]], *votes: tuple[str, str | None]) -> Response:
    """The ids of the votes there are after a decision on these votes, each with the field that named it.

    What cannot be done with the reports as they are now is 409: it may be possible later.
    """

    def work(keep: Keep) -> Response:
        for vote, field in votes:
            _must_be(vote, field)
        try:
            with base.writing():
                response = answer_json({"votes": list(decide())})
                keep(response)
        except Refused as error:
            raise Problem(409, error.message, [(error.field, error.message)]) from None
        except NotFound as error:
            raise Problem(404, error.message, [(error.field, error.message)]) from None
        return response

    return once(work)


def _must_be(vote: str, field: str | None = None) -> None:
    if queries.vote(vote) is None:
        raise Problem(404, f"there is no vote {vote[:80]!r}", [(field, "no such vote")] if field else [])
