"""Which vote is which after reports were joined anew: ids stay where most of their reports went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimwire.linking.groups import Group
from claimwire.reports import Report


@dataclass(frozen=True, slots=True)
class Kept:
    """``ids``: for each group the id it keeps, ``None`` where it is new. ``redirects``: ids that went up in another
    one. ``gone``: ids of which no report is left in any group.
    """

    ids: tuple[str | None, ...]
    redirects: Mapping[str, str]
    gone: frozenset[str]


def keep_ids(before: Mapping[str, frozenset[str]], groups: Sequence[Group]) -> Kept:
    """Give ids of votes (id -> ids of their reports) to the groups that took their place.

    A group keeps the id it shares most reports with, if no other group shares more
    with that id; ties go by id. An id that lost its reports to a group of another id
    redirects there; of a vote that was split, the larger part keeps the id.
    """
    at = {report: n for n, group in enumerate(groups) for report in group.reports}
    shared: dict[str, Counter[int]] = {id: Counter(at[r] for r in reports if r in at) for id, reports in before.items()}
    claims = sorted((-count, id, n) for id, counts in shared.items() for n, count in counts.items())
    ids: list[str | None] = [None] * len(groups)
    used: set[str] = set()
    for _, id, n in claims:
        if ids[n] is None and id not in used:
            ids[n] = id
            used.add(id)
    redirects = {}
    for id in sorted(before.keys() - used):
        if shared[id]:
            heir = ids[min(shared[id], key=lambda n: (-shared[id][n], n))]
            if heir is not None:
                redirects[id] = heir
    return Kept(tuple(ids), redirects, frozenset(before.keys() - used - redirects.keys()))


def founder_key(group: Group, reports: Mapping[str, Report]) -> str:
    """The content key of a group's first report: the same in every store that holds the same articles."""
    return min((reports[i].key for i in group.reports if reports[i].replaced is None), default="")
