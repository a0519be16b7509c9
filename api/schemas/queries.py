"""Arguments that lists share, and what all lists answer."""

from __future__ import annotations

import datetime
import functools
import re
from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from api.paging import DEFAULT_LIMIT, MAX_LIMIT
from api.schemas.common import Answer
from models import sorting
from models.sorting import Orders

_NUMBER = re.compile(r"[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NO_NUL = validate.Regexp(r"\A[^\x00]*\Z", error="must not hold a NUL character")


class Number(fields.Integer):
    """A whole number in ASCII digits, as JSON Schema has it; Python's own reading takes ``1_0`` and ``٣`` too."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not isinstance(value, str) or _NUMBER.fullmatch(value) is None:
            raise self.make_error("invalid", input=value)
        return int(value)


class Day(fields.String):
    """A day as ``YYYY-MM-DD``, kept as a string."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        try:
            if not isinstance(value, str) or _DAY.fullmatch(value) is None:
                raise ValueError(value)
            datetime.date.fromisoformat(value)
        except ValueError:
            raise ma.ValidationError("must be a day, as YYYY-MM-DD") from None
        return value


class Flag(fields.Boolean):
    """``true`` or ``false``, and nothing that merely looks like it."""

    truthy = {"true"}  # noqa: RUF012  marshmallow's own way to say it
    falsy = {"false"}  # noqa: RUF012


def term(description: str, longest: int = 200) -> fields.String:
    """Some text to look for."""
    return fields.String(
        validate=[validate.Length(min=1, max=longest), NO_NUL],
        metadata={"description": description, "pattern": r"^[^\u0000]+$"},
    )


def day(description: str) -> Day:
    """A day."""
    return Day(metadata={"description": description, "format": "date"})


def flag(description: str) -> Flag:
    """Yes or no."""
    return Flag(metadata={"description": description})


class ListQuery(ma.Schema):
    """What every list takes."""

    limit = Number(
        validate=validate.Range(1, MAX_LIMIT), metadata={"description": f"how many results a page has; {DEFAULT_LIMIT} by default"}
    )
    cursor = fields.String(metadata={"description": "where the page begins: take it from `next`", "maxLength": 2000})


class NoQuery(ma.Schema):
    """Of a list that comes whole."""


class OneQuery(ma.Schema):
    """The form of one thing."""

    format = fields.String(
        validate=validate.OneOf(("json", "jsonld")), metadata={"description": "the form of the answer; as `Accept` says by default"}
    )


def shaped(
    filters: type[ma.Schema], row: type[ma.Schema], forms: tuple[str, ...], sort: tuple[Orders, str] | None = None
) -> type[ma.Schema]:
    """A list's arguments with ``sort``, ``format``, and ``fields`` for the members of its rows."""
    orders, default = sort or ({}, "")
    return _shaped(filters, row, forms, sorting.named(orders), default)


@functools.cache
def _shaped(
    filters: type[ma.Schema], row: type[ma.Schema], forms: tuple[str, ...], sorts: tuple[str, ...], default: str
) -> type[ma.Schema]:
    names = "|".join(row().fields)
    order = fields.String(
        validate=validate.OneOf(sorts, error="there is no such order; there are {choices}"),
        metadata={"description": f"the order of the results, `-` turns it round; `{default}` by default"},
    )
    return type(
        filters.__name__ + row.__name__,
        (filters,),
        {
            "__doc__": filters.__doc__,
            **({"sort": order} if sorts else {}),
            "format": fields.String(validate=validate.OneOf(forms), metadata={"description": "the form of the answer; `json` by default"}),
            "fields": fields.String(
                validate=validate.Regexp(
                    rf"\A({names})(,({names}))*\Z", error=f"must be names of members joined by commas: {names.replace('|', ', ')}"
                ),
                metadata={"description": "only these members of each result, joined by commas", "pattern": f"^({names})(,({names}))*$"},
            ),
        },
    )


@functools.cache
def page_of(schema: type[ma.Schema], name: str) -> type[ma.Schema]:
    """The schema of a list: ``results`` and ``next``."""
    return type(
        name,
        (Answer,),
        {
            "__doc__": f"A page of results ({schema.__name__}).",
            "results": fields.List(fields.Nested(schema), required=True),
            "next": fields.String(
                required=True, allow_none=True, metadata={"description": "address of the next page, or null", "format": "uri-reference"}
            ),
        },
    )
