"""IPTC's ninjs as a way to hand in articles: its own test cases pass or are refused by name, never with a 500."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.service_helpers import problem, story

NINJS = "application/ninjs+json"


def post(client: FlaskClient, item: object) -> Any:
    return client.post("/v1/articles", data=json.dumps(item), content_type=NINJS)


def test_version_1_3_as_text(client: FlaskClient) -> None:
    item = {
        "uri": "https://agency.example/items/1",
        "headline": "New members",
        "body_text": story(),
        "versioncreated": "2024-05-11T08:00:00Z",
        "infosource": [{"name": "Example Agency"}],
        "body_charcount_of_ours": 7,
    }
    record = client.post("/v1/articles", data=json.dumps(item), content_type="application/vnd.iptc.ninjs+json").get_json()
    assert record["document"] == item["uri"]
    assert record["outlet"] == "example-agency"
    assert record["article"]["published"] == "2024-05-11"
    assert record["article"]["text"].startswith("New members")
    assert any(claim["kind"] == "count" for claim in record["claims"])
    assert client.get(f"/v1/articles/{record['id']}").get_json()["url"] == item["uri"]


def test_version_3_1_as_html(client: FlaskClient) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in story().splitlines() if line)
    item = {
        "uri": "urn:agency:2",
        "headlines": [{"role": "main", "value": "New & old members"}],
        "bodies": [
            {"contentType": "text/plain", "value": "short"},
            {"contentType": "application/xhtml+xml; charset=html", "value": paragraphs},
        ],
        "firstCreated": "2024-05-11T08:00:00+02:00",
        "infoSources": [{"name": "Example Agency"}],
    }
    record = client.post("/v1/articles", data=json.dumps(item), content_type=NINJS).get_json()
    assert "New & old members" in record["article"]["text"]
    assert any(claim["kind"] == "count" for claim in record["claims"])


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ({}, "uri"),
        ({"uri": "urn:x"}, "bodies"),
        ({"uri": "urn:x", "body_text": 7}, "body_text"),
        ({"uri": "urn:x", "bodies": [{"role": "main"}]}, "bodies[0].value"),
        ({"uri": "urn:x", "body_text": "a", "versioncreated": "yesterday"}, "published"),
        ([], None),
    ],
)
def test_a_bad_item_is_refused_by_name(client: FlaskClient, item: object, field: str | None) -> None:
    problem(post(client, item), 422, field)


def test_iptc_s_own_cases_have_a_defined_answer(client: FlaskClient, shared_dir: Path) -> None:
    for path in sorted((shared_dir / "schemas" / "ninjs" / "test_suite").glob("*.json")):
        response = client.post("/v1/articles", data=path.read_bytes(), content_type=NINJS)
        assert response.status_code in (201, 400, 422), path.name
        if "should_pass" in path.name:
            item = {**json.loads(path.read_text()), "body_text": f"{path.stem}: {story()}"}
            assert client.post("/v1/articles", data=json.dumps(item), content_type=NINJS).status_code == 201, path.name


@pytest.mark.parametrize(
    ("held", "field"),
    [
        ({"pubstatus": "withheld"}, "pubstatus"),
        ({"pubStatus": "canceled"}, "pubStatus"),
        ({"embargoed": "2999-01-01T00:00:00Z"}, "embargoed"),
        ({"embargoedUntil": "2999-01-01T00:00:00+02:00"}, "embargoedUntil"),
        ({"embargoed": "soon"}, "embargoed"),
    ],
)
def test_what_is_held_back_is_not_stored_but_may_be_checked(client: FlaskClient, held: dict[str, str], field: str) -> None:
    item = {"uri": "https://agency.example/3", "body_text": story(), **held}
    problem(post(client, item), 422, field)
    assert client.get("/v1/articles").get_json()["results"] == []
    assert client.post("/v1/check", data=json.dumps(item), content_type=NINJS).status_code == 200


def test_what_may_be_used_is_stored(client: FlaskClient) -> None:
    item = {"uri": "https://agency.example/3", "body_text": story(), "pubstatus": "usable", "embargoed": "2024-05-11T08:00:00"}
    assert post(client, item).status_code == 201
