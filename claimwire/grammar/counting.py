"""Figures in one sentence: numbers with unit, measure, population and qualifier, each with its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from claimwire.claims import Actor, FigureClaim, Qualifier
from claimwire.grammar.barecounts import bare_count, is_superseded
from claimwire.grammar.headcounts import noun_count
from claimwire.grammar.measures import ahead, behind, measures, state_of
from claimwire.grammar.passages import Piece
from claimwire.grammar.quantities import Quantity, quantity_at
from claimwire.grammar.wordlists import word_list

SMALL_CHANGE: Final = 1_000
"""Sums of money below this are prices, not figures."""
_STARTS: Final = word_list("counting.starts")
_SIGNS: Final = frozenset("$€£¥₹₽₴₪₩₦₺₱₫₵")
_COUNTS: Final = re.compile(r"[\d$€£¥₹₽₴₪₩₦₺₱₫₵]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ARTICLES: Final = frozenset(("a", "an", "half"))
_SCALED: Final = frozenset(("hundred", "thousand", "million", "billion", "trillion", "a"))
_NUMBER_WORDS: Final = (_STARTS | _SCALED) - _ARTICLES
"""One of these, a digit or a sign of money stands in every quantity."""
_PREFIXES: Final = frozenset(("rs", "rs.", "ksh", "dh", "dhs"))
_JOINTS: Final = frozenset("-–/.:#№@")


def figures_in(pieces: Sequence[Piece], source: Callable[[int], Actor | None], last: FigureClaim | None) -> Iterator[FigureClaim]:
    """The figures of one sentence, or of the words inside one quotation.

    ``source(at)`` tells who says the number at a piece; ``last`` is the figure told
    before, whose measure a bare number goes on with.
    """
    previous, told_here, done = last, False, 0
    for at in _starts(pieces):
        if at < done:
            continue
        quantity = quantity_at(pieces, at)
        if quantity is None:
            continue
        figure = _money(pieces, quantity) if quantity.unit else _people(pieces, quantity, previous, told_here)
        if figure is not None:
            figure = replace(figure, attributed_to=source(at), superseded=is_superseded(pieces, quantity))
            yield figure
            previous, told_here = figure, True
        done = max(quantity.last + 1, at + 1)


def may_count(text: str, start: int, end: int) -> bool:
    """Whether a number of anything can stand in ``text[start:end]``: most quotations have none."""
    if _COUNTS.search(text, start, end) is not None:
        return True
    return not _NUMBER_WORDS.isdisjoint(_LETTERS.findall(text[start:end].lower()))


def _starts(pieces: Sequence[Piece]) -> list[int]:
    """Where a number of something may begin: a number not joined to what stands before, a sign of money, a word for a number."""
    found = []
    for at, piece in enumerate(pieces):
        if piece.kind == "word":
            lower = piece.lower
            if lower in _STARTS:
                if lower in _ARTICLES and not (at + 1 < len(pieces) and pieces[at + 1].lower in _SCALED):
                    continue
            elif "-" in lower:
                if lower.partition("-")[0] not in _STARTS:
                    continue
            elif not (
                at + 1 < len(pieces)
                and (piece.text.isupper() or lower in _PREFIXES)
                and (pieces[at + 1].text in _SIGNS or pieces[at + 1].kind == "number")
            ):
                continue
        elif piece.kind == "number":
            if at and pieces[at - 1].text in _JOINTS and pieces[at - 1].end == piece.start:
                continue
            if at + 1 < len(pieces) and pieces[at + 1].kind == "number":
                continue
        elif piece.text not in _SIGNS:
            continue
        found.append(at)
    return found


def _money(pieces: Sequence[Piece], quantity: Quantity) -> FigureClaim | None:
    table = measures().money
    right = ahead(table, pieces, quantity.after, 8)
    left = behind(table, pieces, quantity.first, 8)
    measure = None
    if right is not None and left is not None:
        measure = right[0] if right[1] - quantity.after <= 3 or quantity.first - left[1] > right[1] - quantity.after else left[0]
    elif right is not None or left is not None:
        measure = (right or left or ("", 0))[0]
    if quantity.value < SMALL_CHANGE:
        return None
    return FigureClaim(
        start=pieces[quantity.first].start,
        end=pieces[quantity.last].end,
        rule="figure.money",
        reason="a sum of money" + (f", told as {measure}" if measure else ""),
        measure=measure,
        value=quantity.value,
        high=quantity.high,
        unit=quantity.unit or "",
        qualifier=_modal(pieces, quantity),
        population=_receiver(pieces, quantity),
    )


def _receiver(pieces: Sequence[Piece], quantity: Quantity) -> str | None:
    """The state that gets or gives the money, where one word names it: ``for Ukraine``, ``provided Kyiv with``."""
    for n in range(quantity.after, min(quantity.after + 8, len(pieces) - 1)):
        if pieces[n].text in ".;,":
            break
        if pieces[n].lower in ("for", "to", "in"):
            state = state_of(pieces[n + 1], adjective=False)
            if state:
                return state
    if quantity.first >= 2 and pieces[quantity.first - 1].lower == "with":
        return state_of(pieces[quantity.first - 2], adjective=False)
    for n in range(quantity.first - 1, max(-1, quantity.first - 8), -1):
        if pieces[n].text in ".;":
            break
        state = state_of(pieces[n], adjective=False)
        if state:
            return state
    return None


def _people(pieces: Sequence[Piece], quantity: Quantity, previous: FigureClaim | None, told_here: bool) -> FigureClaim | None:
    if not isinstance(quantity.value, int):
        return None
    counted = noun_count(pieces, quantity, previous, told_here) or bare_count(pieces, quantity, previous, told_here)
    if counted is None:
        return None
    population = counted.population
    if (
        previous is not None
        and population in (None, "troops", "people")
        and (previous.population or "").endswith("-" + (population or "troops"))
    ):
        population = previous.population if told_here or population == "troops" else population
    end = max(counted.noun, quantity.last)
    return FigureClaim(
        start=pieces[quantity.first].start,
        end=pieces[end].end,
        rule=counted.rule,
        reason="a number of people" + (f", told as {counted.measure}" if counted.measure else ""),
        measure=counted.measure,
        value=quantity.value,
        high=quantity.high,
        unit="people",
        qualifier=_modal(pieces, quantity),
        population=population,
    )


def _modal(pieces: Sequence[Piece], quantity: Quantity) -> Qualifier:
    """The qualifier; a toll that is feared is an upper bound."""
    if quantity.qualifier == "exact" and any(
        p.lower in ("fear", "fears", "feared", "fearing") for p in pieces[max(0, quantity.first - 6) : quantity.first]
    ):
        return "up-to"
    return quantity.qualifier
