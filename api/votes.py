"""/v1/votes: vote events, put together from what outlets report and from the record."""

from __future__ import annotations

from flask import Response

from api import jsonld
from api.blueprints import Blueprint
from api.lookups import answer_in_form
from api.paging import Shape, page_of
from api.schemas.queries import ListQuery
from api.schemas.votes import VoteFilters, VoteReportSchema, VoteSchema, VoteSummarySchema
from models import queries, sorting

blueprint = Blueprint("votes", __name__, url_prefix="/v1/votes", description="Votes in the words of Popolo, as told by every outlet.")
SHAPE = Shape(VoteSummarySchema, lambda rows: jsonld.graph(rows, jsonld.vote))


@blueprint.get("")
@blueprint.pages(VoteFilters, VoteSummarySchema, "VoteList", sort=(sorting.VOTES, "-date"), linked=True)
def list_votes(filters: dict[str, object]) -> Response:
    """Votes, the latest first."""
    return page_of(queries.votes, filters, shape=SHAPE)


@blueprint.get("/<id>")
@blueprint.linked(VoteSchema, "The vote.")
def get_vote(given: dict[str, str], id: str) -> Response:
    """One vote: counts and votes each with what every outlet reports, the record, and why the claims were joined."""
    return answer_in_form(queries.vote(id), "vote", "/v1/votes", given, jsonld.vote)


@blueprint.get("/<id>/reports")
@blueprint.pages(ListQuery, VoteReportSchema, "VoteReportList", sort=(sorting.REPORTS, "stored"))
def list_vote_reports(filters: dict[str, object], id: str) -> Response:
    """The reports that were joined to one vote, each with its reasons."""
    return page_of(lambda **given: queries.vote_reports(id, **given), filters, what="vote", shape=Shape(VoteReportSchema))
