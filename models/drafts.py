"""A draft against the store and the record; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from claimwire.drafts import check_draft
from claimwire.reading import Extraction
from claimwire.reconcile import reconcile
from claimwire.reports import reports_of
from models import base
from models.looking import Finder, decisions_on, select_in

DRAFT: Final = "draft"
"""The article id that the draft's reports have while they are compared."""


def check(extraction: Extraction) -> list[dict[str, Any]]:
    """Each claim about a vote, in order of the draft's text, as ``claimwire.drafts.Checked.to_record`` says it.

    With ``vote`` (the id of the vote it was found to speak of, or ``None``) and
    ``candidates`` (ids of votes, where that stays undecided).
    """
    drafts = reports_of(extraction, article=DRAFT)
    if not drafts:
        return []
    finder = Finder()
    with base.snapshot():
        found = finder.reachable(drafts)
        reports = {report.id: report for report in found.reports}
        linking = reconcile(found.reports, found.records, decisions_on(reports), known=found.known)
        checked = check_draft(drafts, linking, reports, {record.id: record for record in found.records})
        rows = []
        for one in checked:
            row = one.to_record()
            row["vote"] = next(iter(_votes(finder, one.vote)), None)
            row["candidates"] = [vote for candidate in one.candidates for vote in _votes(finder, candidate)[:1]]
            rows.append(row)
    return rows


def _votes(finder: Finder, reports: Iterable[str]) -> list[str]:
    """Ids of the votes that these reports are joined to in the store, that with most of them first."""
    events = [event for report in reports if (event := finder.events.get(report)) is not None]
    names = dict(select_in("SELECT seq, id FROM votes WHERE seq IN {in}", sorted(set(events))))
    return sorted(names.values(), key=lambda name: (-sum(names[e] == name for e in events), name))
