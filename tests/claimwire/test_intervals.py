"""Numbers as told, as intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.comparing.intervals import agree, interval, near, rounded

AGREE = [
    (("over", 140), 141), (("over", 140), 140), (("at-least", 55), 60), (("under", 100), 93), (("up-to", 100), 100),
    (("about", 70), 73), (("exact", 93), 93),
]  # fmt: skip
DISAGREE = [(("over", 140), 139), (("under", 100), 101), (("about", 70), 93), (("exact", 64), 65), (("at-least", 55), 54)]


@pytest.mark.parametrize(("told", "value"), AGREE)
def test_agree(told: tuple[str, int], value: int) -> None:
    assert agree(interval(told[1], told[0]), (value, value))


@pytest.mark.parametrize(("told", "value"), DISAGREE)
def test_disagree(told: tuple[str, int], value: int) -> None:
    assert not agree(interval(told[1], told[0]), (value, value))


def test_a_range_holds_its_ends() -> None:
    assert interval(10, "range", 20) == (10, 20) == interval(20, "range", 10)


def test_rounding_widens_only_round_numbers() -> None:
    assert rounded(43_000) == (42_500, 43_500)
    assert rounded(43_120) == (43_115, 43_125)
    assert rounded(93) == (93, 93)
    assert rounded(100) == (100, 100)
    assert rounded(1.5e9) == (1.45e9, 1.55e9)
    assert rounded(2.5) == (2.5, 2.5)


@pytest.mark.parametrize(("a", "b", "close"), [(64, 65, True), (89, 93, True), (8, 18, False), (0, 1, True), (93, 120, False)])
def test_near(a: int, b: int, close: bool) -> None:
    assert near(a, b) is close


@given(st.integers(0, 10_000_000), st.sampled_from(["exact", "about", "over", "at-least", "under", "up-to"]))
def test_a_number_lies_in_its_own_interval(value: int, qualifier: str) -> None:
    low, high = interval(value, qualifier)
    assert low <= value <= high
    assert rounded(value)[0] <= value <= rounded(value)[1]
