"""Many articles in one request: one answer a line, in order, bad lines named and skipped."""

from __future__ import annotations

import json
import pkgutil
from typing import Any

import pytest
import requests
from flask.testing import FlaskClient

from tests.api.conftest import Serve
from tests.api.service_helpers import article, problem, story


def lines(*documents: Any) -> bytes:
    return b"\n".join(d if isinstance(d, bytes) else json.dumps(d).encode() for d in documents) + b"\n"


def bulk(client: FlaskClient, body: bytes, content_type: str = "application/x-ndjson") -> list[dict[str, Any]]:
    response = client.post("/v1/articles/bulk", data=body, content_type=content_type)
    assert response.status_code == 200
    assert response.mimetype == "application/x-ndjson"
    return [json.loads(line) for line in response.get_data(as_text=True).splitlines()]


def test_each_line_is_answered_in_order(client: FlaskClient) -> None:
    body = lines(
        article(outlet="Alpha", document="a"),
        b"{not json",
        b"",
        {"text": ""},
        article(story(abstain=26), outlet="Beta"),
        article(outlet="Alpha"),
        b'{"text": "\xff"}',
        [1],
    )
    rows = bulk(client, body)
    assert [(row["line"], row["status"]) for row in rows] == [(1, 201), (2, 400), (4, 422), (5, 201), (6, 200), (7, 400), (8, 422)]
    assert rows[0]["document"] == "a"
    assert rows[0]["claims"] > 3
    assert rows[2]["problem"]["errors"][0]["field"] == "text"
    assert len(rows[3]["touched"]["conflicts"]) == 1
    assert len(client.get("/v1/articles").get_json()["results"]) == 2


def test_sending_it_again_changes_nothing(client: FlaskClient) -> None:
    body = lines(*(article(story(yes=100 + n), outlet=f"O{n}") for n in range(5)))
    assert {row["status"] for row in bulk(client, body)} == {201}
    assert {row["status"] for row in bulk(client, body)} == {200}


@pytest.mark.parametrize("broken", ["api.bulk.store.save", "tests.api.conftest.InProcess.read"], ids=["storing", "reading"])
def test_a_line_at_which_we_fail_does_not_stop_the_rest(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    module, name = broken.rsplit(".", 1)
    whole = pkgutil.resolve_name(module)
    work, calls = getattr(whole, name), []

    def fails_once(*given: Any, **named: Any) -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise OSError("a secret of the inside")
        return work(*given, **named)

    monkeypatch.setattr(whole, name, fails_once)
    rows = bulk(client, lines(*(article(story(yes=100 + n), outlet=f"O{n}") for n in range(3))))
    assert [row["status"] for row in rows] == [201, 500, 201]
    assert "secret" not in json.dumps(rows)


def test_nothing_in_nothing_out(client: FlaskClient) -> None:
    assert bulk(client, b"") == []
    assert bulk(client, b"\n\n \n") == []


@pytest.mark.parametrize("content_type", ["application/json", "text/plain"])
def test_it_is_ndjson(client: FlaskClient, content_type: str) -> None:
    problem(client.post("/v1/articles/bulk", data=b"", content_type=content_type), 415)


def test_it_streams_through_the_real_server(serve: Serve) -> None:
    server = serve(CLAIMWIRE_READ_SECONDS="2")
    documents = [article(story(yes=100 + n % 20), outlet=f"O{n}") for n in range(60)]
    documents[30]["text"] += "HANG"
    body = lines(*documents)
    with requests.post(
        f"{server.url}/v1/articles/bulk", data=body, headers={"Content-Type": "application/x-ndjson"}, stream=True
    ) as response:
        rows = [json.loads(line) for line in response.iter_lines()]
    assert [row["line"] for row in rows] == list(range(1, 61))
    assert [row["line"] for row in rows if row["status"] != 201] == [31]
    assert "more than 2 seconds" in rows[30]["problem"]["detail"]
