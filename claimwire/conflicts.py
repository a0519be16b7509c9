"""Conflicts: claims on one vote that cannot all be true.

``conflicts_of`` compares what the members of one group say, and the official
record. Only plain, explicit claims take part (``Told.disputable``); numbers with
a qualifier are intervals. One article that gives two values for one thing
disputes with another only if neither of them fits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from claimwire.comparing import explanations
from claimwire.comparing.intervals import agree, interval
from claimwire.comparing.record import Verdict, compare_with_record
from claimwire.comparing.titles import titles_exclude
from claimwire.comparing.values import Conflict, Heap, Kind, Stated, Telling
from claimwire.linking.evidence import OfficialResult
from claimwire.reports import Report, Told, Value

__all__ = [
    "KINDS", "Conflict", "Stated", "Telling", "Verdict", "compare_with_record", "conflict_id", "conflicts_of", "exclusion",
    "in_dispute", "telling_of", "titles_exclude",
]  # fmt: skip

KINDS: Final[tuple[Kind, ...]] = ("count", "position", "result", "date", "title", "sponsorship")

_ABSENCE: Final = frozenset({"absent", "not voting"})


Excludes = Callable[[Stated, Stated], bool]


def conflict_id(vote: str | None, kind: str, subject: Mapping[str, str]) -> str:
    """A hash of vote, kind and subject: the same conflict keeps its id while values come and go."""
    key = json.dumps([vote, kind, sorted(subject.items())], ensure_ascii=False)
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def conflicts_of(
    reports: Iterable[Report], record: OfficialResult | None = None, *, names: Mapping[str, str] | None = None
) -> tuple[Conflict, ...]:
    """All conflicts among the reports of one vote and its official record, in order of kind and subject.

    Reports of replaced revisions raise none; a dispute that only they had is given
    as closed. ``names`` are outlets' names by slug, for the explanations.
    """
    members = sorted(reports, key=lambda r: (r.key, r.id))
    now = [r for r in members if r.replaced is None]
    heaps, before = _heaps(now), _heaps([r for r in members if r.replaced is not None])
    made = []
    for kind, subject in sorted({*heaps, *before}, key=lambda k: (KINDS.index(k[0]), k[1])):
        excludes = exclusion(kind, now, record)
        official = _official(kind, subject, record)
        current = heaps.get((kind, subject), Heap()).stated(official)
        former = _corrected(before.get((kind, subject)), heaps.get((kind, subject)))
        disputed = in_dispute(current, excludes)
        words = _Words(kind, _subject(kind, subject), names or {})
        if disputed:
            made.append(words.conflict(disputed, "open", _disputing(former, disputed, excludes)))
        elif former and (ended := in_dispute([*current, *former], excludes)):
            made.append(words.conflict([v for v in ended if v not in former], "closed", [v for v in ended if v in former]))
    return tuple(made)


def in_dispute(values: Sequence[Stated], excludes: Excludes) -> list[Stated]:
    """The values that another one excludes, told by articles (or the record) that give no value which would fit."""
    told: dict[tuple[str, str | None], list[int]] = {}
    for at, value in enumerate(values):
        for teller in _tellers(value):
            told.setdefault(teller, []).append(at)
    unfit = {(a, b) for a in range(len(values)) for b in range(len(values)) if a != b and excludes(values[a], values[b])}
    opposes = {teller: {b for b in range(len(values)) if all((a, b) in unfit for a in own)} for teller, own in told.items()}
    disputed: set[int] = set()
    for a, b in unfit:
        against_b = {t for t in _tellers(values[a]) if b in opposes[t]}
        against_a = {t for t in _tellers(values[b]) if a in opposes[t]}
        if against_a and against_b and len({article for article, _ in against_a | against_b}) > 1:
            disputed |= {a, b}
    return [v for at, v in enumerate(values) if at in disputed]


def _tellers(value: Stated) -> set[tuple[str, str | None]]:
    """Articles, an older revision apart from what took its place, and, under the empty name, the official record."""
    return {(t.article, t.corrected_at) for t in value.tellings} | ({("", None)} if value.record else set())


def exclusion(kind: str, reports: Sequence[Report], record: OfficialResult | None) -> Excludes:
    """When two values of a kind cannot both be true, for the reports of one vote."""
    if kind == "count":
        return lambda a, b: _numbers_exclude(a, b)
    if kind == "position":
        return lambda a, b: a.value != b.value and not {a.value, b.value} <= _ABSENCE
    if kind == "title":
        return lambda a, b: titles_exclude(str(a.value), str(b.value))
    if kind == "sponsorship":
        opponents = _opponents(reports, record)
        return lambda a, b: a.value != b.value and (a.value in opponents) != (b.value in opponents)
    return lambda a, b: a.value != b.value


def _numbers_exclude(a: Stated, b: Stated) -> bool:
    if a.qualifier != "exact" and b.qualifier != "exact":
        return False
    return not agree(interval(float(a.value), a.qualifier, a.high), interval(float(b.value), b.qualifier, b.high))


def _opponents(reports: Sequence[Report], record: OfficialResult | None) -> set[str]:
    """Who is told, and by nobody denied, to have voted against the motion: they did not put it forward."""
    told: dict[str, set[str]] = {}
    for report in reports:
        for position in report.of("position"):
            if position.disputable:
                told.setdefault(position.subject, set()).add(str(position.value))
    for actor, option in record.positions.items() if record else ():
        told.setdefault(actor, set()).add(option)
    return {actor for actor, options in told.items() if options == {"no"}}


def _heaps(reports: Sequence[Report]) -> dict[tuple[Kind, str], Heap]:
    heaps: dict[tuple[Kind, str], Heap] = {}
    for report in reports:
        for told in report.told:
            if told.disputable and told.kind in KINDS:
                subject = told.subject if told.kind in ("count", "position") else ""
                heaps.setdefault((told.kind, subject), Heap()).put(told, telling_of(report, told))
    return heaps


def telling_of(report: Report, told: Told) -> Telling:
    """Who tells a value, and in which words."""
    return Telling(report.outlet, report.article, report.document, told.claim, told.quote, report.story, told.basis, report.replaced)


def _corrected(before: Heap | None, now: Heap | None) -> list[Stated]:
    """What older revisions said and the same articles say no longer."""
    if before is None:
        return []
    still = {(key, t.article) for key, tellings in now.entries.items() for t in tellings} if now else set()
    gone = Heap({k: kept for k, told in before.entries.items() if (kept := [t for t in told if (k, t.article) not in still])})
    return gone.stated(None)


def _disputing(former: Sequence[Stated], disputed: Sequence[Stated], excludes: Excludes) -> list[Stated]:
    return [f for f in former if any(excludes(f, d) for d in disputed)]


def _official(kind: Kind, subject: str, record: OfficialResult | None) -> Value | None:
    if record is None:
        return None
    if kind == "count":
        return record.counts.get(subject)
    if kind == "position":
        return record.positions.get(subject)
    if kind == "result":
        return record.result
    if kind == "date":
        return record.date.isoformat() if record.date else None
    return record.title if kind == "title" else None


def _subject(kind: Kind, subject: str) -> dict[str, str]:
    return {"count": {"option": subject}, "position": {"actor": subject}}.get(kind, {})


def _side(stated: Stated) -> explanations.Side:
    outlets = tuple(dict.fromkeys(t.outlet for t in stated.tellings))
    bases = frozenset(t.basis for t in stated.tellings if t.basis)
    return explanations.Side(stated.value, outlets, stated.record, stated.qualifier, stated.high, bases)


@dataclass(frozen=True, slots=True)
class _Words:
    """Makes a conflict of values, with its sentence."""

    kind: Kind
    subject: Mapping[str, str]
    names: Mapping[str, str]

    def conflict(self, values: Sequence[Stated], state: Literal["open", "closed"], history: Sequence[Stated]) -> Conflict:
        sides = [_side(v) for v in values]
        days = sorted(t.corrected_at or "" for v in history for t in v.tellings) if state == "closed" else []
        said = explanations.explain(self.kind, self.subject, sides, self.names, [_side(v) for v in history] if state == "closed" else ())
        return Conflict(self.kind, self.subject, said, tuple(values), state, days[-1] if days else None, tuple(history))
