"""One pass over an article for all that somebody is said to have said: statements, and figures with their sources."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from claimwire.articles import Article
from claimwire.claims import Actor, FigureClaim, StatementClaim
from claimwire.grammar.asof import as_of
from claimwire.grammar.counting import figures_in, may_count
from claimwire.grammar.dates import find_dates
from claimwire.grammar.measures import measures
from claimwire.grammar.passages import Passage, near_paragraphs, passages, pieces_of
from claimwire.grammar.persons import register_of
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
    hearing = Hearing(text)
    figures: list[FigureClaim] = []
    listed: Actor | None = None
    quotations = quotation_spans(text)
    for paragraph in near_paragraphs(article, text, quotations, _wanted(text, quotations)):
        if listed is not None and not is_item(text, paragraph):
            listed = None
        leads = text[paragraph.end - 1] == ":"
        if not paragraph.quotations and not leads and not may_count(text, paragraph.start, paragraph.end):
            hearing.hear(functools.partial(passages, text, paragraph))
            continue
        for passage in passages(text, paragraph):
            hearing.hear(lambda passage=passage: [passage])  # type: ignore[misc]
            if passage.quotations:
                hearing.reading()
            if len(figures) < MAX_FIGURES:
                found = list(_figures(passage, hearing, listed, figures[-1] if figures else None))
                if found:
                    days = as_of(found, text, passage.start, passage.end, lambda: find_dates(text, article.published), article.published)
                    figures += [f if day is None else replace(f, as_of=day) for f, day in zip(found, days, strict=True)]
            if passage.last and leads:
                listed = heading_source(hearing.reading(), hearing.utterances.actor_of) or listed
    return Heard(hearing.statements(), tuple(figures))


class Hearing:
    """The sentences of an article so far, each read when it is first asked who speaks in it or in one behind it.

    Few sentences have a quotation or a figure, and those behind the last that has are never read.
    """

    __slots__ = ("_latest", "_text", "_untold", "_utterances")

    def __init__(self, text: str) -> None:
        self._text = text
        self._untold: list[Callable[[], Iterable[Passage]]] = []
        self._latest: Reading | None = None
        self._utterances: Utterances | None = None

    def hear(self, sentences: Callable[[], Iterable[Passage]]) -> None:
        """Take in the next sentences, which are asked for only where they matter."""
        self._untold.append(sentences)

    def reading(self) -> Reading:
        """The last sentence, read like all before it."""
        untold, self._untold = self._untold, []
        for sentences in untold:
            for passage in sentences():
                self._latest = read_passage(passage)
                self.utterances.read(self._latest)
        assert self._latest is not None
        return self._latest

    @property
    def utterances(self) -> Utterances:
        """Who said what in the sentences that were read."""
        if self._utterances is None:
            self._utterances = Utterances(self._text, register_of(self._text))
        return self._utterances

    def statements(self) -> tuple[StatementClaim, ...]:
        """The statements of all sentences, in order of the text."""
        return () if self._utterances is None else tuple(sorted(self._utterances.claims, key=lambda c: c.start))


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


def _figures(passage: Passage, hearing: Hearing, listed: Actor | None, last: FigureClaim | None) -> Iterator[FigureClaim]:
    """The figures of the sentence heard last and of the words it quotes, in order of the text."""

    def source(at: int) -> Actor | None:
        return source_of(hearing.reading(), at, hearing.utterances.actor_of) or listed

    found = list(figures_in(passage.pieces, source, last))
    for at in passage.quotations:
        quotation = passage.pieces[at].quotation
        if quotation is not None and may_count(passage.text, quotation.start, quotation.end):
            speaker = hearing.utterances.speaker_at(quotation.start)
            inner = pieces_of(passage.text, quotation.start, quotation.end)
            found += figures_in(inner, lambda _, who=speaker: who, last)  # type: ignore[misc]
    yield from sorted(found, key=lambda f: f.start)
