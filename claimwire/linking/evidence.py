"""What is known of one vote, from one report, one record or many together, as countable facts.

``Evidence`` is the common currency of linking: a report and a whole group of
reports have the same shape, so that a report is compared with a group at the
cost of its own facts, however large the group.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeVar

from claimwire.claims import EXPLICIT_BASES
from claimwire.comparing.intervals import Interval, interval
from claimwire.comparing.titles import title_words
from claimwire.reports import Report, Told, fits

_T = TypeVar("_T")

FULL: Final = 2
"""Weight of a fact that is stated plainly."""
HALF: Final = 1
"""Weight of one that is derived, tentative, superseded or a speaker's."""


class OfficialResult(Protocol):
    """What linking reads of an official record (``claimwire.records.Record``)."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def organization(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> datetime.date | None: ...  # noqa: D102
    @property
    def symbols(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def counts(self) -> Mapping[str, int]: ...  # noqa: D102
    @property
    def positions(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def result(self) -> str | None: ...  # noqa: D102


@dataclass(slots=True)
class Evidence:
    """Facts with weights. ``add`` and ``drop`` keep a group's sum as members come and go."""

    bodies: Counter[str] = field(default_factory=Counter)
    candidates: Counter[frozenset[str]] = field(default_factory=Counter)
    symbols: Counter[str] = field(default_factory=Counter)
    titles: Counter[frozenset[str]] = field(default_factory=Counter)
    sponsors: Counter[str] = field(default_factory=Counter)
    counts: dict[str, Counter[int]] = field(default_factory=dict)
    loose: dict[str, Counter[Interval]] = field(default_factory=dict)
    positions: dict[str, Counter[str]] = field(default_factory=dict)
    results: Counter[str] = field(default_factory=Counter)
    stated: Counter[datetime.date] = field(default_factory=Counter)
    inferred: Counter[datetime.date] = field(default_factory=Counter)
    published: Counter[datetime.date] = field(default_factory=Counter)
    nearby: Counter[datetime.date] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    earlier: int = 0
    size: int = 0

    def add(self, other: Evidence) -> None:
        """Count another's facts in."""
        self._count(other, 1)

    def drop(self, other: Evidence) -> None:
        """Take another's facts out again; they were added before."""
        self._count(other, -1)

    def _count(self, other: Evidence, sign: int) -> None:
        for name in _COUNTERS:
            _shift(getattr(self, name), getattr(other, name), sign)
        for name in _TABLES:
            mine = getattr(self, name)
            for subject, values in getattr(other, name).items():
                held = mine.get(subject)
                if held is None:
                    held = mine[subject] = Counter()
                _shift(held, values, sign)
                if not held:
                    del mine[subject]
        self.earlier += sign * other.earlier
        self.size += sign * other.size

    @property
    def founds(self) -> bool:
        """Whether it says enough to be told from other votes, and so to stand as a vote by itself."""
        if self.symbols or self.counts or len(self.positions) > 2:
            return True
        if self.titles and (self.stated or self.inferred or self.published or self.nearby):
            return True
        if not self.bodies or not self.results:
            return False
        return bool(self.stated and self.positions) or bool(
            self.sponsors and (self.stated or self.inferred or self.nearby or self.published)
        )


_COUNTERS: Final = (
    "bodies",
    "candidates",
    "symbols",
    "titles",
    "sponsors",
    "results",
    "stated",
    "inferred",
    "published",
    "nearby",
    "beside",
)
_TABLES: Final = ("counts", "loose", "positions")


def evidence_of(report: Report) -> Evidence:
    """The facts of one report."""
    made = Evidence(size=1, earlier=int(report.vote.earlier))
    for told in report.told:
        _take(made, told)
    if report.vote.identifier:
        made.symbols[symbol(report.vote.identifier)] = FULL
    if report.vote.title and (words := title_words(report.vote.title)):
        made.titles[words] = FULL
    if report.vote.date and not made.stated and not made.inferred:
        made.inferred[report.vote.date] = HALF
    if made.stated:
        made.inferred.clear()
    if report.published and not report.vote.earlier:
        made.published[report.published] = 1
    if report.nearby:
        made.nearby[report.nearby] = 1
    made.beside.update(dict.fromkeys(report.beside, 1))
    _place(made, report)
    return made


def evidence_of_record(record: OfficialResult) -> Evidence:
    """The facts of an official record."""
    made = Evidence(size=1)
    made.bodies[record.organization] = FULL
    made.symbols.update({symbol(s): FULL for s in record.symbols})
    if record.title and (words := title_words(record.title)):
        made.titles[words] = FULL
    made.counts = {option: Counter({value: FULL}) for option, value in record.counts.items()}
    # Evidence of one source is only read, so all voters of an option share one counter.
    shared = {option: Counter({option: FULL}) for option in set(record.positions.values())}
    made.positions = {actor: shared[option] for actor, option in record.positions.items()}
    if record.result:
        made.results[record.result] = FULL
    if record.date:
        made.stated[record.date] = FULL
    return made


def together(parts: Iterable[Evidence]) -> Evidence:
    """All facts of several, in a new sum."""
    made = Evidence()
    for part in parts:
        made.add(part)
    return made


def symbol(text: str) -> str:
    """A document symbol in one spelling: ``S/RES/2774 (2025)`` and ``s/res/2774`` are the same."""
    return re.sub(r"\s+", "", re.sub(r"\(\d{4}\)\s*$", "", text.strip())).upper()


def symbol_series(text: str) -> str:
    """The series a symbol counts in: ``A/RES/ES-11/7`` is of ``A/RES/ES-11``."""
    return text.rsplit("/", 1)[0] if "/" in text else re.sub(r"\d+$", "", text)


def _take(made: Evidence, told: Told) -> None:
    weight = HALF if told.derived or told.tentative or told.superseded or told.quoted else FULL
    if told.kind == "count" and isinstance(told.value, int):
        if told.qualifier == "exact":
            _raise(made.counts.setdefault(told.subject, Counter()), told.value, weight)
        else:
            made.loose.setdefault(told.subject, Counter())[interval(told.value, told.qualifier, told.high)] = weight
    elif told.kind == "position":
        _raise(made.positions.setdefault(told.subject, Counter()), str(told.value), weight)
    elif told.kind == "sponsorship":
        _raise(made.sponsors, told.subject, weight)
    elif told.kind == "result":
        _raise(made.results, str(told.value), weight)
    elif told.kind == "title" and (words := title_words(str(told.value))):
        _raise(made.titles, words, weight)
    elif told.kind == "date":
        day = datetime.date.fromisoformat(str(told.value))
        explicit = told.basis in EXPLICIT_BASES and weight == FULL
        _raise(made.stated if explicit else made.inferred, day, weight)


def _place(made: Evidence, report: Report) -> None:
    """The body, unless the counts cannot be that body's, here or where the article names it for another vote."""
    most = max((v for values in made.counts.values() for v in values), default=0)
    possible = [b for b in report.vote.candidates if fits(b, most)]
    if (body := report.vote.organization) and not report.body_open and fits(body, most):
        made.bodies[body] = FULL
    elif possible:
        made.candidates[frozenset(possible)] = FULL


def _raise(values: Counter[_T], value: _T, weight: int) -> None:
    values[value] = max(values[value], weight)


def _shift(held: Counter[_T], change: Counter[_T], sign: int) -> None:
    for value, weight in change.items():
        now = held[value] + sign * weight
        if now:
            held[value] = now
        else:
            del held[value]
