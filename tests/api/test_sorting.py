"""Orders of lists: each name gives its order, pages of it are stable, an unknown one is named."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_app, openapi
from api.application import make
from api.settings import Settings
from models import base
from tests.api.conftest import InProcess
from tests.api.service_helpers import article, problem, story
from tests.api.test_auth import bearer

SORTS = {
    path: next(p["schema"]["enum"] for p in item["get"]["parameters"] if p["name"] == "sort")
    for path, item in openapi.document(make(Settings(), connect=False))["paths"].items()
    if any(p.get("name") == "sort" for p in item.get("get", {}).get("parameters", []))
}
MEMBERS = {
    "date": lambda row: row.get("start_date") or row.get("date") or "",
    "reports": lambda row: row["report_count"],
    "conflicts": lambda row: len(row["conflicts"]),
    "opened": lambda row: row["opened_at"],
    "changed": lambda row: row["changed_at"],
    "published": lambda row: row["published"] or "",
    "id": lambda row: row["id"],
    "name": lambda row: row["name"],
    "outlet": lambda row: row["outlet"],
    "articles": lambda row: row["articles"],
    "claims": lambda row: row["claims"],
    "created": lambda row: row["created_at"],
}
"""What of a row its order goes by, where the row tells."""


EMPTY = {"/v1/inconsistencies", "/v1/records", "/v1/votes/{id}/decisions", "/v1/armed-conflicts/{id}/figures"} | {
    f"/v1/actors/{{id}}/{name}" for name in ("recorded-positions", "statements")
}
"""Lists of which the stories tell nothing."""


def stories() -> list[dict[str, Any]]:
    """Five articles of three outlets on three votes, one of them without a day of publication."""
    days = ["2024-05-12", "2024-05-11", None, "2024-05-15", "2024-05-13"]
    return [
        article(
            story(yes=100 + number, title=f"Motion {number % 3}").replace("2024-05-10", f"2024-05-{10 + 3 * (number % 3)}"),
            outlet=f"Outlet {number % 3}",
            url=f"https://o{number}.example/a",
            published=day,
        )
        for number, day in enumerate(days)
    ]


@pytest.fixture
def filled(url: str) -> Any:
    made = create_app({"database_url": url})
    made.extensions["claimwire"].readers = InProcess()
    client = made.test_client()
    for number in range(3):
        client.post("/v1/webhooks", json={"url": f"https://hooks.example.com/{number}"})
    for told in stories():
        assert client.post("/v1/articles", json=told).status_code == 201
    yield client
    base.close()


def listed(client: FlaskClient, address: str) -> list[dict[str, Any]]:
    """All rows of a list, two a page."""
    rows: list[dict[str, Any]] = []
    following = f"{address}{'&' if '?' in address else '?'}limit=2"
    while following:
        page = client.get(following).get_json()
        rows += page["results"]
        following = page["next"]
    return rows


def address_of(client: FlaskClient, path: str) -> str:
    """A list's address with ids that exist."""
    if "{id}" not in path:
        return path
    kind = path.split("/")[2]
    rows = client.get(f"/v1/{kind}").get_json()["results"]
    ids = [row["id"] for row in rows if kind != "actors" or row["id"] == "ukraine"]
    return path.replace("{id}", ids[0])


def test_every_order_gives_each_row_once_and_turned_round_the_reverse(filled: FlaskClient) -> None:
    assert len(SORTS) >= 16
    for path, names in SORTS.items():
        address = address_of(filled, path)
        whole = listed(filled, address)
        assert whole or path in EMPTY, path
        for name in names:
            if name.startswith("-"):
                continue
            rows = listed(filled, f"{address}?sort={name}")
            assert sorted(map(str, rows)) == sorted(map(str, whole)), (path, name)
            assert listed(filled, f"{address}?sort=-{name}") == rows[::-1], (path, name)
            if name in MEMBERS and rows and not (name == "date" and "values" in rows[0]):
                told = [MEMBERS[name](row) for row in rows]
                assert told == sorted(told), (path, name)


def test_hits_of_a_search_come_in_every_order_a_page_at_a_time(filled: FlaskClient) -> None:
    whole = listed(filled, "/v1/articles")
    for sort in SORTS["/v1/articles"]:
        assert listed(filled, f"/v1/articles?text=happened&sort={sort}") == listed(filled, f"/v1/articles?sort={sort}")
    assert listed(filled, "/v1/articles?text=happened") == whole
    assert listed(filled, "/v1/articles?text=happened&outlet=outlet-1") == [row for row in whole if row["outlet"] == "outlet-1"]
    assert listed(filled, "/v1/articles?text=elsewhere") == []


def test_an_unknown_order_is_named_with_those_there_are(client: FlaskClient) -> None:
    for path in SORTS:
        body = problem(client.get(path.replace("{id}", "x") + "?sort=colour"), 400, "sort")
        assert "there are" in body["errors"][0]["message"]


def test_a_cursor_of_another_order_leads_nowhere(filled: FlaskClient) -> None:
    following = filled.get("/v1/votes?limit=1&sort=reports").get_json()["next"]
    assert filled.get(following).status_code == 200
    problem(filled.get(following.replace("sort=reports", "sort=conflicts")), 404, "cursor")
    problem(filled.get(following.replace("&sort=reports", "")), 404, "cursor")


def test_rows_that_come_in_between_do_not_disturb_a_page(client: FlaskClient) -> None:
    told = stories()
    for one in told[:4]:
        client.post("/v1/articles", json=one)
    first = client.get("/v1/articles?sort=published&limit=2").get_json()
    client.post("/v1/articles", json=article(story(yes=7), outlet="Early", published="2024-01-01"))
    rest = client.get(first["next"]).get_json()["results"]
    assert [row["published"] for row in first["results"] + rest] == [None, "2024-05-11", "2024-05-12", "2024-05-15"]


def test_until_leaves_out_what_has_no_day(client: FlaskClient) -> None:
    for one in stories():
        client.post("/v1/articles", json=one)
    assert {row["published"] for row in client.get("/v1/articles?until=2024-05-12").get_json()["results"]} == {"2024-05-11", "2024-05-12"}
    assert None not in {row["published"] for row in client.get("/v1/claims?until=2024-05-30").get_json()["results"]}


@pytest.mark.parametrize(
    ("address", "index"),
    [
        ("votes?sort=reports", "votes_reports"),
        ("votes?has_record=true", "votes_recorded"),
        ("votes?outlet=alpha", "reports_outlet"),
        ("conflicts?sort=-changed", "conflicts_changed"),
        ("claims?sort=published", "claims_published"),
        ("claims?since=2024-01-01&sort=published", "claims_published"),
        ("claims?option=absent", "claims_option"),
        ("articles?sort=-published", "articles_published"),
        ("actors?sort=name", "actors_name"),
        ("articles?text=happened", "article_search"),
        ("articles?text=happened&sort=stored", "article_search"),
        ("claims?text=happened", "statement_search"),
    ],
)
def test_an_order_or_a_rare_filter_is_read_from_an_index(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, address: str, index: str
) -> None:
    asked: list[tuple[str, tuple[Any, ...]]] = []
    run = base.raw

    def noting(sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        asked.append((sql, parameters))
        return run(sql, parameters)

    monkeypatch.setattr(base, "raw", noting)
    assert client.get(f"/v1/{address}").status_code == 200
    (sql, parameters) = next(one for one in asked if "ORDER BY" in one[0])
    plan = " / ".join(row[3] for row in run(f"EXPLAIN QUERY PLAN {sql}", parameters))
    assert index in plan, plan
    assert "TEMP B-TREE" not in plan or "outlet" in address, plan


def test_webhooks_are_sorted_for_their_keeper_alone(client: FlaskClient) -> None:
    headers = bearer("read")
    problem(client.get("/v1/webhooks?sort=created", headers=headers), 403)
