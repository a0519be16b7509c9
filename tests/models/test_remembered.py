"""What was read lately is not read again, and what changed is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from models import base, looking, queries, remembered, store
from tests.models.told import article

COUNTS = {"yes": 93, "no": 18, "abstain": 65}


@pytest.fixture(autouse=True)
def _nothing_held() -> Iterator[None]:
    remembered._held.clear()
    yield
    remembered._held.clear()


def rows() -> list[str]:
    return [text for (text,) in base.raw("SELECT vote FROM reports ORDER BY seq")]


def test_a_report_is_taken_apart_once_with_what_linking_makes_of_it(store_: str) -> None:
    for outlet in ("paper", "herald"):
        store.save(article(outlet, url=f"https://{outlet}.example/1", counts=COUNTS))
    (first, _) = rows()
    held = remembered.read(first)
    assert held.facts is not None
    assert remembered.read(first) is held
    finder = looking.Finder()
    finder.of_articles([1])
    assert finder.known.reports[held.report.id] is held.facts


def test_the_least_asked_go_first(monkeypatch: pytest.MonkeyPatch, store_: str) -> None:
    monkeypatch.setattr(remembered, "MOST", 2)
    for number in range(4):
        store.save(article(f"o{number}", url=f"https://o{number}.example/1", counts={**COUNTS, "yes": 90 + number}))
    assert len(remembered._held) == 2
    assert store.rebuild() == []
    assert len(queries.conflicts(state="open").rows) == 1


def test_a_changed_report_is_read_anew(store_: str) -> None:
    for outlet, yes in (("paper", 93), ("herald", 93)):
        store.save(article(outlet, url=f"https://{outlet}.example/1", counts={**COUNTS, "yes": yes}))
    assert queries.conflicts(state="open").rows == []
    store.save(article("herald", url="https://herald.example/1", counts={**COUNTS, "yes": 90}, words="corrected"))
    (conflict,) = queries.conflicts(state="open").rows
    assert {value["value"] for value in json.loads(conflict)["values"]} == {93, 90}
    assert store.rebuild() == []


def test_of_a_vote_that_many_tell_of_only_reports_that_changed_are_written() -> None:
    base.connect("sqlite://:memory:")
    store.save_many([article(f"o{n}", url=f"https://o{n}.example/1", counts=COUNTS) for n in range(40)])
    base.raw("CREATE TEMP TABLE written (what TEXT)")
    for table in ("reports", "vote_names"):
        base.raw(f"CREATE TEMP TRIGGER {table}_updated AFTER UPDATE ON main.{table} BEGIN INSERT INTO written VALUES ('{table}'); END")
    store.save(article("o40", url="https://o40.example/1", counts=COUNTS))
    assert 0 < len(base.raw("SELECT what FROM written")) < 10
    base.close()
