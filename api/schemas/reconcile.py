"""OpenRefine's reconciliation, API 0.2: what is asked. The answers are that specification's."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from api.schemas.common import Answer
from api.schemas.queries import Number, term

BATCH = r'^\{"q[0-9]{1,3}":\{"query":"[A-Za-z ]{1,40}"\}\}$'
"""The plainest batch. The service reads all of the specification; a pattern has no word for nested JSON."""
EXTENSION = r'^\{"ids":\["[a-z]{1,40}"\],"properties":\[\{"id":"(wikidata|kind|name)"\}\]\}$'


def _json(description: str, pattern: str) -> fields.String:
    return fields.String(metadata={"description": description, "pattern": pattern})


class ReconcileRequest(ma.Schema):
    """What is asked, as JSON in an argument."""

    queries = _json("a batch of queries, as JSON", BATCH)
    extend = _json("ids and properties to fetch, as JSON", EXTENSION)


class ReconcileForm(ma.Schema):
    """What is asked, as JSON in a form."""

    class Meta:
        """Nothing unknown is taken in silently."""

        unknown = ma.RAISE

    queries = fields.String(required=True, metadata={"description": "a batch of queries, as JSON; or `extend` instead", "pattern": BATCH})


class _Open(ma.Schema):
    class Meta:
        """Later versions of the specification may ask for more."""

        unknown = ma.INCLUDE


class _Value(fields.Field[Any]):
    """A property's value: a string, a number, a boolean, an entity, or a list of these."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, dict):
            value = value.get("id", "")
        return value


class _PropertySchema(_Open):
    pid = fields.String(required=True)
    v = _Value(required=True)


class _Types(fields.Field[Any]):
    """One type or a list of types."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            return value
        raise ma.ValidationError("must be a type or a list of types")


class ReconcileQuery(_Open):
    """One query."""

    query = fields.String(validate=validate.Length(max=1000))
    type = _Types(allow_none=True)
    limit = fields.Integer(allow_none=True)
    properties = fields.List(fields.Nested(_PropertySchema))
    type_strict = fields.String()


class _PropertyId(_Open):
    id = fields.String(required=True)


class ExtensionQuerySchema(_Open):
    """Ids and properties to fetch."""

    ids = fields.List(fields.String(), required=True)
    properties = fields.List(fields.Nested(_PropertyId), required=True)


class PrefixQuery(ma.Schema):
    """How a name begins."""

    prefix = term("how the name begins")
    cursor = Number(validate=validate.Range(0, 100_000), metadata={"description": "how many to pass over; not used, all fit one page"})


class TypeQuery(ma.Schema):
    """Of which kind."""

    type = term("the kind of actor")
    limit = Number(validate=validate.Range(1, 1000), metadata={"description": "how many at most; not used, there are few"})


class AnySchema(Answer):
    """An answer by the specification of OpenRefine's reconciliation API 0.2."""
