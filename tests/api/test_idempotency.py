"""Idempotency-Key: a request that is sent again is answered again, not done again."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from claimwire.documents import Document
from claimwire.reading import Extraction
from models import base, store
from tests.api.conftest import InProcess
from tests.api.service_helpers import article, problem, story


def test_the_same_request_gets_the_same_answer(client: FlaskClient) -> None:
    first = client.post("/v1/articles", json=article(), headers={"Idempotency-Key": "k1"})
    client.delete(f"/v1/articles/{first.get_json()['id']}")
    again = client.post("/v1/articles", json=article(), headers={"Idempotency-Key": "k1"})
    assert (again.status_code, again.data) == (201, first.data)
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert client.get("/v1/articles").get_json()["results"] == []


def test_another_body_under_the_same_key_is_422(client: FlaskClient) -> None:
    client.post("/v1/articles", json=article(), headers={"Idempotency-Key": "k1"})
    problem(client.post("/v1/articles", json=article(story(yes=1)), headers={"Idempotency-Key": "k1"}), 422, "Idempotency-Key")


@pytest.mark.parametrize("key", ["", "a b", "x" * 256, "é"])
def test_a_key_is_visible_ascii(client: FlaskClient, key: str) -> None:
    problem(client.post("/v1/articles", json=article(), headers={"Idempotency-Key": key}), 400, "Idempotency-Key")


def test_a_failure_is_not_kept(client: FlaskClient) -> None:
    problem(client.post("/v1/articles", json=article(text=" "), headers={"Idempotency-Key": "k1"}), 422, "text")
    assert client.post("/v1/articles", json=article(), headers={"Idempotency-Key": "k1"}).status_code == 201


def test_while_the_first_is_under_way_it_is_409(app: Flask) -> None:
    entered, go_on = threading.Event(), threading.Event()

    class Slow(InProcess):
        def read(self, document: Document, *, wait: float = 0) -> Extraction:
            entered.set()
            go_on.wait(20)
            return super().read(document)

    app.extensions["claimwire"].readers = Slow()
    answers: list[Any] = []
    first = threading.Thread(
        target=lambda: answers.append(app.test_client().post("/v1/articles", json=article(), headers={"Idempotency-Key": "k1"}))
    )
    first.start()
    entered.wait(20)
    refused = app.test_client().post("/v1/articles", json=article(), headers={"Idempotency-Key": "k1"})
    go_on.set()
    first.join(20)
    problem(refused, 409, "Idempotency-Key")
    assert refused.headers["Retry-After"] == "1"
    assert answers[0].status_code == 201


def test_an_answer_that_cannot_be_kept_undoes_the_article(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr("models.idempotency.keep", broken)
    problem(client.post("/v1/articles", json=article(), headers={"Idempotency-Key": "k1"}), 500)
    assert client.get("/v1/articles").get_json()["results"] == []


def test_keys_are_a_caller_s_own(client: FlaskClient) -> None:
    from models import keys
    from tests.api.test_auth import NOW

    for _ in range(2):
        _, secret = keys.create("one", ("ingest",), NOW)
        headers = {"Idempotency-Key": "k1", "Authorization": f"Bearer {secret}"}
        assert "Idempotency-Replayed" not in client.post("/v1/articles", json=article(), headers=headers).headers


def test_a_save_inside_an_open_transaction_is_one_transaction(app: Flask) -> None:
    def save_and_fail() -> None:
        with base.writing():
            store.save(InProcess().read(Document(text=story(), outlet="Alpha")))
            raise RuntimeError("the end")

    with pytest.raises(RuntimeError, match="the end"):
        save_and_fail()
    assert app.test_client().get("/v1/articles").get_json()["results"] == []
