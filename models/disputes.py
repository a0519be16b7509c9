"""Conflicts as rows: written when they open, change or close, under ids that outlive a derivation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from claimwire.conflicts import Conflict, conflict_id
from models import base
from models.canonical import digest, dumps, etag, loads, sorted_dumps
from models.changes import Changes, ConflictChange, Event
from models.conflicts import ConflictRow


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict with its id, ready to be written. ``vote`` is ``None`` for one of figures."""

    id: str
    vote: str | None
    conflict: Conflict

    @property
    def state(self) -> str:
        """Open or closed."""
        return str(self.conflict.state)


def prepare(vote: str | None, conflicts: Iterable[Conflict]) -> list[Dispute]:
    """Give conflicts of one vote (or of figures) their ids."""
    return [Dispute(conflict_id(vote, c.kind, c.subject), vote, c) for c in conflicts]


def write(vote: str, day: str, disputes: Sequence[Dispute], at: str) -> Changes:
    """Make the stored conflicts of one vote these and no others; what changed."""
    return write_instead(stored("vote", vote), disputes, day, at)


@dataclass(frozen=True, slots=True)
class Stored:
    """What of a conflict's row decides what is written in its place."""

    seq: int
    id: str
    state: str
    day: str
    decision: str | None
    content: str
    opened_at: str
    closed_at: str | None


def stored(column: Literal["id", "vote"], value: str) -> list[Stored]:
    """The conflicts of a vote, or the one of an id."""
    rows = base.raw(f"SELECT seq, id, state, day, decision, content, opened_at, closed_at FROM conflicts WHERE {column} = ?", (value,))  # noqa: S608
    return [Stored(*row) for row in rows]


def write_instead(old: Sequence[Stored], disputes: Sequence[Dispute], day: str, at: str) -> Changes:
    """Put these conflicts in the place of the old rows; what changed."""
    before = {row.id: row for row in old}
    events: list[ConflictChange] = []
    for dispute in disputes:
        event = _write(dispute, before.pop(dispute.id, None), day, at)
        if event:
            events.append(ConflictChange(dispute.id, event))
    for row in before.values():
        ((document,),) = base.raw("DELETE FROM conflicts WHERE seq = ? RETURNING document", (row.seq,))
        if row.state == "open":
            events.append(ConflictChange(row.id, "closed", bytes(document)))
    return Changes((), tuple(e.id for e in events), tuple(events))


def decision_on(dispute_id: str, vote: str | None, kind: str, subject: str) -> dict[str, Any] | None:
    """The editor's decision on a conflict, or on the same one of a vote that was merged into this."""
    rows = base.raw("SELECT status, note, at FROM conflict_decisions WHERE conflict = ?", (dispute_id,))
    if not rows and vote is not None:
        rows = base.raw(
            "SELECT d.status, d.note, d.at FROM conflict_decisions d JOIN vote_redirects r ON r.id = d.vote "
            "WHERE r.target = ? AND d.kind = ? AND d.subject = ? ORDER BY d.at DESC, d.conflict LIMIT 1",
            (vote, kind, subject),
        )
    return dict(zip(("status", "note", "at"), rows[0], strict=True)) if rows else None


def refresh(row: ConflictRow) -> bytes:
    """Write a conflict's document again with the decision that stands now; the document."""
    document = loads(bytes(row.document))
    document["decision"] = decision_on(row.id, row.vote, row.kind, row.subject)
    written = dumps(document).encode()
    base.raw(
        "UPDATE conflicts SET decision = ?, document = ?, etag = ? WHERE seq = ?",
        (document["decision"]["status"] if document["decision"] else None, written, etag(written), row.seq),
    )
    return written


def _write(dispute: Dispute, row: Stored | None, day: str, at: str) -> Event | None:
    conflict, subject = dispute.conflict, sorted_dumps(dispute.conflict.subject)
    decision = decision_on(dispute.id, dispute.vote, conflict.kind, subject)
    document = conflict.to_record(dispute.id, dispute.vote, decision)
    content = digest(sorted_dumps({**document, "id": None, "vote": None, "decision": None}))
    if row is not None and row.content == content and row.day == day and row.decision == (decision or {}).get("status"):
        return None
    since = row.opened_at if row else at
    document |= {"opened_at": since, "changed_at": at}
    written = dumps(document).encode()
    closed = None if dispute.state == "open" else (row.closed_at if row and row.closed_at else at)
    values = {
        "state": dispute.state,
        "day": day,
        "decision": decision["status"] if decision else None,
        "document": written,
        "etag": etag(written),
        "content": content,
        "changed_at": at,
        "closed_at": closed,
    }
    if row is None:
        named = {"id": dispute.id, "kind": conflict.kind, "vote": dispute.vote, "subject": subject, "opened_at": at}
        seq = base.insert("conflicts", {**named, **values})
        base.raw(
            "INSERT INTO conflict_names (id, vote, kind, subject) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            (dispute.id, dispute.vote, conflict.kind, subject),
        )
    else:
        seq = row.seq
        base.update("conflicts", seq, values)
        base.raw("DELETE FROM conflict_outlets WHERE conflict = ?", (seq,))
    outlets = {r["outlet"] for v in document["values"] for r in v["reports"]}
    base.raw_many("INSERT INTO conflict_outlets (outlet, conflict) VALUES (?, ?)", [(o, seq) for o in sorted(outlets)])
    if dispute.state == "open":
        return "opened" if row is None or row.state != "open" else "changed" if row.content != content else None
    return "closed" if row is not None and row.state == "open" else None
