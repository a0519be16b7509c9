"""Joining what different articles tell to the vote they speak of.

``reconcile`` takes reports and records in any order and gives the same groups.
Reports are taken up from the one that says most to the one that says least; each
joins the group it is most like, if the likeness is enough and leads the next
best by a margin, founds a group if it is like none, and is left undecided, with
the candidates named, if two are as good. Groups that prove to be one vote are
merged, and every report is then weighed again against all groups.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.linking.blocks import Known, components
from claimwire.linking.evidence import OfficialResult
from claimwire.linking.groups import Candidate, Decision, Group, Linking, Member, Undecided
from claimwire.linking.linker import Linker
from claimwire.reports import Report

__all__ = ["Candidate", "Decision", "Group", "Linking", "Member", "Undecided", "reconcile"]


def reconcile(
    reports: Iterable[Report],
    records: Iterable[OfficialResult] = (),
    decisions: Iterable[Decision] = (),
    *,
    known: Known | None = None,
) -> Linking:
    """Join reports and records to votes. The same for any order; whatever cannot reach one another is independent.

    A record without a report makes no group. Work is near-linear in the reports.
    ``known`` is what ``component`` found of the same reports, so that it is not made again.
    """
    decided = tuple(decisions)
    groups: list[Group] = []
    undecided: list[Undecided] = []
    for part in components([*reports, *records], [d.reports | d.others for d in decided], known):
        solved = Linker(part, decided)
        solved.solve()
        groups += solved.groups()
        undecided += solved.undecided()
    return Linking(tuple(groups), tuple(undecided))
