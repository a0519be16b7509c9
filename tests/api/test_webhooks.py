"""Webhooks: signed by Standard Webhooks, to public addresses alone, tried again over three days, told once."""

from __future__ import annotations

import contextlib
import datetime
import http.client
import ipaddress
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from flask.testing import FlaskClient
from slack_sdk.webhook import WebhookClient
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from api import deliveries, targets
from api.targets import TargetRefused
from models import webhooks
from tests.api.service_helpers import article, problem, story, two_outlets

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.9",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
]


def spellings(address: str) -> set[str]:
    """Ways to write an IPv4 address that one resolver or another understands."""
    number = int(ipaddress.IPv4Address(address))
    parts = [int(p) for p in address.split(".")]
    embedded = [
        f"::ffff:{address}",
        f"::{address}",
        f"64:ff9b::{address}",
        f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1",
        f"::ffff:0:{address}",
    ]
    plain = [
        address,
        address + ".",
        str(number),
        hex(number),
        f"0{number:o}",
        ".".join(hex(p) for p in parts),
        ".".join(f"0{p:o}" for p in parts),
        f"{parts[0]}.{number & 0xFFFFFF}",
        f"{parts[0]}.{parts[1]}.{number & 0xFFFF}",
        f"{address}.nip.invalid@{address}",
        f"user:pass@{address}",
        "".join(chr(0xFF10 + int(c)) if c.isdigit() else "。" for c in address),
        address.replace(".", "%2e"),
    ]
    return (
        {f"https://{p}/hook" for p in plain} | {f"https://[{e}]/hook" for e in embedded} | {f"https://{address}:8443", f"http://{address}/"}
    )


SPELLINGS = [
    *sorted({s for address in PRIVATE for s in spellings(address)}),
    "https://localhost/",
    "https://LOCALHOST./",
    "https://a.localhost/",
    "https://printer.local/",
    "https://db.internal/",
    "https://intranet/",
    "https://[::1]/",
    "https://[fe80::1%25eth0]/",
    "https://[fc00::1]/",
    "https://[::]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "http://hooks.example.com/",
    "ftp://hooks.example.com/",
    "file:///etc/passwd",
    "gopher://hooks.example.com/",
    "https://hooks.example.com\\@127.0.0.1/",
    "https://hooks.example.com:0/",
    "https://hooks.example.com:99999/",
    "https://hooks.example.com/\r\nX: y",
    "https:///",
    "//hooks.example.com",
    "https://hooks.example.com/#f",
]


@pytest.mark.parametrize("url", SPELLINGS)
def test_a_private_address_is_refused_in_every_spelling(url: str) -> None:
    with pytest.raises(TargetRefused):
        targets.parse(url)


@pytest.mark.parametrize("address", ["fec0::1", "3fff::1", "5f00::1", "2001:2::1", "192.88.99.1", "192.0.0.9"])
def test_an_address_that_only_some_pythons_call_private_is_refused(address: str) -> None:
    assert not targets.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.example.com:10443/a",
        "https://hooks.example.com:65535",
        "https://hooks.xn--p1ai/",
        "https://xn--e1afmkfd.xn--80akhbyknj4f:8443/?a=b",
    ],
)
def test_a_public_address_may_have_any_port_and_any_name(url: str) -> None:
    assert targets.parse(url).scheme == "https"


@pytest.mark.parametrize("address", ["192.0.1.1", "8.8.8.8", "2600::1", "2a00:1450::1"])
def test_addresses_beside_those_are_public(address: str) -> None:
    assert targets.is_public(ipaddress.ip_address(address))


def test_there_are_two_hundred_spellings() -> None:
    assert len(SPELLINGS) >= 200


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::1"], ["::ffff:10.0.0.1"], ["fe80::1%lo"]])
def test_a_name_is_refused_if_any_of_its_addresses_is_private(monkeypatch: pytest.MonkeyPatch, addresses: list[str]) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *a, **k: [(2, 1, 6, "", (address, 443)) for address in addresses])
    with pytest.raises(TargetRefused, match="not public"):
        targets.resolve(targets.parse("https://hooks.example.com/"))


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[Any] = []

    def connect(address: Any, timeout: float) -> Any:
        called.append(address)
        raise OSError("no network here")

    monkeypatch.setattr("socket.getaddrinfo", lambda *a, **k: [(2, 1, 6, "", ("93.184.216.34", 443))])
    monkeypatch.setattr("socket.create_connection", connect)
    with pytest.raises(OSError, match="no network"):
        deliveries.post("https://hooks.example.com/x", b"{}", {})
    assert called == [("93.184.216.34", 443)]


class Receiver:
    """A server on this machine that keeps what it gets and answers as it is told."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.status = 200
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(receiver.status)
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def settings(settings: dict[str, Any]) -> dict[str, Any]:
    return {**settings, "allow_private_webhooks": True}


def test_events_are_signed_by_standard_webhooks(client: FlaskClient, receiver: Receiver) -> None:
    made = client.post("/v1/webhooks", json={"url": receiver.url}).get_json()
    conflict = two_outlets(client)
    deliveries.send_due(private=True)
    headers, body = receiver.got[0]
    event = Webhook(made["secret"]).verify(body, headers)
    assert event["type"] == "conflict.opened"
    assert event["data"]["id"] in [row["id"] for row in client.get("/v1/conflicts").get_json()["results"]]
    assert conflict["id"] in [json.loads(b)["data"]["id"] for _, b in receiver.got]
    with pytest.raises(WebhookVerificationError):
        Webhook(made["secret"]).verify(body + b" ", headers)
    assert deliveries.send_due(private=True) == 0


def test_the_secret_is_told_once(client: FlaskClient, receiver: Receiver) -> None:
    made = client.post("/v1/webhooks", json={"url": receiver.url, "description": "desk"}).get_json()
    assert made["secret"].startswith("whsec_")
    shown = client.get(f"/v1/webhooks/{made['id']}").get_json()
    assert shown == {key: value for key, value in made.items() if key != "secret"}
    assert client.get("/v1/webhooks").get_json()["results"] == [shown]
    assert client.delete(f"/v1/webhooks/{made['id']}").status_code == 204
    problem(client.get(f"/v1/webhooks/{made['id']}"), 404)
    problem(client.delete(f"/v1/webhooks/{made['id']}"), 404)


def test_a_failed_delivery_is_tried_again_under_the_same_id_for_three_days(client: FlaskClient, receiver: Receiver) -> None:
    made = client.post("/v1/webhooks", json={"url": receiver.url, "events": ["conflict.opened"]}).get_json()
    two_outlets(client)
    receiver.status = 503
    now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=1)
    began = now
    attempts = 0
    while True:
        attempts += deliveries.send_due(private=True, now=now)
        row = client.get(f"/v1/webhooks/{made['id']}/deliveries").get_json()["results"][0]
        if row["due_at"] is None:
            break
        now = datetime.datetime.fromisoformat(row["due_at"])
    assert attempts == 10
    assert datetime.timedelta(days=3) <= now - began <= datetime.timedelta(days=4)
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 1
    assert (row["failed_at"] is not None, row["last_status"]) == (True, 503)


@pytest.mark.parametrize("drop", [b"x", b""], ids=["a byte at a time", "never a byte"])
def test_a_receiver_that_never_ends_its_answer_is_left(monkeypatch: pytest.MonkeyPatch, drop: bytes) -> None:
    monkeypatch.setattr(deliveries, "DEADLINE", 0.3)
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection, contextlib.suppress(OSError):
                while not ended.wait(0.05):
                    connection.sendall(drop)

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        try:
            with pytest.raises((OSError, http.client.HTTPException)):
                deliveries.post(f"http://127.0.0.1:{server.getsockname()[1]}/", b"{}", {}, private=True)
        finally:
            ended.set()
            thread.join()


def test_a_conflict_that_is_gone_with_its_article_is_told_as_it_stood(client: FlaskClient, receiver: Receiver) -> None:
    for kind in ("standard", "slack"):
        client.post("/v1/webhooks", json={"url": receiver.url, "events": ["conflict.closed"], "format": kind})
    conflict = two_outlets(client)
    client.delete(f"/v1/articles/{conflict['values'][0]['reports'][0]['article']}")
    assert deliveries.send_due(private=True) == 2
    told = [json.loads(body) for _, body in receiver.got]
    (event,) = [body for body in told if "type" in body]
    assert event["data"] == {**conflict, "state": "closed"}
    (message,) = [body["text"] for body in told if "text" in body]
    assert "Conflict closed" in message
    assert "alpha" in message


def test_410_disables_the_webhook(client: FlaskClient, receiver: Receiver) -> None:
    made = client.post("/v1/webhooks", json={"url": receiver.url}).get_json()
    two_outlets(client)
    receiver.status = 410
    deliveries.send_due(private=True)
    shown = client.get(f"/v1/webhooks/{made['id']}").get_json()
    assert shown["disabled_at"]
    client.post("/v1/articles", json=article(story(abstain=30), outlet="Gamma"))
    assert deliveries.send_due(private=True) == 0


def test_redirects_are_not_followed(client: FlaskClient, receiver: Receiver) -> None:
    made = client.post("/v1/webhooks", json={"url": receiver.url}).get_json()
    two_outlets(client)
    receiver.status = 302
    deliveries.send_due(private=True)
    rows = client.get(f"/v1/webhooks/{made['id']}/deliveries").get_json()["results"]
    assert {row["last_status"] for row in rows} == {302}
    assert all(row["due_at"] for row in rows)


def test_slack_gets_a_message_and_its_address_stays_secret(client: FlaskClient, receiver: Receiver) -> None:
    made = client.post("/v1/webhooks", json={"url": receiver.url, "format": "slack"}).get_json()
    assert "/hook" not in made["url"]
    two_outlets(client)
    deliveries.send_due(private=True)
    messages = [json.loads(body) for _, body in receiver.got]
    assert all(set(message) == {"text"} for message in messages)
    assert any("Alpha" in message["text"] or "alpha" in message["text"] for message in messages)


def test_our_message_is_one_that_slack_s_own_client_sends(client: FlaskClient, receiver: Receiver) -> None:
    client.post("/v1/webhooks", json={"url": receiver.url, "format": "slack"})
    two_outlets(client)
    deliveries.send_due(private=True)
    (headers, body), *others = receiver.got
    assert WebhookClient(receiver.url).send(text=json.loads(body)["text"]).status_code == 200
    assert len(receiver.got) == len(others) + 2
    theirs, same = receiver.got[-1]
    assert json.loads(same) == json.loads(body)
    assert headers["content-type"].split(";")[0] == theirs["content-type"].split(";")[0] == "application/json"


def test_deliveries_are_kept_for_thirty_days(client: FlaskClient, receiver: Receiver) -> None:
    made = client.post("/v1/webhooks", json={"url": receiver.url}).get_json()
    two_outlets(client)
    deliveries.send_due(private=True)
    client.post("/v1/articles", json=article(story(abstain=30), outlet="Gamma"))
    address = f"/v1/webhooks/{made['id']}/deliveries"
    number = len(client.get(address).get_json()["results"])
    now = datetime.datetime.now(datetime.UTC)
    webhooks.clear(now + datetime.timedelta(days=29))
    assert len(client.get(address).get_json()["results"]) == number
    webhooks.clear(now + datetime.timedelta(days=31))
    left = client.get(address).get_json()["results"]
    assert 0 < len(left) < number
    assert all(row["due_at"] for row in left)


def test_an_event_is_left_in_the_transaction_that_made_it(client: FlaskClient, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    made = client.post("/v1/webhooks", json={"url": receiver.url}).get_json()
    client.post("/v1/articles", json=article(outlet="Alpha"))
    monkeypatch.setattr("api.submissions.answer", lambda *_: 1 / 0)
    problem(client.post("/v1/articles", json=article(story(abstain=26), outlet="Beta")), 500)
    assert client.get(f"/v1/webhooks/{made['id']}/deliveries").get_json()["results"] == []


def test_two_workers_do_not_send_the_same_delivery(client: FlaskClient, receiver: Receiver) -> None:
    client.post("/v1/webhooks", json={"url": receiver.url})
    two_outlets(client)
    now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=1)
    first = webhooks.take_due(now, 50)
    assert first
    assert webhooks.take_due(now, 50) == []
    assert len(webhooks.take_due(now + datetime.timedelta(seconds=webhooks.LEASE + 1), 50)) == len(first)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"url": "not a url"}, "url"),
        ({}, "url"),
        ({"url": "http://127.0.0.1/", "events": ["conflict.exploded"]}, "events[0]"),
        ({"url": "http://127.0.0.1/", "format": "fax"}, "format"),
        ({"url": "http://127.0.0.1/", "events": []}, "events"),
        ({"url": "http://127.0.0.1/", "secret": "mine"}, "secret"),
    ],
)
def test_bad_webhooks_are_refused_by_name(client: FlaskClient, body: dict[str, Any], field: str) -> None:
    problem(client.post("/v1/webhooks", json=body), 422, field)
