"""An editor's hand on what was joined: merged, split, taken back; the address of what was merged leads on."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.api.service_helpers import article, problem, story


def vote_of(client: FlaskClient, outlet: str, text: str) -> tuple[str, str]:
    record = client.post("/v1/articles", json=article(text, outlet=outlet, url=f"https://{outlet.lower()}.example/1")).get_json()
    (vote,) = record["touched"]["votes"]
    return vote, record["id"]


def test_merge_split_and_take_back(client: FlaskClient) -> None:
    one, _ = vote_of(client, "Alpha", story(title="Admission of new Members"))
    other, second = vote_of(client, "Beta", story(yes=20, no=100, abstain=3, title="A wholly different matter").replace("05-10", "05-17"))
    assert one != other
    merged = client.post(f"/v1/votes/{other}/merge", json={"into": one, "note": "the same, told badly"})
    assert merged.get_json()["votes"] == [one]
    moved = client.get(f"/v1/votes/{other}")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"http://localhost/v1/votes/{one}")
    assert {row["outlet"] for row in client.get(f"/v1/votes/{one}/reports").get_json()["results"]} == {"alpha", "beta"}
    (decision,) = client.get(f"/v1/votes/{one}/decisions").get_json()["results"]
    assert (decision["kind"], decision["note"]) == ("merge", "the same, told badly")
    split = client.post(f"/v1/votes/{one}/split", json={"articles": [second]})
    assert len(split.get_json()["votes"]) == 2


def test_what_cannot_be_done_is_refused(client: FlaskClient) -> None:
    vote, _ = vote_of(client, "Alpha", story())
    problem(client.post("/v1/votes/nobody/merge", json={"into": vote}), 404)
    problem(client.post(f"/v1/votes/{vote}/merge", json={"into": "nobody"}), 404, "into")
    problem(client.post(f"/v1/votes/{vote}/merge", json={}), 422, "into")
    problem(client.post(f"/v1/votes/{vote}/split", json={"articles": []}), 422, "articles")
    problem(client.post(f"/v1/votes/{vote}/split", json={"articles": ["nobody"]}), 409, "articles")
    problem(client.delete(f"/v1/votes/{vote}/decisions/7"), 404)
    problem(client.get("/v1/votes/nobody/decisions"), 404)
