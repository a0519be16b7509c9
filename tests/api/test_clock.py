"""A clock that jumps: nothing that was acknowledged is lost, done twice or put off for good."""

from __future__ import annotations

import datetime

import pytest
from flask.testing import FlaskClient

from api import deliveries, idempotency
from models import queries, store, webhooks
from tests.api.service_helpers import article, story, two_outlets
from tests.api.test_webhooks import Receiver, receiver, settings
from tests.models import told

__all__ = ["receiver", "settings"]

NOW = datetime.datetime.now(datetime.UTC)
YEAR = datetime.timedelta(days=365)
JUMPS = pytest.mark.parametrize("jump", [-YEAR, -datetime.timedelta(hours=3), datetime.timedelta(hours=3), YEAR], ids=str)


def test_what_a_wrong_clock_put_off_is_sent_when_the_clock_is_right_again(client: FlaskClient, receiver: Receiver) -> None:
    client.post("/v1/webhooks", json={"url": receiver.url, "events": ["conflict.opened"]})
    two_outlets(client)
    assert webhooks.take_due(NOW + YEAR, 10)
    assert deliveries.send_due(private=True, now=NOW) == 1
    assert len(receiver.got) == 1
    assert deliveries.send_due(private=True, now=NOW + datetime.timedelta(seconds=1)) == 0


def test_a_failure_of_a_wrong_year_is_tried_again_in_the_right_one(client: FlaskClient, receiver: Receiver) -> None:
    client.post("/v1/webhooks", json={"url": receiver.url, "events": ["conflict.opened"]})
    two_outlets(client)
    receiver.status = 503
    assert deliveries.send_due(private=True, now=NOW + YEAR) == 1
    receiver.status = 200
    assert deliveries.send_due(private=True, now=NOW) == 1
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 1


@JUMPS
def test_a_request_sent_again_after_a_jump_is_one_article(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, jump: datetime.timedelta
) -> None:
    sent = {"json": article(), "headers": {"Idempotency-Key": "k1"}}
    first = client.post("/v1/articles", **sent)
    monkeypatch.setattr(idempotency, "_now", lambda: NOW + jump)
    again = client.post("/v1/articles", **sent)
    assert again.get_json()["id"] == first.get_json()["id"]
    assert (again.status_code, "Idempotency-Replayed" in again.headers) == ((200, False) if jump == YEAR else (201, True))
    assert len(client.get("/v1/articles").get_json()["results"]) == 1


@JUMPS
def test_what_is_derived_does_not_depend_on_the_clock(client: FlaskClient, jump: datetime.timedelta) -> None:
    store.save(told.article("paper", url="https://paper.example/1", counts={"yes": 93, "no": 18, "abstain": 65}), now=NOW)
    store.save(told.article("herald", url="https://herald.example/1", counts={"yes": 93, "no": 18, "abstain": 60}), now=NOW + jump)
    assert len(queries.conflicts(state="open").rows) == 1
    assert store.rebuild(now=NOW) == []
    assert client.post("/v1/articles", json=article(story())).status_code == 201
