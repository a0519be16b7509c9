"""What changed from one revision to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire import Article, Block, CountClaim, Vote
from claimwire.revisions import Change, compare, sentences
from claimwire.testing import calls_of


def article(text: str) -> Article:
    return Article("daily", text, (Block("body", 0, len(text)),) if text else ())


def changes(before: str, after: str) -> tuple[Change, ...]:
    return compare(article(before), article(after)).sentences


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("It passed. All cheered.", "It passed. All cheered.", (), id="nothing changed"),
        pytest.param("It passed.", "It passed. All cheered.", (Change("added", "", "All cheered."),), id="a sentence was added"),
        pytest.param("It passed. All cheered.", "It passed.", (Change("removed", "All cheered.", ""),), id="a sentence was removed"),
        pytest.param(
            "On Monday 64 countries abstained. Nobody spoke.",
            "On Monday 65 countries abstained. Nobody spoke.",
            (Change("reworded", "On Monday 64 countries abstained.", "On Monday 65 countries abstained."),),
            id="a figure was corrected",
        ),
        pytest.param("It  passed.\n\nAll cheered.", "It passed. All cheered.", (), id="white space is no change"),
    ],
)
def test_changes_of_sentences(before: str, after: str, expected: tuple[Change, ...]) -> None:
    assert changes(before, after) == expected


def test_claims_are_compared_by_what_they_say() -> None:
    vote = Vote("v1")
    old = CountClaim(vote=vote, option="abstain", value=64, start=0, end=2)
    kept = CountClaim(vote=vote, option="yes", value=93, start=5, end=7)
    moved = CountClaim(vote=vote, option="yes", value=93, start=50, end=52)
    new = CountClaim(vote=vote, option="abstain", value=65, start=0, end=2)
    comparison = compare(article("x"), article("x"), [old, kept], [new, moved])
    assert (comparison.claims_added, comparison.claims_removed) == ((new,), (old,))


def test_sentences_are_cut_at_end_marks_and_line_breaks() -> None:
    assert sentences("He said: “No.” Then he left.\nU.S. envoys stayed") == ["He said: “No.”", "Then he left.", "U.S. envoys stayed"]


@given(st.lists(st.sampled_from(["One.", "Two two two.", "Three.", "Four four."]), max_size=12))
def test_adding_what_was_removed_gives_the_new_text_back(lines: list[str]) -> None:
    other = [line for line in lines if len(line) % 3]
    found = changes("\n".join(lines), "\n".join(other))
    balance = len(lines) + sum(c.kind == "added" for c in found) - sum(c.kind == "removed" for c in found)
    assert balance == len(other)


def test_a_rewritten_book_costs_no_more_than_its_length() -> None:
    def cost(size: int) -> int:
        before = "\n".join(f"Sentence number {i} of the old book." for i in range(size))
        after = "\n".join(f"Chapter {i} has other words altogether now." for i in range(size))
        return calls_of(lambda: changes(before, after))

    assert cost(8_000) <= 5 * cost(2_000)
