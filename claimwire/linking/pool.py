"""The groups in the making: who is in which, and which of them a report could belong to."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimwire.linking.blocks import Keys
from claimwire.linking.evidence import Evidence, OfficialResult, together
from claimwire.linking.groups import Decision
from claimwire.reports import Report


@dataclass(slots=True, eq=False)
class Unit:
    """Reports that stay together: one, or those an editor has joined."""

    reports: tuple[Report, ...]
    evidence: Evidence
    keys: Keys
    barred: frozenset[str]
    """Report ids an editor keeps apart from these."""
    ids: tuple[str, ...]
    articles: tuple[str, ...]
    group: VoteGroup | None = None


@dataclass(slots=True, eq=False)
class VoteGroup:
    """A vote in the making. ``number`` is the order in which it was founded."""

    number: int
    evidence: Evidence = field(default_factory=Evidence)
    units: dict[int, Unit] = field(default_factory=dict)
    articles: Counter[str] = field(default_factory=Counter)
    barred: Counter[str] = field(default_factory=Counter)
    record: OfficialResult | None = None
    record_evidence: Evidence | None = None
    former: list[Unit] = field(default_factory=list)
    """Reports of replaced revisions: members whose words count for nothing."""
    version: int = 0
    """Changes whenever a member comes or goes."""

    def bars(self, unit: Unit) -> bool:
        """Whether the unit can never be in this group: its article already is, or an editor keeps them apart."""
        own = 1 if unit.group is self else 0
        if any(self.articles.get(article, 0) > own for article in unit.articles):
            return True
        return any(self.barred.get(i) for i in unit.ids)

    def alone(self, unit: Unit) -> bool:
        """Whether the group is this unit and nothing else."""
        return unit.group is self and len(self.units) == 1 and self.record is None


class Pool:
    """All groups of a component, indexed by their members' keys."""

    def __init__(self) -> None:
        self.groups: dict[int, VoteGroup] = {}
        self._founded = itertools.count()
        self._holders: dict[str, dict[int, int]] = {}
        self._askers: dict[str, dict[int, int]] = {}

    def found(self, record: OfficialResult | None = None, evidence: Evidence | None = None, keys: Keys | None = None) -> VoteGroup:
        """A new group, of an official record where one is given."""
        group = VoteGroup(next(self._founded), record=record, record_evidence=evidence)
        self.groups[group.number] = group
        if evidence is not None and keys is not None:
            group.evidence.add(evidence)
            self._index(group, keys, 1)
        return group

    def join(self, unit: Unit, group: VoteGroup) -> None:
        """Put a unit into a group."""
        unit.group = group
        group.units[id(unit)] = unit
        group.version += 1
        group.evidence.add(unit.evidence)
        group.articles.update(unit.articles)
        group.barred.update(unit.barred)
        self._index(group, unit.keys, 1)

    def leave(self, unit: Unit) -> None:
        """Take a unit out of its group; a group that is left with nothing goes."""
        group = unit.group
        if group is None:
            return
        unit.group = None
        del group.units[id(unit)]
        group.version += 1
        group.evidence.drop(unit.evidence)
        for held, names in ((group.articles, unit.articles), (group.barred, unit.barred)):
            for name in names:
                held[name] -= 1
                if not held[name]:
                    del held[name]
        self._index(group, unit.keys, -1)
        if not group.units and group.record is None:
            del self.groups[group.number]

    def near(self, unit: Unit) -> list[VoteGroup]:
        """The groups that share a key with a unit, and may hold it, in order of their founding."""
        numbers = {n for key in unit.keys.probes for n in self._holders.get(key, ())}
        groups = (self.groups[n] for n in sorted(numbers))
        return [g for g in groups if not g.alone(unit) and not g.bars(unit)]

    def neighbours(self) -> Iterator[tuple[VoteGroup, VoteGroup]]:
        """Pairs of groups that share a key and may be one, in order of their founding."""
        pairs = {
            (n, m) if n < m else (m, n)
            for key, held in self._holders.items()
            if len(held) > 1 or len(self._askers.get(key, ())) > 1
            for n in held
            for m in self._askers.get(key, ())
            if n != m
        }
        for n, m in sorted(pairs):
            one, other = self.groups[n], self.groups[m]
            if one.record and other.record:
                continue
            if one.articles.keys() & other.articles.keys() or any(i in other.barred for u in one.units.values() for i in u.ids):
                continue
            yield one, other

    def _index(self, group: VoteGroup, keys: Keys, sign: int) -> None:
        number = group.number
        for table, names in ((self._holders, keys.stored), (self._askers, keys.probes)):
            for key in names:
                held = table.get(key)
                if held is None:
                    table[key] = {number: sign}
                else:
                    count = held.get(number, 0) + sign
                    if count:
                        held[number] = count
                    else:
                        del held[number]


def units(reports: Sequence[Report], decisions: Iterable[Decision], known: Mapping[str, tuple[Evidence, Keys]]) -> list[Unit]:
    """Reports as units: those an editor joined are one. ``known`` are evidence and keys by report id."""
    decided = tuple(decisions)
    barred: dict[str, set[str]] = {}
    for decision in decided:
        if decision.kind == "apart":
            for one, others in ((decision.reports, decision.others), (decision.others, decision.reports)):
                for i in one:
                    barred.setdefault(i, set()).update(others)
    return [_unit(members, known, barred) for members in _joined(reports, decided)]


def _joined(reports: Sequence[Report], decisions: Iterable[Decision]) -> list[list[Report]]:
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
    parts: dict[str, list[Report]] = {}
    for report in reports:
        parts.setdefault(find(report.id), []).append(report)
    return list(parts.values())


def _unit(members: Sequence[Report], known: Mapping[str, tuple[Evidence, Keys]], barred: Mapping[str, set[str]]) -> Unit:
    if len(members) == 1:
        evidence, keys = known[members[0].id]
    else:
        evidence = together(known[r.id][0] for r in members)
        own = [known[r.id][1] for r in members]
        keys = Keys(frozenset().union(*(k.stored for k in own)), frozenset().union(*(k.probes for k in own)))
    return Unit(
        reports=tuple(members),
        evidence=evidence,
        keys=keys,
        barred=frozenset(o for r in members for o in barred.get(r.id, ())),
        ids=tuple(r.id for r in members),
        # An older revision may stand beside the one that took its place.
        articles=tuple(r.article if r.replaced is None else f"{r.article} until {r.replaced}" for r in members),
    )
