"""Numbers in digits and in English words, to the millions, with where they end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimwire.grammar.lexer import Token

_ONES: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DOZEN: Final = "dozen"
_VAGUE: Final = frozenset("few several many couple of more".split())
"""Before ``dozen``: nobody knows how many."""
NUMBER_WORDS: Final = frozenset(_ONES) | frozenset(_TENS) | {_DOZEN}

LARGEST: Final = 10**15
"""Longer runs of digits are identifiers, not numbers of anything that is counted."""


def digits(words: str) -> int | None:
    """The whole number of a token of digits (``1,234``), or ``None`` for a decimal or a broken grouping."""
    if len(words) > 20:
        return None
    if words.isdigit():
        value = int(words)
        return value if value < LARGEST else None
    parts = words.split(",")
    if len(parts) > 1 and all(p.isdigit() for p in parts) and len(parts[0]) <= 3 and all(len(p) == 3 for p in parts[1:]):
        return int("".join(parts))
    return None


def read_number(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """``(value, index after)`` of the number that starts at ``tokens[at]``, or ``None``.

    Reads ``71``, ``1,234``, ``eighteen``, ``Eighty-eight``, ``one hundred and forty-one``.
    ``one`` alone is a number too; the caller decides what it counts.
    """
    token = tokens[at]
    if token.kind == "number":
        value = digits(token.text)
        return None if value is None else (value, at + 1)
    if token.lower not in NUMBER_WORDS:
        return None
    if token.lower == _DOZEN:
        before = [t.lower for t in tokens[max(0, at - 2) : at]]
        return None if before and before[-1] in _VAGUE else (6 if before == ["half", "a"] else 12, at + 1)
    total, current, end = 0, 0, at
    expect = "any"
    while end < len(tokens) and end - at < 12:
        word = tokens[end].lower
        if word in _TENS and expect in ("any", "after-hundred"):
            current += _TENS[word]
            end += 1
            if end + 1 < len(tokens) and tokens[end].kind == "dash" and 0 < _ONES.get(tokens[end + 1].lower, 0) < 10:
                current += _ONES[tokens[end + 1].lower]
                end += 2
            elif end < len(tokens) and 0 < _ONES.get(tokens[end].lower, 0) < 10 and tokens[end].start == tokens[end - 1].end + 1:
                current += _ONES[tokens[end].lower]
                end += 1
            expect = "scale"
        elif word in _ONES and expect in ("any", "after-hundred"):
            current += _ONES[word]
            end += 1
            expect = "scale"
        elif word in _SCALES and expect in ("scale", "scale-only") and current:
            if word == "hundred":
                current *= 100
                expect = "after-hundred"
            else:
                total += current * _SCALES[word]
                current = 0
                expect = "any"
            end += 1
        elif word == _DOZEN and expect == "scale" and 0 < current < 20:
            return current * 12, end + 1
        elif word == "and" and expect == "after-hundred" and end + 1 < len(tokens) and tokens[end + 1].lower in NUMBER_WORDS:
            end += 1
        else:
            break
    return (total + current, end) if end > at else None
