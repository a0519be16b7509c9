"""How counts are said: made-up votes, a family of wording a line, and numbers that count no votes."""

from __future__ import annotations

import pytest

from claimwire.claims import CountClaim
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

SAID = [
    ("MPs backed the reforms with 83 votes for yes, 37 for no and no abstentions.", {("yes", 83), ("no", 37), ("abstain", 0)}),
    ("Eighty MPs voted for the River (Care of Banks) Amendment Bill and 41 against.", {("yes", 80), ("no", 41)}),
    ("An amendment that would have raised the levy was rejected by 63 votes to 36.", {("yes", 36), ("no", 63)}),
    ("The amendment, which would have cut fees, was defeated 52-47.", {("yes", 47), ("no", 52)}),
    ("A bill that could raise fees passed 31-9.", {("yes", 31), ("no", 9)}),
    ("Members defeated a motion to recommit the bill, which would have killed it, in a 189-231 vote.", {("yes", 189), ("no", 231)}),
    ("The final tally, 229 to 203, saw 34 Democrats vote against the bill.", {("yes", 229), ("no", 203)}),
    ("177 votes were in favour of a bill that tells whether the river is clean to 67 in opposition.", {("yes", 177), ("no", 67)}),
    ("A second motion was a mere formality: 91 deputies voted it.", {("yes", 91)}),
    ("On Tuesday 171 lawmakers who had got into the building voted to lift the order; nobody voted against.", {("yes", 171), ("no", 0)}),
    ("MEPs threw out the motion against her team on Thursday with 340 votes, 165 being for it.", {("no", 340), ("yes", 165)}),
    ("Fiji was among 21 countries to abstain on the motion.", {("abstain", 21)}),
    ("Of 701 voting deputies just 211 expressed confidence in him, 374 opposed.", {("yes", 211), ("no", 374)}),
    ("176 MPs backed the bill, 2 abstained and 46 others did not turn up.", {("yes", 176), ("abstain", 2), ("absent", 46)}),
    ("94 lawmakers of both houses were for the plan, 82 against.", {("yes", 94), ("no", 82)}),
    ("Seventy MPs stood by his proposal and 61 opposed it.", {("yes", 70), ("no", 61)}),
    ("With India, 12 countries abstained on the text.", {("abstain", 12)}),
    ("The motion to defer the talks was passed with 44 opposed who wanted to go on.", {("no", 44)}),
]

SILENT = [
    "A bill that would be passed by 60 votes to 40 is coming.",
    "Fiji was one of five countries that voted against the text.",
    "The Senate is split 18-13 for the Republicans and votes on the bill on Monday.",
    "Republicans, who hold a 52-48 majority, will vote on the bill.",
    "A Council decision wants no fewer than 9 votes in favour to be adopted.",
    "The lists show that, out of a cabinet of nine, five members voted against the bill, one abstained, and three voted in favour.",
    "Nobody went to vote against the motion.",
    "The bill, backed by the club, is expected to pass by 60 votes to 40.",
]

CORRECTED = [
    ("The motion passed with 57 votes in favour. The electronic board had first showed 56 in favour.", {("yes", 57)}, {("yes", 56)}),
    ("The bill passed by 80 votes to 42. At first the Speaker had announced 78 in favour.", {("yes", 80), ("no", 42)}, {("yes", 78)}),
    (
        "On the electronic board the noes on the text stood at 6 and the abstentions at 31. The president announced that 32 had abstained.",
        {("no", 6), ("abstain", 32)},
        {("abstain", 31)},
    ),
    ("The text initially got 54 votes in favour, but the clerk counted again: 55 in favour.", {("yes", 55)}, {("yes", 54)}),
]


def _said(text: str, *, superseded: bool = False) -> set[tuple[str, int]]:
    claims = read_votes(article(text))
    return {(c.option, c.value) for c in claims if isinstance(c, CountClaim) and c.superseded == superseded}


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:60] for text, _ in SAID])
def test_counts_said_in_one_way_or_another(text: str, expected: set[tuple[str, int]]):
    assert _said(text) == expected


@pytest.mark.parametrize("text", SILENT, ids=[text[:60] for text in SILENT])
def test_numbers_that_count_no_votes(text: str):
    assert _said(text) == set()


@pytest.mark.parametrize(("text", "stands", "gave_way"), CORRECTED, ids=[row[0][:60] for row in CORRECTED])
def test_the_corrected_number_stands(text: str, stands: set[tuple[str, int]], gave_way: set[tuple[str, int]]):
    assert _said(text) == stands
    assert _said(text, superseded=True) == gave_way
