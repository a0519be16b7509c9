"""What is told about a war, summed up by the database, is what the library makes of the same figures."""

from __future__ import annotations

import datetime
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimwire import Extraction, FigureClaim
from claimwire.armed_conflicts import estimates
from claimwire.figures import figures_of, in_story
from models import base, queries, store
from models.canonical import article_id
from tests.models.told import article

WAR = "the war in Ukraine"
COPIED = " ".join(f"word{n}" for n in range(60))
DAYS = (datetime.date(2025, 2, 20), datetime.date(2025, 2, 24))


def figure(value: int, measure: str | None = "killed", population: str | None = "ukrainian-troops", **more: Any) -> FigureClaim:
    return FigureClaim(
        start=0, end=5, rule="by-hand", reason="by hand", measure=measure, value=value, unit="people", population=population, **more
    )


def told(number: int, *figures: FigureClaim, words: str = "") -> Extraction:
    return article(f"o{number}", url=f"https://o.example/{number}", words=f"{WAR}. {words}", counts={}, sponsor=None, more=figures)


def figures() -> st.SearchStrategy[FigureClaim]:
    return st.builds(
        figure,
        st.sampled_from((43_000, 46_000, 12_500)),
        st.sampled_from(("killed", "wounded", None)),
        st.sampled_from(("ukrainian-troops", None)),
        as_of=st.sampled_from((None, *DAYS)),
        tentative=st.booleans(),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.lists(figures(), max_size=3), st.sampled_from(("", COPIED))), max_size=6))
def test_sums_are_those_of_the_library(articles: list[tuple[list[FigureClaim], str]]) -> None:
    stored = [told(n, *claims, words=words) for n, (claims, words) in enumerate(articles)]
    base.connect("sqlite://:memory:")
    try:
        store.save_many(stored)
        stories = dict(base.raw("SELECT id, story FROM articles"))
        expected = [
            {"measure": e.measure, "population": e.population, "unit": e.unit, "low": e.low, "best": e.best, "high": e.high}
            | {"told": sorted(f.claim for f in e.told)}
            for e in estimates(in_story(f, stories[f.article]) for x in stored for f in figures_of(x, article=article_id(x.article)))
        ]
        found: Any = queries.armed_conflict("russia-ukraine")
        document = json.loads(found.document)
        shown = [{**e, "told": sorted(f["claim"] for f in e["told"])} for e in document["estimates"]]
        listed = {row["id"]: row for row in map(json.loads, queries.armed_conflicts())}["russia-ukraine"]
    finally:
        base.close()
    assert shown == expected
    assert listed["estimates"] == [{k: v for k, v in e.items() if k != "told"} for e in expected]
    assert listed["figure_count"] == document["figure_count"] == sum(len(claims) for claims, _ in articles)


def test_a_war_of_many_figures_shows_twenty_and_pages_all(store_: str) -> None:
    store.save_many([told(n, figure(1000 + n)) for n in range(30)])
    found: Any = queries.armed_conflict("russia-ukraine")
    (estimate,) = json.loads(found.document)["estimates"]
    assert (estimate["low"], estimate["high"], len(estimate["told"])) == (1000, 1029, 20)
    first = queries.armed_conflict_figures("russia-ukraine", measure="killed", limit=25)
    assert first is not None
    rest = queries.armed_conflict_figures("russia-ukraine", measure="killed", after=first.next)
    assert rest is not None
    assert len({json.loads(row)["claim"] for row in (*first.rows, *rest.rows)}) == 30
    assert rest.next is None
    empty = queries.armed_conflict_figures("russia-ukraine", population="civilians")
    assert empty is not None
    assert empty.rows == []
    assert queries.armed_conflict_figures("no-such-war") is None


def test_figures_stored_before_the_columns_are_filled_in() -> None:
    from models.migrations import m0104_figures

    opened = base.connect("sqlite://:memory:")
    store.save_many([told(n, figure(1000 + n)) for n in range(3)])
    before: Any = queries.armed_conflict("russia-ukraine")
    for index in ("figures_sums", "figures_told"):
        base.raw(f"DROP INDEX {index}")
    for column in ("measure", "population", "unit", "value", "high", "day", "claim", "source"):
        base.raw(f"ALTER TABLE figures DROP COLUMN {column}")
    m0104_figures.apply(opened)
    assert queries.armed_conflict("russia-ukraine") == before
    base.close()
