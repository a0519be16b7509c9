"""/v1/reconcile: OpenRefine's reconciliation service (API 0.2) for actors."""

from __future__ import annotations

from typing import Any, Final

import marshmallow as ma
from flask import Response, request

from api import bodies, openrefine
from api.blueprints import Blueprint, invalid
from api.errors import Problem
from api.paging import base_url
from api.responses import answer, answer_json
from api.schemas.reconcile import (
    AnySchema,
    ExtensionQuerySchema,
    PrefixQuery,
    ReconcileForm,
    ReconcileQuery,
    ReconcileRequest,
    TypeQuery,
)
from claimwire import __version__
from claimwire.strict_json import JsonError, loads

FORM: Final = "application/x-www-form-urlencoded"
MOST_QUERIES: Final = 200
DEFAULT_LIMIT: Final = 10
blueprint = Blueprint("reconcile", __name__, url_prefix="/v1/reconcile", description="OpenRefine reconciliation, API 0.2, for actors.")


@blueprint.get("")
@blueprint.query(ReconcileRequest)
@blueprint.gives(AnySchema)
def get_reconciliation(given: dict[str, Any]) -> Response:
    """What the service can do; or, with `queries` or `extend`, its answer to them."""
    return answer_json(_answer(given) if given else _manifest())


@blueprint.post("")
@blueprint.gives(AnySchema, bodies={FORM: {"schema": ReconcileForm}}, scope="read")
def reconcile() -> Response:
    """Find the actors that names mean (`queries`), or their properties (`extend`)."""
    bodies.require_type(FORM)
    bodies.read(bodies.SMALL)
    given = {name: values[-1] for name, values in request.form.lists()}
    unknown = [name for name in given if name not in ("queries", "extend")]
    if unknown or not given:
        raise Problem(422, "give 'queries' or 'extend'", [(name, "unknown field") for name in unknown] or [("queries", "is missing")])
    return answer_json(_answer(given))


@blueprint.get("/suggest/entity")
@blueprint.query(PrefixQuery)
@blueprint.gives(AnySchema)
def suggest_entities(given: dict[str, Any]) -> Response:
    """Actors with a name that begins so."""
    found = [openrefine.entity(actor) for actor in openrefine.suggestions(given.get("prefix", ""))]
    return answer_json({"result": [{"id": e["id"], "name": e["name"], "notable": e["type"]} for e in found]})


@blueprint.get("/suggest/type")
@blueprint.query(PrefixQuery)
@blueprint.gives(AnySchema)
def suggest_types(given: dict[str, Any]) -> Response:
    """Kinds of actors with a name that begins so."""
    return answer_json({"result": _named(openrefine.KINDS, given.get("prefix", ""))})


@blueprint.get("/suggest/property")
@blueprint.query(PrefixQuery)
@blueprint.gives(AnySchema)
def suggest_properties(given: dict[str, Any]) -> Response:
    """Properties of actors with a name that begins so."""
    return answer_json({"result": _named(openrefine.PROPERTIES, given.get("prefix", ""))})


@blueprint.get("/properties")
@blueprint.query(TypeQuery)
@blueprint.gives(AnySchema)
def propose_properties(given: dict[str, Any]) -> Response:
    """Properties that can be fetched for a kind of actor."""
    return answer_json({"properties": _named(openrefine.PROPERTIES, ""), **({"type": given["type"]} if "type" in given else {})})


@blueprint.get("/preview/<id>")
@blueprint.gives({"type": "string"}, media_type="text/html")
def preview_actor(id: str) -> Response:
    """A small page about one actor, for OpenRefine to show."""
    from html import escape

    actor = openrefine.find(id)
    if actor is None:
        raise Problem(404, "there is no such actor")
    told = "".join(f"<dt>{escape(scheme)}</dt><dd>{escape(value)}</dd>" for scheme, value in actor.identifiers if value)
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(actor.name)}</title></head>'
        f"<body><h1>{escape(actor.name)}</h1><p>{escape(openrefine.KINDS[actor.kind])}</p><dl>{told}</dl></body></html>"
    )
    return answer(page.encode(), content_type="text/html; charset=utf-8")


def _answer(given: dict[str, Any]) -> dict[str, Any]:
    # What is wrong with either is said, also where both were given and only the first is answered.
    extension = _loaded(ExtensionQuerySchema, _parsed(given["extend"], "extend"), "extend") if "extend" in given else {}
    return _results(given["queries"]) if "queries" in given else _extended(extension)


def _results(text: str) -> dict[str, Any]:
    batch = _parsed(text, "queries")
    if len(batch) > MOST_QUERIES:
        raise Problem(400, f"at most {MOST_QUERIES} queries at a time", [("queries", "too many")])
    out = {}
    for name, value in batch.items():
        asked = _loaded(ReconcileQuery, value, f"queries.{name}")
        kinds = asked.get("type") or []
        properties = {p["pid"]: str(p["v"]) for p in asked.get("properties", ()) if p["pid"] in openrefine.PROPERTIES}
        limit = max(1, min(50, int(asked.get("limit") or DEFAULT_LIMIT)))
        found = openrefine.candidates(asked.get("query") or "", frozenset([kinds] if isinstance(kinds, str) else kinds), properties, limit)
        out[name] = openrefine.result_of(found)
    return out


def _extended(asked: dict[str, Any]) -> dict[str, Any]:
    names = [p["id"] for p in asked["properties"] if p["id"] in openrefine.PROPERTIES]
    rows: dict[str, Any] = {}
    for identity in asked["ids"][:1000]:
        actor = openrefine.find(identity)
        values = {name: openrefine.value_of(actor, name) if actor else None for name in names}
        rows[identity] = {name: [{"str": value}] if value else [] for name, value in values.items()}
    return {"meta": [{"id": name, "name": openrefine.PROPERTIES[name]} for name in names], "rows": rows}


def _parsed(text: str, field: str) -> dict[str, Any]:
    try:
        value = loads(text.encode("utf-8", "surrogatepass"))
    except JsonError as error:
        raise Problem(400, error.message, [(field, error.message)]) from None
    if not isinstance(value, dict):
        raise Problem(400, f"'{field}' must be a JSON object", [(field, "must be a JSON object")])
    return value


def _loaded(schema: type[ma.Schema], value: Any, path: str) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = schema().load(value)
    except ma.ValidationError as error:
        raise invalid(400, "the request cannot be understood", error.messages, path) from None
    return loaded


def _named(values: dict[str, str], prefix: str) -> list[dict[str, str]]:
    return [
        {"id": key, "name": name}
        for key, name in values.items()
        if name.lower().startswith(prefix.lower()) or key.startswith(prefix.lower())
    ]


def _manifest() -> dict[str, Any]:
    here = f"{base_url()}/v1/reconcile"
    return {
        "versions": ["0.2"],
        "name": "Claimwire actors",
        "identifierSpace": f"{base_url()}/v1/actors/",
        "schemaSpace": f"{here}/types/",
        "serviceVersion": __version__,
        "documentation": f"{base_url()}/docs",
        "view": {"url": f"{base_url()}/v1/actors/{{{{id}}}}"},
        "defaultTypes": [{"id": kind, "name": name} for kind, name in openrefine.KINDS.items()],
        "suggest": {name: {"service_url": here, "service_path": f"/suggest/{name}"} for name in ("entity", "type", "property")},
        "preview": {"url": f"{here}/preview/{{{{id}}}}", "width": 400, "height": 200},
        "extend": {"propose_properties": {"service_url": here, "service_path": "/properties"}, "property_settings": []},
    }
