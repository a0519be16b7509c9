from __future__ import annotations

import datetime

import pytest

from claimwire.articles import Article, Block
from claimwire.claims import DateClaim
from claimwire.grammar.votes import read_votes

PUBLISHED = datetime.date(2025, 2, 26)
"""A Wednesday."""


def dates_of(text: str, published: datetime.date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """(day, basis, words) of each date claim, in order of the votes."""
    article = Article(outlet="example", text=text, blocks=(Block("body", 0, len(text)),), published=published)
    claims = [c for c in read_votes(article) if isinstance(c, DateClaim)]
    return [(c.date.isoformat(), c.basis, text[c.start : c.end]) for c in sorted(claims, key=lambda c: c.vote.ref)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On Monday the UN General Assembly adopted the resolution by 93 votes to 18.", [("2025-02-24", "weekday+published", "Monday")]),
        ("The Sejm passed the bill by 235 votes to 202 on 24 February 2025.", [("2025-02-24", "stated", "24 February 2025")]),
        ("The Sejm passed a bill making 11 July a day of rivers by 235 votes to 202.", []),
        ("In a February 24 vote the Sejm passed the bill by 235 votes to 202.", [("2025-02-24", "stated", "February 24")]),
        (
            "The Sejm voted on Monday for the bill. The 235-202 vote comes after the Senate took it up on Sunday.",
            [("2025-02-24", "weekday+published", "Monday")],
        ),
        (
            "The Sejm passed the bill by 235 votes to 3. The Greens were the only members to vote against it on Monday.",
            [("2025-02-24", "weekday+published", "Monday")],
        ),
        ("The Knesset voted on Monday on the bill. It passed by 64 votes to 56.", [("2025-02-24", "weekday+published", "Monday")]),
        ("The Sejm met again on Tuesday.\nThe bill passed by 235 votes to 202.", [("2025-02-25", "sitting", "Tuesday")]),
        (
            "The Sejm will vote on the budget on Friday. On Monday it passed the bill by 235 votes to 202.",
            [("2025-02-24", "weekday+published", "Monday")],
        ),
        (
            "NEW YORK, Feb 25 (Reuters) - The UN General Assembly on Monday adopted the resolution by 93 votes to 18.",
            [("2025-02-24", "weekday+published", "Monday")],
        ),
        (
            "The UN General Assembly passed it on Monday by 93 votes to 18, long after the invasion of Ukraine on Feb. 24, 2022.",
            [("2025-02-24", "weekday+published", "Monday")],
        ),
        ("Yesterday the Sejm passed the bill by 235 votes to 202.", [("2025-02-25", "weekday+published", "Yesterday")]),
    ],
)
def test_the_day_of_a_vote(text: str, dates: list[tuple[str, str, str]]) -> None:
    assert dates_of(text) == dates


def test_a_day_in_a_relative_clause_is_another_votes() -> None:
    text = "The Sejm passed the bill on Monday by 235 votes to 202. It is close to a bill that the Senate had rejected on Feb. 3."
    assert dates_of(text)[0] == ("2025-02-24", "weekday+published", "Monday")


def test_a_vote_of_another_time_does_not_share_the_day() -> None:
    text = "In October 2023 the Senate had passed the first bill by 51 votes to 49. On Monday it adopted the second by 53 votes to 47."
    assert [words for _, _, words in dates_of(text)] == ["Monday"]


def test_no_day_is_told_where_none_is_said() -> None:
    assert dates_of("The Sejm passed the bill by 235 votes to 202.") == []


def test_without_a_publication_date_a_weekday_dates_nothing() -> None:
    assert dates_of("On Monday the Sejm passed the bill by 235 votes to 202.", None) == []


def test_a_line_with_a_date_is_not_the_votes() -> None:
    assert dates_of("Friday, June 27, 2025\nThe Sejm passed the bill by 235 votes to 202.", None) == []


def test_what_a_speaker_says_dates_nothing() -> None:
    text = "The Sejm passed the bill by 235 votes to 202. “We were told of it on Sunday and today we are all tired of it,” said one."
    assert dates_of(text) == []
