"""The search behind ``reconcile``: one component's reports parted into groups, step by step.

Every choice is made in an order that depends on content alone, so the result
does not depend on the order in which reports came in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from claimwire.linking.blocks import Component
from claimwire.linking.evidence import together
from claimwire.linking.groups import Candidate, Decision, Group, Member, Undecided
from claimwire.linking.likeness import JOIN, MARGIN, POSSIBLE, Likeness, compare
from claimwire.linking.pool import Pool, Unit, VoteGroup, units

CROWD: Final = 6
"""From how many different yes counts, weighed by how often each is told, a component is crowded."""
ROUNDS: Final = 4
"""How often every report is weighed again, at most."""
CANDIDATES: Final = 5
"""How many candidates of an undecided report are named."""

Ranked = list[tuple[Likeness, VoteGroup]]


class Linker:
    """Parts one component. ``solve`` first; then ``groups`` and ``undecided`` say what came out."""

    def __init__(self, part: Component, decisions: Sequence[Decision]) -> None:
        known = part.known
        current = [r for r in part.reports if r.replaced is None]
        self.former = units([r for r in part.reports if r.replaced is not None], (), known.reports)
        self.units = sorted(units(current, decisions, known.reports), key=_most_telling)
        self.crowded = _crowded(self.units)
        self.pool = Pool()
        self._rated: dict[tuple[int, int], tuple[int, int, Likeness]] = {}
        self._weighed: dict[tuple[int, int], tuple[int, Likeness]] = {}
        for record in part.records:
            self.pool.found(record, *known.records[record.id])

    def solve(self) -> None:
        """Place every report that can be placed."""
        for unit in self.units:
            self._weigh(unit)
        self._merge()
        for _ in range(ROUNDS):
            before = self._places()
            for unit in self.units:
                self._weigh(unit)
            self._merge()
            if before == self._places():
                break
        for unit in self.units:
            if unit.group is None:
                self._weigh(unit)
        for unit in self.former:
            likely = self._ranked(unit)
            if likely and likely[0][0].joins:
                unit.group = likely[0][1]
                unit.group.former.append(unit)

    def _places(self) -> list[int | None]:
        return [unit.group.number if unit.group else None for unit in self.units]

    def _weigh(self, unit: Unit) -> None:
        """Move a unit to the group it belongs to by all that is known now."""
        home, ranked = unit.group, self._ranked(unit)
        choice = _choice(ranked)
        if choice is None and unit.evidence.founds and (not ranked or ranked[0][0].score < JOIN):
            choice = home if home and home.alone(unit) else self.pool.found()
        if choice is not home:
            self.pool.leave(unit)
            if choice is not None:
                self.pool.join(unit, choice)

    def _ranked(self, unit: Unit) -> Ranked:
        """Groups the unit may belong to, the likeliest first, each weighed without the unit's own part in it."""
        rated = []
        for group in self.pool.near(unit):
            likeness = self._likeness(unit, group)
            if not likeness.clash and likeness.score >= POSSIBLE:
                rated.append((likeness, group))
        return sorted(rated, key=lambda pair: (-pair[0].score, pair[1].number))

    def _likeness(self, unit: Unit, group: VoteGroup) -> Likeness:
        """The likeness of a unit and a group, compared anew only if the group changed."""
        held = self._weighed.get((id(unit), group.number))
        if held is None or held[0] != group.version:
            found = self._without(unit, group) if group is unit.group else compare(unit.evidence, group.evidence, crowded=self.crowded)
            held = self._weighed[id(unit), group.number] = group.version, found
        return held[1]

    def _without(self, unit: Unit, group: VoteGroup) -> Likeness:
        group.evidence.drop(unit.evidence)
        likeness = compare(unit.evidence, group.evidence, crowded=self.crowded)
        group.evidence.add(unit.evidence)
        return likeness

    def _merge(self) -> None:
        """Join groups that are one vote, the surest pair first, until none is left."""
        while pair := self._surest_pair():
            kept, given = pair if not pair[1].record else pair[::-1]
            for unit in list(given.units.values()):
                self.pool.leave(unit)
                self.pool.join(unit, kept)

    def _surest_pair(self) -> tuple[VoteGroup, VoteGroup] | None:
        rivals: dict[int, list[tuple[float, int]]] = {}
        for one, other in self.pool.neighbours():
            likeness = self._pair(one, other)
            if not likeness.clash and likeness.score >= JOIN - MARGIN and likeness.pieces:
                score = likeness.score if likeness.joins else min(likeness.score, JOIN - 0.01)
                rivals.setdefault(one.number, []).append((score, other.number))
                rivals.setdefault(other.number, []).append((score, one.number))
        pairs = sorted((-score, n, m) for n, others in rivals.items() for score, m in others if n < m and score >= JOIN)
        for negative, n, m in pairs:
            next_best = max((score for k in (n, m) for score, o in rivals[k] if o not in (n, m)), default=0.0)
            if -negative >= next_best + MARGIN:
                return self.pool.groups[n], self.pool.groups[m]
        return None

    def _pair(self, one: VoteGroup, other: VoteGroup) -> Likeness:
        """The likeness of two groups, compared anew only if one of them changed."""
        held = self._rated.get((one.number, other.number))
        if held is None or held[:2] != (one.version, other.version):
            held = one.version, other.version, compare(one.evidence, other.evidence, crowded=self.crowded)
            self._rated[one.number, other.number] = held
        return held[2]

    def groups(self) -> Iterator[Group]:
        """The groups with their members' reasons, in order of their first report's content."""
        made = []
        for group in self.pool.groups.values():
            if not group.units:
                continue
            members = [(r, *self._why(u, group)) for u in (*group.units.values(), *group.former) for r in u.reports]
            members.sort(key=lambda m: (m[0].key, m[0].id))
            listed = tuple(Member(r.id, score, reasons) for r, score, reasons in members)
            record = group.record.id if group.record else None
            made.append(((members[0][0].key, members[0][0].id), Group(listed, record, self._record_reasons(group))))
        yield from (group for _, group in sorted(made, key=lambda pair: pair[0]))

    def _why(self, unit: Unit, group: VoteGroup) -> tuple[float, tuple[str, ...]]:
        joined = ("an editor joined these",) if len(unit.reports) > 1 else ()
        if id(unit) not in group.units:
            likeness = compare(unit.evidence, group.evidence, crowded=self.crowded)
            return likeness.score, ("an older revision", *likeness.reasons)
        if group.alone(unit):
            return 0.0, joined or ("the only report of this vote",)
        likeness = self._likeness(unit, group)
        return likeness.score, joined + likeness.reasons

    def _record_reasons(self, group: VoteGroup) -> tuple[str, ...]:
        if group.record_evidence is None:
            return ()
        told = together(u.evidence for u in group.units.values())
        return compare(told, group.record_evidence, crowded=self.crowded).reasons

    def undecided(self) -> Iterator[Undecided]:
        """Reports without a group, and the groups each may belong to."""
        for unit in sorted((u for u in self.units if u.group is None), key=lambda u: (u.reports[0].key, u.ids)):
            ranked = self._ranked(unit)[:CANDIDATES]
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


def _choice(ranked: Ranked) -> VoteGroup | None:
    """The group that leads the next one by the margin, if it is enough."""
    if not ranked or not ranked[0][0].joins:
        return None
    rival = next((likeness for likeness, _ in ranked[1:] if likeness.pieces), None)
    return None if rival and rival.score > ranked[0][0].score - MARGIN else ranked[0][1]


def _crowded(parts: Sequence[Unit]) -> bool:
    """Whether the reports speak of many votes: the effective number of different yes counts among them."""
    told = Counter(value for unit in parts for value in unit.evidence.counts.get("yes", ()))
    return bool(told) and told.total() ** 2 > CROWD * sum(n * n for n in told.values())


def _most_telling(unit: Unit) -> tuple[int, float, str, tuple[str, ...]]:
    """Editor's units first, then the reports that say most; ties by content."""
    known = unit.evidence
    told = 10 * len(known.symbols) + 3 * len(known.counts) + 3 * len(known.titles) + 3 * len(known.stated) + 2 * len(known.sponsors)
    told += min(6, len(known.positions)) + 2 * len(known.bodies) + len(known.inferred) - 8 * known.earlier
    return -len(unit.reports), -told, unit.reports[0].key, unit.ids
