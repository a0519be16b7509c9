"""Lists: pages by cursor, strict arguments, links to the next page, ETags."""

from __future__ import annotations

import base64
import hashlib

import pytest
from flask.testing import FlaskClient

from api.paging import SUM_BYTES
from tests.api.service_helpers import article, problem, story, two_outlets

LISTS = ["articles", "claims", "votes", "conflicts", "actors", "inconsistencies", "outlets", "records", "webhooks"]


@pytest.fixture
def filled(client: FlaskClient) -> FlaskClient:
    for number in range(5):
        text = story(yes=100 + number, title=f"Motion {number}").replace("2024-05-10", f"2024-05-{10 + 3 * number}")
        client.post("/v1/articles", json=article(text, outlet=f"Outlet {number}", url=f"https://o{number}.example/a"))
    return client


@pytest.mark.parametrize("name", ["articles", "claims", "votes", "outlets", "actors"])
def test_pages_give_everything_once_in_order(filled: FlaskClient, name: str) -> None:
    whole = filled.get(f"/v1/{name}?limit=200").get_json()
    assert whole["next"] is None
    assert len(whole["results"]) > 1
    seen, address = [], f"/v1/{name}?limit=1"
    while address:
        response = filled.get(address)
        body = response.get_json()
        assert len(body["results"]) == 1
        seen += body["results"]
        if body["next"]:
            assert response.headers["Link"] == f'<{body["next"]}>; rel="next"'
        else:
            assert "Link" not in response.headers
        address = body["next"]
    assert seen == whole["results"]


@pytest.mark.parametrize("limit", ["0", "201", "-1", "ten", "1_0", "٣", "1.0", ""])
def test_a_limit_is_a_number_from_1_to_200(client: FlaskClient, limit: str) -> None:
    for name in LISTS:
        problem(client.get(f"/v1/{name}?limit={limit}"), 400, "limit")


def test_unknown_and_repeated_arguments_are_named(client: FlaskClient) -> None:
    for name in LISTS:
        body = problem(client.get(f"/v1/{name}?colour=red&size=2"), 400, "colour")
        assert {error["field"] for error in body["errors"]} == {"colour", "size"}
        problem(client.get(f"/v1/{name}?limit=1&limit=2"), 400, "limit")


@pytest.mark.parametrize("cursor", ["x", "AAAA", "eyJhIjoxfQ", "%00", "é"])
def test_a_cursor_that_no_list_made_leads_nowhere(client: FlaskClient, cursor: str) -> None:
    problem(client.get(f"/v1/votes?cursor={cursor}"), 404, "cursor")


@pytest.mark.parametrize("text", ["no JSON", "7", "{}", "[]", "[{}]", "[1.5]", "[1,2,3,4,5]", "[" * 5_000], ids=lambda text: text[:9])
@pytest.mark.parametrize("path", ["/v1/votes", "/v1/articles", "/v1/webhooks"])
def test_a_cursor_that_someone_made_up_leads_nowhere(client: FlaskClient, path: str, text: str) -> None:
    check = hashlib.blake2b(path.encode() + b"\0" + text.encode(), digest_size=SUM_BYTES).digest()
    cursor = base64.urlsafe_b64encode(check + text.encode()).decode().rstrip("=")
    problem(client.get(f"{path}?cursor={cursor}"), 404, "cursor")


def test_a_cursor_of_another_list_leads_nowhere(filled: FlaskClient) -> None:
    following = filled.get("/v1/articles?limit=1").get_json()["next"]
    problem(filled.get(following.replace("/articles", "/claims")), 404, "cursor")


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/v1/claims?kind=opinion", "kind"),
        ("/v1/claims?option=maybe", "option"),
        ("/v1/claims?since=2024-02-30", "since"),
        ("/v1/votes?has_conflict=1", "has_conflict"),
        ("/v1/votes?organization=", "organization"),
        ("/v1/conflicts?state=half-open", "state"),
        ("/v1/conflicts?decision=maybe", "decision"),
        ("/v1/articles?url=%00", "url"),
    ],
)
def test_wrong_filters_are_named(client: FlaskClient, address: str, field: str) -> None:
    problem(client.get(address), 400, field)


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("/v1/articles?outlet=outlet-1", 1),
        ("/v1/articles?url=https://o2.example/a", 1),
        ("/v1/claims?kind=count&option=yes", 5),
        ("/v1/claims?actor=ukraine", 5),
        ("/v1/votes?since=2024-05-16&until=2024-05-19", 2),
        ("/v1/votes?organization=un-security-council", 0),
        ("/v1/votes?outlet=outlet-3", 1),
        ("/v1/votes?has_conflict=true", 0),
        ("/v1/actors?kind=country&text=ukr", 1),
    ],
)
def test_filters_choose(filled: FlaskClient, address: str, number: int) -> None:
    assert len(filled.get(address).get_json()["results"]) == number


@pytest.mark.parametrize("path", ["votes/{vote}", "conflicts/{conflict}", "articles/{article}", "votes", "conflicts", "outlets/alpha"])
def test_an_etag_is_strong_and_spares_the_body(client: FlaskClient, path: str) -> None:
    conflict = two_outlets(client)
    article_id = conflict["values"][0]["reports"][0]["article"]
    address = "/v1/" + path.format(vote=conflict["vote"], conflict=conflict["id"], article=article_id)
    first = client.get(address)
    etag = first.headers["ETag"]
    assert etag.startswith('"')
    for header in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        again = client.get(address, headers={"If-None-Match": header})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_an_etag_changes_with_what_it_stands_for(client: FlaskClient) -> None:
    conflict = two_outlets(client)
    addresses = [f"/v1/votes/{conflict['vote']}", f"/v1/conflicts/{conflict['id']}", "/v1/conflicts", "/v1/claims"]
    before = [client.get(address).headers["ETag"] for address in addresses]
    client.post("/v1/articles", json=article(story(abstain=27), outlet="Alpha", url="https://alpha.example/1"))
    after = [client.get(address).headers["ETag"] for address in addresses]
    assert all(old != new for old, new in zip(before, after, strict=True))
