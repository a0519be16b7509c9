"""Results of many documents, a line each."""

from __future__ import annotations

from marshmallow import fields

from api.schemas.articles import ReadingProblemSchema, TouchedSchema
from api.schemas.common import Answer, ProblemSchema, extra, number


class BulkResultSchema(Answer):
    """What became of one line."""

    line = number("which line, from 1", minimum=1)
    status = number("201 stored, 200 stored already, else the status of the problem")
    document = fields.String(allow_none=True, metadata={"description": "your own id for it"})
    id = extra("id of the article")
    revision = fields.Integer(metadata={"description": "number of its revision"})
    outlet = extra("slug of the outlet")
    claims = fields.Integer(metadata={"description": "how many claims were found"})
    touched = fields.Nested(TouchedSchema)
    problems = fields.List(fields.Nested(ReadingProblemSchema))
    problem = fields.Nested(ProblemSchema)
