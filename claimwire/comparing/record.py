"""Each value of a report held against the official record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from claimwire.comparing.intervals import agree, interval
from claimwire.comparing.titles import titles_exclude
from claimwire.linking.evidence import OfficialResult
from claimwire.reports import Report, Told

Verdict = Literal["agrees", "differs", "not recorded"]

_ABSENCE: Final = ("absent", "not voting")


def compare_with_record(reports: Iterable[Report], record: OfficialResult | None) -> dict[tuple[str, str], Verdict]:
    """(report id, claim id) -> whether the value agrees with the record, differs from it, or is not recorded there."""
    return {(report.id, told.claim): verdict(told, record) for report in reports for told in report.told}


def verdict(told: Told, record: OfficialResult | None) -> Verdict:
    """One value against the record."""
    if record is None:
        return "not recorded"
    if told.kind == "count":
        official = record.counts.get(told.subject)
        if official is None:
            return "not recorded"
        return _word(agree(interval(float(told.value), told.qualifier, told.high), (official, official)))
    if told.kind == "position":
        option = record.positions.get(told.subject)
        if option is None:
            return "not recorded"
        return _word(option == told.value or (option in _ABSENCE and told.value in _ABSENCE))
    if told.kind == "result" and record.result:
        return _word(told.value == record.result)
    if told.kind == "date" and record.date:
        return _word(told.value == record.date.isoformat())
    if told.kind == "title" and record.title:
        return _word(not titles_exclude(str(told.value), record.title))
    return "not recorded"


def _word(same: bool) -> Verdict:
    return "agrees" if same else "differs"
