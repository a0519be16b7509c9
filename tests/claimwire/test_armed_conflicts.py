"""Wars as data: named in texts, given their figures, told low, best and high."""

from __future__ import annotations

import datetime

import pytest

from claimwire import actors, armed_conflicts
from claimwire.figures import Figure

NAMED = {
    "the war in Ukraine": ["russia-ukraine"],
    "Russia’s full-scale invasion of its neighbour": ["russia-ukraine"],
    "the Gaza war and the Sudanese civil war": ["israel-palestine", "sudan"],
    "fighting in eastern Congo": ["eastern-congo"],
    "the Israel–Hamas war": ["israel-palestine"],
    "a war of words in Ottawa": [],
    "the invasion of the pitch": [],
    "conflict": [],
}


@pytest.mark.parametrize(("text", "ids"), NAMED.items(), ids=NAMED.keys())
def test_wars_are_found_by_name(text: str, ids: list[str]) -> None:
    assert [war.id for war in armed_conflicts.named_in(text)] == ids


def test_a_war_is_not_named_before_it_began() -> None:
    assert armed_conflicts.named_in("the war in Ukraine", datetime.date(2013, 5, 1)) == ()


def test_a_figure_goes_to_the_war_of_its_population() -> None:
    named = armed_conflicts.named_in("the war in Ukraine, the Gaza war")
    assert armed_conflicts.of_population("ukrainian-troops", named) == "russia-ukraine"
    assert armed_conflicts.of_population("palestinian-children", named) == "israel-palestine"
    assert armed_conflicts.of_population("swiss-people", named) is None
    assert armed_conflicts.of_population(None, named[:1]) == "russia-ukraine"
    assert armed_conflicts.of_population(None, ()) is None


def test_estimates_are_low_best_and_high_with_who_says_so() -> None:
    def told(article: str, value: int, day: int, **more: object) -> Figure:
        shared = {"measure": "killed", "unit": "people", "population": "ukrainian-troops"}
        return Figure(claim=article, article=article, outlet=article, value=value, as_of=datetime.date(2025, 2, day), **shared, **more)  # type: ignore[arg-type]

    copies = [told(name, 31_000, 1, story="wire") for name in ("c1", "c2", "c3")]
    figures = [told("a", 43_000, 3), told("b", 43_000, 4), told("d", 70_000, 2, qualifier="range", high=100_000), *copies]
    (estimate,) = armed_conflicts.estimates([*figures, told("e", 1, 5, plain=False)])
    assert (estimate.low, estimate.best, estimate.high) == (31_000, 43_000, 100_000)
    assert [f.article for f in estimate.told][:2] == ["b", "a"]


def test_rows_are_complete_and_of_known_terms() -> None:
    wars = armed_conflicts.armed_conflicts()
    assert len({war.id for war in wars}) == len(wars) > 30
    for war in wars:
        assert war.kind in {"interstate", "intrastate", "internationalized intrastate"}
        assert all(war.parties)
        assert war.until is None or war.since < war.until
        assert armed_conflicts.armed_conflict(war.id) is war
        assert war.to_record()["parties"][0]


def test_interstate_parties_are_states() -> None:
    for war in armed_conflicts.armed_conflicts():
        if war.kind == "interstate":
            assert all(actors.actor(party.id).kind == "country" for side in war.parties for party in side)
