"""Merging and splitting votes by hand."""

from __future__ import annotations

import marshmallow as ma
from marshmallow import fields, validate

from api.schemas.articles import NO_NUL
from api.schemas.common import Answer, always, number, one_of, words

_PRINTABLE = validate.Regexp(r"\A[^\x00]*\Z", error="must not hold a NUL character")


def _note() -> fields.String:
    return fields.String(
        allow_none=True, validate=[validate.Length(max=4000), _PRINTABLE], metadata={"description": "why", "pattern": NO_NUL}
    )


def _id(description: str) -> fields.String:
    return fields.String(
        required=True,
        validate=[validate.Length(min=1, max=100), _PRINTABLE],
        metadata={"description": description, "pattern": r"^[^\u0000]+$"},
    )


class MergeSchema(ma.Schema):
    """Into which vote."""

    class Meta:
        """Nothing unknown is taken in silently."""

        unknown = ma.RAISE

    into = _id("the vote that stays, by id")
    note = _note()


class SplitSchema(ma.Schema):
    """Which articles' reports go."""

    class Meta:
        """Nothing unknown is taken in silently."""

        unknown = ma.RAISE

    articles = fields.List(
        _id("an article, by id"), required=True, validate=validate.Length(min=1, max=200), metadata={"description": "by id"}
    )
    note = _note()


class VoteIdsSchema(Answer):
    """What there is now."""

    votes = words("ids of the votes that are left")


class VoteDecisionSchema(Answer):
    """A merge or a split."""

    id = number("number of the decision")
    kind = one_of(("merge", "split"), "what was done")
    vote = always("the vote it was done to")
    kept = words("reports that stayed")
    moved = words("reports that went")
    note = always("why")
    at = always("when", format="date-time")
