"""Every failure is a problem: its media type, its status, what is wrong, never HTML, never a trace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from models import base, queries
from models.errors import StoreUnavailable
from tests.api.service_helpers import article, problem, two_outlets


@pytest.mark.parametrize(
    "path", ["/", "/v1", "/v1/nothing", "/v1/articles/", "//v1//articles", "/v1/votes/nobody", "/favicon.ico", "/v1/votes/%00", "/a/../b"]
)
def test_404(client: FlaskClient, path: str) -> None:
    problem(client.get(path), 404)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/v1/articles", {"GET", "POST"}),
        ("PUT", "/v1/conflicts/x", {"GET", "PATCH"}),
        ("POST", "/v1/votes", {"GET"}),
        ("GET", "/v1/articles/bulk", {"POST"}),
        ("POST", "/healthz", {"GET"}),
        ("TRACE", "/v1/votes", {"GET"}),
    ],
)
def test_405_says_what_is_allowed(client: FlaskClient, method: str, path: str, allowed: set[str]) -> None:
    response = client.open(path, method=method)
    problem(response, 405)
    assert allowed <= set(response.headers["Allow"].split(", "))


def test_500_says_nothing_of_the_inside(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("a secret thing")

    monkeypatch.setattr(queries, "vote", broken)
    response = client.get("/v1/votes/x")
    problem(response, 500)
    assert "secret" not in response.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/v1/votes", "/v1/conflicts/x", "/readyz"])
def test_a_store_that_does_not_answer_is_503_with_retry_after(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    def locked(*_: Any, **__: Any) -> None:
        raise StoreUnavailable("the store is busy", retry_after=3)

    monkeypatch.setattr(base, "raw", locked)
    monkeypatch.setattr("models.paging.base.raw", locked)
    response = client.get(path)
    problem(response, 503)
    assert response.headers["Retry-After"] == "3"


def test_a_store_that_is_gone_is_503_and_comes_back(client: FlaskClient, tmp_path: Path) -> None:
    client.post("/v1/articles", json=article())
    path = tmp_path / "store.db"
    aside = path.rename(tmp_path / "aside.db")
    for response in (
        client.get("/v1/votes"),
        client.get("/v1/votes.csv"),
        client.post("/v1/articles", json=article("other words")),
        client.get("/readyz"),
    ):
        assert str(tmp_path) not in problem(response, 503)["detail"]
        assert int(response.headers["Retry-After"]) >= 1
    assert client.get("/healthz").status_code == 200
    aside.rename(path)
    assert client.get("/v1/votes").status_code == 200


def test_a_store_that_is_locked_is_503(client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    base.database.execute_sql("PRAGMA busy_timeout = 100")
    other = sqlite3.connect(tmp_path / "store.db")
    other.execute("BEGIN IMMEDIATE")
    response = client.post("/v1/articles", json=article())
    problem(response, 503)
    assert response.headers["Retry-After"]
    other.rollback()
    other.close()
    assert client.post("/v1/articles", json=article()).status_code == 201


def test_a_decision_is_checked_and_kept(client: FlaskClient) -> None:
    conflict = two_outlets(client)
    address = f"/v1/conflicts/{conflict['id']}"
    problem(client.patch(address, json={"status": "maybe"}), 422, "status")
    problem(client.patch(address, json={"note": "x"}), 422, "status")
    problem(client.patch(address, json={"status": "confirmed", "by": "me"}), 422, "by")
    problem(client.patch(address, data="{", content_type="application/json"), 400)
    problem(client.patch(address, data=b'{"note": "' + b"x" * 70_000 + b'"}', content_type="application/json"), 413)
    problem(client.patch("/v1/conflicts/nobody", json={"status": "confirmed"}), 404)
    decided = client.patch(address, json={"status": "confirmed", "note": "seen"}).get_json()
    assert (decided["decision"]["status"], decided["decision"]["note"]) == ("confirmed", "seen")
    assert decided["state"] == "open"
    assert client.get(address).get_json() == decided
    assert client.patch(address, json={"status": None}).get_json()["decision"] is None


@pytest.mark.parametrize("path", ["/healthz", "/v1/votes", "/v1/nothing", "/docs"])
def test_every_answer_is_guarded(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Request-Id"]


def test_a_request_id_that_is_given_comes_back_unless_it_is_odd(client: FlaskClient) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": "desk-7"}).headers["X-Request-Id"] == "desk-7"
    assert client.get("/healthz", headers={"X-Request-Id": "a b"}).headers["X-Request-Id"] != "a b"


def test_pages_elsewhere_may_read_and_not_write(client: FlaskClient) -> None:
    preflight = {"Origin": "https://news.example", "Access-Control-Request-Method": "GET"}
    read = client.options("/v1/votes", headers=preflight)
    assert (read.status_code, read.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert client.get("/v1/votes", headers={"Origin": "https://news.example"}).headers["Access-Control-Allow-Origin"] == "*"
    write = client.options("/v1/articles", headers={**preflight, "Access-Control-Request-Method": "POST"})
    assert "Access-Control-Allow-Origin" not in write.headers
    assert "Access-Control-Allow-Methods" not in write.headers
    posted = client.post("/v1/articles", json=article(), headers={"Origin": "https://news.example"})
    assert "Access-Control-Allow-Origin" not in posted.headers
    problem(posted, 401)


def test_the_docs_need_no_other_host_and_no_script(client: FlaskClient) -> None:
    page = client.get("/docs")
    assert page.mimetype == "text/html"
    text = page.get_data(as_text=True)
    assert "<script" not in text
    assert "//" not in text.replace("https://", "").split("<body>")[0]
    assert "/v1/conflicts/{id}" in text
    assert client.get("/docs/style.css").mimetype == "text/css"
    assert client.get("/openapi.json").get_json()["openapi"] == "3.1.0"


def test_the_rows_of_the_store_are_not_counted_at_each_look(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 'claimwire_stored{kind="articles"} 0' in client.get("/metrics").get_data(as_text=True)
    monkeypatch.setattr(queries, "statistics", lambda: pytest.fail("counted again"))
    assert "claimwire_store_up 1" in client.get("/metrics").get_data(as_text=True)


def test_the_docs_are_made_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [client.get(path).get_data() for path in ("/docs", "/openapi.json")]
    monkeypatch.setattr("api.openapi.document", lambda _: pytest.fail("made again"))
    assert [client.get(path).get_data() for path in ("/docs", "/openapi.json")] == first
