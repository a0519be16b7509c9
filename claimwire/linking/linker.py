"""The search behind ``reconcile``: one component's reports parted into groups, step by step.

Every choice is made in an order that depends on content alone, so the result
does not depend on the order in which reports came in.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimwire.linking.blocks import Component, evidence_for, keys_of
from claimwire.linking.evidence import Evidence, OfficialResult, together
from claimwire.linking.groups import Candidate, Decision, Group, Member, Undecided
from claimwire.linking.likeness import JOIN, MARGIN, POSSIBLE, Likeness, compare
from claimwire.reports import Report

CROWD = 6
"""From how many different yes counts, weighed by how often each is told, a component is crowded."""
ROUNDS = 4
"""How often every report is weighed again, at most."""


@dataclass(slots=True)
class _Unit:
    """Reports that stay together: one, or those an editor has joined."""

    reports: tuple[Report, ...]
    evidence: Evidence
    stored: frozenset[str]
    probes: frozenset[str]
    barred: frozenset[str]
    """Report ids an editor keeps apart from these."""
    group: _Group | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(r.id for r in self.reports)

    @property
    def articles(self) -> tuple[str, ...]:
        # An older revision may stand beside the one that took its place.
        return tuple(r.article if r.replaced is None else f"{r.article} until {r.replaced}" for r in self.reports)


@dataclass(slots=True, eq=False)
class _Group:
    """A vote in the making. ``number`` is the order in which it was founded."""

    number: int
    evidence: Evidence = field(default_factory=Evidence)
    units: dict[int, _Unit] = field(default_factory=dict)
    articles: Counter[str] = field(default_factory=Counter)
    barred: Counter[str] = field(default_factory=Counter)
    record: OfficialResult | None = None
    record_evidence: Evidence | None = None
    version: int = 0
    """Changes whenever a member comes or goes."""


class Linker:
    """Parts one component. ``solve`` first; then ``groups`` and ``undecided`` say what came out."""

    def __init__(self, part: Component, decisions: Sequence[Decision]) -> None:
        current = [r for r in part.reports if r.replaced is None]
        self.former = _units([r for r in part.reports if r.replaced is not None], ())
        self.units = sorted(_units(current, decisions), key=_most_telling)
        self.all: dict[int, _Group] = {}
        self.holders: dict[str, Counter[int]] = {}
        self.askers: dict[str, Counter[int]] = {}
        self.crowded = _crowded(self.units)
        self.founded = itertools.count()
        self.rated: dict[tuple[int, int], tuple[int, int, Likeness]] = {}
        for record in part.records:
            known = evidence_for(record)
            group = self._found()
            own = keys_of(known, sure_day=True)
            self._hold(group, own.stored, own.probes, 1)
            group.record, group.record_evidence = record, known
            group.evidence.add(known)

    def solve(self) -> None:
        """Place every report that can be placed."""
        for unit in self.units:
            self._weigh(unit)
        self._merge()
        for _ in range(ROUNDS):
            before = [unit.group and unit.group.number for unit in self.units]
            for unit in self.units:
                self._weigh(unit)
            self._merge()
            if before == [unit.group and unit.group.number for unit in self.units]:
                break
        for unit in self.units:
            if unit.group is None:
                self._weigh(unit)
        for unit in self.former:
            likely = self._ranked(unit)
            if likely and likely[0][0].joins:
                self._join(unit, likely[0][1])

    def _weigh(self, unit: _Unit) -> None:
        """Move a unit to the group it belongs to by all that is known now."""
        home = unit.group
        if home:
            self._leave(unit)
        choice = self._choice(unit)
        if choice is None and self._may_found(unit):
            choice = home if home and not home.units and not home.record else self._found()
        if choice is not None:
            self._join(unit, choice)
        if home and not home.units and not home.record:
            self.all.pop(home.number, None)

    def _choice(self, unit: _Unit) -> _Group | None:
        ranked = self._ranked(unit)
        if not ranked or not ranked[0][0].joins:
            return None
        rival = next((likeness for likeness, _ in ranked[1:] if likeness.pieces), None)
        if rival and rival.score > ranked[0][0].score - MARGIN:
            return None
        return ranked[0][1]

    def _may_found(self, unit: _Unit) -> bool:
        if not unit.evidence.founds:
            return False
        return all(likeness.score < JOIN for likeness, _ in self._ranked(unit)[:1])

    def _ranked(self, unit: _Unit) -> list[tuple[Likeness, _Group]]:
        """Groups the unit may belong to, the likeliest first; those it can never join are left out."""
        numbers = {n for key in unit.probes for n in self.holders.get(key, ())}
        rated = []
        for number in sorted(numbers):
            group = self.all[number]
            if self._barred(unit, group):
                continue
            likeness = compare(unit.evidence, group.evidence, crowded=self.crowded)
            if not likeness.clash and likeness.score >= POSSIBLE:
                rated.append((likeness, group))
        return sorted(rated, key=lambda pair: (-pair[0].score, pair[1].number))

    def _barred(self, unit: _Unit, group: _Group) -> bool:
        if any(article in group.articles for article in unit.articles):
            return True
        return any(i in group.barred for i in unit.ids)

    def _found(self) -> _Group:
        group = _Group(next(self.founded))
        self.all[group.number] = group
        return group

    def _join(self, unit: _Unit, group: _Group) -> None:
        self.all[group.number] = group
        unit.group = group
        group.units[id(unit)] = unit
        group.version += 1
        group.evidence.add(unit.evidence)
        group.articles.update(unit.articles)
        group.barred.update(unit.barred)
        self._hold(group, unit.stored, unit.probes, 1)

    def _leave(self, unit: _Unit) -> None:
        group = unit.group
        if group is None:
            return
        unit.group = None
        del group.units[id(unit)]
        group.version += 1
        group.evidence.drop(unit.evidence)
        group.articles -= Counter(unit.articles)
        group.barred -= Counter(unit.barred)
        self._hold(group, unit.stored, unit.probes, -1)

    def _hold(self, group: _Group, stored: Iterable[str], probes: Iterable[str], sign: int) -> None:
        for table, names in ((self.holders, stored), (self.askers, probes)):
            for key in names:
                held = table.setdefault(key, Counter())
                held[group.number] += sign
                if not held[group.number]:
                    del held[group.number]

    def _merge(self) -> None:
        """Join groups that are one vote, the surest pair first, until none is left."""
        while pair := self._surest_pair():
            kept, given = pair
            if given.record:
                kept, given = given, kept
            for unit in list(given.units.values()):
                self._leave(unit)
                self._join(unit, kept)
            del self.all[given.number]

    def _surest_pair(self) -> tuple[_Group, _Group] | None:
        best: dict[int, list[tuple[float, int]]] = {}
        for one, other in self._neighbours():
            likeness = self._pair(one, other)
            if not likeness.clash and likeness.score >= JOIN - MARGIN and likeness.pieces:
                score = likeness.score if likeness.joins else min(likeness.score, JOIN - 0.01)
                best.setdefault(one.number, []).append((score, other.number))
                best.setdefault(other.number, []).append((score, one.number))
        pairs = sorted(((-score, n, m) for n, rivals in best.items() for score, m in rivals if n < m and score >= JOIN))
        for negative, n, m in pairs:
            rivals = [score for k in (n, m) for score, o in best[k] if o not in (n, m)]
            if not rivals or -negative >= max(rivals) + MARGIN:
                return self.all[n], self.all[m]
        return None

    def _pair(self, one: _Group, other: _Group) -> Likeness:
        """The likeness of two groups, compared anew only if one of them changed."""
        held = self.rated.get((one.number, other.number))
        if held is None or held[:2] != (one.version, other.version):
            held = one.version, other.version, compare(one.evidence, other.evidence, crowded=self.crowded)
            self.rated[one.number, other.number] = held
        return held[2]

    def _neighbours(self) -> Iterator[tuple[_Group, _Group]]:
        pairs = {(min(n, m), max(n, m)) for key, held in self.holders.items() for n in held for m in self.askers.get(key, ()) if n != m}
        for n, m in sorted(pairs):
            one, other = self.all[n], self.all[m]
            if one.record and other.record:
                continue
            if one.articles.keys() & other.articles.keys():
                continue
            if any(i in other.barred for u in one.units.values() for i in u.ids):
                continue
            yield one, other

    def groups(self) -> Iterator[Group]:
        """The groups with their members' reasons, in order of their first report's content."""
        made = []
        for group in self.all.values():
            if not any(r.replaced is None for u in group.units.values() for r in u.reports):
                continue
            members = [(r, *self._why(unit, group)) for unit in group.units.values() for r in unit.reports]
            members.sort(key=lambda m: (m[0].key, m[0].id))
            reasons = self._record_reasons(group)
            made.append(
                (
                    members[0][0].key,
                    Group(tuple(Member(r.id, s, w) for r, s, w in members), group.record.id if group.record else None, reasons),
                )
            )
        yield from (group for _, group in sorted(made, key=lambda pair: (pair[0], pair[1].members[0].report)))

    def _why(self, unit: _Unit, group: _Group) -> tuple[float, tuple[str, ...]]:
        if len(group.units) == 1 and not group.record:
            return 0.0, ("an editor joined these",) if len(unit.reports) > 1 else ("the only report of this vote",)
        group.evidence.drop(unit.evidence)
        likeness = compare(unit.evidence, group.evidence, crowded=self.crowded)
        group.evidence.add(unit.evidence)
        joined = ("an editor joined these",) if len(unit.reports) > 1 else ()
        return likeness.score, joined + likeness.reasons

    def _record_reasons(self, group: _Group) -> tuple[str, ...]:
        if group.record_evidence is None:
            return ()
        told = together(u.evidence for u in group.units.values())
        return compare(told, group.record_evidence, crowded=self.crowded).reasons

    def undecided(self) -> Iterator[Undecided]:
        """Reports without a group, and the groups each may belong to."""
        for unit in sorted((u for u in self.units if u.group is None), key=lambda u: u.reports[0].key):
            ranked = self._ranked(unit)[:5]
            candidates = tuple(
                Candidate(frozenset(i for u in g.units.values() for i in u.ids), g.record.id if g.record else None, li.score, li.reasons)
                for li, g in ranked
            )
            if len(ranked) > 1 and ranked[0][0].joins:
                why = "two votes are as likely"
            elif ranked:
                why = "too few facts agree to be sure"
            else:
                why = "too little is told to know the vote"
            for report in unit.reports:
                yield Undecided(report.id, candidates, why)


def _units(reports: Sequence[Report], decisions: Sequence[Decision]) -> list[_Unit]:
    """Reports as units: those an editor joined are one."""
    leader = {r.id: r.id for r in reports}

    def find(i: str) -> str:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for decision in decisions:
        if decision.kind == "together":
            present = sorted(i for i in decision.reports if i in leader)
            for i in present[1:]:
                low, high = sorted((find(present[0]), find(i)))
                leader[high] = low
    barred: dict[str, set[str]] = {}
    for decision in decisions:
        if decision.kind == "apart":
            for one, others in ((decision.reports, decision.others), (decision.others, decision.reports)):
                for i in one:
                    barred.setdefault(i, set()).update(others)
    parts: dict[str, list[Report]] = {}
    for report in reports:
        parts.setdefault(find(report.id), []).append(report)
    made = []
    for members in parts.values():
        evidence = together(evidence_for(r) for r in members)
        own = [keys_of(evidence_for(r)) for r in members]
        made.append(
            _Unit(
                tuple(members),
                evidence,
                frozenset().union(*(k.stored for k in own)),
                frozenset().union(*(k.probes for k in own)),
                frozenset(o for r in members for o in barred.get(r.id, ())),
            )
        )
    return made


def _crowded(units: Sequence[_Unit]) -> bool:
    """Whether the reports speak of many votes: the effective number of different yes counts among them."""
    told = Counter(value for unit in units for value in unit.evidence.counts.get("yes", ()))
    return bool(told) and told.total() ** 2 > CROWD * sum(n * n for n in told.values())


def _most_telling(unit: _Unit) -> tuple[int, float, str, str]:
    """Editor's units first, then the reports that say most; ties by content."""
    known = unit.evidence
    told = 10 * len(known.symbols) + 3 * len(known.counts) + 3 * len(known.titles) + 3 * len(known.stated) + 2 * len(known.sponsors)
    told += min(6, len(known.positions)) + 2 * len(known.bodies) + len(known.inferred) - 8 * known.earlier
    return -len(unit.reports), -told, unit.reports[0].key, unit.reports[0].id
