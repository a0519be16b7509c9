from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from claimwire import Document, actors, checks, read
from claimwire.articles import Article, Block
from claimwire.claims import Claim, CountClaim, Inconsistency, Option, PositionClaim, Qualifier, Result, ResultClaim, Vote

ASSEMBLY = Vote("v1", "un-general-assembly")
COUNCIL = Vote("v1", "un-security-council")


def article(text: str, published: datetime.date | None = None) -> Article:
    return Article(outlet="example", text=text, blocks=(Block("body", 0, len(text)),), published=published)


def span(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def count(
    text: str, words: str, option: Option, value: int, vote: Vote = ASSEMBLY, *, derived: bool = False, qualifier: Qualifier = "exact",
    superseded: bool = False, tentative: bool = False,
) -> CountClaim:  # fmt: skip
    return CountClaim(
        option=option,
        value=value,
        vote=vote,
        derived=derived,
        qualifier=qualifier,
        superseded=superseded,
        tentative=tentative,
        **span(text, words),
    )


def position(text: str, words: str, state: str, option: Option, vote: Vote = ASSEMBLY, *, quoted: bool = False) -> PositionClaim:
    return PositionClaim(actor=actors.actor(state), option=option, vote=vote, quoted=quoted, **span(text, words))


def result(text: str, words: str, result: Result, vote: Vote = COUNCIL) -> ResultClaim:
    return ResultClaim(result=result, vote=vote, **span(text, words))


def flags(text: str, claims: Sequence[Claim] = (), published: datetime.date | None = None) -> list[Inconsistency]:
    return list(checks.check(article(text, published), claims))


def kinds(text: str, claims: Sequence[Claim] = (), published: datetime.date | None = None) -> list[str]:
    return [flag.kind for flag in flags(text, claims, published)]


def test_a_weekday_that_does_not_fit_its_date() -> None:
    text = "The text passed on Monday, February 25, 2025. Monday, February 25, 2025 was a long day."
    (flag,) = flags(text)
    assert (flag.kind, text[flag.start : flag.end]) == ("weekday", "Monday, February 25, 2025")
    assert flag.message == "The article says Monday, but 25 February 2025 was a Tuesday."


def test_a_weekday_that_fits() -> None:
    assert kinds("The text passed on Monday, February 24, 2025.") == []


def test_a_weekday_in_furniture_is_not_the_articles() -> None:
    text = "Monday, February 25, 2025\nThe text passed."
    end = text.index("\n")
    page = Article("example", text, (Block("boilerplate", 0, end), Block("body", end + 1, len(text))))
    assert list(checks.check(page, ())) == []


SUM = "It got 120 votes in favour, 60 against and 40 abstentions."


def counts_of(text: str, yes: int, no: int, abstain: int, vote: Vote = ASSEMBLY) -> list[CountClaim]:
    return [
        count(text, f"{yes}", "yes", yes, vote),
        count(text, f"{no} against", "no", no, vote),
        count(text, f"{abstain} abst", "abstain", abstain, vote),
    ]


def test_more_votes_than_members() -> None:
    (flag,) = flags(SUM, counts_of(SUM, 120, 60, 40))
    assert flag.kind == "sum"
    assert flag.message == (
        "The article counts 120 voting in favour, 60 voting against, 40 abstaining: 220 together, "
        "but the United Nations General Assembly has 193 members."
    )


@pytest.mark.parametrize(
    "claims",
    [
        counts_of(SUM, 120, 60, 40, Vote("v1")),
        counts_of(SUM, 120, 60, 40, Vote("v1", "some-club")),
        counts_of(SUM, 120, 60, 40)[:2],
        [*counts_of(SUM, 120, 60, 40)[:2], count(SUM, "40 abst", "abstain", 40, qualifier="about")],
        [*counts_of(SUM, 120, 60, 40)[:2], count(SUM, "40 abst", "abstain", 40, superseded=True)],
        [*counts_of(SUM, 120, 60, 40)[:2], count(SUM, "40 abst", "abstain", 40, derived=True)],
        [*counts_of(SUM, 120, 60, 40)[:2], count(SUM, "40 abst", "abstain", 40, tentative=True)],
        [*counts_of(SUM, 120, 60, 40), count(SUM, "in favour", "yes", 20)],
        [*counts_of(SUM, 120, 60, 40)[:2], count(SUM, "40 abst", "absent", 40)],
    ],
    ids=[
        "no body",
        "unknown body",
        "within the size",
        "about",
        "superseded",
        "derived",
        "tentative",
        "two values for one option",
        "the absent cast no vote",
    ],
)
def test_sums_that_prove_nothing(claims: list[Claim]) -> None:
    assert kinds(SUM, claims) == []


def test_more_states_named_than_counted() -> None:
    text = "Only two voted against. Hungary said no. Israel said no. Palau said no."
    claims = [count(text, "two", "no", 2), *(position(text, s, s.lower(), "no") for s in ("Hungary", "Israel", "Palau"))]
    (flag,) = flags(text, claims)
    assert (flag.kind, flag.message) == ("list", "The article names 3 states that voted against, but counts 2.")


def test_a_complete_list_shorter_than_its_count() -> None:
    text = "Four voted against: Hungary, Israel and Palau. The rest agreed."
    claims = [count(text, "Four", "no", 4), *(position(text, s, s.lower(), "no") for s in ("Hungary", "Israel", "Palau"))]
    (flag,) = flags(text, claims)
    assert (flag.kind, flag.message) == ("list", "The article says that 4 voted against and then lists 3.")
    assert text[flag.start : flag.end] == "Four voted against: Hungary, Israel and Palau"


@pytest.mark.parametrize(
    "text",
    [
        "Three voted against: Hungary, Israel and Palau.",
        "Four voted against, including: Hungary, Israel and Palau.",
        "Four voted against: Hungary, Israel, Palau and one more.",
        "Four voted against: Hungary, Israel, Atlantis and Palau.",
        "Four voted against, among them (Hungary, Israel and Palau).",
        "Four voted against. Hungary, Israel and Palau spoke.",
        "Four voted against: Hungary, Israel and Palau. Another was absent too.",
        "It passed, plus four that had voted against before: Hungary, Israel and Palau.",
    ],
)
def test_lists_that_may_well_be_right(text: str) -> None:
    number = "Three" if "Three" in text else "Four" if "Four" in text else "four"
    claims = [
        count(text, number, "no", 3 if number == "Three" else 4),
        *(position(text, s, s.lower(), "no") for s in ("Hungary", "Israel", "Palau")),
    ]
    assert kinds(text, claims) == []


def test_named_and_others_make_more_than_the_count() -> None:
    text = "There were 17 noes. Hungary and 17 others voted against."
    claims = [
        count(text, "17 noes", "no", 17),
        count(text, "Hungary and 17 others", "no", 18, derived=True),
        position(text, "Hungary", "hungary", "no"),
    ]
    (flag,) = flags(text, claims)
    assert (flag.kind, flag.message) == ("list", "The states named and the others make 18 that voted against, but the article counts 17.")


def test_named_and_others_may_be_only_a_part() -> None:
    text = "There were 19 noes. Hungary and 17 others voted against."
    claims = [count(text, "19 noes", "no", 19), count(text, "Hungary and 17 others", "no", 18, derived=True)]
    assert kinds(text, claims) == []


TWO_SIDES = "Brazil abstained in the first paragraph and voted against in the last; Chile did so as well."


def test_a_state_on_two_sides() -> None:
    claims = [position(TWO_SIDES, "Brazil abstained", "brazil", "abstain"), position(TWO_SIDES, "voted against", "brazil", "no")]
    (flag,) = flags(TWO_SIDES, claims)
    assert (flag.kind, flag.vote) == ("sides", "v1")
    assert flag.message == "The article has Brazil abstaining and voting against on the same vote."


@pytest.mark.parametrize(
    "second",
    [
        position(TWO_SIDES, "voted against", "chile", "no"),
        position(TWO_SIDES, "voted against", "brazil", "no", Vote("v2", "un-general-assembly")),
        position(TWO_SIDES, "voted against", "brazil", "no", quoted=True),
        position(TWO_SIDES, "Chile", "brazil", "abstain"),
    ],
    ids=["another state", "another vote", "words of a speaker", "the same side twice"],
)
def test_sides_that_do_not_clash(second: PositionClaim) -> None:
    assert kinds(TWO_SIDES, [position(TWO_SIDES, "Brazil abstained", "brazil", "abstain"), second]) == []


def test_parties_may_be_split() -> None:
    labour = actors.actor("labour-party-uk")
    vote = Vote("v1", "uk-house-of-commons")
    sides: tuple[Option, Option] = ("yes", "no")
    claims = [PositionClaim(actor=labour, option=o, vote=vote, start=n, end=n + 6) for n, o in enumerate(sides)]
    assert kinds(TWO_SIDES, claims) == []


ADOPTED = "The Council adopted the text with 8 in favour; Russia voted against."


def test_the_council_needs_nine() -> None:
    (flag,) = flags(ADOPTED, [result(ADOPTED, "adopted", "pass"), count(ADOPTED, "8", "yes", 8, COUNCIL)])
    assert flag.kind == "council"
    assert "with 8 votes in favour, but it needs 9" in flag.message


def test_the_council_adopts_nothing_against_a_veto() -> None:
    (flag,) = flags(ADOPTED, [result(ADOPTED, "adopted", "pass"), position(ADOPTED, "Russia", "russia", "no", COUNCIL)])
    assert flag.kind == "council"
    assert "the permanent member Russia voted against" in flag.message


def test_the_council_rejects_nothing_with_ten_and_no_noes() -> None:
    text = "The text failed with 10 in favour and none against."
    claims = [result(text, "failed", "fail"), count(text, "10", "yes", 10, COUNCIL), count(text, "none", "no", 0, COUNCIL)]
    assert kinds(text, claims) == ["council"]


@pytest.mark.parametrize(
    ("text", "vote", "outcome", "yes", "against"),
    [
        ("Adopted with 9; Pakistan against.", COUNCIL, "pass", 9, "pakistan"),
        ("Vetoed with 13; Russia against.", COUNCIL, "fail", 13, "russia"),
        ("Adopted with 9, a procedural vote; Russia against.", COUNCIL, "pass", 9, "russia"),
        ("Adopted with 8; Russia against.", ASSEMBLY, "pass", 8, "russia"),
    ],
    ids=["nine and no veto", "vetoed", "procedure knows no veto", "the Assembly"],
)
def test_council_results_that_can_be(text: str, vote: Vote, outcome: Result, yes: int, against: str) -> None:
    claims = [
        result(text, text.split()[0], outcome, vote),
        count(text, f"{yes}", "yes", yes, vote),
        position(text, against.title(), against, "no", vote),
    ]
    assert kinds(text, claims) == []


@pytest.mark.shared
def test_of_the_seeds_only_the_weekday_of_the_fifth_is_flagged(shared_dir: Path) -> None:
    found = {}
    for line in (shared_dir / "corpus" / "seeds.ndjson").read_text("utf-8").splitlines():
        row = json.loads(line)
        known = {k: row[k] for k in ("text", "url", "outlet", "published") if row.get(k)}
        for flag in read(Document(**known)).inconsistencies:
            found.setdefault(row["document"][:3], []).append(flag.kind)
    assert found == {"004": ["weekday"]}
