"""Figures told about the world, compared with care: so many killed, so much aid.

Two figures dispute only if they measure the same thing of the same people, as of
the same day, on the word of the same source, and cannot be one number rounded.
A later toll, another source's estimate and another population contradict nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from claimwire import armed_conflicts
from claimwire.claims import FigureClaim
from claimwire.comparing import explanations
from claimwire.comparing.intervals import Interval, agree, interval, rounded
from claimwire.comparing.values import Conflict, Stated, Telling
from claimwire.conflicts import in_dispute
from claimwire.reading import Extraction
from claimwire.selectors import quote_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number that one article tells. ``armed_conflict`` is the id of the war it is about, if that is plain."""

    claim: str
    article: str
    outlet: str
    measure: str | None
    value: int | float
    unit: str
    qualifier: str = "exact"
    high: int | float | None = None
    population: str | None = None
    attributed_to: str | None = None
    as_of: datetime.date | None = None
    published: datetime.date | None = None
    armed_conflict: str | None = None
    document: str | None = None
    story: str | None = None
    plain: bool = True
    """Whether the outlet says so itself, now: not tentative, superseded or quoted."""
    quote: Mapping[str, str | int] | None = None

    @property
    def interval(self) -> Interval:
        """The numbers it allows: a qualifier's, or those that round to it."""
        return rounded(self.value) if self.qualifier == "exact" else interval(self.value, self.qualifier, self.high)

    def to_record(self) -> dict[str, Any]:
        """The figure as JSON values; ``figure_from`` reads it back."""
        record = {f.name: getattr(self, f.name) for f in fields(self)}
        return record | {name: day.isoformat() if (day := record[name]) else None for name in ("as_of", "published")}


def figure_from(record: Mapping[str, Any]) -> Figure:
    """A figure from its JSON values."""
    days = {name: datetime.date.fromisoformat(day) if (day := record.get(name)) else None for name in ("as_of", "published")}
    return Figure(**{**record, **days})


def figures_of(extraction: Extraction, *, article: str, story: str | None = None) -> tuple[Figure, ...]:
    """The figures of an article, in order of the text, each with the war it is about."""
    text, revision = extraction.article.text, extraction.article.revision()
    claims = [c for c in extraction.claims if isinstance(c, FigureClaim)]
    if not claims:
        return ()
    named = armed_conflicts.named_in(extraction.article.masked(), extraction.article.published)
    return tuple(
        Figure(
            claim=c.id(revision),
            article=article,
            outlet=extraction.outlet,
            document=extraction.document,
            published=extraction.article.published,
            measure=c.measure,
            value=c.value,
            unit=c.unit,
            qualifier=c.qualifier,
            high=c.high,
            population=c.population,
            attributed_to=c.attributed_to.id if c.attributed_to else None,
            as_of=c.as_of,
            armed_conflict=armed_conflicts.of_population(c.population, named),
            story=story,
            plain=not (c.tentative or c.superseded or c.quoted),
            quote=quote_of(text, c.start, c.end),
        )
        for c in claims
    )


def figure_subject(figure: Figure) -> dict[str, str] | None:
    """What a figure is about, as a conflict's subject; ``None`` where that is too open to dispute.

    The day is the one the figure is told as of. Without one, figures of a named
    source that were published on the same day are taken to be of one day.
    """
    if not (figure.plain and figure.measure and figure.population):
        return None
    if figure.as_of is None and not (figure.published and figure.attributed_to):
        return None
    day = figure.as_of or figure.published
    subject = {"measure": figure.measure, "population": figure.population, "unit": figure.unit, "as_of": day.isoformat() if day else ""}
    if figure.attributed_to:
        subject["attributed_to"] = figure.attributed_to
    if figure.armed_conflict:
        subject["armed_conflict"] = figure.armed_conflict
    return subject


def figure_key(figure: Figure) -> str | None:
    """A key that figures share which may dispute; ``None`` for those that cannot."""
    subject = figure_subject(figure)
    return None if subject is None else "|".join(f"{k}={v}" for k, v in sorted(subject.items()))


def figure_conflicts(figures: Iterable[Figure], *, names: Mapping[str, str] | None = None) -> tuple[Conflict, ...]:
    """All conflicts among figures, in order of their keys."""
    groups: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=lambda f: (f.article, f.claim)):
        if key := figure_key(figure):
            groups.setdefault(key, []).append(figure)
    made = []
    for key in sorted(groups):
        subject = figure_subject(groups[key][0]) or {}
        disputed = in_dispute(_stated(groups[key]), _exclude)
        if disputed:
            sides = [
                explanations.Side(v.value, tuple(dict.fromkeys(t.outlet for t in v.tellings)), False, v.qualifier, v.high) for v in disputed
            ]
            made.append(Conflict("figure", subject, explanations.explain("figure", subject, sides, names), tuple(disputed)))
    return tuple(made)


def in_story(figure: Figure, story: str | None) -> Figure:
    """The same figure as one of a family of near copies."""
    return replace(figure, story=story)


def _stated(figures: Sequence[Figure]) -> list[Stated]:
    told: dict[tuple[int | float, str, int | float | None], dict[str, Telling]] = {}
    for f in figures:
        telling = Telling(f.outlet, f.article, f.document, f.claim, f.quote, f.story)
        told.setdefault((f.value, f.qualifier, f.high), {}).setdefault(f.article, telling)
    values = [Stated(value, tuple(by.values()), False, qualifier, high) for (value, qualifier, high), by in told.items()]
    return sorted(values, key=lambda v: (float(v.value), v.qualifier, v.high or 0.0))


def _exclude(a: Stated, b: Stated) -> bool:
    if a.qualifier != "exact" and b.qualifier != "exact":
        return False
    return not agree(_interval(a), _interval(b))


def _interval(stated: Stated) -> Interval:
    value = float(stated.value)
    return rounded(value) if stated.qualifier == "exact" else interval(value, stated.qualifier, stated.high)
