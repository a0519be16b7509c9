"""Answers that are ready: the same as the long way gives, and never older than the store."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api import ready
from models import base
from tests.api.service_helpers import article, problem, story, two_outlets
from tests.api.test_auth import bearer

HEADERS = ("Content-Type", "ETag", "Cache-Control", "Link", "Vary", "Content-Security-Policy", "Access-Control-Allow-Origin")


@pytest.fixture
def addresses(client: FlaskClient) -> list[str]:
    conflict = two_outlets(client)
    article_id = conflict["values"][0]["reports"][0]["article"]
    single = [f"votes/{conflict['vote']}", f"conflicts/{conflict['id']}", f"articles/{article_id}", "actors/ukraine", "outlets/alpha"]
    lists = ["votes?limit=1", "conflicts?limit=1", "claims?format=csv", "articles?format=jsonld", "conflicts.atom", "armed-conflicts"]
    return [f"/v1/{path}" for path in single + lists]


def test_the_short_way_answers_as_the_long_way(
    client: FlaskClient, app: Flask, addresses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as without:
        without.setattr(ready, "find", lambda *_: None)
        long = [client.get(address) for address in addresses[:2]]
    app.extensions["claimwire"].answers = ready.Answers()
    monkeypatch.setattr(app, "full_dispatch_request", lambda: 1 / 0)
    for address, expected in zip(addresses, long, strict=False):
        found = client.get(address)
        assert (found.status_code, found.data) == (200, expected.data)
        assert [found.headers.get(name) for name in HEADERS] == [expected.headers.get(name) for name in HEADERS]


def test_what_was_answered_is_answered_again_without_the_application(
    client: FlaskClient, app: Flask, addresses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [client.get(address) for address in addresses]
    monkeypatch.setattr(app, "full_dispatch_request", lambda: 1 / 0)
    for address, expected in zip(addresses, first, strict=True):
        found = client.get(address)
        assert (found.status_code, found.data) == (200, expected.data), address
        assert [found.headers.get(name) for name in HEADERS] == [expected.headers.get(name) for name in HEADERS]
        again = client.get(address, headers={"If-None-Match": expected.headers["ETag"]})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", expected.headers["ETag"])


def test_nothing_older_than_the_store_is_answered(client: FlaskClient, app: Flask, addresses: list[str]) -> None:
    before = [client.get(address).data for address in addresses]
    client.post("/v1/articles", json=article(story(abstain=27, no=1), outlet="Alpha", url="https://alpha.example/1"))
    after = [client.get(address).data for address in addresses]
    app.extensions["claimwire"].answers = ready.Answers()
    assert after == [client.get(address).data for address in addresses]
    assert all(old != new for old, new in zip(before[:3], after[:3], strict=True))


def test_the_version_is_new_after_every_write_and_old_where_nothing_was_written(client: FlaskClient) -> None:
    seen = [base.version()]
    client.post("/v1/articles", json=article())
    seen.append(base.version())
    client.post("/v1/articles", json=article())
    assert base.version() == seen[-1]
    client.post("/v1/articles", json=article(story(yes=1), outlet="Beta"))
    seen.append(base.version())
    assert len(set(seen)) == len(seen)


def test_a_link_names_the_host_that_was_asked(client: FlaskClient) -> None:
    two_outlets(client)
    for host in ("localhost", "127.0.0.1:8000", "localhost"):
        assert client.get("/v1/claims?limit=1", headers={"Host": host}).get_json()["next"].startswith(f"http://{host}/")


def test_the_least_asked_answers_go_first(client: FlaskClient) -> None:
    answers = ready.Answers()
    version = base.version()
    for number in range(40):
        answers.keep((str(number),), version, ready.Ready(bytes(ready.LARGEST - ready.OVERHEAD - 2), "", [], ""))
    most = ready.MOST_BYTES // ready.LARGEST
    kept = [number for number in range(40) if answers.find((str(number),))]
    assert kept == list(range(40 - most, 40))
    answers.keep(("large",), version, ready.Ready(bytes(ready.LARGEST), "", [], ""))
    assert answers.find(("large",)) is None


class TestClosedReads:
    @pytest.fixture
    def settings(self, settings: dict[str, Any]) -> dict[str, Any]:
        return {**settings, "reads": "key"}

    def test_what_one_key_was_answered_is_not_answered_without_one(self, client: FlaskClient) -> None:
        client.post("/v1/articles", json=article(), headers=(headers := bearer("ingest", "read")))
        vote = client.get("/v1/votes", headers=headers).get_json()["results"][0]["id"]
        for address in ("/v1/votes", f"/v1/votes/{vote}", "/v1/articles"):
            assert client.get(address, headers=headers).status_code == 200
            problem(client.get(address), 401)


class TestRates:
    @pytest.fixture
    def settings(self, settings: dict[str, Any]) -> dict[str, Any]:
        return {**settings, "read_rate": 3}

    def test_a_ready_answer_counts_as_a_request(self, client: FlaskClient) -> None:
        left = [client.get("/v1/votes").headers["RateLimit-Remaining"] for _ in range(3)]
        assert left == ["2", "1", "0"]
        problem(client.get("/v1/votes"), 429)


def test_what_was_good_for_an_earlier_version_is_not_held(client: FlaskClient, app: Flask) -> None:
    answers = app.extensions["claimwire"].answers
    for number in range(5):
        client.get(f"/v1/votes?limit={number + 1}")
    assert len(answers._kept) == 5
    client.post("/v1/articles", json=article())
    client.get("/v1/votes")
    assert len(answers._kept) == 1


def test_webhooks_are_never_kept(client: FlaskClient) -> None:
    headers = bearer("admin")
    assert client.get("/v1/webhooks", headers=headers).status_code == 200
    problem(client.get("/v1/webhooks"), 401)


def test_a_store_that_breaks_in_an_unknown_way_is_a_problem_too(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    vote = client.post("/v1/articles", json=article()).get_json()["touched"]["votes"][0]

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(base, "raw", broken)
    monkeypatch.setattr(base, "version", broken)
    for address in (f"/v1/votes/{vote}", "/v1/votes"):
        problem(client.get(address), 500)
