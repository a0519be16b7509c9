"""Parts that many schemas share."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

KINDS = ("count", "position", "result", "date", "title", "sponsorship", "statement", "figure")
CONFLICT_KINDS = ("count", "position", "result", "date", "title", "sponsorship", "figure")
OPTIONS = ("yes", "no", "abstain", "absent", "not voting", "present", "invalid", "blank")
ROLES = (
    "title", "subtitle", "byline", "dateline", "date", "caption", "heading", "body",
    "list", "quotation", "table", "live", "note", "boilerplate",
)  # fmt: skip
QUALIFIERS = ("exact", "about", "over", "at-least", "under", "up-to", "range")
BASES = ("stated", "weekday+published", "anniversary", "sitting", "dateline")


class Answer(ma.Schema):
    """The base of what is answered: more members may come in later versions."""

    class Meta:
        """Answers are open: callers ignore what they do not know."""

        unknown = ma.INCLUDE


def always(description: str, **more: Any) -> fields.String:
    """A string that is always there."""
    return fields.String(required=True, metadata={"description": description, **more})


def maybe(description: str, **more: Any) -> fields.String:
    """A string or null, always there."""
    return fields.String(required=True, allow_none=True, metadata={"description": description, **more})


def extra(description: str, **more: Any) -> fields.String:
    """A string that may be left out."""
    return fields.String(metadata={"description": description, **more})


def number(description: str, **more: Any) -> fields.Integer:
    """A whole number that is always there."""
    return fields.Integer(required=True, metadata={"description": description, **more})


def rate(description: str) -> fields.Float:
    """A share from 0 to 1, or null."""
    return fields.Float(required=True, allow_none=True, metadata={"description": f"share {description}", "minimum": 0, "maximum": 1})


def one_of(values: tuple[str, ...], description: str, *, required: bool = True, allow_none: bool = False) -> fields.String:
    """One of some words."""
    allowed: tuple[str | None, ...] = (*values, None) if allow_none else values
    return fields.String(required=required, allow_none=allow_none, validate=validate.OneOf(allowed), metadata={"description": description})


def many(schema: type[ma.Schema], description: str, *, required: bool = True) -> fields.List[Any]:
    """A list of objects."""
    return fields.List(fields.Nested(schema), required=required, metadata={"description": description})


def words(description: str, *, required: bool = True) -> fields.List[Any]:
    """A list of strings."""
    return fields.List(fields.String(), required=required, metadata={"description": description})


class FieldErrorSchema(Answer):
    """What is wrong with one field."""

    field = maybe("the field, as a path such as `a.b[3]`; null where no field is at fault")
    message = always("what is wrong with it")


class ProblemSchema(Answer):
    """A failure (RFC 9457)."""

    type = always("a URI for the kind of problem", format="uri-reference")
    title = always("the status in words")
    status = number("the HTTP status")
    detail = always("what happened, in a sentence")
    errors = many(FieldErrorSchema, "the fields at fault")
    request_id = extra("the id under which the log speaks of this request")


class QuoteSchema(Answer):
    """Exact words of an article: `article.text[start:end] == exact`, in Unicode code points."""

    exact = always("the words")
    prefix = always("up to 32 code points before them")
    suffix = always("up to 32 code points after them")
    start = number("where they begin", minimum=0)
    end = number("where they end", minimum=1)


class ActorRefSchema(Answer):
    """Who votes, speaks or sponsors."""

    id = always("slug")
    name = always("common English name")
    kind = one_of(("country", "person", "organization", "group"), "what it is")
    identifiers = fields.Dict(
        keys=fields.String(), values=fields.String(), required=True, metadata={"description": "scheme to value: ISO 3166, Wikidata"}
    )
