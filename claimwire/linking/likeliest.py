"""Which vote a report most likely speaks of although its facts are too wrong to join it: what a check of a draft wants to know.

Joining asks for agreement, since a wrong join makes a false alarm out of two true
reports. A draft is held against the votes that are there, and one full of errors is
what a check is for. It is taken to speak of the vote with which far more agrees than
with any other; where that is not plain, of none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from claimwire.linking.clashes import days_apart
from claimwire.linking.evidence import Evidence, OfficialResult, together
from claimwire.linking.groups import Group, Linking
from claimwire.linking.keys import evidence_for
from claimwire.linking.likeness import PIECES, Likeness, compare
from claimwire.reports import Report

LEAD: Final = 3.0
"""How far the likeliest vote must lead the next one."""
SURE: Final = 3
"""So many firm facts that agree speak for a vote whatever else differs, its day too; one fewer is enough on its day."""

Rated = tuple[Likeness, Group, bool]


def likeliest(
    report: Report, linking: Linking, reports: Mapping[str, Report], records: Mapping[str, OfficialResult], own: Iterable[str]
) -> tuple[Group | None, tuple[Group, ...]]:
    """The vote a report most likely speaks of, if that is plain, and all it may speak of, the likeliest first.

    ``own`` are ids of the reports of its article: no two of them are one vote, so a vote that another one joined is none of these.
    """
    known, ours = evidence_for(report), frozenset(own)
    free = [group for group in _groups(linking, records) if not group.reports & ours - {report.id}]
    rated = [rating for group in free if (rating := _rated(known, group, ours, reports, records))]
    rated.sort(key=lambda r: -r[0].score)
    if not rated:
        return None, ()
    first, group, on_its_day = rated[0]
    plain = first.firm >= (SURE - 1 if on_its_day else SURE)
    leads = len(rated) == 1 or first.score - rated[1][0].score >= LEAD
    return group if plain and leads else None, tuple(g for likeness, g, _ in rated if likeness.pieces >= PIECES and likeness.firm)


def _groups(linking: Linking, records: Mapping[str, OfficialResult]) -> Iterable[Group]:
    taken = {group.record for group in linking.groups}
    return (*linking.groups, *(Group((), record) for record in records if record not in taken))


def _rated(
    known: Evidence, group: Group, own: frozenset[str], reports: Mapping[str, Report], records: Mapping[str, OfficialResult]
) -> Rated | None:
    sources: list[Report | OfficialResult] = [reports[i] for i in sorted(group.reports - own) if reports[i].replaced is None]
    if group.record is not None:
        sources.append(records[group.record])
    if not sources:
        return None
    told = together(evidence_for(source) for source in sources)
    likeness = compare(known, told)
    mine, theirs = known.stated or known.inferred, told.stated or told.inferred
    return None if likeness.clash else (likeness, group, bool(mine and theirs) and days_apart(mine, theirs) <= 1)
