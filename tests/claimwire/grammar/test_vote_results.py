"""What became of the motion, family by family of the press's wording; every vote here is made up."""

from __future__ import annotations

import pytest

from claimwire.claims import ResultClaim
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

PASSED = [
    "The water bill sailed through the French Senate on Tuesday.",
    "The water bill won approval in the Bundestag on Tuesday.",
    "The water bill won the approval of the Bundestag.",
    "The water bill got the green light from the Bundestag.",
    "The Bundestag gave its green light to the water bill on Tuesday.",
    "The Bundestag gave final approval to the water bill.",
    "The Bundestag has given its assent to the water bill.",
    "The water bill received the backing of the Bundestag.",
    "The water bill was given the go-ahead by the Bundestag.",
    "The UN General Assembly gave overwhelming support to the draft on Mali.",
    "The water bill completed its passage through the Bundestag.",
    "The Bundestag nodded through the water bill.",
    "The Texas Senate overturned the governor's veto of the water bill.",
    "The Texas Senate overrode the governor's veto of the water bill.",
    "Water bill wins Bundestag approval",
    "Resolution on Mali adopted at UN General Assembly",
    "The Bulgarian government was toppled in a no-confidence vote in parliament on Tuesday.",
    "The Bulgarian government lost a vote of no confidence in parliament.",
    "The Bulgarian prime minister won a vote of confidence in parliament.",
    "The Bulgarian parliament has given the prime minister its confidence.",
    "The river bill was before Leeds City Council.\nMotion status: Carried",
    "The UN General Assembly accepted the proposal on Mali.",
    "The chair of the Ohio Senate broke a 16-16 tie in favour of the water bill.",
    "The chair of the Ohio Senate broke the 16-16 tie to pass the water bill.",
    "With the Ohio Senate split 16-16, its chair cast the deciding vote in favour of the water bill.",
    "The Ohio Senate confirmed Ana Brun as a judge on Tuesday by 20 votes to 12.",
    "The Bundestag dismissed the minister on Tuesday by 380 votes to 260.",
    "Peers in the House of Lords defeated the government by 190 votes to 170 on an amendment to the water bill.",
    "The government was defeated in the House of Lords by 190 votes to 170 on the water bill.",
    "In the Sejm the ayes had it, 235 to 202.",
    "Forty senators voted for the water bill in the Ohio Senate, making it a 16-16 tie that the chair broke with a vote.",
    "The Italian prime minister got the confidence of the Senate of Italy on Tuesday.",
    "The Polish government got the water bill through the Sejm.",
    "European Union ministers meeting in Riga have approved a plan on rivers.",
    "The Council of the International Civil Aviation Organization voted on Monday that Mali broke the law.",
]

FAILED = [
    "The water bill was shot down by the Bundestag.",
    "The water bill met with defeat in the Bundestag.",
    "The water bill suffered a defeat in the Bundestag.",
    "Water bill defeated in Bundestag",
    "The Security Council failed to adopt a draft on Mali, with seven votes in favour.",
    "The Security Council did not adopt the draft on Mali.",
    "The Security Council was unable to adopt the draft on Mali.",
    "The UN General Assembly declined to adopt the draft on Mali.",
    "The Bundestag refused to pass the water bill.",
    "The Bundestag narrowly failed to approve the water bill.",
    "The draft did not get the required nine votes in the Security Council.",
    "The Bundestag's bill missed the two-thirds majority that it needed.",
    "The Dutch government survived a motion of no confidence in parliament.",
    "The Bulgarian prime minister survived a no-confidence vote in parliament on Tuesday.",
    "The Bulgarian government lost a confidence vote in parliament on Tuesday.",
    "A Russian veto blocked the draft on Mali in the UN Security Council.",
    "Russia vetoes UN Security Council resolution on Mali",
    "Russia has vetoed a UN Security Council draft resolution that asked for a truce in Mali.",
    "The river bill was before Leeds City Council.\nResult: rejected",
    "Texts before the UN General Assembly:\n“Rivers of Mali” [A/90/L.4]: Rejected by a vote of 87 – 57 – 33.",
    "With the Ohio Senate split 16-16, its chair used her casting vote against the water bill.",
    "The Ohio House declined by 50 votes to 49 to take up the water bill.",
    "The Ohio House refused, by 50 votes to 49, to suspend the rules.",
    "In the Sejm the noes had it by 235 to 202.",
    "The Polish government could not get the water bill through the Sejm.",
    "An attempt to put the water bill to the people failed in the Sejm by 235 votes to 202.",
    "The Ohio Senate upheld the governor's veto by 18 votes to 14.",
    "Fiji's river bill has not got the 75 percent it needed in parliament.",
]

UNTOLD = [
    "Twelve people were killed in the flood, the Bundestag was told.",
    "A bus fell into the river, the Bundestag was told.",
    "The Bundestag heard that the budget fell by 3 percent.",
    "The opposition in the Bundestag said that it had lost its way.",
    "Russia has vetoed twelve UN Security Council draft resolutions on Mali.",
    "The Polish government may get the water bill through the Sejm.",
    "Mali blocked the draft in the UN Security Council for weeks.",
    "The Bundestag was to pass the bill on Friday.",
    "The bill, if passed by the Bundestag, would cost a billion.",
    "The bill must pass the Bundestag before it becomes law.",
    "The bill still needs the approval of the Bundestag.",
    "The government may not survive the no-confidence vote in the Bundestag.",
    "The Bundestag has yet to pass the bill.",
    "Ten years have passed since the Bundestag debated the bill.",
    "The Bundestag postponed the vote on the bill.",
    "The envoy blamed some Security Council members for voting against the text.",
    "The bill has not yet been approved by the Bundestag.",
]


def results_of(text: str) -> list[str]:
    return [c.result for c in read_votes(article(text)) if isinstance(c, ResultClaim)]


@pytest.mark.parametrize("text", PASSED)
def test_it_passed(text: str) -> None:
    assert results_of(text) == ["pass"]


@pytest.mark.parametrize("text", FAILED)
def test_it_failed(text: str) -> None:
    assert results_of(text) == ["fail"]


@pytest.mark.parametrize("text", UNTOLD)
def test_nothing_was_decided(text: str) -> None:
    assert results_of(text) == []


def test_an_outcome_told_of_two_texts_is_that_of_both() -> None:
    text = (
        "The UN General Assembly passed two texts on Mali. Kenya's draft got 93 votes in favour and 18 against. "
        "Chad's draft got 70 votes in favour and 40 against."
    )
    told = {(c.vote.ref, c.result) for c in read_votes(article(text)) if isinstance(c, ResultClaim)}
    assert told == {("v1", "pass"), ("v2", "pass")}


def test_numbers_of_a_government_that_survives_are_those_against_the_motion() -> None:
    text = "The Dutch government survived a motion of no confidence in parliament by 80 votes to 70."
    counts = {c.option: c.value for c in read_votes(article(text)) if c.kind == "count"}
    assert counts == {"yes": 70, "no": 80}
