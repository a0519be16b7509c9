"""Figures that dispute, and the many that only look as if they did."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from claimwire import Article, Block, CountClaim, FigureClaim, Vote
from claimwire.claims import Actor
from claimwire.figures import Figure, figure_conflicts, figure_from, figure_key, figures_of
from claimwire.reading import Extraction

DAY = datetime.date(2025, 2, 16)


def figure(article: str, value: float, **more: Any) -> Figure:
    known: dict[str, Any] = {"measure": "killed", "unit": "people", "population": "ukrainian-troops", "as_of": DAY}
    return Figure(claim=f"claim {article}", article=article, outlet=article, value=value, **{**known, **more})


def test_the_same_toll_of_the_same_day_disputes() -> None:
    (conflict,) = figure_conflicts([figure("a", 43_120), figure("b", 46_317)])
    assert conflict.kind == "figure"
    assert conflict.subject == {"measure": "killed", "population": "ukrainian-troops", "unit": "people", "as_of": "2025-02-16"}
    assert conflict.explanation == "Killed (ukrainian troops): A says 43,120; B says 46,317."


NONE = {
    "a later update": (figure("a", 43_120), figure("b", 46_317, as_of=DAY + datetime.timedelta(days=30))),
    "a rounded headline": (figure("a", 43_120), figure("b", 43_000)),
    "another population": (figure("a", 43_120), figure("b", 198_111, population="russian-troops")),
    "another measure": (figure("a", 43_120), figure("b", 370_211, measure="wounded")),
    "another source's word": (figure("a", 43_120, attributed_to="volodymyr-zelensky"), figure("b", 70_411, attributed_to="russia")),
    "over and exactly": (figure("a", 43_000, qualifier="over"), figure("b", 43_120)),
    "no day and no source": (figure("a", 43_120, as_of=None), figure("b", 46_317, as_of=None)),
    "no population": (figure("a", 43_120, population=None), figure("b", 46_317, population=None)),
    "a speaker's or superseded number": (figure("a", 43_120), figure("b", 46_317, plain=False)),
    "another war": (figure("a", 43_120, armed_conflict="russia-ukraine"), figure("b", 46_317, armed_conflict="chechnya")),
}


@pytest.mark.parametrize("pair", NONE.values(), ids=NONE.keys())
def test_no_dispute(pair: tuple[Figure, Figure]) -> None:
    assert figure_conflicts(pair) == ()


def test_without_a_day_the_same_source_on_the_same_day_of_publication_disputes() -> None:
    known: dict[str, Any] = {"as_of": None, "published": DAY, "attributed_to": "volodymyr-zelensky"}
    assert len(figure_conflicts([figure("a", 43_120, **known), figure("b", 46_317, **known)])) == 1


def test_only_figures_of_one_key_are_compared() -> None:
    assert figure_key(figure("a", 1)) == figure_key(figure("b", 2))
    assert figure_key(figure("a", 1)) != figure_key(figure("a", 1, unit="USD"))
    assert figure_key(figure("a", 1, plain=False)) is None


def test_a_figure_survives_json() -> None:
    told = figure("a", 43_120, published=DAY, high=44_000.5, attributed_to="russia")
    assert figure_from(told.to_record()) == told


def test_figures_of_an_article_know_their_war() -> None:
    text = "In the war in Ukraine 43,000 Ukrainian soldiers were killed, 93 voted in favour."
    vote = CountClaim(vote=Vote("v1"), option="yes", value=93, start=62, end=64)
    toll = FigureClaim(
        measure="killed", value=43_000, unit="people", population="ukrainian-troops", start=22, end=59,
        attributed_to=Actor("volodymyr-zelensky", "Volodymyr Zelensky", "person"),
    )  # fmt: skip
    article = Article("paper", text, (Block("body", 0, len(text)),), published=DAY)
    extraction = Extraction("d1", article, "generic", "none", (vote, toll), (), ())
    (found,) = figures_of(extraction, article="a1")
    assert (found.armed_conflict, found.attributed_to, found.value) == ("russia-ukraine", "volodymyr-zelensky", 43_000)
    assert found.quote is not None
    assert found.quote["exact"] == text[22:59]
