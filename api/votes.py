"""/v1/votes: vote events, put together from what outlets report and from the record."""

from __future__ import annotations

from flask import Response

from api.blueprints import Blueprint
from api.lookups import answer_one
from api.paging import page_of
from api.schemas.queries import ListQuery
from api.schemas.queries import page_of as page_schema
from api.schemas.votes import VoteFilters, VoteReportSchema, VoteSchema, VoteSummarySchema
from models import queries

blueprint = Blueprint("votes", __name__, url_prefix="/v1/votes", description="Votes in the words of Popolo, as told by every outlet.")


@blueprint.get("")
@blueprint.query(VoteFilters)
@blueprint.gives(page_schema(VoteSummarySchema, "VoteList"))
def list_votes(filters: dict[str, object]) -> Response:
    """Votes, the latest first."""
    return page_of(queries.votes, filters)


@blueprint.get("/<id>")
@blueprint.gives(VoteSchema)
def get_vote(id: str) -> Response:
    """One vote: counts and votes each with what every outlet reports, the record, and why the claims were joined."""
    return answer_one(queries.vote(id), "vote", "/v1/votes")


@blueprint.get("/<id>/reports")
@blueprint.query(ListQuery)
@blueprint.gives(page_schema(VoteReportSchema, "VoteReportList"))
def list_vote_reports(filters: dict[str, object], id: str) -> Response:
    """The reports that were joined to one vote, each with its reasons."""
    return page_of(lambda **given: queries.vote_reports(id, **given), filters, what="vote")
