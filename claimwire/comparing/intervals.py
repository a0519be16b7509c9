"""Numbers as told, as intervals: ``over 140`` and 141 agree, ``about 70`` and 73 do, 64 and 65 do not."""

from __future__ import annotations

import math
from typing import Final

Interval = tuple[float, float]

SLACK: Final = 0.1
"""How far, as a share of the number, a value may lie from one told as ``about``."""


def interval(value: float, qualifier: str = "exact", high: float | None = None) -> Interval:
    """The numbers that a value with its qualifier allows, both ends included.

    ``over`` and ``under`` include their number: reporters round to it. An
    unknown qualifier is read as ``about``.
    """
    if qualifier == "exact":
        return value, value
    if qualifier in ("over", "at-least"):
        return value, math.inf
    if qualifier in ("under", "up-to"):
        return -math.inf, value
    if qualifier == "range" and high is not None:
        return min(value, high), max(value, high)
    return value - SLACK * abs(value), value + SLACK * abs(value)


def agree(a: Interval, b: Interval) -> bool:
    """Whether one number can be in both."""
    return a[0] <= b[1] and b[0] <= a[1]


def rounded(value: float) -> Interval:
    """The numbers that are written as ``value`` when rounded to the digits it shows: 43,000 -> 42,500 to 43,500.

    Numbers below 1,000 and numbers without a zero at their end stand for themselves.
    """
    whole = abs(int(value))
    if value != int(value) or whole < 1000:
        return value, value
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    return (value - step / 2, value + step / 2) if step > 1 else (value, value)


def near(a: float, b: float) -> bool:
    """Whether two counts of votes lie as close as counts of one vote that was misread do."""
    return abs(a - b) <= max(1.0, 0.05 * max(abs(a), abs(b)))
