"""openapi.yaml: made from the routes and schemas, completed with what every operation shares."""

from __future__ import annotations

import copy
from typing import Any

from flask import Flask

from api import links
from api.blueprints import Api

TITLE = "Claimwire"
DESCRIPTION = """\
What news outlets report about recorded votes, claim by claim with the exact words, and where they contradict each
other, themselves or the official record. Offsets are Unicode code points. Every failure is `application/problem+json`
(RFC 9457) whose `errors` name the fields. Lists are read a page at a time: follow `next` until it is null.
"""
PROBLEMS = {
    "400": "The request cannot be understood; `errors` names the argument or field.",
    "401": "A key is needed, or the one given is not valid.",
    "403": "The key lacks the scope.",
    "404": "There is no such thing, or no such page; `deleted_at` says when it went.",
    "409": "It cannot be done in the present state, or a request with this Idempotency-Key is under way.",
    "413": "The body is too large; nothing was stored.",
    "415": "The body's media type is not read here.",
    "422": "The body is JSON but cannot be taken; `errors` names the field.",
    "429": "Too many requests; see Retry-After.",
    "500": "Something went wrong on our side.",
    "503": "The store, a reader or a place for one more stream is unavailable; see Retry-After.",
}
UNUSED = "PaginationMetadata"
"""A schema that flask-smorest describes for a header that is not sent here."""
IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "the ETag of the copy you have; 304 where it is still good",
    "schema": {"type": "string"},
}
IDEMPOTENT = (
    "\n\nA header `Idempotency-Key` (1 to 255 visible ASCII characters) names the request: sent again with the same body "
    "within a day it is answered again, not done again; with another body it is 422, while the first is under way 409."
)


def document(app: Flask) -> dict[str, Any]:
    """The OpenAPI document of an application, as JSON values."""
    api: Api = app.extensions["claimwire-openapi"]
    spec: dict[str, Any] = copy.deepcopy(api.spec.to_dict())
    components = spec.setdefault("components", {})
    spec["servers"] = [{"url": "/", "description": "the service that gives this description"}]
    spec["info"]["contact"] = {"name": "whoever runs this service"}
    components["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "An API key, `cw_…`, from `claimwire keys create`."}
    }
    responses = components["responses"] = {}
    body = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, description in PROBLEMS.items():
        responses[f"Problem{status}"] = {"description": description, "content": body}
    for path, item in spec["paths"].items():
        for parameter in item.get("parameters", []):
            parameter.setdefault("description", "the id, as lists and answers give it")
        for method in ("get", "post", "put", "patch", "delete"):
            if method in item:
                _complete(path, method, item[method], shared=item.get("parameters", []))
    _describe_schemas(api, components["schemas"])
    _allow_chosen(spec)
    _exactly_one_body(components["schemas"])
    components["schemas"].pop(UNUSED, None)
    links.link(spec)
    return spec


def yaml_text(app: Flask) -> str:
    """openapi.yaml."""
    import yaml

    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    return yaml.dump(document(app), Dumper=Plain, sort_keys=False, allow_unicode=True, width=120)


def _complete(path: str, method: str, operation: dict[str, Any], shared: list[Any]) -> None:
    scope = operation.pop("x-scope", "read" if method == "get" else "admin")
    open_to_all = path.startswith(("/healthz", "/readyz", "/docs", "/openapi"))
    codes = ["400", "500"]
    if not open_to_all:
        operation["security"] = [{"key": []}, {}]
        codes += ["401", "403", "429", "503"]
        operation["description"] = (operation.get("description") or "") + f"\n\nScope: `{scope}`."
        operation["description"] = operation["description"].strip()
    else:
        operation["security"] = []
        operation["description"] = f"{operation.get('description', '')}\n\nNeeds no key.".strip()
        codes += {"/healthz": [], "/readyz": ["503"]}.get(path, ["429"])
    names = {p.get("name") for p in operation.get("parameters", [])}
    if "{" in path or "cursor" in names:
        codes.append("404")
    if method in ("post", "patch", "put"):
        codes += ["409", "413", "415", "422"]
    if method == "patch":
        codes.append("404")
    given = operation.setdefault("responses", {})
    for code in codes:
        given[code] = {"$ref": f"#/components/responses/Problem{code}"}
    parameters = operation.setdefault("parameters", [])
    if method == "get" and "200" in given:
        parameters.append(IF_NONE_MATCH)
        given.setdefault("304", {"description": "The copy you have is still good."})
        given["200"].setdefault("headers", {})["ETag"] = {"description": "a strong ETag", "schema": {"type": "string"}}
    if operation.pop("x-idempotent", False):
        operation["description"] = (operation.get("description") or "") + IDEMPOTENT
    if not parameters:
        del operation["parameters"]
    for answer in given.values():
        if "content" in answer:
            # Generators of clients take the first.
            answer["content"] = dict(sorted(answer["content"].items(), key=lambda item: item[0] != "application/json"))
    operation["responses"] = dict(sorted(given.items()))


def _allow_chosen(spec: dict[str, Any]) -> None:
    """Where ``fields`` was given, a result has only the members that were asked for."""
    schemas = spec["components"]["schemas"]
    schemas["Chosen"] = {"type": "object", "description": "A result with only the members that `fields` asked for.", "minProperties": 0}
    for item in spec["paths"].values():
        names = {p.get("name") for p in item.get("get", {}).get("parameters", [])}
        if "fields" in names:
            reference = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
            results = schemas[reference.rsplit("/", 1)[1]]["properties"]["results"]
            if "anyOf" not in results["items"]:
                results["items"] = {"anyOf": [results["items"], {"$ref": "#/components/schemas/Chosen"}]}


def _describe_schemas(api: Api, schemas: dict[str, Any]) -> None:
    """A schema's docstring is its description."""
    for key, name in api.ma_plugin.converter.refs.items():
        told = (key[0].__doc__ or "").strip()
        schemas[name] = {"description": told, **schemas[name]}


def _exactly_one_body(schemas: dict[str, Any]) -> None:
    """A document is a text or a page: marshmallow has no word for it, JSON Schema has."""
    document = schemas.get("Document")
    if document is None:
        return
    for name, wanted, other, told in (("TextDocument", "text", "html", "as plain text"), ("PageDocument", "html", "text", "as a page")):
        properties = {key: value for key, value in document["properties"].items() if key != other}
        schemas[name] = {**document, "description": f"One article {told}.", "properties": properties, "required": [wanted]}
    choices = [{"$ref": f"#/components/schemas/{name}"} for name in ("TextDocument", "PageDocument")]
    schemas["Document"] = {"description": document["description"], "oneOf": choices}
