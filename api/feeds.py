"""Conflicts as an Atom feed, for newsroom tools that read feeds."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as Xml

from flask import Response

from api.blueprints import Blueprint
from api.paging import DEFAULT_LIMIT, base_url, decode_cursor, next_url
from api.responses import answer
from api.schemas.conflicts import ConflictFilters
from models import queries

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
blueprint = Blueprint("feeds", __name__, description="Conflicts for feed readers.")


@blueprint.get("/v1/conflicts.atom")
@blueprint.query(ConflictFilters)
@blueprint.gives({"type": "string"}, media_type=MEDIA_TYPE, kept=True)
def get_feed(filters: dict[str, Any]) -> Response:
    """Conflicts as an Atom feed, with the same filters as the list (RFC 4287, paged by RFC 5005)."""
    after = decode_cursor(filters.pop("cursor", None))
    limit = filters.pop("limit", DEFAULT_LIMIT)
    page = queries.conflicts(**filters, after=after, limit=limit)
    found = [json.loads(row) for row in page.rows]
    return answer(feed(found, None if page.next is None else next_url(page.next)), content_type=f"{MEDIA_TYPE}; charset=utf-8")


def feed(found: list[dict[str, Any]], following: str | None) -> bytes:
    """The feed's bytes."""
    Xml.register_namespace("", ATOM)
    root = Xml.Element(f"{{{ATOM}}}feed")
    address = f"{base_url()}/v1/conflicts.atom"
    _add(root, "id", address)
    _add(root, "title", "Claimwire: conflicts between outlets")
    _add(root, "updated", max((c["changed_at"] for c in found), default="1970-01-01T00:00:00+00:00"))
    _add(root, "link", rel="self", href=address)
    author = _add(root, "author")
    _add(author, "name", "Claimwire")
    if following is not None:
        _add(root, "link", rel="next", href=following)
    for conflict in found:
        _entry(root, conflict)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root)


def _entry(root: Xml.Element, conflict: dict[str, Any]) -> None:
    address = f"{base_url()}/v1/conflicts/{conflict['id']}"
    entry = _add(root, "entry")
    _add(entry, "id", address)
    _add(entry, "title", conflict["explanation"])
    _add(entry, "published", conflict["opened_at"])
    _add(entry, "updated", conflict["changed_at"])
    _add(entry, "link", rel="alternate", href=address)
    _add(entry, "category", term=conflict["kind"])
    _add(entry, "category", term=conflict["state"])
    lines = []
    for value in conflict["values"]:
        who = ["the official record"] * bool(value["record"]) + [r["outlet"] for r in value["reports"]]
        lines.append(f"{value['value']}: {', '.join(dict.fromkeys(who))}")
        lines += [f"  {r['outlet']}: “{r['quote']['exact']}”" for r in value["reports"] if r.get("quote")]
    _add(entry, "content", "\n".join(lines), type="text")


def _add(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
    made = Xml.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    if text is not None:
        made.text = _printable(text)
    return made


def _printable(text: str) -> str:
    """Without the control characters that XML has no place for."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
