"""One pass over an article for all that somebody is said to have said: statements, and figures with their sources."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from claimwire.articles import Article
from claimwire.claims import Actor, FigureClaim, StatementClaim
from claimwire.grammar.asof import as_of
from claimwire.grammar.counting import figures_in, may_count
from claimwire.grammar.dates import find_dates
from claimwire.grammar.measures import measures
from claimwire.grammar.passages import passages, pieces_of
from claimwire.grammar.persons import register_of
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.quotes import Quotation, quotation_spans
from claimwire.grammar.readings import Reading, read_passage
from claimwire.grammar.sources import heading_source, is_item, source_of
from claimwire.grammar.utterances import Utterances

MAX_FIGURES: Final = 1_500
"""Figures are taken up to this number; the rest of a text is read for statements only."""

_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(
    r"\d|illion|housand|undred|\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Oo]ne)\b|teen|elve|leven|ty\b"
)
_SUM: Final = re.compile(r"[$€£¥₹₽₴₪₩₦₺₱₫₵]|illion|crore|lakh|\b(?:euros?|pounds|roubles|rubles|rupees|yen|yuan|USD|EUR|GBP|Rs)\b")
_WORD: Final = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Heard:
    """The statements and the figures of one article, in order of the text."""

    statements: tuple[StatementClaim, ...]
    figures: tuple[FigureClaim, ...]


@functools.lru_cache(maxsize=1)
def listen(article: Article) -> Heard:
    """Read an article once for both kinds; the last article is kept, since both are asked for in turn."""
    text = article.masked()
    utterances: Utterances | None = None
    figures: list[FigureClaim] = []
    listed: Actor | None = None
    quotations = quotation_spans(text)
    for passage in passages(article, text, quotations, _wanted(text, quotations)):
        if utterances is None:
            utterances = Utterances(text, register_of(text))
        reading = read_passage(passage)
        utterances.read(reading)
        if listed is not None and passage.first and not is_item(reading):
            listed = None
        if len(figures) < MAX_FIGURES:
            found = list(_figures(reading, utterances, listed, figures[-1] if figures else None))
            if found:
                days = as_of(found, text, passage.start, passage.end, lambda: find_dates(text, article.published), article.published)
                figures += [f if day is None else replace(f, as_of=day) for f, day in zip(found, days, strict=True)]
        if passage.last:
            listed = heading_source(reading, utterances.actor_of) or listed
    if utterances is None:
        return Heard((), ())
    return Heard(tuple(sorted(utterances.claims, key=lambda c: c.start)), tuple(figures))


def figures_unread_from(article: Article) -> int | None:
    """Where the part of an article begins in which no figures were looked for; ``None`` where it was read to its end."""
    if len(article.text) < MAX_FIGURES:
        return None
    figures = listen(article).figures
    return figures[-1].end if len(figures) >= MAX_FIGURES else None


def _wanted(text: str, quotations: Sequence[Quotation]) -> Callable[[int, int], bool]:
    """Whether a paragraph is worth reading: it has a quotation, or a number with people or money near."""
    starts = [q.outer_start for q in quotations]
    people = measures().people
    told = False

    def wanted(start: int, end: int) -> bool:
        nonlocal told
        place = bisect_left(starts, start)
        figures = False
        if _DIGIT.search(text, start, end) is not None or _NUMBER.search(text, start, end) is not None:
            figures = _SUM.search(text, start, end) is not None or not people.isdisjoint(_WORD.findall(text[start:end].lower()))
        counts, told = figures or told, figures
        return counts or (place < len(starts) and starts[place] < end)

    return wanted


def _figures(reading: Reading, utterances: Utterances, listed: Actor | None, last: FigureClaim | None) -> Iterator[FigureClaim]:
    """The figures of one sentence and of the words it quotes, in order of the text."""

    def resolve(reading: Reading, phrase: Phrase) -> Actor | None:
        return utterances.actor_of(reading, phrase)

    def source(at: int) -> Actor | None:
        return source_of(reading, at, resolve) or listed

    found = list(figures_in(reading.pieces, source, last))
    for at in reading.passage.quotations:
        quotation = reading.pieces[at].quotation
        if quotation is not None and may_count(reading.passage.text, quotation.start, quotation.end):
            speaker = utterances.speaker_at(quotation.start)
            inner = pieces_of(reading.passage.text, quotation.start, quotation.end)
            found += figures_in(inner, lambda _, who=speaker: who, last)  # type: ignore[misc]
    yield from sorted(found, key=lambda f: f.start)
