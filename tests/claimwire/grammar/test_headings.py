from __future__ import annotations

import pytest

from claimwire.articles import Article, Block
from claimwire.claims import PositionClaim
from claimwire.grammar.votes import read_votes

ABOVE = "The UN General Assembly adopted the resolution by 93 votes to 18, with 65 abstentions.\n"


def positions_of(text: str) -> dict[str, list[str]]:
    """Option -> ids of the states that voted so, sorted."""
    text = ABOVE + text
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block("body", at, at + len(line.rstrip("\n"))))
        at += len(line)
    found: dict[str, set[str]] = {}
    for claim in read_votes(Article(outlet="example", text=text, blocks=tuple(blocks))):
        if isinstance(claim, PositionClaim):
            found.setdefault(claim.option, set()).add(claim.actor.id)
    return {option: sorted(states) for option, states in found.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Against: Belarus, Cuba and Mali.",
        "Against (3): Belarus, Cuba and Mali.",
        "Against voted: Belarus, Cuba, Mali.",
        "Against:\n- Belarus\n- Cuba\n- Mali\n",
        "AGAINST\nBelarus\nCuba\nMali\n",
        "Who voted against?\nBelarus\nCuba\nMali\n",
        "Who said no?\n3 countries, including:\n– Belarus\n– Cuba\n– Mali\n",
        "Here is the list of countries that voted against.\nBelarus Cuba Mali\n",
        "The countries that voted against are\nBelarus Cuba Mali\n",
        "Belarus, Cuba and Mali were the three states opposed to the resolution.",
    ],
)
def test_a_list_under_or_behind_its_side(text: str) -> None:
    assert positions_of(text) == {"no": ["belarus", "cuba", "mali"]}


def test_each_list_has_its_own_heading() -> None:
    text = "In favour (2): Chile and Peru.\nAgainst (1): Mali.\nAbstentions (2): Benin and India."
    assert positions_of(text) == {"yes": ["chile", "peru"], "no": ["mali"], "abstain": ["benin", "india"]}


@pytest.mark.parametrize(
    "text",
    [
        "Abstentions:\n2\nNumber of votes obtained by country:\nEstonia\n111\nRomania\n78\n",
        "Neither France nor the United Kingdom vetoed the text.",
        "Neither Chile nor Peru voted against it.",
    ],
)
def test_names_that_stand_on_no_side(text: str) -> None:
    assert positions_of(text) == {}
