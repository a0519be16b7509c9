"""Find the reports and records that linking asks for, and the editors' decisions on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from claimwire.linking.blocks import Component, Known, component
from claimwire.reconcile import Decision
from claimwire.records import Record, record_from
from claimwire.reports import Report
from models import base, remembered
from models.canonical import loads

CHUNK: Final = 2000
"""Values in one ``IN (…)``."""

Source = Report | Record


def select_in(sql: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows of a statement whose ``{in}`` is filled with the values, some thousand at a time."""
    rest = list(values)
    while rest:
        part, rest = rest[:CHUNK], rest[CHUNK:]
        yield from base.raw(sql.replace("{in}", "(" + ", ".join("?" * len(part)) + ")"), tuple(part))


class Finder:
    """Reports and records of the store, each read and parsed at most once."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.rows: dict[str, int] = {}
        self.events: dict[str, int | None] = {}
        self.memberships: dict[str, str | None] = {}
        self.records: dict[str, Record] = {}
        self.record_rows: dict[str, int] = {}
        self.digests: dict[str, str] = {}
        self.derived: set[int] = set()
        self.known = Known()
        """What linking made of them before, or makes now."""
        self._read: dict[str, remembered.Remembered] = {}
        self._by_row: dict[int, Report] = {}
        self._records_by_row: dict[int, Record] = {}

    def lookup(self, names: frozenset[str]) -> list[Source]:
        """Everything that is stored under any of these keys."""
        seqs = {seq for (seq,) in select_in("SELECT report FROM report_keys WHERE name IN {in}", sorted(names))}
        records = {seq for (seq,) in select_in("SELECT official FROM record_keys WHERE name IN {in}", sorted(names))}
        known = [self._by_row[s] for s in sorted(seqs & self._by_row.keys())]
        known_records = [self._records_by_row[s] for s in sorted(records & self._records_by_row.keys())]
        fresh, fresh_records = seqs - self._by_row.keys(), records - self._records_by_row.keys()
        return [*known, *known_records, *self._reports("seq", fresh), *self._records(fresh_records)]

    def known_records(self, records: Iterable[Record]) -> list[Record]:
        """The stored records with the ids of these."""
        return self._records(
            {seq for (seq,) in select_in("SELECT seq FROM records WHERE live = 1 AND id IN {in}", [r.id for r in records])}
        )

    def lookup_reports(self, names: frozenset[str]) -> list[Report]:
        """The reports, without records, that are stored under any of these keys."""
        return self._reports("seq", {seq for (seq,) in select_in("SELECT report FROM report_keys WHERE name IN {in}", sorted(names))})

    def of_articles(self, articles: Iterable[int]) -> list[Report]:
        """The reports of these articles, replaced ones too."""
        return self._reports("article", set(articles))

    def of_rows(self, rows: Iterable[int]) -> list[Report]:
        """Reports by the numbers of their rows."""
        return self._reports("seq", set(rows))

    def of_votes(self, events: Iterable[int]) -> list[Report]:
        """The reports joined to these votes."""
        return self._reports("event", set(events))

    def by_id(self, ids: Iterable[str]) -> list[Report]:
        """Reports by their ids; unknown ones are passed over."""
        return self._reports("id", set(ids))

    def _reports(self, column: str, values: Collection[Any]) -> list[Report]:
        found = []
        sql = f"SELECT seq, id, event, vote, membership FROM reports WHERE {column} IN {{in}}"  # noqa: S608
        for seq, identity, event, text, membership in select_in(sql, sorted(values)):
            if seq not in self._by_row:
                held = self._read[identity] = remembered.read(text)
                self._by_row[seq] = self.reports[identity] = held.report
                self.rows[identity], self.events[identity], self.digests[identity] = seq, event, held.digest
                self.memberships[identity] = membership
                if held.facts is not None:
                    self.known.reports[identity] = held.facts
            found.append(self._by_row[seq])
        return found

    def reachable(self, start: Iterable[Source]) -> Component:
        """All reports and records that linking can reach from these, and what it makes of each."""
        found = component(start, self.lookup, lambda ids: self.by_id(tied(ids) - ids), self.known)
        for identity, held in self._read.items():
            if held.facts is None:
                held.facts = self.known.reports.get(identity)
        return found

    def _records(self, seqs: Collection[int]) -> list[Record]:
        found = []
        for seq, text in select_in("SELECT seq, record FROM records WHERE seq IN {in}", sorted(seqs)):
            record = self._records_by_row[seq] = record_from(loads(text))
            self.records[record.id], self.record_rows[record.id] = record, seq
            found.append(record)
        return found


def closed_set(finder: Finder, start: Sequence[Source]) -> tuple[Component, list[Decision]]:
    """All reports and records that must be joined anew together with ``start``, and the decisions on them.

    Closed over what linking can reach, over reports that an editor put together with
    them, and over the votes that those reports are joined to now.
    """
    waiting = list(start)
    while True:
        found = finder.reachable(waiting)
        ids = {report.id for report in found.reports}
        events = {event for i in ids if (event := finder.events.get(i)) is not None}
        more = [r for r in finder.of_votes(events) if r.id not in ids]
        if not more:
            return found, decisions_on(ids)
        waiting = [*found.reports, *(finder.records[r.id] for r in found.records), *more]


def reached(articles: Iterable[int] = (), records: Iterable[Record] = ()) -> frozenset[int]:
    """Rows of all reports that must be joined anew when these articles or records change or go: ask before they do."""
    finder = Finder()
    found, _ = closed_set(finder, [*finder.of_articles(articles), *finder.known_records(records)])
    return frozenset(finder.rows[report.id] for report in found.reports)


def tied(reports: frozenset[str]) -> frozenset[str]:
    """Reports that editors put together with any of these."""
    return frozenset().union(*(d.reports for d in decisions_on(reports) if d.kind == "together"))


def decisions_on(reports: Collection[str]) -> list[Decision]:
    """Editors' decisions that name any of these reports, in the order they were taken."""
    numbers = {n for (n,) in select_in("SELECT decision FROM decided_reports WHERE report IN {in}", sorted(reports))}
    sides: dict[int, tuple[set[str], set[str]]] = {n: (set(), set()) for n in sorted(numbers)}
    for decision, report, side in select_in("SELECT decision, report, side FROM decided_reports WHERE decision IN {in}", sides):
        sides[decision][side].add(report)
    kinds = dict(select_in("SELECT seq, kind FROM vote_decisions WHERE seq IN {in}", sides))
    return [
        Decision("together", frozenset(one | other)) if kinds[number] == "merge" else Decision("apart", frozenset(one), frozenset(other))
        for number, (one, other) in sides.items()
    ]
