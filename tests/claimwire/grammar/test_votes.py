"""Counts, positions and votes of made-up articles, family by family of the press's wording."""

from __future__ import annotations

import datetime

import pytest

from claimwire.claims import CountClaim, PositionClaim, ResultClaim
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

COUNTS = [
    ("The resolution got 120 votes in favour, 7 against and 30 abstentions.", {("yes", 120), ("no", 7), ("abstain", 30)}),
    ("The draft was adopted by 120 votes in favour to 7 against, with 30 abstentions.", {("yes", 120), ("no", 7), ("abstain", 30)}),
    ("120 countries voted for the text. Seven voted against, Chad among them. 30 abstained.", {("yes", 120), ("no", 7), ("abstain", 30)}),
    ("The resolution passed 120-7 with 30 abstentions.", {("yes", 120), ("no", 7), ("abstain", 30)}),
    ("The resolution passed 120–7–30.", {("yes", 120), ("no", 7), ("abstain", 30)}),
    ("The text was adopted with:\n- 120 votes in favor\n- 7 votes against\n- 30 abstentions", {("yes", 120), ("no", 7), ("abstain", 30)}),
    ("RESULT of the vote on the resolution\nIn favor: 12\nAgainst: 0\nAbstain: 3", {("yes", 12), ("no", 0), ("abstain", 3)}),
    ("Eighteen countries voted against the text and none abstained.", {("no", 18), ("abstain", 0)}),
    ("No country voted against the resolution.", {("no", 0)}),
    ("The amendment was defeated by 336 to 100.", {("yes", 100), ("no", 336)}),
    ("The amendment was defeated by a vote of 104 to 330.", {("yes", 104), ("no", 330)}),
    ("The House rejected the bill, 150-210.", {("yes", 150), ("no", 210)}),
    ("MPs rejected the deal by 432 votes to 202.", {("yes", 202), ("no", 432)}),
    ("The Senate voted 52-48 to confirm the treaty.", {("yes", 52), ("no", 48)}),
    ("The resolution was backed by 93 nations.", {("yes", 93)}),
    ("Twelve of the council's 15 members voted for the draft.", {("yes", 12)}),
    ("The bill got 51 ayes and 49 nays.", {("yes", 51), ("no", 49)}),
    ("The text was supported by 88 states, opposed by 12, while 53 abstained.", {("yes", 88), ("no", 12), ("abstain", 53)}),
    ("By a recorded vote of 169 in favour to 6 against (Chad, Mali), the Assembly adopted the draft.", {("yes", 169), ("no", 6)}),
    ("The court ruled 13-2 that the law must go.", {("yes", 13), ("no", 2)}),
    ("“The ayes are 214 and the noes are 213,” the Speaker said after the vote on the bill.", {("yes", 214), ("no", 213)}),
]  # fmt: skip

NO_COUNTS = [
    "Adoption needs at least nine votes in favour and no veto.",
    "A two-thirds majority of 129 votes was required.",
    "The resolution is expected to pass with 130 votes in favour.",
    "Fifty-eight countries wrote the draft resolution.",
    "Chad won 183 votes and a seat on the council in a secret ballot.",
    "In the poll 45 percent were in favour and 30 percent against.",
    "The bill would add 3 trillion to the debt and cut 20 programmes.",
    "The 193-member General Assembly will vote on the draft on Monday.",
    "The resolution passed by a majority of 55.",
    "The team won 3-2 against Chad.",
    "In a survey of 15 countries 40 people said they favoured the motion.",
]

POSITIONS = [
    ("Chad and Mali voted against the resolution.", {("chad", "no"), ("mali", "no")}),
    ("Washington rejected the resolution, which passed all the same.", {("united-states", "no")}),
    ("Chad joined Mali and Niger in voting against the text.", {("chad", "no"), ("mali", "no"), ("niger", "no")}),
    ("The US abstained on its own resolution. Chad voted against it.", {("united-states", "abstain"), ("chad", "no")}),
    ("The US did not abstain on the text but voted against.", {("united-states", "no")}),
    ("Chad chose to abstain on the resolution.", {("chad", "abstain")}),
    ("Russia vetoed the draft resolution.", {("russia", "no")}),
    ("Those voting against the text were Chad, Mali and Niger.", {("chad", "no"), ("mali", "no"), ("niger", "no")}),
    ("The text passed with 120 votes; against were Chad and Mali.", {("chad", "no"), ("mali", "no")}),
    ("AGAINST the motion:\n* Chad\n* Mali\nABSTAIN:\n* Niger", {("chad", "no"), ("mali", "no"), ("niger", "abstain")}),
    ("Chad refused to back the resolution.", {("chad", "no")}),
    ("Senators Ann Smith and Bob Jones voted against the bill.", {("ann-smith", "no"), ("bob-jones", "no")}),
]

NO_POSITIONS = [
    "Chad urged others to vote against the resolution.",
    "Chad should have abstained on the resolution.",
    "Chad is expected to vote against the resolution.",
    "Neither Chad nor Mali vetoed the resolution.",
    "Chad could veto the resolution.",
    "Chad threatened to veto the text.",
    "Chad refrained from voting against the resolution.",
    "Chad supported Mali in the war.",
    "The resolution on Chad passed.",
    "A US-drafted resolution about Chad was adopted.",
]


@pytest.mark.parametrize(("text", "expected"), COUNTS, ids=[t[:40] for t, _ in COUNTS])
def test_counts(text: str, expected: set[tuple[str, int]]) -> None:
    assert {(c.option, c.value) for c in read_votes(article(text)) if isinstance(c, CountClaim) and not c.derived} == expected


@pytest.mark.parametrize("text", NO_COUNTS, ids=[t[:40] for t in NO_COUNTS])
def test_no_counts(text: str) -> None:
    assert not [c for c in read_votes(article(text)) if isinstance(c, CountClaim) and not c.derived]


@pytest.mark.parametrize(("text", "expected"), POSITIONS, ids=[t[:40] for t, _ in POSITIONS])
def test_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(c.actor.id, c.option) for c in read_votes(article(text)) if isinstance(c, PositionClaim)} == expected


@pytest.mark.parametrize("text", NO_POSITIONS, ids=[t[:40] for t in NO_POSITIONS])
def test_no_positions(text: str) -> None:
    assert not [c for c in read_votes(article(text)) if isinstance(c, PositionClaim)]


def test_the_words_of_a_count_hold_the_number_and_the_option() -> None:
    text = "The text got 120 votes in favour; eighteen countries voted against it."
    quotes = {(c.option, text[c.start : c.end]) for c in read_votes(article(text)) if isinstance(c, CountClaim)}
    assert quotes == {("yes", "120 votes in favour"), ("no", "eighteen countries voted against")}


def test_two_texts_of_one_day_with_the_same_number_stay_apart() -> None:
    text = (
        "The UN General Assembly adopted a resolution drafted by Chad with 93 votes in favour, 18 against and 65 abstentions. "
        "A rival text by Mali also passed with 93 votes in favour, while 73 abstained and eight voted against."
    )
    votes: dict[str, set[tuple[str, int]]] = {}
    for claim in read_votes(article(text)):
        if isinstance(claim, CountClaim):
            votes.setdefault(claim.vote.ref, set()).add((claim.option, claim.value))
    assert votes == {"v1": {("yes", 93), ("no", 18), ("abstain", 65)}, "v2": {("yes", 93), ("no", 8), ("abstain", 73)}}


def test_one_text_in_two_bodies_is_voted_on_twice() -> None:
    text = (
        "The US resolution passed in the UN General Assembly with 93 votes. Later the UN Security Council approved the US resolution, 10-0."
    )
    found = {(c.vote.ref, c.vote.organization) for c in read_votes(article(text)) if isinstance(c, CountClaim)}
    assert found == {("v1", "un-general-assembly"), ("v2", "un-security-council")}


def test_an_earlier_vote_told_for_comparison_is_a_vote_of_its_own() -> None:
    text = "The Assembly adopted the resolution with 93 votes in favour. In 2021, 141 countries voted for a similar text."
    counts = [c for c in read_votes(article(text, datetime.date(2025, 2, 25))) if isinstance(c, CountClaim)]
    assert [(c.value, c.vote.earlier) for c in counts] == [(93, False), (141, True)]


def test_the_corrected_number_supersedes_the_first() -> None:
    text = "The board initially showed 34 abstentions on the resolution. The official tally was then corrected to 35 abstentions."
    counts = {c.value: c.superseded for c in read_votes(article(text)) if isinstance(c, CountClaim)}
    assert counts == {34: True, 35: False}


def test_numbers_that_cannot_be_the_body_s_leave_the_body_open() -> None:
    text = "In the UN Security Council the resolution passed with 93 votes in favour and 18 against."
    votes = {c.vote.organization for c in read_votes(article(text))}
    assert "un-security-council" not in votes


def test_every_claim_says_why_it_sits_on_its_vote() -> None:
    claims = read_votes(article("The House passed the bill 311-117. Chad is not concerned."))
    assert claims
    assert all(c.rule and c.reason for c in claims)


def test_a_quotation_is_marked_as_the_speaker_s_words() -> None:
    text = "“The ayes are 214 and the noes are 213,” the Speaker said after the vote on the bill."
    assert all(c.quoted for c in read_votes(article(text)) if isinstance(c, CountClaim))


def test_the_result_follows_the_body_and_the_passive() -> None:
    text = "The motion was rejected by the House of Commons."
    assert [c.result for c in read_votes(article(text)) if isinstance(c, ResultClaim)] == ["fail"]


def test_other_scripts_and_empty_texts_have_no_votes() -> None:
    assert read_votes(article("")) == []
    assert read_votes(article("Генеральная Ассамблея приняла резолюцию 93 голосами.")) == []


EARLIER = [
    (
        "On Tuesday the General Assembly adopted the resolution by 153 votes to 10, with 23 abstentions. "
        "Last year, the measure passed by 187 votes with two against (Norway and Peru) and only one abstention (Fiji). "
        "Those voting against this year's resolution were Chad, Mali and Cuba.",
        {("yes", 187), ("no", 2), ("abstain", 1)},
        {"chad", "mali", "cuba"},
    ),
    (
        "The General Assembly adopted the resolution with 153 nations in favour, 10 against and 23 abstaining. "
        "That was up from an October resolution that called for calm, which 121 nations voted for and 14 against, with 44 abstaining. "
        "The 153 nations backing it included Chad.",
        {("yes", 121), ("no", 14), ("abstain", 44)},
        {"chad"},
    ),
]


@pytest.mark.parametrize(("text", "before", "now"), EARLIER)
def test_an_earlier_vote_is_one_vote_of_its_own_and_the_story_goes_on_with_the_current(text, before, now):
    claims = read_votes(article(text, published=datetime.date(2023, 12, 13)))
    assert {(c.option, c.value) for c in claims if isinstance(c, CountClaim) and c.vote.earlier} == before
    assert {c.actor.id for c in claims if isinstance(c, PositionClaim) and not c.vote.earlier} == now
    assert len({c.vote.ref for c in claims}) == 2


def test_the_number_that_was_shown_first_is_the_superseded_one():
    text = "The motion passed with 55 votes in favour. The electronic board had first showed 54 votes in favour."
    counts = {c.value: c.superseded for c in read_votes(article(text)) if isinstance(c, CountClaim)}
    assert counts == {55: False, 54: True}


def test_those_who_did_the_same_are_added_to_those_who_did_it_first():
    text = "The US voted against the resolution. Chad, Mali and 11 other states did the same."
    claims = read_votes(article(text))
    assert {(c.actor.id, c.option) for c in claims if isinstance(c, PositionClaim)} == {
        (n, "no") for n in ("united-states", "chad", "mali")
    }
    assert [(c.option, c.value, c.derived) for c in claims if isinstance(c, CountClaim)] == [("no", 14, True)]


SAID_NOTHING = [
    "A decision needs no less than 9 votes in favour.",
    "The resolution passed, with Chad choosing to either abstain or side with Mali.",
    "Chad forced others to vote against the resolution.",
    "Chad urged Mali to vote against the resolution.",
    "Nobody went to vote against the resolution.",
    "Out of a cabinet of nine, five members voted against the bill, one abstained.",
]


@pytest.mark.parametrize("text", SAID_NOTHING)
def test_a_need_a_choice_a_push_and_a_share_of_a_few_are_no_votes(text):
    assert not [c for c in read_votes(article(text)) if isinstance(c, CountClaim | PositionClaim)]


SAID_MUCH = [
    ("The resolution passed. With India, 12 countries abstained.", {("abstain", 12)}, {("india", "abstain")}),
    (
        "The resolution won 88 votes but fell short of the two-thirds majority it needed: 55 states voted against it and 23 abstained.",
        {("yes", 88), ("no", 55), ("abstain", 23)},
        set(),
    ),
    (
        "The draft, proposed by Chad and Mali, was rejected because it was vetoed by permanent member China.",
        set(),
        {("china", "no")},
    ),
    (
        "The United States and France, two permanent members with veto power, voted no on the draft.",
        set(),
        {("united-states", "no"), ("france", "no")},
    ),
    (
        "Mali and Niger were the only two countries to vote with Chad against the resolution.",
        set(),
        {("mali", "no"), ("niger", "no"), ("chad", "no")},
    ),
]


@pytest.mark.parametrize(("text", "counts", "positions"), SAID_MUCH)
def test_numbers_and_names_behind_asides_and_colons_are_read(text, counts, positions):
    claims = read_votes(article(text))
    assert {(c.option, c.value) for c in claims if isinstance(c, CountClaim) and not c.derived} == counts
    assert {(c.actor.id, c.option) for c in claims if isinstance(c, PositionClaim)} == positions
