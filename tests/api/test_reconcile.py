"""OpenRefine's reconciliation: its published schemas, a real client, and the actors that names mean."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from tests.api.conftest import Serve
from tests.api.service_helpers import article, problem, story


@pytest.fixture
def check(shared_dir: Path) -> Any:
    folder = shared_dir / "schemas" / "reconciliation-0.2"
    kind = json.loads((folder / "type.json").read_text())

    def validate(name: str, value: Any) -> None:
        schema = json.loads((folder / f"{name}.json").read_text())
        schema.pop("$schema", None)
        found = Resource.from_contents({**kind, "$schema": "http://json-schema.org/draft-07/schema#"})
        base = schema.get("$id", "https://x/y").rsplit("/", 1)[0]
        registry: Any = Registry().with_resources([("type.json", found), (f"{base}/type.json", found), (kind["$id"], found)])
        manifest = json.loads(
            json.dumps(schema).replace(
                '{"$ref": "http://swagger.io/v2/schema.json#/definitions/securityDefinitions/additionalProperties"}', "{}"
            )
        )
        Draft7Validator(manifest, registry=registry).validate(value)

    return validate


def ask(client: FlaskClient, **queries: Any) -> dict[str, Any]:
    response = client.post("/v1/reconcile", data={"queries": json.dumps(queries)})
    assert response.status_code == 200, response.get_data(as_text=True)
    return dict(response.get_json())


def test_a_preview_may_be_framed_and_nothing_else_may(client: FlaskClient) -> None:
    policies = {path: client.get(path).headers.getlist("Content-Security-Policy") for path in ("/v1/reconcile/preview/france", "/docs")}
    ((preview,), (docs,)) = policies.values()
    assert "frame-ancestors *" in preview
    assert "frame-ancestors 'none'" in docs


def test_the_answers_are_those_of_the_published_schemas(client: FlaskClient, check: Any) -> None:
    check("manifest", client.get("/v1/reconcile").get_json())
    check("reconciliation-result-batch", ask(client, q0={"query": "Ukraine"}, q1={"query": "nobody at all"}))
    check("suggest-entities-response", client.get("/v1/reconcile/suggest/entity?prefix=uni").get_json())
    check("suggest-types-response", client.get("/v1/reconcile/suggest/type?prefix=co").get_json())
    check("suggest-properties-response", client.get("/v1/reconcile/suggest/property?prefix=iso").get_json())
    check("data-extension-property-proposal", client.get("/v1/reconcile/properties?type=country").get_json())
    extend = json.dumps({"ids": ["ukraine", "nobody"], "properties": [{"id": "iso3166-1-alpha3"}, {"id": "wikidata"}]})
    extended = client.post("/v1/reconcile", data={"extend": extend}).get_json()
    check("data-extension-response", extended)
    assert extended["rows"]["ukraine"]["iso3166-1-alpha3"] == [{"str": "UKR"}]
    assert extended["rows"]["nobody"]["wikidata"] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ukraine", "ukraine"),
        ("united states of america", "united-states"),
        ("USA", "united-states"),
        ("The Netherlands", "netherlands"),
        ("Türkiye", "turkey"),
        ("Cote d'Ivoire", "ivory-coast"),
        ("RUS", "russia"),
    ],
)
def test_a_plain_name_is_a_match(client: FlaskClient, name: str, expected: str) -> None:
    (first, *_) = ask(client, q={"query": name})["q"]["result"]
    assert first["match"], first
    assert {first["id"]} <= {expected, "turkiye", "cote-d-ivoire", "cote-divoire"}


def test_what_is_unclear_is_no_match(client: FlaskClient) -> None:
    found = ask(client, korea={"query": "Korea"}, none={"query": "Atlantis"}, empty={"query": ""})
    assert not any(row["match"] for row in found["korea"]["result"])
    assert not any(row["match"] for row in found["none"]["result"])
    assert found["empty"]["result"] == []


def test_type_limit_and_properties_narrow(client: FlaskClient) -> None:
    found = ask(
        client,
        person={"query": "Ukraine", "type": "person"},
        one={"query": "united", "limit": 1},
        code={"query": "", "properties": [{"pid": "iso3166-1-alpha3", "v": "FRA"}]},
        other={"query": "Ukraine", "properties": [{"pid": "iso3166-1-alpha3", "v": "FRA"}]},
    )
    assert found["person"]["result"] == []
    assert len(found["one"]["result"]) <= 1
    assert found["code"]["result"][0]["id"] == "france"
    assert "ukraine" not in [row["id"] for row in found["other"]["result"]]


def test_a_person_of_the_store_is_found(client: FlaskClient) -> None:
    client.post("/v1/articles", json=article(story() + 'SAID jane-doe "we shall see"'))
    assert ask(client, q={"query": "Jane-Doe"})["q"]["result"][0]["id"] == "jane-doe"
    assert "Jane" in client.get("/v1/reconcile/preview/jane-doe").get_data(as_text=True)
    problem(client.get("/v1/reconcile/preview/nobody"), 404)


@pytest.mark.parametrize(
    "queries", ["", "[]", "{", '{"q": 1}', '{"q": {"query": 1}}', '{"q": {"query": "a", "type": 3}}', '{"q": {"query": NaN}}']
)
def test_what_is_no_batch_is_refused(client: FlaskClient, queries: str) -> None:
    assert client.post("/v1/reconcile", data={"queries": queries}).status_code == 400
    assert client.get("/v1/reconcile", query_string={"queries": queries}).status_code == 400


def test_a_real_client_reconciles_a_column(serve: Serve) -> None:
    pandas = pytest.importorskip("pandas")
    reconciler = pytest.importorskip("reconciler")
    server = serve()
    names = pandas.Series(["France", "Brazil", "Viet Nam"])
    found = reconciler.reconcile(names, reconciliation_endpoint=f"{server.url}/v1/reconcile")
    assert list(found["id"])[:2] == ["france", "brazil"]
    assert list(found["match"])[:2] == [True, True]
