"""The same service on PostgreSQL: the main way, pages, repeats, keys and webhooks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from api import create_app
from models import base, keys
from tests.api.conftest import InProcess
from tests.api.service_helpers import article, problem, story, two_outlets
from tests.api.test_auth import NOW


@pytest.fixture
def client(url: str) -> Iterator[FlaskClient]:
    app = create_app({"database_url": url, "allow_private_webhooks": True})
    app.extensions["claimwire"].readers = InProcess()
    yield app.test_client()
    base.close()


@pytest.mark.postgres
def test_the_main_way(client: FlaskClient) -> None:
    hook = client.post("/v1/webhooks", json={"url": "http://127.0.0.1:9/"}).get_json()
    conflict = two_outlets(client)
    assert client.get(f"/v1/conflicts/{conflict['id']}").get_json() == conflict
    assert conflict["id"] in client.get(f"/v1/votes/{conflict['vote']}").get_json()["conflicts"]
    assert client.get(f"/v1/webhooks/{hook['id']}/deliveries").get_json()["results"]
    for name in ("articles", "claims", "votes", "conflicts", "actors", "inconsistencies", "outlets", "records"):
        seen, address = [], f"/v1/{name}?limit=1"
        while address:
            body = client.get(address).get_json()
            seen += body["results"]
            address = body["next"]
        assert seen == client.get(f"/v1/{name}?limit=200").get_json()["results"], name
    checked = client.post("/v1/check", json=article(story(no=99), outlet="Mine")).get_json()
    assert "contradicted" in {claim["status"] for claim in checked["claims"]}


@pytest.mark.postgres
def test_repeats_and_keys(client: FlaskClient) -> None:
    first = client.post("/v1/articles", json=article(), headers={"Idempotency-Key": "k"})
    again = client.post("/v1/articles", json=article(), headers={"Idempotency-Key": "k"})
    assert (again.data, again.headers["Idempotency-Replayed"]) == (first.data, "true")
    _, secret = keys.create("desk", ("ingest",), NOW)
    problem(client.post("/v1/articles", json=article()), 401)
    assert client.post("/v1/articles", json=article(), headers={"Authorization": f"Bearer {secret}"}).status_code == 200


@pytest.mark.postgres
@pytest.mark.parametrize(
    "path", ["/v1/votes/%00", "/v1/votes/é", "/v1/articles?url=https://[", "/v1/actors?text=%25_!", "/v1/claims?vote='"]
)
def test_odd_arguments_are_no_failure(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code in (200, 400, 404)
