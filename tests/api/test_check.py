"""A draft is held against the store and the record; nothing of it stays."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.api.service_helpers import article, story


def test_each_claim_says_who_agrees_and_who_contradicts(client: FlaskClient) -> None:
    for outlet in ("Alpha", "Beta"):
        client.post("/v1/articles", json=article(f"{outlet} was there.\n{story()}", outlet=outlet))
    before = client.get("/v1/articles").data
    checked = client.post("/v1/check", json=article(story(abstain=52), outlet="Mine")).get_json()
    claims = {(c["kind"], c.get("option")): c for c in checked["claims"] if c["kind"] == "count"}
    wrong, right = claims["count", "abstain"], claims["count", "yes"]
    assert (wrong["status"], right["status"]) == ("contradicted", "supported")
    assert {(o["outlet"], o["value"], o["quote"]["exact"]) for o in wrong["contradicts"]} == {
        ("alpha", 25, "abstain=25"),
        ("beta", 25, "abstain=25"),
    }
    assert {o["outlet"] for o in right["agrees"]} == {"alpha", "beta"}
    assert wrong["record"] == {"verdict": "not recorded", "value": None}
    assert checked["contradicted"] == 1
    assert client.get("/v1/articles").data == before


def test_a_draft_that_nobody_else_speaks_of_stands_alone(client: FlaskClient) -> None:
    checked = client.post("/v1/check", json=article(story() + 'SAID jane-doe "we shall see"')).get_json()
    assert checked["contradicted"] == 0
    assert {claim["status"] for claim in checked["claims"]} <= {"alone", "not compared"}
    assert client.get("/v1/votes").get_json()["results"] == []
