"""Outcomes that numbers tell: a majority, a threshold, a veto, or nothing sure."""

from __future__ import annotations

import pytest

from claimwire.claims import Actor, CountClaim, ResultClaim, SponsorshipClaim, Vote
from claimwire.grammar.majorities import with_results


def counts(text: str, vote: Vote, **values: int) -> list[CountClaim]:
    """One count claim for each option, at the place where its number stands."""
    return [
        CountClaim(start=text.index(str(value)), end=text.index(str(value)) + len(str(value)), option=option, value=value, vote=vote)
        for option, value in values.items()
    ]


def result(text: str, body: str | None = None, **values: int) -> str | None:
    vote = Vote("v1", body)
    found = [c for c in with_results(counts(text, vote, **values), text) if isinstance(c, ResultClaim)]
    assert all(c.tentative for c in found)
    return found[0].result if found else None


@pytest.mark.parametrize(
    ("text", "body", "values", "expected"),
    [
        pytest.param("77 for, 43 against.", None, {"yes": 77, "no": 43}, "pass", id="more for"),
        pytest.param("43 for, 77 against.", None, {"yes": 43, "no": 77}, "fail", id="more against"),
        pytest.param("It was 50 to 50.", None, {"yes": 50}, None, id="one side of an unknown body"),
        pytest.param("143 nations backed it.", "un-general-assembly", {"yes": 143}, "pass", id="most of a body of known size"),
        pytest.param("90 nations backed it.", "un-general-assembly", {"yes": 90}, None, id="not most of it"),
        pytest.param(
            "88 for, 55 against, but not the two thirds required.",
            "un-general-assembly",
            {"yes": 88, "no": 55},
            "fail",
            id="two thirds missed",
        ),
        pytest.param(
            "141 for, 5 against; two thirds were required.", "un-general-assembly", {"yes": 141, "no": 5}, "pass", id="two thirds reached"
        ),
        pytest.param("57 said yes, 43 no, short of the two thirds needed.", "us-senate", {"yes": 57, "no": 43}, "fail", id="short of it"),
        pytest.param("It got 278 votes, out of the 287 that were needed.", None, {"yes": 278}, "fail", id="a number that was needed"),
        pytest.param("He got 401 votes, above the 361 votes required.", None, {"yes": 401}, "pass", id="a number that was reached"),
        pytest.param("11 for, 0 against.", "un-security-council", {"yes": 11, "no": 0}, "pass", id="nine and nobody against"),
        pytest.param("8 for, 0 against.", "un-security-council", {"yes": 8, "no": 0}, "fail", id="fewer than nine"),
        pytest.param("14 were for it, only Russia against.", "un-security-council", {"yes": 14}, None, id="one against may be a veto"),
        pytest.param("13 were for it. Washington used its veto.", "un-security-council", {"yes": 13}, "fail", id="a veto"),
    ],
)
def test_outcomes(text, body, values, expected):
    assert result(text, body, **values) == expected


def test_a_stated_result_stands():
    text = "It passed: 77 for, 43 against."
    vote = Vote("v1")
    stated = ResultClaim(start=3, end=9, vote=vote, result="pass")
    assert [c for c in with_results([*counts(text, vote, yes=77, no=43), stated], text) if isinstance(c, ResultClaim)] == [stated]


def test_a_stated_result_beside_the_numbers_stays_also_against_them():
    text = "It failed: 77 for, 43 against."
    vote = Vote("v1")
    stated = ResultClaim(start=3, end=9, vote=vote, result="fail")
    assert [c for c in with_results([*counts(text, vote, yes=77, no=43), stated], text) if isinstance(c, ResultClaim)] == [stated]


def test_a_result_told_far_from_numbers_that_contradict_it_is_left_out():
    text = "77 for, 43 against. " + "Nothing else was said of it that day. " * 12 + "It failed."
    vote = Vote("v1")
    stated = ResultClaim(start=len(text) - 7, end=len(text) - 1, vote=vote, result="fail")
    (kept,) = [c for c in with_results([*counts(text, vote, yes=77, no=43), stated], text) if isinstance(c, ResultClaim)]
    assert (kept.result, kept.rule) == ("pass", "result.majority")


def test_a_state_does_not_sponsor_in_its_own_parliament():
    vote = Vote("v1", "uk-house-of-commons")
    home = SponsorshipClaim(start=0, end=2, vote=vote, actor=Actor("united-kingdom", "United Kingdom", "country"))
    assert with_results([home], "UK bill") == []
