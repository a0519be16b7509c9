"""Why two bodies of evidence can never be one vote, however much agrees."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Final

from claimwire.linking.evidence import Evidence, symbol_series
from claimwire.reports import largest

MONTH: Final = 31
"""Stated days further apart are never one vote's."""
LATE: Final = 45
"""A vote is news for so many days: what was published later speaks of another, unless it gives the day."""


def clash_of(a: Evidence, b: Evidence) -> str:
    """Why two can never be one vote, in words; empty if they can."""
    if a.bodies and b.bodies and not a.bodies.keys() & b.bodies.keys():
        return f"different bodies: {first(a.bodies)} and {first(b.bodies)}"
    for open_, known in ((a, b), (b, a)):
        if not open_.bodies and open_.candidates and known.bodies:
            allowed = frozenset().union(*open_.candidates)
            if not allowed & known.bodies.keys():
                return f"the body is one of {', '.join(sorted(allowed))}, not {first(known.bodies)}"
    for open_, known in ((a, b), (b, a)):
        if not open_.bodies and (beyond := _beyond(open_, known)):
            return beyond
    same = a.symbols.keys() & b.symbols.keys()
    if same:
        return ""
    if a.symbols and b.symbols and {symbol_series(s) for s in a.symbols} & {symbol_series(s) for s in b.symbols}:
        return f"different symbols: {first(a.symbols)} and {first(b.symbols)}"
    return _far_apart(a, b)


def _far_apart(a: Evidence, b: Evidence) -> str:
    """Why the days told, or those of publication where none is told, cannot be one vote's; empty if they can."""
    mine, theirs = a.stated or a.inferred, b.stated or b.inferred
    if mine and theirs:
        days = days_apart(mine, theirs)
        return f"{days} days apart" if days > (MONTH if a.stated and b.stated else LATE) else ""
    for told, other in ((mine, b), (theirs, a)):
        if told and other.published:
            lag = min(((p - d).days for p in other.published for d in told), key=lambda n: (abs(n), n))
            return "" if -2 <= lag <= LATE else f"published {lag} days after the vote"
    if a.published and b.published and not mine and not theirs:
        days = days_apart(a.published, b.published)
        return f"published {days} days apart" if days > LATE else ""
    return ""


def clash_signature(known: Evidence) -> tuple[object, ...]:
    """All of a report's evidence that ``clash_of`` reads: equal signatures clash with the same others."""
    most = 0 if known.bodies else max((v for values in known.counts.values() for v in values), default=0)
    days = frozenset(known.stated), frozenset(known.inferred), frozenset(known.published)
    return frozenset(known.bodies), frozenset(known.candidates), frozenset(known.symbols), days, most


def _beyond(open_: Evidence, known: Evidence) -> str:
    for body in known.bodies:
        size = largest(body)
        most = max((v for values in open_.counts.values() for v in values), default=0)
        if size is not None and most > size:
            return f"{most} votes cannot be {body}'s"
    return ""


def days_apart(a: Counter[datetime.date], b: Counter[datetime.date]) -> int:
    """How many days lie between the nearest of two sets of days."""
    if a.keys() & b.keys():
        return 0
    return min(abs((x - y).days) for x in _main(a) for y in _main(b))


def _main(days: Counter[datetime.date]) -> list[datetime.date]:
    """The few days most told: a group of many reports stays cheap to compare."""
    return sorted(days, key=lambda d: (-days[d], d))[:4]


def first(values: Counter[str] | Counter[datetime.date]) -> str:
    """The value most told, as text."""
    return str(min(values, key=lambda v: (-values[v], str(v))))
