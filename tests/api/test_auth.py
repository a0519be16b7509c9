"""Who may do what: every route with every scope, the open case on one's own machine, and limits."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_app, openapi
from api.application import make
from api.limits import Limiter
from api.settings import Settings, SettingsError, is_loopback
from models import keys
from tests.api.service_helpers import article, problem

NOW = datetime.datetime(2025, 2, 24, tzinfo=datetime.UTC)
NEEDED = {
    ("post", "/v1/articles"): "ingest",
    ("post", "/v1/articles/bulk"): "ingest",
    ("delete", "/v1/articles/{id}"): "edit",
    ("patch", "/v1/conflicts/{id}"): "edit",
    ("post", "/v1/check"): "ingest",
    ("post", "/v1/votes/{id}/merge"): "edit",
    ("post", "/v1/votes/{id}/split"): "edit",
    ("delete", "/v1/votes/{id}/decisions/{number}"): "edit",
    ("post", "/v1/records"): "edit",
    ("post", "/v1/webhooks"): "admin",
    ("get", "/v1/webhooks"): "admin",
    ("get", "/v1/webhooks/{id}"): "admin",
    ("delete", "/v1/webhooks/{id}"): "admin",
    ("get", "/v1/webhooks/{id}/deliveries"): "admin",
}
OPEN = ("/healthz", "/readyz", "/docs", "/docs/style.css", "/openapi.json")
ROUTES = [(m, p) for p, item in openapi.document(make(Settings(), connect=False))["paths"].items() for m in item if m != "parameters"]


def bearer(*scopes: str) -> dict[str, str]:
    _, secret = keys.create("a test", scopes, NOW)
    return {"Authorization": f"Bearer {secret}"}


def call(client: FlaskClient, method: str, path: str, headers: dict[str, str]) -> Any:
    return client.open(path.replace("{id}", "x").replace("{number}", "1"), method=method.upper(), headers=headers)


CALLERS = ("nobody", "a wrong key", "a revoked key", "read", "ingest", "edit", "admin")


def expected(caller: str, needed: str, *, reads: str) -> int | None:
    """What docs/api.md says that a caller is answered at a route with this scope: 401, 403, or ``None`` where it may."""
    if needed == "open":
        return None
    if caller in ("a wrong key", "a revoked key"):
        return 401
    if needed == "read" and reads == "open":
        return None
    if caller == "nobody":
        return 401
    return None if caller in (needed, "admin") else 403


class TestEveryRouteWithEveryScope:
    @pytest.fixture(params=["open", "key"])
    def settings(self, settings: dict[str, Any], request: pytest.FixtureRequest) -> dict[str, Any]:
        return {**settings, "reads": request.param}

    @pytest.mark.parametrize("caller", CALLERS)
    def test_gives_what_the_docs_say(self, client: FlaskClient, settings: dict[str, Any], caller: str) -> None:
        headers = headers_of(caller)
        for method, path in ROUTES:
            needed = "open" if path in OPEN else NEEDED.get((method, path), "read")
            refusal = expected(caller, needed, reads=settings["reads"])
            response = call(client, method, path, headers)
            if refusal is None:
                assert response.status_code not in (401, 403), (caller, method, path)
            else:
                detail = problem(response, refusal)["detail"]
                if refusal == 403:
                    assert f"'{needed}'" in detail, (caller, method, path)
                else:
                    assert response.headers["WWW-Authenticate"].startswith("Bearer")


def headers_of(caller: str) -> dict[str, str]:
    """The headers of a caller, in a store in which some key was made."""
    if caller == "a revoked key":
        key, secret = keys.create("gone", ("admin",), NOW)
        keys.revoke(key.id, NOW)
        return {"Authorization": f"Bearer {secret}"}
    some = bearer(caller if caller in ("read", "ingest", "edit", "admin") else "admin")
    return {"nobody": {}, "a wrong key": {"Authorization": "Bearer cw_wrong"}}.get(caller, some)


def test_the_description_names_the_scope_of_every_route() -> None:
    for path, item in openapi.document(make(Settings(), connect=False))["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                needed = None if path in OPEN else NEEDED.get((method, path), "read")
                told = operation.get("description", "")
                assert (f"Scope: `{needed}`." in told) if needed else ("Scope:" not in told), (method, path)


@pytest.mark.parametrize("header", ["Bearer cw_wrong", "Bearer", "Basic YTpi", "cw_wrong", "Bearer not-a-key", "Bearer cw_\xe9"])
def test_a_wrong_key_is_refused_even_where_none_is_needed(client: FlaskClient, header: str) -> None:
    problem(client.get("/v1/votes", headers={"Authorization": header}), 401)


def test_a_revoked_key_ends_at_once(client: FlaskClient) -> None:
    key, secret = keys.create("a test", ("ingest",), NOW)
    headers = {"Authorization": f"Bearer {secret}"}
    assert client.post("/v1/articles", json=article(), headers=headers).status_code == 201
    keys.revoke(key.id, NOW)
    problem(client.post("/v1/articles", json=article(), headers=headers), 401)
    problem(client.post("/v1/articles", json=article()), 401)


def test_the_secret_is_not_kept(client: FlaskClient) -> None:
    from models import base

    _, secret = keys.create("a test", ("read",), NOW)
    assert secret not in str(base.raw("SELECT * FROM api_keys"))


@pytest.mark.parametrize(
    ("headers", "environ"),
    [
        ({"Host": "news.example"}, {}),
        ({"Host": "127.0.0.1.news.example"}, {}),
        ({"X-Forwarded-For": "10.0.0.1"}, {}),
        ({"Forwarded": "for=10.0.0.1"}, {}),
        ({"Via": "1.1 proxy"}, {}),
        ({"X-Real-IP": "10.0.0.1"}, {}),
        ({"X-Forwarded": "for=10.0.0.1"}, {}),
        ({"X-Forwarded-Server": "proxy"}, {}),
        ({"X-Cluster-Client-Ip": "10.0.0.1"}, {}),
        ({"X-Original-Host": "news.example"}, {}),
        ({"True-Client-IP": "10.0.0.1"}, {}),
        ({"CF-Connecting-IP": "10.0.0.1"}, {}),
        ({"Fastly-Client-IP": "10.0.0.1"}, {}),
        ({"Origin": "https://news.example"}, {}),
        ({"Origin": "null"}, {}),
        ({}, {"REMOTE_ADDR": "10.0.0.7"}),
    ],
)
def test_writing_without_a_key_is_for_this_machine_alone(client: FlaskClient, headers: dict[str, str], environ: dict[str, str]) -> None:
    problem(client.post("/v1/articles", json=article(), headers=headers, environ_overrides=environ), 401)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "localhost:1"])
def test_writing_without_a_key_works_on_this_machine(client: FlaskClient, host: str) -> None:
    assert client.post("/v1/articles", json=article(), headers={"Host": host}).status_code == 201


def test_bound_beyond_this_machine_writing_always_wants_a_key(settings: dict[str, Any]) -> None:
    client = create_app({**settings, "host": "0.0.0.0"}).test_client()
    problem(client.post("/v1/articles", json=article()), 401)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("[::1]", True),
        ("LOCALHOST", True),
        ("a.localhost", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("localhost.example", False),
        ("", False),
        ("127.0.0.1.example", False),
    ],
)
def test_what_counts_as_this_machine(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CLAIMWIRE_READS", "maybe"),
        ("CLAIMWIRE_PORT", "http"),
        ("CLAIMWIRE_PORT", "70000"),
        ("CLAIMWIRE_THREADS", "0"),
        ("CLAIMWIRE_LOG", "loud"),
        ("CLAIMWIRE_ALLOW_PRIVATE_WEBHOOKS", "perhaps"),
    ],
)
def test_wrong_settings_are_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_environment({name: value})


class TestRates:
    @pytest.fixture
    def settings(self, settings: dict[str, Any]) -> dict[str, Any]:
        return {**settings, "read_rate": 3, "write_rate": 1}

    def test_beyond_the_rate_it_is_429_with_when_to_come_again(self, client: FlaskClient) -> None:
        left = [client.get("/v1/votes").headers["RateLimit-Remaining"] for _ in range(3)]
        assert left == ["2", "1", "0"]
        refused = client.get("/v1/votes")
        problem(refused, 429)
        assert int(refused.headers["Retry-After"]) >= 1
        assert refused.headers["RateLimit-Limit"] == "3"
        assert client.post("/v1/articles", json=article()).status_code == 201
        problem(client.post("/v1/articles", json=article()), 429)
        assert client.get("/healthz").status_code == 200


def test_a_bucket_fills_again_evenly() -> None:
    limiter = Limiter()
    assert [limiter.take("a", 2, 0.0).wait for _ in range(3)] == [0, 0, 30]
    assert limiter.take("a", 2, 29.0).wait > 0
    assert limiter.take("a", 2, 60.0).wait == 0
    assert limiter.take("b", 2, 0.0).wait == 0
