"""No statement reads a whole table that grows: ingest and every address with every filter, by SQLite's own plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import peewee
import pytest
from flask.testing import FlaskClient

from models import base
from tests.api.service_helpers import article, story, two_outlets

FEW_ROWS = {"schema_steps", "outlets", "webhooks", "api_keys", "store_version", "CONSTANT"}
"""Tables that stay small however many articles are stored."""
COUNTED = ("SELECT count(*) FROM articles", "SELECT count(*) FROM claims", "SELECT count(*) FROM votes", "SELECT count(*) FROM conflicts")
"""What /metrics asks, at most once in ten seconds."""
VALUES = {
    "since": "2000-01-01",
    "until": "2030-01-01",
    "outlet": "alpha",
    "organization": "un-general-assembly",
    "text": "happened",
    "actor": "ukraine",
    "url": "https://alpha.example/1",
    "symbol": "A/RES/1",
    "other": "israel",
    "prefix": "uk",
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Any, ...]]:
    """Every statement that is run, with the parameters of its first time."""
    statements: dict[str, tuple[Any, ...]] = {}
    run = base.execute

    def execute(opened: peewee.Database, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        statements.setdefault(sql, parameters)
        return run(opened, sql, parameters)

    monkeypatch.setattr(base, "execute", execute)
    return statements


def scanned(statements: dict[str, tuple[Any, ...]]) -> list[str]:
    """The statements that read a growing table from end to end; one that stops at its LIMIT in the table's own order does not."""
    found = []
    for sql, parameters in statements.items():
        if not sql.lstrip().upper().startswith(("SELECT", "WITH", "UPDATE", "DELETE")) or sql.startswith(COUNTED):
            continue
        steps = [str(step[-1]) for step in base.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()]
        whole = [s for s in steps if s.startswith("SCAN") and " INDEX " not in s and s.split()[1] not in FEW_ROWS]
        stops = "LIMIT" in sql and not any("TEMP B-TREE FOR ORDER BY" in step for step in steps)
        if whole and not stops:
            found.append(f"{whole}: {sql}")
    return found


@pytest.fixture
def disputed(client: FlaskClient) -> dict[str, str]:
    """A store with a conflict; an id of each kind that addresses name."""
    found = two_outlets(client)
    first = client.get("/v1/articles").get_json()["results"][0]["id"]
    return {"votes": found["vote"], "conflicts": found["id"], "articles": first, "actors": "ukraine", "outlets": "alpha"}


def addresses(description: dict[str, Any], ids: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Every GET of the description, plain and with each of its parameters."""
    for path, item in description["paths"].items():
        if "get" not in item:
            continue
        kind = path.split("/")[2] if path.startswith("/v1/") else ""
        address = path.replace("{id}", ids.get(kind, "none")).replace("{number}", "1")
        yield address, {}
        for parameter in item["get"].get("parameters", []):
            if parameter["in"] == "query":
                plain = {"integer": "1", "boolean": "true"}.get(parameter["schema"].get("type"), VALUES.get(parameter["name"], ""))
                named = {"article": ids["articles"], "vote": ids["votes"]}.get(parameter["name"], plain)
                for value in parameter["schema"].get("enum") or ([named] if named else []):
                    yield address, {parameter["name"]: str(value)}


def test_no_reading_scans_a_table_that_grows(client: FlaskClient, asked: dict[str, tuple[Any, ...]], disputed: dict[str, str]) -> None:
    description = client.get("/openapi.json").get_json()
    asked.clear()
    answers = [client.get(address, query_string=query).status_code for address, query in addresses(description, disputed)]
    assert answers.count(200) > 100
    assert 500 not in answers
    assert len(asked) > 60
    assert scanned(asked) == []


def test_no_writing_scans_a_table_that_grows(client: FlaskClient, asked: dict[str, tuple[Any, ...]], disputed: dict[str, str]) -> None:
    client.post("/v1/articles", json=article(story(yes=144), outlet="Alpha", url="https://alpha.example/1", retrieved="2030-01-01"))
    client.patch(f"/v1/conflicts/{disputed['conflicts']}", json={"status": "dismissed", "note": "seen"})
    client.post("/v1/check", json=article(outlet="Gamma"))
    client.delete(f"/v1/articles/{disputed['articles']}")
    assert len(asked) > 60
    assert scanned(asked) == []
