"""Numbers of people by themselves: ``the toll has climbed to 11,300``, ``251 taken hostage``, ``wounding 30``."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from claimwire.claims import FigureClaim
from claimwire.grammar.headcounts import Counted, is_year
from claimwire.grammar.measures import ahead, behind, match, measures, population_of
from claimwire.grammar.passages import Piece
from claimwire.grammar.quantities import Quantity
from claimwire.grammar.wordlists import word_list

_OF_THOSE: Final = word_list("barecounts.of_those")
_BARE_VERBS: Final = word_list("barecounts.verbs")
_NOT_BARE: Final = frozenset(("in need", "affected", "deployed", "protesting", "covered", "hungry"))
"""Measures that a number by itself does not tell: ``217 are needed`` counts votes."""
_HARMING: Final = word_list("barecounts.harming")
_CHANGING: Final = word_list("barecounts.changing")
_CROWDS: Final = word_list("barecounts.crowds")
_ANY_TOLL: Final = word_list("barecounts.any_toll")
_SAYING: Final = word_list("barecounts.saying")
_MAY_FOLLOW: Final = word_list("barecounts.may_follow")
_TOPPING: Final = word_list("barecounts.topping")


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
        found = ahead(tables.told_or_done, pieces, quantity.after, 7)
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
        or is_year(pieces, quantity)
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
    if ends and quantity.first and pieces[quantity.first - 1].lower in _HARMING and not is_year(pieces, quantity):
        found = match(tables.verbs, pieces, quantity.first - 1)
        if found is not None:
            return found[0]
    before = [p.lower for p in pieces[max(0, quantity.first - 2) : quantity.first]]
    if len(before) == 2 and before[0] in _CROWDS and before[1] in ("of", "drew") and quantity.value >= 20 and not is_year(pieces, quantity):
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


def _qualified_toll(pieces: Sequence[Piece], quantity: Quantity) -> bool:
    """``topped 3.2 million``: the verb is the qualifier."""
    return pieces[quantity.first].lower in _TOPPING


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
