"""Editors' decisions: kept as rows of their own, so that no derivation can lose them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models import base, disputes
from models.canonical import dumps, loads
from models.changes import Changes, changed
from models.conflicts import ConflictRow
from models.deriving import derive, redirect
from models.errors import NotFound, Refused
from models.looking import Finder, select_in
from models.votes import VoteDecisionRow, VoteRow

STATUSES = ("confirmed", "dismissed", "resolved")


def decide(conflict: str, status: str | None, note: str, at: str) -> bytes:
    """Set or clear the decision on a conflict; its document."""
    row = ConflictRow.get_or_none(ConflictRow.id == base.storable(conflict))
    if row is None:
        raise NotFound(f"there is no conflict {conflict!r}", field="id")
    if status is not None and status not in STATUSES:
        raise Refused(f"a decision is one of {', '.join(STATUSES)}, or null to clear it", field="status")
    base.raw("DELETE FROM conflict_decisions WHERE conflict = ?", (conflict,))
    if row.vote is not None:
        # A decision carried over from a merged vote gives way to this one.
        base.raw(
            "DELETE FROM conflict_decisions WHERE kind = ? AND subject = ? AND vote IN (SELECT id FROM vote_redirects WHERE target = ?)",
            (row.kind, row.subject, row.vote),
        )
    if status is not None:
        base.raw(
            "INSERT INTO conflict_decisions (conflict, vote, kind, subject, status, note, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (conflict, row.vote, row.kind, row.subject, status, note, at),
        )
    return disputes.refresh(row)


def merge(vote: str, into: str, note: str, at: str) -> tuple[str, ...]:
    """Join the first vote to the second, whose id stays; the ids that are left."""
    one, other = _vote(vote, "vote"), _vote(into, "into")
    if one.seq == other.seq:
        raise Refused("a vote cannot be merged with itself", field="into")
    finder = Finder()
    sides = [{r.id for r in finder.of_votes([row.seq])} for row in (other, one)]
    _take_back_opposite("split", sides)
    _store("merge", other.id, sides, note, at, was=one.id)
    base.raw_many("UPDATE vote_names SET vote = ? WHERE report = ?", [(other.id, report) for report in sorted(sides[1])])
    redirect(one.id, other.id, at)
    return _derive_again([one.seq, other.seq], at)


def split(vote: str, articles: Sequence[str], note: str, at: str) -> tuple[str, ...]:
    """Part the reports of these articles from the rest; the ids there are now."""
    row = _vote(vote, "vote")
    reports = Finder().of_votes([row.seq])
    out = {r.id for r in reports if r.article in set(articles)}
    unknown = set(articles) - {r.article for r in reports}
    if unknown:
        raise Refused(f"this vote has no report of {', '.join(sorted(unknown))[:200]}", field="articles")
    rest = {r.id for r in reports} - out
    if not out or not rest:
        raise Refused("name some of the vote's articles, but not all", field="articles")
    _take_back_opposite("merge", [rest, out])
    _store("split", row.id, [rest, out], note, at, was=row.id)
    return _derive_again([row.seq], at)


def undo(decision: int, at: str) -> tuple[str, ...]:
    """Take back a merge or split; the ids of the votes it touched."""
    row = VoteDecisionRow.get_or_none(VoteDecisionRow.seq == decision)
    if row is None:
        raise NotFound(f"there is no decision {decision}", field="id")
    finder = Finder()
    named = [r for (r,) in base.raw("SELECT report FROM decided_reports WHERE decision = ?", (decision,))]
    reports = finder.by_id(named)
    events = sorted({e for r in reports if (e := finder.events.get(r.id)) is not None})
    said = loads(row.record)
    names = [(row.vote, report) for report in said["kept"]] + [(said["was"], report) for report in said["moved"]]
    base.raw_many("UPDATE vote_names SET vote = ? WHERE report = ?", names)
    base.raw("DELETE FROM decided_reports WHERE decision = ?", (decision,))
    base.raw("DELETE FROM vote_decisions WHERE seq = ?", (decision,))
    return _derive_again(events, at, named)


def touched(article: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the votes an article speaks of, and of the conflicts of those votes."""
    votes = base.raw(
        "SELECT DISTINCT v.id FROM reports r JOIN votes v ON v.seq = r.event JOIN articles a ON a.seq = r.article "
        "WHERE r.article = ? AND r.revision = a.revision ORDER BY v.id",
        (article,),
    )
    conflicts = select_in("SELECT id FROM conflicts WHERE vote IN {in}", [v for (v,) in votes])
    return tuple(v for (v,) in votes), tuple(sorted(c for (c,) in conflicts))


def _vote(identity: str, field: str) -> VoteRow:
    row = VoteRow.get_or_none(VoteRow.id == base.storable(identity))
    if row is None:
        raise NotFound(f"there is no vote {identity!r}", field=field)
    return row


def _store(kind: str, vote: str, sides: Sequence[set[str]], note: str, at: str, *, was: str) -> None:
    """``was`` is the vote that the moved reports were joined to before."""
    record = dumps({"kept": sorted(sides[0]), "moved": sorted(sides[1]), "was": was})
    seq = VoteDecisionRow.insert(kind=kind, vote=vote, record=record, note=base.storable(note), at=at).execute()
    rows = [(report, seq, number) for number, side in enumerate(sides) for report in sorted(side)]
    base.raw_many("INSERT INTO decided_reports (report, decision, side) VALUES (?, ?, ?)", rows)


def _take_back_opposite(kind: str, sides: Sequence[set[str]]) -> None:
    """A newer word wins: an earlier decision of the other kind between the same two sides is taken back."""
    per_side = []
    for side in sides:
        rows = select_in("SELECT decision, side FROM decided_reports WHERE report IN {in}", sorted(side))
        per_side.append(set(rows))
    for decision, at_side in per_side[0]:
        if (decision, 1 - at_side) in per_side[1] and base.raw("SELECT 1 FROM vote_decisions WHERE seq = ? AND kind = ?", (decision, kind)):
            base.raw("DELETE FROM decided_reports WHERE decision = ?", (decision,))
            base.raw("DELETE FROM vote_decisions WHERE seq = ?", (decision,))


def _derive_again(events: Iterable[int], at: str, reports: Iterable[str] = ()) -> tuple[str, ...]:
    finder = Finder()
    start = [*finder.of_votes(events), *finder.by_id(reports)]
    changes: Changes = derive(finder, start, at)
    changed(changes)
    ids = {r.id for r in start}
    votes = select_in("SELECT v.id FROM reports r JOIN votes v ON v.seq = r.event WHERE r.id IN {in}", sorted(ids))
    return tuple(sorted({v for (v,) in votes}))
