"""Rows as CSV: columns follow from the schema, so that they are the same for every page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

import marshmallow as ma
from marshmallow import fields

MEDIA_TYPE = "text/csv"


def columns(schema: type[ma.Schema], prefix: str = "") -> Iterator[str]:
    """Names of columns; members of a nested object are joined by a dot."""
    for name, field in schema().fields.items():
        if isinstance(field, fields.Nested) and not field.many:
            yield from columns(type(field.schema), f"{prefix}{name}.")
        else:
            yield prefix + name


def csv_text(rows: Iterable[dict[str, Any]], schema: type[ma.Schema], *, header: bool = True) -> bytes:
    """RFC 4180 in UTF-8. Lists of words are joined by ``; ``, other lists are JSON."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = list(columns(schema))
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


def _member(row: Any, name: str) -> Any:
    for part in name.split("."):
        row = row.get(part) if isinstance(row, dict) else None
    return row
