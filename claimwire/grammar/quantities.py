"""Numbers with their scale, unit, range and qualifier: ``over $60 billion``, ``18,000 to 20,000``, ``half a million``."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final, cast

from claimwire.claims import Qualifier
from claimwire.grammar.passages import Piece

_ONES: Final = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS: Final = {w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_SCALES: Final[dict[str, int]] = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "millions": 10**6, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6,
    "billion": 10**9, "bn": 10**9, "bln": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12, "trln": 10**12, "t": 10**12,
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
_TIGHT: Final = frozenset(("k", "m", "b", "t", "mil"))
"""Scales that are letters: only right behind their digits, or behind a sum of money."""

_LARGEST: Final = 10**15
_DASHES: Final = frozenset("-–—‑‒−")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something. ``unit`` is a currency's code or ``None``; pieces ``first..last``."""

    value: int | float
    high: int | float | None
    unit: str | None
    qualifier: Qualifier
    first: int
    last: int
    after: int
    """The index of the first piece behind it, a right-hand qualifier counted."""


@functools.cache
def _money() -> tuple[dict[str, str], frozenset[str], dict[str, str], dict[str, str]]:
    data: dict[str, Any] = tomllib.loads(resources.files("claimwire.data").joinpath("currencies.toml").read_text("utf-8"))
    return data["signs"], frozenset(data["codes"]["words"]), data["words"], data["prefixes"]


@functools.cache
def _qualifiers() -> dict[str, Qualifier]:
    data: dict[str, Any] = tomllib.loads(resources.files("claimwire.data").joinpath("measures.toml").read_text("utf-8"))
    return {words: cast(Qualifier, name) for name, rows in data["qualifiers"].items() for words in rows}


def quantity_at(pieces: Sequence[Piece], at: int) -> Quantity | None:
    """The quantity that begins at ``pieces[at]`` (its currency sign counted), or ``None``."""
    unit, first = _sign(pieces, at)
    number = _number(pieces, first, unit is not None)
    if number is None:
        return None
    value, end, scaled = number
    high: int | float | None = None
    more = _range(pieces, end, unit)
    if more is not None:
        high, after, high_scaled, high_unit = more
        if high_scaled and not scaled and value < high and high_scaled * value <= high:
            value *= high_scaled
        if high > value:
            end, unit = after, unit or high_unit
        else:
            high = None
    if unit is None and high is None and (compound := _scale_and_unit(pieces, end)) is not None:
        scale, unit, end = compound
        value *= scale
    if unit is None:
        unit, end = _unit_word(pieces, end)
    if end < len(pieces) and pieces[end].text in _DASHES and end + 1 < len(pieces) and pieces[end].start == pieces[end - 1].end:
        joined = pieces[end + 1]
        if joined.start == pieces[end].end and joined.kind in ("word", "number"):
            return None
    qualifier, begin = _qualifier_before(pieces, at)
    if qualifier == "exact" and high is not None and begin < at and pieces[begin].lower == "between":
        qualifier = "range"
    if high is not None:
        qualifier = "range"
    behind = " ".join(p.lower for p in pieces[end : end + 2])
    if qualifier == "exact" and behind in ("or so", "or more"):
        qualifier, end = _qualifiers()[behind], end + 2
    return Quantity(_plain(value), None if high is None else _plain(high), unit, qualifier, begin, end - 1, end)


def _plain(value: int | float) -> int | float:
    return round(value) if (abs(value - round(value)) < 1e-6 * max(1.0, abs(value)) and value > 1000) or value == int(value) else value


def _sign(pieces: Sequence[Piece], at: int) -> tuple[str | None, int]:
    """(currency, index of the number) where a sign or code stands before it."""
    signs, codes, _, prefixes = _money()
    if at + 1 >= len(pieces):
        return None, at
    piece = pieces[at]
    if piece.kind == "mark" and piece.text in signs:
        return signs[piece.text], at + 1
    if piece.kind == "word":
        if at + 2 < len(pieces) and pieces[at + 1].text in ("$", "£") and pieces[at + 1].start == piece.end:
            known = signs.get(piece.text.replace(".", "") + pieces[at + 1].text)
            return (known, at + 2) if known else (None, at)
        if piece.text in codes and pieces[at + 1].kind == "number":
            return piece.text, at + 1
        if piece.lower in prefixes and pieces[at + 1].kind == "number":
            return prefixes[piece.lower], at + 1
    return None, at


def _number(pieces: Sequence[Piece], at: int, money: bool) -> tuple[int | float, int, int] | None:
    """(value, index after, its scale or 0) of the number at ``at``."""
    if at >= len(pieces):
        return None
    piece = pieces[at]
    value: int | float
    if piece.kind == "number":
        scaled = at + 1 < len(pieces) and pieces[at + 1].lower.rstrip(".") in _SCALES
        digits = _digits(piece.text, scaled)
        if digits is None:
            return None
        value, end = digits, at + 1
    elif piece.kind == "word":
        spelled = _spelled(pieces, at)
        if spelled is None:
            return None
        value, end = spelled
    else:
        return None
    scale = 0
    for _ in range(2):
        if end < len(pieces) and pieces[end].kind == "word" and pieces[end].lower.rstrip(".") in _SCALES:
            word = pieces[end].lower.rstrip(".")
            tight = pieces[end].start == pieces[end - 1].end
            if word in _TIGHT and not (tight or money):
                break
        elif money and end + 1 < len(pieces) and pieces[end].text == "-" and pieces[end + 1].lower.split("-")[0] in _SCALES:
            end += 1
            word = pieces[end].lower.split("-")[0]
        else:
            break
        scale = (scale or 1) * _SCALES[word]
        value, end = value * _SCALES[word], end + 1
    return (value, end, scale) if value < _LARGEST else None


def _digits(text: str, scaled: bool) -> int | float | None:
    """``1,234`` · ``3.2`` · ``1,00,000``; ``43.000`` is a decimal only before a scale (``1.125 million``), else nobody knows."""
    if len(text) > 20:
        return None
    text = "".join(text.split())
    whole, _, part = text.partition(".")
    groups = whole.split(",")
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and all(len(g) in (2, 3) for g in groups[1:])):
        return None
    if not part:
        return int("".join(groups))
    if "." in part or "," in part:
        return None
    if len(part) == 3 and not scaled and len(groups) == 1 and 1 <= len(whole) <= 3 and whole != "0":
        return None
    return float("".join(groups) + "." + part)


def _spelled(pieces: Sequence[Piece], at: int) -> tuple[int | float, int] | None:
    """The number that words spell: ``four``, ``twenty-one``, ``one hundred and five``, ``a million``, ``half a million``."""
    if at >= len(pieces):
        return None
    lower = pieces[at].lower
    following = [p.lower for p in pieces[at + 1 : at + 4]]
    if lower in ("a", "an") and following[:1] and following[0] in ("hundred", "thousand", "million", "billion", "trillion"):
        return 1, at + 1
    if lower == "half" and len(following) > 1 and following[0] == "a" and following[1] in ("million", "billion", "trillion"):
        return 0.5, at + 2
    value, end, read = 0, at, False
    while end < len(pieces) and end - at < 8:
        word = pieces[end].lower
        tens, _, ones = word.partition("-")
        if word in _ONES or word in _TENS:
            value += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif tens in _TENS and ones in _ONES:
            value += _TENS[tens] + _ONES[ones]
        elif word == "hundred" and 0 < value < 100:
            value *= 100
        elif not (word == "and" and value >= 100 and end + 1 < len(pieces) and pieces[end + 1].lower.split("-")[0] in {**_ONES, **_TENS}):
            break
        read, end = True, end + 1
        if word in _ONES and end < len(pieces) and pieces[end].lower != "hundred":
            break
    return (value, end) if read else None


def _range(pieces: Sequence[Piece], at: int, unit: str | None) -> tuple[int | float, int, int, str | None] | None:
    """(high, index after, its scale, its currency) where ``to``, ``and`` or a dash goes on with a second number."""
    if at + 1 >= len(pieces):
        return None
    joint = pieces[at]
    if joint.lower not in ("to", "and", "or") and joint.text not in _DASHES:
        return None
    if joint.lower in ("and", "or") and not any(p.lower == "between" for p in pieces[max(0, at - 6) : at]):
        return None
    if joint.lower == "to" and any(p.lower in ("from", "rose", "fell", "grew") for p in pieces[max(0, at - 5) : at]):
        return None
    second, first = _sign(pieces, at + 1)
    number = _number(pieces, first, unit is not None or second is not None)
    if number is None or (second is not None and unit is not None and second != unit):
        return None
    value, end, scale = number
    return value, end, scale, second


def _scale_and_unit(pieces: Sequence[Piece], at: int) -> tuple[int, str, int] | None:
    """(scale, currency, index after) of ``billion-dollar`` behind a number: ``a 4.7 billion-dollar plan``, ``the 50-million-euro fund``."""
    if at + 1 < len(pieces) and pieces[at].text == "-" and pieces[at].end == pieces[at + 1].start:
        at += 1
    if at >= len(pieces) or "-" not in pieces[at].lower:
        return None
    scale, _, word = pieces[at].lower.partition("-")
    unit = _money()[2].get(word)
    return None if unit is None or scale not in _SCALES else (_SCALES[scale], unit, at + 1)


def _unit_word(pieces: Sequence[Piece], at: int) -> tuple[str | None, int]:
    _, codes, words, _ = _money()
    for length in (3, 2, 1):
        form = " ".join(p.lower for p in pieces[at : at + length])
        if form in words and at + length <= len(pieces):
            return words[form], at + length
    if at < len(pieces) and pieces[at].text in codes:
        return pieces[at].text, at + 1
    if at < len(pieces) and pieces[at].text in ("€", "£", "$"):
        behind = at + 1 >= len(pieces) or pieces[at + 1].kind != "number"
        if behind:
            return _money()[0][pieces[at].text], at + 1
    return None, at


def _qualifier_before(pieces: Sequence[Piece], at: int) -> tuple[Qualifier, int]:
    """(qualifier, index of its first word) of the words right before a number."""
    table = _qualifiers()
    skip = at
    while (
        skip > 0
        and pieces[skip - 1].lower in ("a", "the", "some", "another", "further", "additional", "total", "other", "of", "just")
        and at - skip < 3
    ):
        if pieces[skip - 1].lower == "some" and skip == at:
            break
        skip -= 1
    for end in dict.fromkeys((at, skip)):
        for length in (4, 3, 2, 1):
            if end - length < 0:
                continue
            words = " ".join(p.lower for p in pieces[end - length : end])
            if words in table:
                return table[words], end - length
    if at > 0 and pieces[at - 1].lower == "between":
        return "exact", at - 1
    return "exact", at
