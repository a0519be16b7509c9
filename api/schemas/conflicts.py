"""Conflicts and what editors decide about them."""

from __future__ import annotations

import marshmallow as ma
from marshmallow import fields, validate

from api.schemas.articles import NO_NUL
from api.schemas.common import CONFLICT_KINDS, Answer, QuoteSchema, always, many, maybe, one_of
from api.schemas.queries import ListQuery, term

STATUSES = ("confirmed", "dismissed", "resolved")


class ConflictFilters(ListQuery):
    """Which conflicts."""

    kind = one_of(CONFLICT_KINDS, "conflicts of this kind", required=False)
    state = one_of(("open", "closed"), "open or closed", required=False)
    outlet = term("conflicts in which this outlet stands")
    vote = term("conflicts of this vote, by id")
    decision = one_of((*STATUSES, "none"), "with this decision of an editor, or with none", required=False)


class ReportSchema(Answer):
    """Who says so, in which words."""

    outlet = always("slug of the outlet")
    article = always("id of the article")
    document = maybe("your own id for the document")
    claim = always("id of the claim")
    quote = fields.Nested(QuoteSchema, required=True, allow_none=True)


class ConflictValueSchema(Answer):
    """One of the values that cannot all be true."""

    value = fields.Raw(required=True, metadata={"description": "the value"})
    record = fields.Boolean(required=True, metadata={"description": "whether the official record says so"})
    reports = many(ReportSchema, "who says so")


class MadeDecisionSchema(Answer):
    """What an editor decided."""

    status = one_of(STATUSES, "what")
    note = always("why")
    at = always("when", format="date-time")


class ConflictSchema(Answer):
    """Claims on one subject that cannot all be true."""

    id = always("id of the conflict")
    kind = one_of(CONFLICT_KINDS, "what they are about")
    vote = maybe("the vote, by id; null for figures")
    subject = fields.Dict(required=True, metadata={"description": "which count, whose position …"})
    state = one_of(("open", "closed"), "closed once the outlet corrected itself")
    corrected_at = maybe("the day of the correction")
    decision = fields.Nested(MadeDecisionSchema, required=True, allow_none=True, metadata={"description": "an editor's decision"})
    explanation = always("what is wrong, in a sentence")
    values = many(ConflictValueSchema, "the values and who says so")
    opened_at = always("when it was first seen", format="date-time")
    changed_at = always("when it last changed", format="date-time")


class DecisionSchema(ma.Schema):
    """An editor's decision, or null to clear it."""

    class Meta:
        """Nothing unknown is taken in silently."""

        unknown = ma.RAISE

    status = fields.String(
        required=True,
        allow_none=True,
        validate=validate.OneOf((*STATUSES, None)),
        metadata={"description": "what was decided; null clears it"},
    )
    note = fields.String(
        allow_none=True,
        validate=[validate.Length(max=4000), validate.Regexp(r"\A[^\x00]*\Z", error="must not hold a NUL character")],
        metadata={"description": "why", "pattern": NO_NUL},
    )
