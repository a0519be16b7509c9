"""openapi.yaml says what the service does, all of it, and is what the service would write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

from api import openapi
from api.application import make
from api.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    return openapi.document(make(Settings(), connect=False))


def operations(spec: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, call) for path, item in spec["paths"].items() for method, call in item.items() if method != "parameters"]


def test_it_is_valid_openapi(spec: dict[str, Any]) -> None:
    validate(spec)


def test_the_file_is_what_the_application_writes() -> None:
    written = openapi.yaml_text(make(Settings(), connect=False))
    assert (ROOT / "openapi.yaml").read_text() == written, "run: claimwire openapi > openapi.yaml"
    assert yaml.safe_load(written)["openapi"] == "3.1.0"


def test_every_route_is_in_it(spec: dict[str, Any]) -> None:
    app = make(Settings(), connect=False)
    routed = {
        (openapi_path(str(rule)), method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
        if method not in ("HEAD", "OPTIONS")
    }
    assert routed == {(path, method) for path, method, _ in operations(spec)}


def openapi_path(rule: str) -> str:
    return rule.replace("<article:id>", "{id}").replace("<id>", "{id}").replace("<path:id>", "{id}").replace("<int:number>", "{number}")


def test_every_call_says_what_it_is_and_how_it_fails(spec: dict[str, Any]) -> None:
    names = [call["operationId"] for _, _, call in operations(spec)]
    assert len(names) == len(set(names))
    for path, method, call in operations(spec):
        assert call.get("summary"), (path, method)
        assert {"400", "500"} <= set(call["responses"]), (path, method)
        for status, answer in call["responses"].items():
            if int(status) >= 400:
                assert answer == {"$ref": f"#/components/responses/Problem{status}"}
    for answer in spec["components"]["responses"].values():
        assert list(answer["content"]) == ["application/problem+json"]


def test_every_argument_and_member_is_explained(spec: dict[str, Any]) -> None:
    for path, _, call in operations(spec):
        for parameter in call.get("parameters", []):
            assert parameter.get("description"), (path, parameter)
    for name, schema in spec["components"]["schemas"].items():
        assert schema.get("description"), name


def test_every_link_leads_from_a_member_of_the_answer_to_an_argument(spec: dict[str, Any]) -> None:
    calls = {call["operationId"]: (path, method, call) for path, method, call in operations(spec)}
    linked = [
        (call, answer, link)
        for _, _, call in operations(spec)
        for answer in call["responses"].values()
        for link in answer.get("links", {}).values()
    ]
    assert len(linked) > 60
    for call, answer, link in linked:
        path, _, target = calls[link["operationId"]]
        arguments = {p["name"] for p in [*spec["paths"][path].get("parameters", []), *target.get("parameters", [])]}
        assert link["parameters"].keys() <= arguments, link
        for expression in link["parameters"].values():
            if expression.startswith("$response.body#/"):
                schema = answer["content"]["application/json"]["schema"]
                assert reached(spec, schema, expression.removeprefix("$response.body#/").split("/")), (call["operationId"], expression)
    targets = {link["operationId"] for *_, link in linked}
    assert {name for name, (path, method, _) in calls.items() if "{" in path and name not in targets} == set()


def reached(spec: dict[str, Any], schema: dict[str, Any], steps: list[str]) -> bool:
    """Whether a JSON pointer may lead to something in values of a schema."""
    if "$ref" in schema:
        return reached(spec, spec["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], steps)
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        return any(reached(spec, choice, steps) for choice in choices)
    if not steps:
        return True
    inner = schema.get("items") if steps[0].isdigit() else schema.get("properties", {}).get(steps[0])
    return inner is not None and reached(spec, inner, steps[1:])
