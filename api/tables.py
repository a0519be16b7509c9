"""Rows as CSV: columns follow from the schema, so that they are the same for every page; and what each column holds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

import marshmallow as ma
from marshmallow import fields

MEDIA_TYPE: Final = "text/csv"
CONTENT_TYPE: Final = f"{MEDIA_TYPE}; charset=utf-8; header=present"


def columns(schema: type[ma.Schema], prefix: str = "") -> Iterator[tuple[str, fields.Field[Any]]]:
    """Names of columns and what they hold; members of a nested object are joined by a dot."""
    for name, field in schema().fields.items():
        if isinstance(field, fields.Nested) and not field.many:
            yield from columns(type(field.schema), f"{prefix}{name}.")
        else:
            yield prefix + name, field


def table_schema(schema: type[ma.Schema]) -> dict[str, Any]:
    """The columns in the words of Frictionless Table Schema."""
    described = []
    for name, field in columns(schema):
        kind = _kind(field)
        told = {"name": name, **kind, "description": field.metadata.get("description", "")}
        described.append({key: value for key, value in told.items() if value})
    return {"fields": described, "missingValues": [""]}


def csv_text(rows: Iterable[dict[str, Any]], schema: type[ma.Schema], *, header: bool = True) -> bytes:
    """RFC 4180 in UTF-8. Lists of words are joined by ``; ``, other lists are JSON."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = [name for name, _ in columns(schema)]
    if header:
        writer.writerow(names)
    for row in rows:
        writer.writerow([cell(_member(row, name)) for name in names])
    return out.getvalue().encode()


def cell(value: Any) -> Any:
    """A value as a cell; a text that a spreadsheet would take for a formula gets an apostrophe in front."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "; ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def _kind(field: fields.Field[Any]) -> dict[str, str]:
    told = field.metadata.get("format")
    if isinstance(field, fields.Integer):
        return {"type": "integer"}
    if isinstance(field, fields.Float):
        return {"type": "number"}
    if isinstance(field, fields.Boolean):
        return {"type": "boolean"}
    if isinstance(field, fields.Dict):
        return {"type": "object"}
    if isinstance(field, fields.List):
        return {"type": "string"} if isinstance(field.inner, fields.String) else {"type": "array"}
    if isinstance(field, fields.String):
        return {"type": "date"} if told == "date" else {"type": "datetime", "format": "any"} if told == "date-time" else {"type": "string"}
    return {"type": "any"}


def _member(row: Any, name: str) -> Any:
    for part in name.split("."):
        row = row.get(part) if isinstance(row, dict) else None
    return row
