"""Idempotency-Key: a request that is sent again is answered again, not done again."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from claimwire.documents import Document
from claimwire.reading import Extraction
from models import base, queries, store
from tests.api.conftest import InProcess
from tests.api.service_helpers import article, problem, story, two_outlets


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


K1 = {"Idempotency-Key": "k1"}


def test_what_the_request_holds_is_not_kept_with_the_answer(client: FlaskClient) -> None:
    body = article(story() + "".join(f"\nSentence {n * 7919} of a long article, unlike the others." for n in range(400)))
    first = client.post("/v1/articles", json=body, headers=K1)
    ((kept,),) = base.raw("SELECT length(body) FROM idempotency_keys")
    assert kept < len(first.data) / 10
    assert client.post("/v1/articles", json=body, headers=K1).data == first.data


def test_a_merge_and_a_split_are_done_once(client: FlaskClient) -> None:
    two_outlets(client)
    client.post("/v1/articles", json=article(story(title="Another thing").replace("05-10", "06-11"), outlet="Gamma"))
    one, other = [json.loads(row)["id"] for row in queries.votes().rows]
    first = client.post(f"/v1/votes/{one}/merge", json={"into": other}, headers=K1)
    again = client.post(f"/v1/votes/{one}/merge", json={"into": other}, headers=K1)
    assert (first.status_code, again.data, again.headers["Idempotency-Replayed"]) == (200, first.data, "true")
    assert len(client.get(f"/v1/votes/{other}/decisions").get_json()["results"]) == 1
    problem(client.post(f"/v1/votes/{other}/merge", json={"into": one}, headers=K1), 422, "Idempotency-Key")
    articles = [row["id"] for row in client.get("/v1/articles?outlet=gamma").get_json()["results"]]
    split = [client.post(f"/v1/votes/{other}/split", json={"articles": articles}, headers={"Idempotency-Key": "k2"}) for _ in range(2)]
    assert split[0].status_code == 200
    assert split[0].data == split[1].data
    assert len(client.get("/v1/votes").get_json()["results"]) == 2


def test_a_decision_that_cannot_be_kept_is_not_taken(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    two_outlets(client)
    client.post("/v1/articles", json=article(story(title="Another thing").replace("05-10", "06-11"), outlet="Gamma"))
    one, other = [json.loads(row)["id"] for row in queries.votes().rows]
    monkeypatch.setattr("models.idempotency.keep", lambda *_: 1 / 0)
    problem(client.post(f"/v1/votes/{one}/merge", json={"into": other}, headers=K1), 500)
    assert len(client.get("/v1/votes").get_json()["results"]) == 2


TABLE = b"undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft\n1,FRA,FRANCE,Y,2024-05-10,78,A/RES/1,\n"


def test_an_import_is_answered_again(client: FlaskClient) -> None:
    first = client.post("/v1/records", data=TABLE, content_type="text/csv", headers=K1)
    again = client.post("/v1/records", data=TABLE, content_type="text/csv", headers=K1)
    assert first.status_code == 200, first.data
    assert (again.data, again.headers["Idempotency-Replayed"]) == (first.data, "true")
    problem(client.post("/v1/records", data=TABLE + b"\n", content_type="text/csv", headers=K1), 422, "Idempotency-Key")


def test_an_import_whose_answer_cannot_be_kept_is_not_stored(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("models.idempotency.keep", lambda *_: 1 / 0)
        problem(client.post("/v1/records", data=TABLE, content_type="text/csv", headers=K1), 500)
    assert client.get("/v1/records").get_json()["results"] == []
    again = client.post("/v1/records", data=TABLE, content_type="text/csv", headers=K1)
    assert (again.status_code, again.get_json()["created"]) == (200, 1)
    assert "Idempotency-Replayed" not in again.headers


@pytest.mark.parametrize("key", ["k1/1", "k1-1", "k1#1", "k1.1"])
def test_the_lines_of_a_stream_take_no_key_of_others(client: FlaskClient, key: str) -> None:
    client.post("/v1/articles/bulk", data=json.dumps(article()).encode(), content_type="application/x-ndjson", headers=K1)
    other = client.post("/v1/articles", json=article(story(yes=1), outlet="Beta"), headers={"Idempotency-Key": key})
    assert other.status_code == 201


def test_each_line_of_a_stream_is_done_once(client: FlaskClient) -> None:
    lines = [json.dumps(article(story(yes=100 + n), outlet=f"O{n}")).encode() for n in range(3)]

    def send(*some: bytes) -> Any:
        return client.post("/v1/articles/bulk", data=b"\n".join(some), content_type="application/x-ndjson", headers=K1)

    first = send(*lines[:2]).data
    for row in client.get("/v1/articles").get_json()["results"]:
        client.delete(f"/v1/articles/{row['id']}")
    rows = [json.loads(row) for row in send(*lines).data.splitlines()]
    assert rows[:2] == [json.loads(row) for row in first.splitlines()]
    assert [row["status"] for row in rows] == [201, 201, 201]
    assert len(client.get("/v1/articles").get_json()["results"]) == 1
    rows = [json.loads(row) for row in send(lines[1], lines[1]).data.splitlines()]
    assert [row["status"] for row in rows] == [422, 201]
    assert rows[0]["problem"]["errors"][0]["field"] == "Idempotency-Key"
    problem(client.post("/v1/articles/bulk", data=b"", content_type="application/x-ndjson", headers={"Idempotency-Key": "a b"}), 400)
