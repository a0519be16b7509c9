"""Streams: a few at a time, bounded in every line, and only for those who may."""

from __future__ import annotations

import json
import socket
import time
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient

from models import records
from tests.api.conftest import Serve
from tests.api.service_helpers import article, problem

NDJSON = "application/x-ndjson"
HEADER = b"undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft\n"


def head_of(*headers: str) -> bytes:
    """The head of a request that streams articles."""
    return "\r\n".join(["POST /v1/articles/bulk HTTP/1.1", "Host: localhost", *headers, "", ""]).encode()


class TestTwoThreads:
    @pytest.fixture
    def settings(self, settings: dict[str, Any]) -> dict[str, Any]:
        return {**settings, "threads": 2}

    def test_a_stream_leaves_a_thread_to_others(self, client: FlaskClient, app: Flask) -> None:
        taken = app.extensions["claimwire"].streams
        assert taken.acquire(blocking=False)
        for path, kind in (("/v1/articles/bulk", NDJSON), ("/v1/records", "text/csv")):
            refused = client.post(path, data=b"", content_type=kind)
            problem(refused, 503)
            assert int(refused.headers["Retry-After"]) > 0
        assert client.post("/v1/articles", json=article()).status_code == 201
        taken.release()
        for _ in range(3):
            assert client.post("/v1/articles/bulk", data=b"", content_type=NDJSON).get_data() == b""
            problem(client.post("/v1/records", data=b"x,y\n1,2\n", content_type="text/csv"), 422)
            problem(client.post("/v1/articles/bulk", data=b"", content_type="text/plain"), 415)
        assert taken.acquire(blocking=False)


def test_a_client_that_goes_away_gives_its_place_back(serve: Serve) -> None:
    server = serve(CLAIMWIRE_THREADS="2")
    parts = urlsplit(server.url)
    line = json.dumps(article()).encode() + b"\n"
    for _ in range(3):
        with socket.create_connection((parts.hostname, parts.port)) as gone:
            head = head_of(f"Content-Type: {NDJSON}", f"Content-Length: {len(line) * 50}")
            gone.sendall(head + line * 50)
    for _ in range(100):
        found = requests.post(f"{server.url}/v1/articles/bulk", data=line, headers={"Content-Type": NDJSON}, timeout=60)
        if found.status_code == 200:
            return
        assert found.status_code == 503
        time.sleep(0.2)
    raise AssertionError("a place was never given back")


def test_a_line_without_end_is_no_table(client: FlaskClient) -> None:
    long = HEADER + b"1,FRA,FRANCE,Y,2024-05-10,78," + b"x" * (2 * records.LONGEST_LINE)
    assert "line 2 is longer" in problem(client.post("/v1/records", data=long, content_type="text/csv"), 422)["detail"]


def test_what_was_stored_before_a_fault_is_told(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "BATCH", 1)
    monkeypatch.setattr(records, "TICK", 1)
    rows = b"".join(b"%d,FRA,FRANCE,Y,2024-05-%02d,78,A/RES/%d,\n" % (n, n, n) for n in range(1, 6))
    refused = client.post("/v1/records", data=HEADER + rows + b"x" * (2 * records.LONGEST_LINE), content_type="text/csv")
    number = len(client.get("/v1/records").get_json()["results"])
    assert number > 0
    assert f"{number} results before it are stored" in problem(refused, 422)["detail"]


def test_a_made_up_key_gets_no_more_room_than_none(serve: Serve) -> None:
    server = serve()
    parts = urlsplit(server.url)
    for authorization in ("Bearer cw_made-up", "Bearer", "nonsense"):
        with socket.create_connection((parts.hostname, parts.port), timeout=20) as connection:
            head = head_of(f"Authorization: {authorization}", "Content-Length: 1000000")
            connection.sendall(head)
            assert connection.recv(65536).startswith(b"HTTP/1.1 401 ")


def test_options_has_no_body_and_no_type(client: FlaskClient) -> None:
    found = client.options("/v1/votes")
    assert (found.status_code, found.data) == (204, b"")
    assert "Content-Type" not in found.headers
