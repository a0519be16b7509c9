"""What can reach one another over keys: the part of a store that one new report makes to be joined anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from claimwire.linking.clashes import clash_of, clash_signature
from claimwire.linking.evidence import Evidence, OfficialResult
from claimwire.linking.keys import Keys, Source, evidence_for, keys, keys_of
from claimwire.reports import Report

__all__ = ["Component", "Keys", "Known", "Source", "component", "components", "evidence_for", "keys", "keys_of"]


@dataclass(slots=True)
class Known:
    """Evidence and keys of reports and records, by id."""

    reports: dict[str, tuple[Evidence, Keys]] = field(default_factory=dict)
    records: dict[str, tuple[Evidence, Keys]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Component:
    """Everything that can reach one another: reports and records, each sorted by content."""

    reports: tuple[Report, ...]
    records: tuple[OfficialResult, ...]
    known: Known = field(compare=False, repr=False)


def component(
    start: Iterable[Source],
    lookup: Callable[[frozenset[str]], Iterable[Source]],
    tied: Callable[[frozenset[str]], Iterable[Source]] = lambda ids: (),
    known: Known | None = None,
) -> Component:
    """All reports and records that the first ones can reach, over pairs that share a key and do not clash.

    ``lookup`` gives everything stored under any of some keys; it is asked once for
    a key, and the work grows with what it gives. ``tied`` gives the reports that an
    editor's decisions name together with any of some report ids. ``known`` are
    evidence and keys that were found before; what is found now is put there too.
    """
    closure = _Closure(lookup, tied)
    if known is not None:
        closure.facts = known
    closure.run(start)
    return closure.taken()


def components(sources: Iterable[Source], ties: Iterable[frozenset[str]] = (), known: Known | None = None) -> Iterator[Component]:
    """All sources, parted into what can reach one another; ``ties`` are report ids that decisions name together.

    ``known`` are evidence and keys that were found before, so that they are not made again.
    """
    everything = sorted(sources, key=_order)
    reports = {s.id: s for s in everything if isinstance(s, Report)}
    named: dict[str, set[str]] = {}
    for tie in ties:
        for one in tie:
            named.setdefault(one, set()).update(tie)
    closure = _Closure(lambda keys: (), lambda ids: [reports[o] for i in ids for o in named.get(i, ()) if o in reports])
    if known is not None:
        closure.facts = known
    for source in everything:
        closure.know(source)
    for source in everything:
        closure.run([source])
        if closure.reached:
            yield closure.taken()


class _Closure:
    def __init__(self, lookup: Callable[[frozenset[str]], Iterable[Source]], tied: Callable[[frozenset[str]], Iterable[Source]]) -> None:
        self.lookup, self.tied = lookup, tied
        self.known: dict[str, tuple[Source, Evidence, Keys]] = {}
        self.facts = Known()
        self.done: set[str] = set()
        self.reached: list[str] = []
        self.unreached: dict[str, dict[str, None]] = {}
        self.asked: set[str] = set()
        self.tried: set[tuple[str, tuple[object, ...]]] = set()

    def run(self, start: Iterable[Source]) -> None:
        for source in start:
            self._reach(self.know(source))
        at = 0
        while at < len(self.reached):
            source, evidence, own = self.known[self.reached[at]]
            at += 1
            if fresh := own.probes - self.asked:
                self.asked |= fresh
                for found in self.lookup(fresh):
                    self.know(found)
            self._spread(evidence, own.probes)
            if isinstance(source, Report):
                for other in self.tied(frozenset((source.id,))):
                    self._reach(self.know(other))

    def taken(self) -> Component:
        """What was reached since the last call."""
        found = sorted((self.known[i][0] for i in self.reached), key=_order)
        self.reached = []
        reports = tuple(s for s in found if isinstance(s, Report))
        return Component(reports, tuple(s for s in found if not isinstance(s, Report)), self.facts)

    def know(self, source: Source) -> str:
        identity = f"report {source.id}" if isinstance(source, Report) else f"record {source.id}"
        if identity not in self.known:
            facts = self.facts.reports if isinstance(source, Report) else self.facts.records
            if source.id not in facts:
                evidence = evidence_for(source)
                facts[source.id] = evidence, keys_of(evidence, sure_day=not isinstance(source, Report))
            evidence, own = facts[source.id]
            self.known[identity] = source, evidence, own
            for key in own.stored:
                self.unreached.setdefault(key, {})[identity] = None
        return identity

    def _spread(self, evidence: Evidence, probes: frozenset[str]) -> None:
        """Reach what shares a probe and does not clash; evidence that clashes alike is tried once a key."""
        alike = clash_signature(evidence)
        for key in probes:
            if key not in self.unreached or (key, alike) in self.tried:
                continue
            self.tried.add((key, alike))
            for other in [o for o in self.unreached[key] if not clash_of(evidence, self.known[o][1])]:
                self._reach(other)

    def _reach(self, identity: str) -> None:
        if identity not in self.done:
            self.done.add(identity)
            self.reached.append(identity)
            for key in self.known[identity][2].stored:
                self.unreached[key].pop(identity, None)


def _order(source: Source) -> tuple[str, ...]:
    return ("report", source.key, source.id) if isinstance(source, Report) else ("record", source.id)
