"""Ordinary articles tell of no vote; what looks like one there is a score, a type of plane, a thing carried out."""

from __future__ import annotations

import pytest

from claimwire import Document, read
from claimwire.grammar.evidence import tells_of_votes

ORDINARY = {
    "a score": "Harbour Town beat Northgate 3-1 on Sunday. Their striker scored twice in the second half of the game.",
    "a series of scores": "The Larks improved to 8-8-4. The Owls lost to the Finches, 5-4, in overtime.",
    "a type of plane": "The airline ordered 40 jets of the type 350-900, down from 90 to 60 a year ago.",
    "carried out": "Engineers carried out repairs on the bridge, and the work was finished on Friday.",
    "an operation carried out": "The government says that it is carrying out operations along the border.",
    "a habit adopted": "We have adopted it into our kitchen, and it passed every trial that we set it.",
    "lives lost": "Some 400 lives were lost when the dam broke, and a town was given up.",
    "a channel that passed on a show": "Every channel they asked passed on the show, which then went to a rival.",
    "a freedom of the constitution": "The First Amendment carries responsibilities, the singer told her hosts.",
}
VOTES = {
    "a tally with a chamber": ("The Senate passed the plan on Friday, 61-38.", {"yes": 61, "no": 38}),
    "a tally a sentence behind": (
        "Members of parliament decided on Tuesday. It was close. In the end it was 51-49.",
        {"yes": 51, "no": 49},
    ),
    "a court": ("The Supreme Court ruled 6-3 on Monday for the fishermen.", {"yes": 6, "no": 3}),
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_text_tells_of_no_vote(text: str) -> None:
    assert [c for c in read(Document(text=text)).claims if c.kind not in ("statement", "figure")] == []


@pytest.mark.parametrize(("text", "counts"), VOTES.values(), ids=VOTES)
def test_a_bare_tally_near_a_body_is_a_vote(text: str, counts: dict[str, int]) -> None:
    claims = read(Document(text=text)).to_record()["claims"]
    assert {c["option"]: c["value"] for c in claims if c["kind"] == "count"} == counts


def test_scores_in_an_article_that_tells_of_a_vote_elsewhere_are_no_vote() -> None:
    text = (
        "The council voted 7-2 for the new stadium.\n\n"
        + "The weather stayed dry all week in the valley. " * 12
        + "\n\nRovers won their game 3-1."
    )
    claims = read(Document(text=text)).to_record()["claims"]
    assert {c["value"] for c in claims if c["kind"] == "count"} == {7, 2}
    assert {c["vote"] if isinstance(c["vote"], str) else c["vote"]["ref"] for c in claims if c["kind"] == "count"} == {"v1"}


@pytest.mark.parametrize("text", ["The MPs met.", "IN FAVOUR: 12", "A no-confidence debate", "the 15-member board split 9-6"])
def test_a_word_of_voting_or_a_body_beside_a_tally_is_worth_a_look(text: str) -> None:
    assert tells_of_votes(text)


@pytest.mark.parametrize("text", ["", "The board met.", "She was devoted to pivotal work.", "Second Amendment rights"])
def test_words_that_only_look_alike_are_not(text: str) -> None:
    assert not tells_of_votes(text)
