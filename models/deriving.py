"""Derive votes and conflicts anew from the reports and records that a write touched, and from no others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimwire.conflicts import compare_with_record, conflicts_of
from claimwire.linking.identity import keep_ids
from claimwire.reconcile import Group, Undecided, reconcile
from claimwire.records import Record
from claimwire.reports import Report
from models import base, comparing, counting, disputes
from models.canonical import digest, dumps, etag, sorted_dumps
from models.changes import Changes
from models.documents import vote_document, vote_summary
from models.looking import Finder, Source, closed_set, select_in
from models.naming import outlet_names


def derive(finder: Finder, start: Sequence[Source], at: str, *, emptied: Iterable[int] = (), afresh: bool = False) -> Changes:
    """Join the reports that ``start`` reaches, write their votes and conflicts.

    ``emptied`` are votes that lost a report in this write, and may have lost all.
    With ``afresh`` nothing is taken to be as it was. Work grows with the reports of the votes that are reached, not with the store.
    """
    found, decisions = closed_set(finder, start)
    linking = reconcile(found.reports, found.records, decisions, known=found.known)
    reports = {report.id: report for report in found.reports}
    finder.derived |= {finder.rows[identity] for identity in reports}
    events = {e for r in reports if (e := finder.events.get(r)) is not None} | set(emptied)
    old: dict[int, str] = dict(select_in("SELECT seq, id FROM votes WHERE seq IN {in}", sorted(events)))
    ids = _assign_ids(linking.groups, reports, set(old.values()), at)
    votes = _votes_by_report(ids)
    open_questions = _open_questions(linking.undecided, linking.groups, votes)
    changes = Changes()
    for group in linking.groups:
        changes |= _write_vote(finder, group, ids[group], reports, open_questions, at, afresh=afresh)
    for undecided in linking.undecided:
        membership = dumps(_question(undecided, votes))
        base.raw("UPDATE reports SET event = NULL, membership = ? WHERE id = ?", (membership, undecided.report))
    settled = {r for g in linking.groups for r in g.reports} | {u.report for u in linking.undecided}
    for alone in sorted(reports.keys() - settled):
        base.raw("UPDATE reports SET event = NULL, membership = NULL WHERE id = ?", (alone,))
    kept = set(ids.values())
    for seq, identity in sorted(old.items()):
        if identity not in kept:
            changes |= _drop_vote(seq, identity, at)
    return changes


def derive_for_records(records: Sequence[str], names: frozenset[str], rows: Iterable[int], at: str) -> Changes:
    """Derive the votes of official results: those they are, were or may be the record of.

    ``records`` are their ids, ``names`` what is looked up for them, ``rows`` reports they reached before.
    """
    if not base.raw("SELECT 1 FROM reports LIMIT 1"):
        return Changes()
    finder = Finder()
    official = [seq for (seq,) in select_in("SELECT seq FROM records WHERE id IN {in}", records)]
    events = [seq for (seq,) in select_in("SELECT seq FROM votes WHERE official IN {in}", official)]
    start: list[Source] = [*finder.of_votes(events), *finder.of_rows(rows)]
    start += finder.lookup_reports(names)
    return derive(finder, start, at) if start else Changes()


def _assign_ids(groups: Sequence[Group], reports: Mapping[str, Report], touched: set[str], at: str) -> dict[Group, str]:
    """Ids of the groups: those their reports had before where possible, else made from the first report's content."""
    before: dict[str, set[str]] = {vote: set() for vote in touched}
    for report, vote in select_in("SELECT report, vote FROM vote_names WHERE report IN {in}", sorted(reports)):
        before.setdefault(vote, set()).add(report)
    kept = keep_ids({vote: frozenset(members) for vote, members in before.items() if members}, groups)
    ids: dict[Group, str] = {}
    for group, identity in zip(groups, kept.ids, strict=True):
        ids[group] = identity or _new_id(min(reports[r].key for r in group.reports), set(before) | set(ids.values()))
    for old, heir in sorted(kept.redirects.items()):
        redirect(old, heir, at)
    for old in sorted(touched - set(ids.values()) - kept.redirects.keys()):
        if not base.raw("SELECT 1 FROM vote_redirects WHERE id = ?", (old,)):
            redirect(old, None, at)
    rows = [(report, identity) for group, identity in ids.items() for report in sorted(group.reports - before.get(identity, set()))]
    base.raw_many("INSERT INTO vote_names (report, vote) VALUES (?, ?) ON CONFLICT (report) DO UPDATE SET vote = excluded.vote", rows)
    for identity in ids.values():
        base.raw("DELETE FROM vote_redirects WHERE id = ?", (identity,))
    return ids


def _new_id(founder: str, taken: set[str]) -> str:
    """An id that no live vote has; one that only redirects may come back to life."""
    number = 0
    while True:
        identity = "v" + digest(f"{founder}\n{number}")[:15]
        if identity not in taken and not base.raw("SELECT 1 FROM votes WHERE id = ?", (identity,)):
            return identity
        number += 1


def redirect(old: str, target: str | None, at: str) -> None:
    """Lead an id that no vote has any more to another vote, or to nothing; what led to it follows."""
    base.raw(
        "INSERT INTO vote_redirects (id, target, at) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET target = excluded.target, at = excluded.at",
        (old, target, at),
    )
    base.raw("UPDATE vote_redirects SET target = ? WHERE target = ?", (target, old))


def _inputs(finder: Finder, group: Group, record: Record | None, questions: Sequence[Mapping[str, Any]]) -> str:
    """A hash of all that a vote is made of: a vote among whose neighbours something changed is mostly what it was."""
    members = [(m.report, m.score, m.reasons, finder.digests[m.report]) for m in group.members]
    return digest(sorted_dumps([members, record.to_record() if record else None, group.record_reasons, questions]))


def _write_vote(
    finder: Finder,
    group: Group,
    vote: str,
    reports: Mapping[str, Report],
    questions: Mapping[Group, list[dict[str, Any]]],
    at: str,
    *,
    afresh: bool,
) -> Changes:
    members = {m.report: {"score": m.score, "reasons": list(m.reasons)} for m in group.members}
    told = [reports[m.report] for m in group.members]
    record = finder.records.get(group.record) if group.record else None
    inputs = _inputs(finder, group, record, questions.get(group, []))
    old = _stored_vote(vote)
    if old is not None and old["inputs"] == inputs and not afresh and all(finder.events[r] == old["seq"] for r in members):
        return Changes()
    found = conflicts_of(told, record, names=outlet_names())
    conflicts = disputes.prepare(vote, found)
    document = vote_document(
        vote,
        told,
        record=record,
        record_reasons=group.record_reasons,
        memberships=members,
        marks=compare_with_record(told, record),
        conflicts=[c.id for c in conflicts],
        undecided=questions.get(group, []),
    )
    written = dumps(document).encode()
    content = digest(sorted_dumps({**document, "id": None}))
    day = document["start_date"] or ""
    values = {
        "organization": document["organization"],
        "day": day,
        "title": document["motion"]["text"],
        "symbol": document["motion"]["identifier"],
        "result": document["result"],
        "official": finder.record_rows[record.id] if record else None,
        "reports": document["report_count"],
        "conflicts": len(conflicts),
        "disputed": int(any(c.state == "open" for c in conflicts)),
        "summary": dumps(vote_summary(document)).encode(),
        "document": written,
        "etag": etag(written),
        "content": content,
        "inputs": inputs,
    }
    if old is None:
        seq = base.insert("votes", {"id": vote, **values})
    else:
        seq = old["seq"]
        if any(old[name] != values[name] for name in ("content", "etag", "official", "inputs")):
            base.update("votes", seq, values)
    _join_reports(finder, seq, members)
    counting.compare_outlets(vote, comparing.outcomes(told, record))
    touched = old is None or old["content"] != content
    changes = disputes.write(vote, day, conflicts, at)
    return Changes((vote,) if touched else ()) | changes


def _join_reports(finder: Finder, event: int, members: Mapping[str, Mapping[str, Any]]) -> None:
    """Put down of which vote reports are, and why; of a vote that many tell of, most say what they said before."""
    written = {report: dumps(membership) for report, membership in members.items()}
    base.raw_many(
        "UPDATE reports SET event = ?, membership = ? WHERE seq = ?",
        [
            (event, text, finder.rows[report])
            for report, text in written.items()
            if (finder.events[report], finder.memberships[report]) != (event, text)
        ],
    )


def _stored_vote(vote: str) -> dict[str, Any] | None:
    names = ("seq", "inputs", "content", "etag", "official")
    rows = base.raw(f"SELECT {', '.join(names)} FROM votes WHERE id = ?", (vote,))  # noqa: S608
    return dict(zip(names, rows[0], strict=True)) if rows else None


def _drop_vote(seq: int, identity: str, at: str) -> Changes:
    counting.compare_outlets(identity, {})
    changes = disputes.write(identity, "", [], at)
    base.raw("DELETE FROM votes WHERE seq = ?", (seq,))
    return Changes((identity,)) | changes


def _votes_by_report(ids: Mapping[Group, str]) -> dict[str, str]:
    return {member.report: vote for group, vote in ids.items() for member in group.members}


def _question(undecided: Undecided, votes: Mapping[str, str]) -> dict[str, Any]:
    """What is known of a report that stays undecided: between which votes, and why."""
    candidates = []
    for candidate in undecided.candidates:
        vote = next((votes[r] for r in sorted(candidate.reports) if r in votes), None)
        candidates.append({"vote": vote, "record": candidate.record, "score": candidate.score, "reasons": list(candidate.reasons)})
    return {"why": undecided.why, "candidates": candidates}


def _open_questions(undecided: Sequence[Undecided], groups: Sequence[Group], votes: Mapping[str, str]) -> dict[Group, list[dict[str, Any]]]:
    """For each group, the undecided reports that may belong to it."""
    if not undecided:
        return {}
    home = {report: group for group in groups for report in group.reports}
    questions: dict[Group, list[dict[str, Any]]] = {}
    for one in undecided:
        asked = {home[r] for c in one.candidates for r in c.reports if r in home}
        for group in asked:
            questions.setdefault(group, []).append({"report": one.report, **_question(one, votes)})
    return questions
