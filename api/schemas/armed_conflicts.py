"""Wars and the figures told about them, in the words of the Uppsala Conflict Data Program."""

from __future__ import annotations

from marshmallow import fields

from api.schemas.common import QUALIFIERS, Answer, QuoteSchema, always, many, maybe, number, one_of
from api.schemas.queries import ListQuery, term


class PartySchema(Answer):
    """A state or group that fights."""

    id = always("slug")
    name = always("its name")


class FigureSchema(Answer):
    """A figure as one article tells it."""

    claim = always("id of the claim")
    article = always("id of the article")
    outlet = always("slug of the outlet")
    document = maybe("your own id for the document")
    value = fields.Float(required=True, metadata={"description": "how many"})
    high = fields.Float(required=True, allow_none=True, metadata={"description": "upper end of a range"})
    qualifier = one_of(QUALIFIERS, "how exact")
    attributed_to = maybe("who says so, by id")
    as_of = maybe("the day it speaks of", format="date")
    published = maybe("day of publication", format="date")
    quote = fields.Nested(QuoteSchema, required=True, allow_none=True)


class ToldFigureSchema(FigureSchema):
    """A figure in a list of all of them."""

    measure = always("what is counted")
    population = maybe("of whom")
    unit = always("in what")


class FigureFilters(ListQuery):
    """Which figures."""

    measure = term("figures of this measure, as `killed`")
    population = term("figures about this population, by slug")


class PlainEstimateSchema(Answer):
    """What is told of one measure and population."""

    measure = always("what is counted")
    population = maybe("of whom")
    unit = always("in what")
    low = fields.Float(required=True, metadata={"description": "the lowest that is told"})
    best = fields.Float(required=True, metadata={"description": "the newest of what most independent sources tell"})
    high = fields.Float(required=True, metadata={"description": "the highest that is told"})


class EstimateSchema(PlainEstimateSchema):
    """What is told of one measure and population, and who says so."""

    told = many(FigureSchema, "the newest 20 figures; all are at `/v1/armed-conflicts/{id}/figures`")


class _War(Answer):
    id = always("slug")
    name = always("its name")
    kind = always("UCDP's kind: interstate, intrastate, internationalized intrastate, one-sided violence")
    since = always("year, month or day since when")
    until = maybe("until when; null while it lasts")
    parties = fields.List(
        fields.List(fields.Nested(PartySchema)), required=True, metadata={"description": "the two sides, each a list of parties"}
    )
    identifiers = fields.Dict(keys=fields.String(), values=fields.String(), required=True, metadata={"description": "scheme to value"})
    figure_count = number("how many figures are told about it")


class ArmedConflictSummarySchema(_War):
    """A war in a list."""

    estimates = many(PlainEstimateSchema, "what is told of each measure")


class ArmedConflictSchema(_War):
    """A war with all that is told about it."""

    estimates = many(EstimateSchema, "what is told of each measure, and by whom")
