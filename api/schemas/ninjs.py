"""The parts of an IPTC ninjs item that are read; all others are let pass."""

from __future__ import annotations

import marshmallow as ma
from marshmallow import fields, validate

from api.schemas.articles import NO_NUL, WORDS


class _Open(ma.Schema):
    class Meta:
        """An item says more than is read here."""

        unknown = ma.INCLUDE


def _text(description: str, pattern: str = NO_NUL, longest: int | None = None) -> fields.String:
    checks = [validate.Length(max=longest)] if longest else []
    return fields.String(validate=checks, metadata={"description": description, "pattern": pattern})


def _when(description: str) -> fields.String:
    return fields.String(metadata={"description": description, "format": "date-time"})


class NinjsTextSchema(_Open):
    """A body or headline of ninjs 3.1."""

    role = _text("which body or headline")
    contentType = _text("its media type")  # noqa: N815  IPTC's name
    value = fields.String(required=True, metadata={"description": "its text", "pattern": WORDS})


class NinjsSourceSchema(_Open):
    """Who supplied the item."""

    name = _text("its name", longest=500)


class NinjsSchema(_Open):
    """A news item in IPTC's ninjs, version 1.3 or 3.1. One that is withheld, canceled or still under embargo is refused (422)."""

    uri = fields.String(
        required=True,
        validate=[validate.Length(min=1, max=1000)],
        metadata={"description": "the item's identifier; its address where it is one", "format": "uri"},
    )
    headline = _text("1.3: the headline")
    body_text = _text("1.3: the body as text", WORDS)
    body_xhtml = _text("1.3: the body as XHTML", WORDS)
    headlines = fields.List(fields.Nested(NinjsTextSchema), metadata={"description": "3.1: the headlines"})
    bodies = fields.List(fields.Nested(NinjsTextSchema), metadata={"description": "3.1: the bodies", "minItems": 1})
    firstcreated = _when("1.3: when it was made")
    versioncreated = _when("1.3: when this version was made")
    firstCreated = _when("3.1: when it was made")  # noqa: N815  IPTC's name
    versionCreated = _when("3.1: when this version was made")  # noqa: N815  IPTC's name
    infosource = fields.List(fields.Nested(NinjsSourceSchema), metadata={"description": "1.3: who supplied it"})
    infoSources = fields.List(fields.Nested(NinjsSourceSchema), metadata={"description": "3.1: who supplied it"})  # noqa: N815  IPTC's name
    copyrightholder = _text("1.3: who holds the rights", longest=500)
    copyrightHolder = _text("3.1: who holds the rights", longest=500)  # noqa: N815  IPTC's name
