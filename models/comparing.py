"""How each outlet fared on one vote: how many of its values can be compared, stand alone, or differ from the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from claimwire.records import Record
from claimwire.reports import Report

KINDS: Final = frozenset({"count", "position", "result", "date"})


def outcomes(reports: Sequence[Report], record: Record | None) -> dict[str, tuple[int, int, int]]:
    """Outlet -> (compared, alone, against the record), counted in subjects (an option, a voter, the date, the result).

    Only plain, exact values count. An outlet is compared where another outlet or the
    record speaks of the subject; alone where at least two others do and none of them
    agrees with it.
    """
    told: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for report in reports:
        if report.replaced is None:
            for value in report.told:
                if value.kind in KINDS and value.disputable and value.qualifier == "exact":
                    told[value.kind, value.subject][report.outlet].add(str(value.value))
    numbers: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for (kind, subject), by_outlet in told.items():
        official = _official(record, kind, subject)
        others_than = _others(by_outlet)
        for outlet, values in by_outlet.items():
            others, agreeing = others_than[outlet]
            if not others and official is None:
                continue
            numbers[outlet][0] += 1
            numbers[outlet][1] += int(others >= 2 and not agreeing)
            numbers[outlet][2] += int(official is not None and official not in values)
    return {outlet: (n[0], n[1], n[2]) for outlet, n in numbers.items()}


def _others(by_outlet: dict[str, set[str]]) -> dict[str, tuple[int, int]]:
    """Outlet -> how many others speak of the subject, and how many of them give one of its values."""
    givers: dict[str, int] = defaultdict(int)
    for values in by_outlet.values():
        for value in values:
            givers[value] += 1
    return {outlet: (len(by_outlet) - 1, max((givers[v] - 1 for v in values), default=0)) for outlet, values in by_outlet.items()}


def _official(record: Record | None, kind: str, subject: str) -> str | None:
    if record is None:
        return None
    if kind == "date":
        return record.date.isoformat() if record.date else None
    value = {"count": record.counts.get(subject), "position": record.positions.get(subject), "result": record.result}[kind]
    return None if value is None else str(value)
