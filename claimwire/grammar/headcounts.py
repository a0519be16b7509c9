"""Numbers of people whose noun follows: what is counted and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimwire.claims import FigureClaim
from claimwire.grammar.measures import Words, ahead, behind, match, measures, population_of, state_of
from claimwire.grammar.passages import Piece
from claimwire.grammar.quantities import Quantity
from claimwire.grammar.wordlists import word_list

SMALL_CHANGE: Final = 1_000
"""Sums of money below this are prices, not figures, unless a measure stands by."""
_BEFORE_YEARS: Final = word_list("headcounts.before_years")
_BETWEEN: Final = word_list("headcounts.between")
_HARMING: Final = word_list("barecounts.harming")
_VOTING: Final = word_list("headcounts.voting")
_PLACE_SIZE: Final = word_list("headcounts.place_size")
_MODIFYING: Final = 5
_ENDING: Final = word_list("headcounts.ending")
_NO_NOUN: Final = word_list("headcounts.no_noun")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number without a currency counts: the index of its noun, its measure, its population."""

    noun: int
    measure: str | None
    population: str | None
    rule: str


def noun_count(pieces: Sequence[Piece], quantity: Quantity, previous: FigureClaim | None, told_here: bool) -> Counted | None:
    """The figure whose noun follows its number: ``43,000 Ukrainian troops``, ``5,500 dead``."""
    tables = measures()
    state: str | None = None
    if is_year(pieces, quantity) and _told_as_year(pieces, quantity):
        return None
    for n in range(quantity.after, min(quantity.after + _MODIFYING, len(pieces))):
        piece = pieces[n]
        if piece.kind != "word":
            return None
        lower = piece.lower
        found = match(tables.states, pieces, n)
        population = match(tables.populations, pieces, n)
        if found is not None and population is None:
            follows = n + found[1]
            if follows >= len(pieces) or not _goes_on(pieces, follows):
                return Counted(follows - 1, found[0], _place_population(pieces, quantity, follows - 1), "figure.noun")
            state = state or found[0]
            continue
        if lower in tables.nouns and population is None:
            return Counted(n, tables.nouns[lower], _place_population(pieces, quantity, n), "figure.noun")
        people = piece.cap and state_of(piece, adjective=True) is not None and not _goes_on(pieces, n + 1)
        if (
            lower == "members"
            and pieces[n + 1 : n + 2]
            and pieces[n + 1].lower == "of"
            and any(p.lower in ("forces", "army", "police", "military") for p in pieces[n + 2 : n + 6])
        ):
            population = ("security-forces", 5)
        elif lower in tables.never:
            return None
        unknown = (
            population is None
            and not people
            and piece.cap
            and lower.endswith("s")
            and len(lower) > 4
            and lower not in tables.never
            and not _goes_on(pieces, n + 1)
        )
        if population is not None or people or unknown:
            last = min(n + (population[1] if population else 1), len(pieces)) - 1
            kind = population[0] if population else "people"
            measure = state or _measure(pieces, quantity, last, kind, tables.nouns.get(lower))
            if measure is None and previous is not None and told_here and previous.measure and _in_list(pieces, quantity):
                measure = previous.measure
            if unknown and measure is None:
                return None
            if measure is None and not (_counts_alone(pieces, quantity, last) and (lower in tables.alone or people)):
                return None
            return Counted(last, measure, population_of(pieces, quantity.after, last, kind), "figure.people")
        if lower in _ENDING:
            return None
    return None


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a noun for people follows, so that the word before only describes it."""
    tables = measures()
    for piece in pieces[at : at + 3]:
        if piece.kind != "word":
            return False
        if piece.lower in tables.populations or piece.lower in tables.never or piece.lower in tables.nouns:
            return True
        if piece.lower in _NO_NOUN:
            return False
    return False


def _place_population(pieces: Sequence[Piece], quantity: Quantity, noun: int) -> str | None:
    return population_of(pieces, quantity.after, noun, "people")


def _measure(pieces: Sequence[Piece], quantity: Quantity, noun: int, kind: str, own: str | None) -> str | None:
    """What is told of the people: the nearest state or verb, to the right before the left."""
    tables = measures()
    at = noun + 1
    while at < len(pieces) and at - noun <= 5 and pieces[at].lower in _BETWEEN:
        at += 1
    right = match(tables.states, pieces, at)
    if right is not None:
        return right[0]
    found = ahead(_fitting(kind, pieces[noun].lower), pieces, noun + 1)
    left = behind(_fitting(kind, pieces[noun].lower), pieces, quantity.first)
    if left is not None and left[1] == quantity.first - 1 and pieces[left[1]].lower in _HARMING:
        return left[0]
    if found is not None and (left is None or found[1] - noun <= 6 or quantity.first - left[1] > 3):
        return found[0]
    if left is not None:
        return left[0]
    if own is not None:
        return own
    state = behind(tables.told, pieces, quantity.first, 4)
    return state[0] if state is not None else None


def _fitting(kind: str, noun: str) -> Words:
    """Verbs of measures; ``lost`` counts only soldiers and lives, ``claimed`` only lives."""
    tables = measures()
    if noun == "lives":
        return tables.verbs_of_lives
    return tables.verbs_of_troops if kind == "troops" else tables.verbs


def _in_list(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    before = pieces[quantity.first - 1] if quantity.first else None
    return before is not None and (before.text in ":,(" or before.lower in ("and", "including"))


def _counts_alone(pieces: Sequence[Piece], quantity: Quantity, noun: int) -> bool:
    """Whether a number of people without a measure is told as a figure, not as the size of a place or a poll."""
    if quantity.value < SMALL_CHANGE:
        return False
    near = [p.lower for p in pieces[max(0, quantity.first - 4) : quantity.first]]
    if any(w in _PLACE_SIZE for w in near) or any(p.lower in _VOTING for p in pieces[noun + 1 : noun + 6]):
        return False
    return "per" not in near


def _told_as_year(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    """``the 1995 killings`` · ``the Act of 1913 left people`` · ``October 28, 2024 Israeli``: no number of people."""
    before = pieces[quantity.first - 1].lower if quantity.first else ""
    behind_day = before == "," and quantity.first > 1 and pieces[quantity.first - 2].text.isdecimal()
    return behind_day or before in _BEFORE_YEARS or before.endswith("'s")


def is_year(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    """Whether the number may be a year: four digits without a comma."""
    return (
        quantity.first == quantity.last
        and pieces[quantity.last].text.isdecimal()
        and len(pieces[quantity.last].text) == 4
        and 1900 <= quantity.value <= 2100
    )
