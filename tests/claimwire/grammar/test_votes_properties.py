"""Whatever the text: no exception, spans inside the text, the same answer twice."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims import CountClaim
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

PIECES = [
    "The UN General Assembly",
    "Chad",
    "Mali and 12 other states",
    "voted against",
    "abstained",
    "93 votes in favour",
    "18",
    "-",
    "–",
    "to",
    "the resolution",
    "a rival text",
    "its own",
    "“",
    "”",
    '"',
    "'",
    "(",
    ")",
    ",",
    ".",
    ";",
    ":",
    "\n",
    "passed",
    "was rejected by",
    "93-18",
    "65 abstentions",
    "on Monday",
    "in 2022",
    "including",
    "alongside",
    "joined",
    "did not",
    "would",
    "unanimously",
    "Against:",
    "Who abstained?",
    "vetoed",
    "no",
    "none",
    "Rep. Ann Smith (R-Ky.)",
    "three",
    "of the 15 members",
    "while",
    "two-thirds majority",
    "by a vote of",
    "12:12 draw",
    "six-to-three",
    "•",
    "1,234",
    "\u200b",
    "‮",
    "’s",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_an_exception_and_every_span_is_exact(text: str) -> None:
    claims = read_votes(article(text, datetime.date(2025, 2, 25)))
    assert all(0 <= c.start < c.end <= len(text) for c in claims)
    assert all(c.rule and c.reason for c in claims)
    assert all(c.value >= 0 for c in claims if isinstance(c, CountClaim))


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_reading_twice_gives_the_same_claims(text: str) -> None:
    assert read_votes(article(text)) == read_votes(article(text))


@given(st.integers(0, 193), st.integers(0, 193), st.integers(0, 193))
@settings(max_examples=60, deadline=None)
def test_numbers_come_back_as_they_were_told(yes: int, no: int, abstain: int) -> None:
    text = f"The resolution was adopted with {yes} votes in favour, {no} votes against and {abstain} abstentions."
    counts = {c.option: c.value for c in read_votes(article(text)) if isinstance(c, CountClaim)}
    assert counts == {"yes": yes, "no": no, "abstain": abstain}
