"""One vote told twice is one, two votes told together are two, and each has its own body; every vote here is made up."""

from __future__ import annotations

import datetime

import pytest

from claimwire.claims import CountClaim, ResultClaim
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

PUBLISHED = datetime.date(2024, 5, 16)

VOTES = [
    (
        "The US House voted in favour of the farm bill passed by the Senate in December. The final tally was 219 to 212.",
        ["us-house-of-representatives pass 219 212"],
    ),
    (
        "The US House has passed a farm bill. The measure, which cleared the Senate in December, goes to the president. "
        "The bill passed in a 219-212 vote.",
        ["us-house-of-representatives pass 219 212"],
    ),
    ("The Senate farm bill passed the US House in a vote of 219-212.", ["us-house-of-representatives pass 219 212"]),
    (
        "The Lords' amendment on the length of stay - MPs reject it by 289 votes to 220. Britain's parties were split.",
        ["uk-house-of-commons fail 220 289"],
    ),
    (
        "Late on Saturday the US Senate voted 88-9 for the farm bill. The House had acted in the afternoon. There it was 335-91.",
        ["us-senate pass 88 9", "us-house-of-representatives pass 335 91"],
    ),
    (
        "A resolution on Chad was passed by the board of the International Atomic Energy Agency. It follows a similar one in March. "
        "The text was carried by 19 votes to 3.",
        ["iaea-board-of-governors pass 19 3"],
    ),
    (
        "The Sejm passed the river bill by 235 votes to 202. Before that it had rejected a motion to drop it by 230 votes to 210.",
        ["sejm pass 235 202", "sejm fail 210 230"],
    ),
    (
        "The farm bill, which passed the US House 219-212 in March, was rejected by the US Senate 48-50.",
        ["us-house-of-representatives pass 219 212", "us-senate fail 48 50"],
    ),
    (
        "The Sejm had rejected the river bill by 202 votes to 235, but the Polish Senate passed it by 60 votes to 39.",
        ["sejm fail 202 235", "polish-senate pass 60 39"],
    ),
    (
        "The water bill passed the Sejm by 235 votes to 202 but failed in the Polish Senate, 45 to 54.",
        ["sejm pass 235 202", "polish-senate fail 45 54"],
    ),
    (
        "The UN Human Rights Council adopted the text with 27 votes in favour, 12 against and 18 abstentions.",
        ["un-human-rights-council pass 27 12"],
    ),
    (
        "By a vote of 90 in favour to 30 against, the UN General Assembly approved a declaration on rivers. "
        "The Declaration, for which 90 voted, is not binding.",
        ["un-general-assembly pass 90 30"],
    ),
    (
        "Thirty nations voted in favour of the motion and eleven against.\n"
        "In a 30-11 vote the UNESCO executive board gave its approval to a resolution on rivers.",
        ["unesco-executive-board pass 30 11"],
    ),
    ("The Sejm rejected by 202 votes to 235 an amendment to the river bill.", ["sejm fail 202 235"]),
    ("By 214-213 the US House voted on Tuesday to impeach the minister.", ["us-house-of-representatives pass 214 213"]),
    (
        "The UN General Assembly adopted by 150 votes to 3 a resolution against the embargo on Chad that has existed since 1970.",
        ["un-general-assembly pass 150 3"],
    ),
    (
        "The General Assembly of the Organization of American States (OAS) approved the text by 25 votes to 1.",
        ["oas-general-assembly pass 25 1"],
    ),
    ("UNESCO met in Paris. Its executive board adopted the text by 22 votes to 10.", ["unesco-executive-board pass 22 10"]),
    (
        "The general conference of the International Atomic Energy Agency rejected the text by 61 votes to 43.",
        ["iaea-general-conference fail 43 61"],
    ),
    (
        "The UN Security Council rejected by 7 votes to 4 a Chadian text on an inquiry by the Organisation for the Prohibition of "
        "Chemical Weapons (OPCW).",
        ["un-security-council fail 4 7"],
    ),
    (
        "TALLAHASSEE — Florida's Republican-controlled Senate passed the river bill by 26 votes to 13. The House is next, and "
        "Gov. Anna Weber will sign it.",
        ["florida-senate pass 26 13"],
    ),
    (
        "The Texas House met in Austin. Senators advanced the river bill in a 19-2 vote, and the governor praised them.",
        ["texas-senate pass 19 2"],
    ),
    (
        "The US House passed the river bill 219-212. Gov. Anna Weber of Texas praised it at the White House.",
        ["us-house-of-representatives pass 219 212"],
    ),
    ("The National Assembly has 349 members. MPs passed the river bill by 204 votes to 115.", ["kenyan-national-assembly pass 204 115"]),
    (
        "Only Chad, Mali and Peru voted in favour of the draft, while eight countries voted against. A text needs nine votes and no veto "
        "by a permanent member.",
        ["un-security-council fail - 8"],
    ),
    ("The river bill was through the Rajya Sabha with 214 votes in favour.", ["rajya-sabha pass 214 -"]),
    (
        "At a meeting of the Third Committee of the UN General Assembly the text was adopted with 88 votes in favour and 58 against.",
        ["un-third-committee pass 88 58"],
    ),
    (
        "The UN Security Council met on two drafts on Chad. The draft from Russia fell short. By a vote of 9 in favour to 3 against, the "
        "Council rejected the United States text.",
        ["un-security-council fail - -", "un-security-council fail 9 3"],
    ),
    (
        "The US Senate was deadlocked 50-50 on the nomination, and the vice president cast a tie-breaking vote.",
        ["us-senate pass 50 50"],
    ),
    (
        "Vanuatu's prime minister survived a no confidence motion last week by 36 votes to 12.",
        ["vanuatuan-parliament fail 12 36"],
    ),
    (
        "The Sejm put off the river plan by 257 votes to 149. In March the plan had passed with 263 votes in favour and 116 against.",
        ["sejm pass 257 149"],
    ),
    (
        "The motion to wait failed in the Sejm by 149 votes to 257. The Sejm then approved the river bill by 230 votes to 200.",
        ["sejm fail 149 257", "sejm pass 230 200"],
    ),
    (
        "The UN Security Council adopted Resolution 2950, which got 15 votes. "
        "On Tuesday it also adopted Resolution 2951 with 13 votes in favour.",
        ["un-security-council pass 15 -", "un-security-council pass 13 -"],
    ),
    (
        "The motion to oust the president was defeated in the National Assembly of South Africa by 214 votes to 148. "
        "A total of 201 MPs needed to pass it, for parliament to act on it.",
        ["south-african-national-assembly fail 148 214"],
    ),
    (
        "Delegates reject motion to wait\nThe Third Committee of the UN General Assembly approved five drafts today. "
        "With 32 votes in favour to 101 against, the motion was defeated.",
        ["un-third-committee fail 32 101"],
    ),
    (
        "The UN Security Council adopted a US-drafted text on Mali. Russia, which had circulated a rival draft, abstained on the 13-0 "
        "vote.",
        ["un-security-council pass 13 0"],
    ),
]  # fmt: skip


def votes_of(text: str) -> list[str]:
    """``body result yes no`` of each vote of the article's own time."""
    found: dict[str, list[str]] = {}
    for claim in read_votes(article(text, PUBLISHED)):
        if not claim.vote.earlier:
            own = found.setdefault(claim.vote.ref, [claim.vote.organization or "?", "-", "-", "-"])
            if isinstance(claim, ResultClaim):
                own[1] = claim.result
            elif isinstance(claim, CountClaim) and claim.option in ("yes", "no"):
                own[2 if claim.option == "yes" else 3] = str(claim.value)
    return [" ".join(own) for own in found.values()]


@pytest.mark.parametrize(("text", "votes"), VOTES, ids=[t[:60] for t, _ in VOTES])
def test_each_vote_stands_alone_with_its_body(text: str, votes: list[str]) -> None:
    assert votes_of(text) == votes
