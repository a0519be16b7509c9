"""What a check of a draft answers."""

from __future__ import annotations

from marshmallow import fields

from api.schemas.articles import ExtractedClaimSchema, ExtractionSchema
from api.schemas.common import Answer, QuoteSchema, always, many, maybe, number, one_of, words


class OpinionSchema(Answer):
    """What one outlet says on the subject of a claim."""

    value = fields.Raw(required=True, metadata={"description": "its value"})
    outlet = always("slug of the outlet")
    article = always("id of the article")
    document = maybe("your own id for the document")
    claim = always("id of the claim")
    quote = fields.Nested(QuoteSchema, required=True, allow_none=True)


class VerdictSchema(Answer):
    """What the official record says."""

    verdict = one_of(("agrees", "differs", "not recorded"), "how the claim stands to it")
    value = fields.Raw(required=True, metadata={"description": "its value, or null"})


class CheckedClaimSchema(ExtractedClaimSchema):
    """A claim of a draft, and what speaks for and against it."""

    status = one_of(
        ("supported", "contradicted", "disputed", "alone", "undecided", "not compared"),
        "contradicted: the record differs, or, where it is silent, more sources contradict than agree",
    )
    agrees = many(OpinionSchema, "who says the same")
    contradicts = many(OpinionSchema, "who says otherwise")
    record = fields.Nested(VerdictSchema, required=True)
    undecided = maybe("why it is not sure which vote is meant")
    vote_id = maybe("the vote it was joined to, by id")
    candidates = words("votes it may be about, where undecided")


class CheckedDraftSchema(ExtractionSchema):
    """A draft's extraction record, held against the store and the record."""

    contradicted = number("how many of its claims are contradicted")
    claims = many(CheckedClaimSchema, "what it says, in order of the text")
