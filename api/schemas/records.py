"""Official results."""

from __future__ import annotations

from marshmallow import fields

from api.schemas.common import Answer, always, many, number, words
from api.schemas.queries import ListQuery, day, term
from api.schemas.votes import RecordSummarySchema


class RecordFilters(ListQuery):
    """Which records."""

    organization = term("results of this body, by slug")
    symbol = term("with this symbol")
    since = day("on or after this day")
    until = day("on or before this day")


class RecordSchema(RecordSummarySchema):
    """An official result with its roll call."""

    positions = fields.Dict(keys=fields.String(), values=fields.String(), required=True, metadata={"description": "actor to option"})
    size = fields.Integer(required=True, allow_none=True, metadata={"description": "how many could have voted"})
    revision = number("which revision of the record this is")
    votes = words("the votes it was joined to, by id")


class BadRowSchema(Answer):
    """A row that was skipped."""

    line = number("its line in the table")
    reason = always("why")


class ImportedSchema(Answer):
    """What an import did."""

    rows = number("rows read")
    records = number("results found in them")
    created = number("new ones")
    revised = number("ones that differ from what was stored")
    unchanged = number("ones stored already")
    bad_count = number("rows skipped")
    bad = many(BadRowSchema, "the first hundred of them")
