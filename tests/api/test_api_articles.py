"""/v1/articles: stored once, revised at the same address, deleted with a tombstone."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.api.service_helpers import article, problem, story, two_outlets


def test_a_new_article_answers_its_record_its_address_and_what_it_touched(client: FlaskClient) -> None:
    response = client.post("/v1/articles", json=article(document="desk-1", url="https://alpha.example/1"))
    record = response.get_json()
    assert response.status_code == 201
    assert response.headers["Location"] == f"http://localhost/v1/articles/{record['id']}"
    assert record["document"] == "desk-1"
    assert record["status"] == "created"
    assert len(record["touched"]["votes"]) == 1
    assert {"count", "position", "date"} <= {claim["kind"] for claim in record["claims"]}
    for claim in record["claims"]:
        quote = claim["quote"]
        assert record["article"]["text"][quote["start"] : quote["end"]] == quote["exact"]


def test_the_same_document_again_is_200_and_changes_nothing(client: FlaskClient) -> None:
    first = client.post("/v1/articles", json=article())
    again = client.post("/v1/articles", json=article())
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.get_json()["id"] == first.get_json()["id"]
    assert again.get_json()["status"] == "unchanged"
    assert len(client.get("/v1/articles").get_json()["results"]) == 1


def test_a_changed_text_at_the_same_address_is_a_new_revision(client: FlaskClient) -> None:
    first = client.post("/v1/articles", json=article(url="https://alpha.example/1")).get_json()
    second = client.post("/v1/articles", json=article(story(abstain=26), url="https://alpha.example/1")).get_json()
    assert second["id"] == first["id"]
    assert (second["status"], second["revision"]) == ("revised", 2)
    changes = client.get(f"/v1/articles/{first['id']}/revisions/2/changes").get_json()
    assert [change["kind"] for change in changes["sentences"]] == ["reworded"]
    assert [(c["option"], c["value"]) for c in changes["claims_added"]] == [("abstain", 26)]
    assert [(c["option"], c["value"]) for c in changes["claims_removed"]] == [("abstain", 25)]
    for number in (0, 1, 3, 10**30):
        problem(client.get(f"/v1/articles/{first['id']}/revisions/{number}/changes"), 404)
    stored = client.get(f"/v1/articles/{first['id']}").get_json()
    assert [revision["revision"] for revision in stored["revisions"]] == [1, 2]
    counts = client.get(f"/v1/claims?article={first['id']}&kind=count&option=abstain").get_json()["results"]
    assert [count["value"] for count in counts] == [26]


def test_the_same_text_again_is_answered_with_what_is_stored(client: FlaskClient) -> None:
    first = client.post("/v1/articles", json=article(url="https://alpha.example/1")).get_json()
    again = client.post("/v1/articles", json=article(url="https://alpha.example/1", published="2023-01-02"))
    assert again.status_code == 200
    told = again.get_json()
    assert told["article"]["published"] == "2024-05-11"
    assert {**told, "status": "created", "touched": first["touched"]} == first


def test_a_deleted_article_leaves_a_tombstone_and_no_conflict(client: FlaskClient) -> None:
    conflict = two_outlets(client)
    ids = [row["id"] for row in client.get("/v1/articles").get_json()["results"]]
    gone = client.delete(f"/v1/articles/{ids[0]}")
    assert gone.status_code == 200
    assert conflict["vote"] in gone.get_json()["votes"]
    assert problem(client.get(f"/v1/articles/{ids[0]}"), 404)["deleted_at"]
    problem(client.get(f"/v1/articles/{ids[0]}/claims"), 404)
    assert client.get("/v1/conflicts?state=open").get_json()["results"] == []
    assert client.delete(f"/v1/articles/{ids[0]}").status_code == 200
    problem(client.delete("/v1/articles/nobody"), 404)


def test_claims_of_one_article_come_in_order_of_its_text(client: FlaskClient) -> None:
    record = client.post("/v1/articles", json=article()).get_json()
    claims = client.get(f"/v1/articles/{record['id']}/claims").get_json()["results"]
    assert [c["id"] for c in claims] == [c["id"] for c in record["claims"]]
    problem(client.get("/v1/articles/nobody/claims"), 404)


def test_a_reader_that_raises_costs_its_article_a_problem_and_nothing_else(client: FlaskClient) -> None:
    record = client.post("/v1/articles", json=article(story() + "RAISE")).get_json()
    assert "asked to raise" in record["problems"][0]["message"]
    assert record["id"]
