"""The server as it really runs: over sockets, in its own process, with its reading processes."""

from __future__ import annotations

import json
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
import requests

from tests.api.conftest import Serve
from tests.api.service_helpers import PROBLEM, article, story


def raw(url: str, request: bytes) -> tuple[int, dict[str, str], bytes]:
    """Send bytes as they are; status, headers and body of the answer."""
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as connection:
        connection.sendall(request)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:])
    return int(lines[0].split()[1]), headers, body


def test_the_main_way_over_http(serve: Serve) -> None:
    server = serve()
    with requests.Session() as session:
        for outlet, abstain in (("Alpha", 25), ("Beta", 26)):
            response = session.post(f"{server.url}/v1/articles", json=article(story(abstain=abstain), outlet=outlet))
            assert response.status_code == 201
            assert session.get(response.headers["Location"]).json()["outlet"] == outlet.lower()
        (conflict,) = [c for c in session.get(f"{server.url}/v1/conflicts").json()["results"] if c["subject"] == {"option": "abstain"}]
        vote = session.get(f"{server.url}/v1/votes/{conflict['vote']}").json()
        assert conflict["id"] in vote["conflicts"]
        assert {report["outlet"] for value in conflict["values"] for report in value["reports"]} == {"alpha", "beta"}
        assert session.get(f"{server.url}/readyz").json()["status"] == "ok"
        assert "claimwire_requests_total" in session.get(f"{server.url}/metrics").text
    assert server.stop() == 0


def test_a_reader_that_hangs_or_dies_costs_its_own_document(serve: Serve) -> None:
    server = serve(CLAIMWIRE_READ_SECONDS="3", CLAIMWIRE_READERS="1")
    assert requests.post(f"{server.url}/v1/articles", json=article()).status_code == 201
    for word, told in (("HANG", "more than 3 seconds"), ("DIE", "ended while it read")):
        response = requests.post(f"{server.url}/v1/articles", json=article(story() + word, outlet=word))
        assert (response.status_code, response.headers["Content-Type"]) == (422, PROBLEM)
        assert told in response.json()["detail"]
    assert requests.post(f"{server.url}/v1/articles", json=article(outlet="Gamma")).status_code == 201
    assert {row["outlet"] for row in requests.get(f"{server.url}/v1/articles").json()["results"]} == {"alpha", "gamma"}


def test_requests_that_never_reach_the_application_are_problems_too(serve: Serve) -> None:
    server = serve()
    for request, status in (
        (b"NONSENSE\r\n\r\n", 400),
        ((b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"b" * 65_536)[:65_536], 431),
        (b"POST /v1/webhooks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n", 413),
        (b"POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
    ):
        found, headers, body = raw(server.url, request)
        assert found == status, body
        assert headers["Content-Type"] == PROBLEM
        assert json.loads(body)["status"] == status


def test_many_clients_at_once_store_each_article_once(serve: Serve) -> None:
    server = serve()

    def post(number: int) -> int:
        body = article(story(yes=100 + number % 10), outlet=f"Outlet {number % 10}")
        return requests.post(f"{server.url}/v1/articles", json=body).status_code

    with ThreadPoolExecutor(8) as clients:
        codes = list(clients.map(post, range(40)))
    assert sorted(set(codes)) == [200, 201]
    assert codes.count(201) == 10
    assert len(requests.get(f"{server.url}/v1/articles?limit=200").json()["results"]) == 10


def test_a_request_under_way_is_answered_before_the_end(serve: Serve) -> None:
    server = serve()
    requests.post(f"{server.url}/v1/articles", json=article())
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(requests.post, f"{server.url}/v1/articles", json=article("word " * 400_000, outlet="Slow"))
        time.sleep(1.0)
        server.process.send_signal(signal.SIGTERM)
        assert answer.result(60).status_code == 201
    assert server.process.wait(40) == 0


def test_what_was_acknowledged_survives_a_kill(serve: Serve) -> None:
    server = serve()
    ids = [requests.post(f"{server.url}/v1/articles", json=article(outlet=f"O{n}")).json()["id"] for n in range(5)]
    server.stop(signal.SIGKILL)
    again = serve()
    assert {row["id"] for row in requests.get(f"{again.url}/v1/articles").json()["results"]} == set(ids)


def test_a_slow_client_does_not_hold_up_others(serve: Serve) -> None:
    server = serve(CLAIMWIRE_THREADS="1")
    parts = urlsplit(server.url)
    with socket.create_connection((parts.hostname, parts.port)) as slow:
        slow.sendall(b"POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
        assert requests.get(f"{server.url}/healthz", timeout=5).status_code == 200


def test_it_refuses_to_be_reached_by_others_without_a_key(serve: Serve) -> None:
    with pytest.raises(AssertionError, match=r"serve ended with 2: .*keys create"):
        serve("--host", "0.0.0.0")


def test_the_log_is_json_without_secrets(serve: Serve) -> None:
    server = serve()
    requests.get(f"{server.url}/v1/votes", headers={"Authorization": "Bearer cw_verysecret", "X-Request-Id": "desk-9"})
    server.stop()
    lines = [json.loads(line) for line in server.log.read_text().splitlines() if line.startswith("{")]
    (line,) = [line for line in lines if line.get("request_id") == "desk-9"]
    assert (line["method"], line["route"], line["status"]) == ("GET", "/v1/votes", 401)
    assert "verysecret" not in server.log.read_text()
