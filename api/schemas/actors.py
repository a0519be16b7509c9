"""Actors: who they are, how they voted, what they said, with whom they side."""

from __future__ import annotations

import marshmallow as ma
from marshmallow import fields, validate

from api.paging import MAX_LIMIT
from api.schemas.common import OPTIONS, ActorRefSchema, Answer, always, many, maybe, number, one_of, rate, words
from api.schemas.queries import ListQuery, Number, term
from api.schemas.stored import ClaimSchema

ACTOR_KINDS = ("country", "person", "organization", "group")


class ActorFilters(ListQuery):
    """Which actors."""

    kind = one_of(ACTOR_KINDS, "actors of this kind", required=False)
    text = term("words in the name")


class ActorSchema(ActorRefSchema):
    """Who votes, speaks or sponsors."""

    other_names = words("other names it goes by")


class PositionSchema(ClaimSchema):
    """How an actor voted, as one article tells it."""

    record = one_of(OPTIONS, "how it voted by the record", allow_none=True)


class RecordedPositionSchema(Answer):
    """How an actor voted, by the record."""

    record = always("id of the record")
    organization = always("the body")
    date = maybe("its day", format="date")
    title = maybe("what was voted on")
    symbols = words("the resolution's symbol and the draft's")
    option = one_of(OPTIONS, "which way")


class StatementSchema(ClaimSchema):
    """Something an actor said, as one article tells it."""


class AlignmentQuery(ma.Schema):
    """With whom, and where."""

    other = term("only with this actor, by id")
    organization = term("only in this body, by slug")
    limit = Number(validate=validate.Range(1, MAX_LIMIT), metadata={"description": "how many actors at most; 50 by default"})


class SharesSchema(Answer):
    """Votes in common."""

    votes = number("votes in which both took part")
    agree = number("of these, votes in which they voted alike")
    share = rate("of votes in which they voted alike")


class ToldSharesSchema(SharesSchema):
    """Votes in common, as one outlet tells them."""

    outlet = always("slug of the outlet")


class AlignmentSchema(Answer):
    """How often two actors voted alike."""

    actor = always("this actor, by id")
    other = always("the other actor, by id")
    organization = maybe("the body, where one was asked for")
    recorded = fields.Nested(SharesSchema, required=True, metadata={"description": "by the official record"})
    told = many(ToldSharesSchema, "as told by outlets")
