"""Numbers of people: what is counted and what became of them, with a noun behind the number or by the number alone."""

from __future__ import annotations

import itertools
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
_OF_THOSE: Final = frozenset(("those", "them", "these", "whom"))
_BARE_VERBS: Final = frozenset(("were", "was", "are", "have", "had", "more", "others"))
_NOT_BARE: Final = frozenset(("in need", "affected", "deployed", "protesting", "covered", "hungry"))
"""Measures that a number by itself does not tell: ``217 are needed`` counts votes."""
_BEFORE_YEARS: Final = word_list("headcounts.before_years")
_BETWEEN: Final = word_list("headcounts.between")
_HARMING: Final = word_list("headcounts.harming")
_CHANGING: Final = word_list("headcounts.changing")
_CROWDS: Final = word_list("headcounts.crowds")
_ANY_TOLL: Final = frozenset(("number", "figure", "figures", "total", "count", "tally", "estimate"))
_SAYING: Final = word_list("headcounts.saying")
_VOTING: Final = word_list("headcounts.voting")
_PLACE_SIZE: Final = word_list("headcounts.place_size")
_MODIFYING: Final = 5
_MAY_FOLLOW: Final = word_list("headcounts.may_follow")


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
    if _is_year(pieces, quantity) and _told_as_year(pieces, quantity):
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
        if lower in (
            "of",
            "to",
            "in",
            "on",
            "at",
            "and",
            "or",
            "the",
            "by",
            "with",
            "for",
            "from",
            "after",
            "were",
            "was",
            "have",
            "has",
            "had",
            "who",
            "that",
        ):
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
        if piece.lower in (
            "in",
            "and",
            "or",
            "of",
            "since",
            "after",
            "from",
            "on",
            "by",
            "at",
            "were",
            "was",
            "have",
            "had",
            "has",
            "who",
            "as",
            "live",
            "most",
            "more",
        ):
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


def bare_count(pieces: Sequence[Piece], quantity: Quantity, previous: FigureClaim | None, told_here: bool) -> Counted | None:
    """A number by itself: ``the toll has climbed to 11,300``, ``10,000 more were missing``, ``a spokesman gave 11,300``."""
    tables = measures()
    if any(p.lower == "aged" for p in pieces[max(0, quantity.first - 3) : quantity.first]):
        return None
    follows = pieces[quantity.after] if quantity.after < len(pieces) else None
    if quantity.first and pieces[quantity.first - 1].lower in _OF_THOSE and (follows is None or follows.kind != "word"):
        return None
    if follows is not None and follows.lower == "of" and told_here and previous is not None and previous.unit == "people":
        after = pieces[quantity.after + 1].lower if quantity.after + 1 < len(pieces) else ""
        if after in _OF_THOSE:
            return Counted(quantity.last, previous.measure, previous.population, "figure.of-those")
    if follows is not None and follows.kind == "word" and (follows.lower in tables.never or follows.cap):
        return None
    done = _done(pieces, quantity, told_here or (quantity.first < 2 and previous is not None and previous.unit == "people"))
    if done is not None:
        return Counted(quantity.last, done, previous.population if previous and told_here else None, "figure.bare")
    if follows is not None and follows.lower in _BARE_VERBS:
        found = ahead(tables.told_or_done, pieces, quantity.after, 5)
        if found is not None and (found[0] not in _NOT_BARE or quantity.value >= 10_000):
            return Counted(quantity.last, found[0], previous.population if previous else None, "figure.bare")
        if previous is not None and previous.unit == "people" and _of_those(pieces, quantity):
            return Counted(quantity.last, previous.measure, previous.population, "figure.of-those")
    if follows is not None and follows.kind == "word" and follows.lower not in _MAY_FOLLOW and not _time_follows(pieces, quantity):
        return None
    before = quantity.first - 1
    while before >= 0 and pieces[before].lower in ("the", "a", "an"):
        before -= 1
    if before >= 0 and told_here and previous is not None and previous.unit == "people" and is_superseded(pieces, quantity):
        return Counted(quantity.last, previous.measure, previous.population, "figure.earlier")
    if before > 0 and pieces[before].text == ":" and (labelled := behind(tables.told_or_done, pieces, before, 4)) is not None:
        return Counted(quantity.last, labelled[0], _toll_population(pieces, 0, before), "figure.label")
    if (
        before < 0
        or (
            pieces[before].lower not in tables.toll_verbs
            and not (told_here and pieces[before].lower in _SAYING)
            and not _ends_with_it(pieces, quantity, before)
        )
        or _is_year(pieces, quantity)
    ) and not _qualified_toll(pieces, quantity):
        return None
    toll = behind(tables.tolls_and_told, pieces, quantity.first, 14)
    if toll is not None:
        measure = toll[0] or _what_toll(pieces, toll[1], quantity.first)
        if measure is None and told_here and previous is not None and previous.unit == "people" and pieces[toll[1]].lower in _ANY_TOLL:
            return Counted(quantity.last, previous.measure, previous.population, "figure.toll")
        if measure is not None:
            return Counted(quantity.last, measure, _toll_population(pieces, toll[1], quantity.first), "figure.toll")
    if (
        previous is not None
        and previous.unit == "people"
        and quantity.value >= 100
        and (pieces[before].lower in _SAYING or _ends_with_it(pieces, quantity, before))
    ):
        return Counted(quantity.last, previous.measure, previous.population, "figure.bare")
    return None


def _done(pieces: Sequence[Piece], quantity: Quantity, told_here: bool) -> str | None:
    """The measure where a verb stands right beside the number: ``251 taken hostage``, ``wounding 30``, ``drove 2,000 from their homes``."""
    tables = measures()
    right = match(tables.told_or_done, pieces, quantity.after)
    if right is not None and (right[1] > 1 or told_here) and right[0] not in _NOT_BARE:
        return right[0]
    ends = quantity.after >= len(pieces) or pieces[quantity.after].kind == "mark" or pieces[quantity.after].lower in _MAY_FOLLOW
    if ends and quantity.first and pieces[quantity.first - 1].lower in _HARMING and not _is_year(pieces, quantity):
        found = match(tables.verbs, pieces, quantity.first - 1)
        if found is not None:
            return found[0]
    before = [p.lower for p in pieces[max(0, quantity.first - 2) : quantity.first]]
    if (
        len(before) == 2
        and before[0] in _CROWDS
        and before[1] in ("of", "drew")
        and quantity.value >= 20
        and not _is_year(pieces, quantity)
    ):
        return "protesting"
    follows = " ".join(p.lower for p in pieces[quantity.after : quantity.after + 3])
    return "displaced" if follows in ("from their homes", "out of their homes") else None


def _time_follows(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    """``57 a day earlier`` · ``190 one week ago``."""
    words = [p.lower for p in pieces[quantity.after : quantity.after + 2]]
    return len(words) == 2 and words[0] in ("a", "one") and words[1] in ("day", "week", "month", "year")


def _ends_with_it(pieces: Sequence[Piece], quantity: Quantity, before: int) -> bool:
    """``spoke of 40,000 to 1.2 million.`` · ``Chilean intelligence has 2,300 to 4,100.``"""
    last = quantity.after >= len(pieces) or pieces[quantity.after].text == "."
    verb = pieces[before].lower in ("has", "have") or (
        before > 0 and pieces[before].lower == "of" and pieces[before - 1].lower in ("spoke", "speaks", "spoken")
    )
    return last and verb and quantity.value >= 1_000


def _told_as_year(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    """``the 1995 killings`` · ``the Act of 1913 left people``: no number of people."""
    before = pieces[quantity.first - 1].lower if quantity.first else ""
    return before in _BEFORE_YEARS or before.endswith("'s")


def _is_year(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    return (
        quantity.first == quantity.last
        and pieces[quantity.last].text.isdecimal()
        and len(pieces[quantity.last].text) == 4
        and 1900 <= quantity.value <= 2100
    )


def _qualified_toll(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    """``topped 3.2 million``: the verb is the qualifier."""
    return pieces[quantity.first].lower in (
        "topped",
        "exceeded",
        "exceeds",
        "surpassed",
        "passed",
        "crossed",
        "could",
        "may",
        "might",
        "exceed",
    )


def _what_toll(pieces: Sequence[Piece], at: int, before: int) -> str | None:
    """What a ``toll`` or a ``number of …`` counts."""
    tables = measures()
    found = ahead(tables.told, pieces, at + 1, min(8, before - at - 1))
    if found is not None:
        return found[0]
    near = behind(tables.told, pieces, at, 2)
    if near is not None:
        return near[0]
    return "killed" if "toll" in pieces[at].lower else None


def _toll_population(pieces: Sequence[Piece], first: int, last: int) -> str | None:
    tables = measures()
    for n in range(first, last):
        kind = tables.populations.get(pieces[n].lower)
        if kind is not None and kind != "people":
            return population_of(pieces, first, n, kind)
    return None


def _of_those(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    words = [p.lower for p in pieces[: quantity.first]]
    return any(a == "of" and b in _OF_THOSE for a, b in itertools.pairwise(words))


def is_superseded(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    """Whether the text calls the number an earlier one: ``up from 3,190``, ``previously``."""
    tables = measures()
    left = " " + " ".join(p.lower for p in pieces[max(0, quantity.first - 4) : quantity.first]) + " "
    right = " " + " ".join(p.lower for p in pieces[quantity.after : quantity.after + 3]) + " "
    if any(f" {words} " in left for words in tables.superseded_before) or any(f" {words} " in right for words in tables.superseded_after):
        return True
    return left.endswith(" from ") and any(p.lower in _CHANGING for p in pieces[max(0, quantity.first - 14) : quantity.first])
