"""Who voted how, told in made-up sentences (``positions.txt``), family by family of the press's wording."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from claimwire.claims import PositionClaim
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

PUBLISHED = datetime.date(2030, 5, 14)


def cases() -> list[tuple[str, set[tuple[str, str]]]]:
    """(text, positions) of each block: a text, then ``=> chad mali:no togo:abstain``; nothing behind ``=>`` is nobody."""
    found = []
    for block in Path(__file__).with_name("positions.txt").read_text("utf-8").split("\n---\n"):
        text, _, sides = block.strip("\n").rpartition("\n=>")
        positions, waiting = set(), []
        for word in sides.split():
            name, _, option = word.partition(":")
            waiting.append(name)
            if option:
                positions |= {(actor, option.replace("_", " ")) for actor in waiting}
                waiting = []
        found.append((text, positions))
    return found


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=case[0][:60]) for case in cases()])
def test_who_voted_how(text: str, expected: set[tuple[str, str]]) -> None:
    claims = read_votes(article(text, PUBLISHED))
    assert {(c.actor.id, c.option) for c in claims if isinstance(c, PositionClaim)} == expected
