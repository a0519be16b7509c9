"""Reading the store. One thing is one look-up of JSON bytes kept ready; lists are pages by keyset.

``Stored.document`` and the rows of a ``Page`` are JSON objects in UTF-8. Their members are always there
(``null`` or ``[]`` where there is nothing); days are ``YYYY-MM-DD``, moments ISO date-times in UTC.

vote
    id, organization, motion {text, identifier, sponsors[]}, start_date, result,
    counts[{option, value, record, values[]}], votes[{voter, option, record, values[]}], results[], dates[], titles[], sponsors[]
    (each a list of values), record|null {id, organization, date, symbols[], title, counts, result, size, source, url,
    position_count, reasons[]}, conflicts[ids], outlets[], report_count, reports[report, at most 20], undecided[{report, why, candidates[]}]
    value = {value, qualifier, high?, agrees: "agrees|differs|not recorded", outlets[], sources, report_count,
    reports[{outlet, article, document, claim, derived?, tentative?, superseded?, quoted?, basis?, quote}, at most 20]}
    candidates[] = {vote, record, score, reasons[]}
vote in a list
    id, organization, motion, start_date, result, counts[{option, value, record}], record (id), conflicts[ids], outlets[], report_count
report (``vote_reports``)
    id, article, outlet, document, published, ref, story, score, reasons[]
conflict
    as in the contract, with opened_at and changed_at
claim
    as in an extraction record, with article, outlet, document, published, vote_id
article in a list
    id, outlet, url, document, title, published, revision, stored_at
article
    the extraction record (votes[] with ``id``, null where undecided), and id, url, retrieved, stored_at, revision (number),
    revisions[{revision, hash, retrieved, stored_at}], conflicts[ids], story
armed conflict
    id, name, kind, since, until, parties[[{id, name}], [..]], identifiers, figure_count,
    estimates[{measure, population, unit, low, best, high, told[figure, at most 20, the newest first]}]
figure (``armed_conflict_figures``)
    claim, article, outlet, document, measure, value, high, unit, qualifier, population, attributed_to, as_of, published, story, quote …
inconsistency
    as in an extraction record, with article, outlet, document, vote_id
actor
    id, name, kind, identifiers, other_names[]
position (``positions``)
    claim, and record (the option on record)
recorded position
    record, organization, date, title, symbols[], option
outlet
    outlet, parser, articles, recognised, recognition_rate, with_claims, claim_rate, claims, with_problems,
    compared, alone, alone_rate, against_record, against_record_rate
record
    id, revision, organization, date, symbols[], title, counts, positions, result, size, source, url, votes[ids]
decision (``vote_decisions``)
    id, kind (merge|split), vote, kept[report ids], moved[report ids], was (the vote of the moved before), note, at
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from models import base, estimating
from models.canonical import dumps, etag, loads
from models.estimating import armed_conflicts
from models.estimating import figures_told as armed_conflict_figures
from models.listing import conflicts, outlets, recorded_positions, records, vote_decisions, vote_reports, votes
from models.paging import Page
from models.siding import alignment
from models.told import actors, article_claims, articles, claims, figures, inconsistencies, positions, statements
from models.unpacking import StoredRevision, revision

__all__ = [
    "Page",
    "Redirect",
    "Stored",
    "StoredRevision",
    "Tombstone",
    "actor",
    "actors",
    "alignment",
    "armed_conflict",
    "armed_conflict_figures",
    "armed_conflicts",
    "article",
    "article_claims",
    "articles",
    "claims",
    "conflict",
    "conflicts",
    "figures",
    "inconsistencies",
    "outlet",
    "outlets",
    "positions",
    "ready",
    "record",
    "recorded_positions",
    "records",
    "revision",
    "statements",
    "statistics",
    "vote",
    "vote_decisions",
    "vote_reports",
    "votes",
]


@dataclass(frozen=True, slots=True)
class Stored:
    """A document ready to serve and its strong ETag, quotes included."""

    document: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """The thing has another id now."""

    id: str


@dataclass(frozen=True, slots=True)
class Tombstone:
    """The thing was here once."""

    id: str
    deleted_at: str


def vote(identity: str) -> Stored | Redirect | Tombstone | None:
    """A vote event."""
    found = ready("votes", identity)
    if found is not None:
        return found
    with base.reading():
        rows = base.raw("SELECT target, at FROM vote_redirects WHERE id = ?", (identity,))
    if not rows:
        return None
    return Redirect(rows[0][0]) if rows[0][0] else Tombstone(identity, rows[0][1])


def conflict(identity: str) -> Stored | Redirect | Tombstone | None:
    """A conflict; of a merged vote, where to find it now."""
    found = ready("conflicts", identity)
    if found is not None:
        return found
    with base.snapshot():
        named = base.raw("SELECT vote, kind, subject FROM conflict_names WHERE id = ?", (identity,))
        if not named:
            return None
        now = base.raw(
            "SELECT c.id FROM vote_redirects r JOIN conflicts c ON c.vote = r.target WHERE r.id = ? AND c.kind = ? AND c.subject = ?",
            named[0],
        )
    return Redirect(now[0][0]) if now else Tombstone(identity, "")


def article(identity: str) -> Stored | Tombstone | None:
    """An article as its current revision tells it."""
    with base.snapshot():
        rows = base.raw(
            "SELECT a.seq, a.deleted_at, a.story, a.stored_at, r.seq, r.number, r.retrieved, r.text, r.record "
            "FROM articles a LEFT JOIN revisions r ON r.seq = a.revision WHERE a.id = ?",
            (identity,),
        )
        if not rows:
            return None
        seq, deleted, story, stored_at, revision, number, retrieved, text, record = rows[0]
        if deleted or record is None:
            return Tombstone(identity, deleted or "")
        said = loads(record)
        events = base.raw("SELECT r.ref, v.id FROM reports r LEFT JOIN votes v ON v.seq = r.event WHERE r.revision = ?", (revision,))
        told = [loads(r) for (r,) in base.raw("SELECT record FROM claims WHERE revision = ? ORDER BY seq", (revision,))]
        doubts = [loads(r) for (r,) in base.raw("SELECT record FROM inconsistencies WHERE revision = ? ORDER BY seq", (revision,))]
        revisions = base.raw("SELECT number, hash, retrieved, stored_at FROM revisions WHERE article = ? ORDER BY number", (seq,))
        ids = sorted({v for _, v in events if v})
        disputed = [base.raw("SELECT id FROM conflicts WHERE vote = ? ORDER BY id", (v,)) for v in ids]
    joined = dict(events)
    names = ("revision", "hash", "retrieved", "stored_at")
    document: dict[str, Any] = {"id": identity, **said}
    document["article"] = {**said["article"], "text": text}
    document["votes"] = [{**v, "id": joined.get(v["ref"])} for v in said["votes"]]
    document |= {"claims": told, "inconsistencies": doubts, "retrieved": retrieved, "stored_at": stored_at, "revision": number}
    document["revisions"] = [dict(zip(names, row, strict=True)) for row in revisions]
    document |= {"conflicts": [c for found in disputed for (c,) in found], "story": story}
    return _made(document)


def actor(identity: str) -> Stored | None:
    """Who votes, speaks or sponsors."""
    with base.reading():
        rows = base.raw("SELECT record FROM actors WHERE id = ?", (identity,))
    return Stored(rows[0][0].encode(), etag(rows[0][0].encode())) if rows else None


def armed_conflict(identity: str) -> Stored | None:
    """A war, with the figures told about it: low, best and high of each measure and population, and who says so."""
    found = estimating.armed_conflict(identity)
    return Stored(found, etag(found)) if found is not None else None


def outlet(slug: str) -> Stored | None:
    """An outlet's numbers."""
    rows = outlets(slug=slug).rows
    return Stored(rows[0], etag(rows[0])) if rows else None


def record(identity: str) -> Stored | None:
    """An official result as it stands now."""
    rows = records(identity=identity).rows
    return Stored(rows[0], etag(rows[0])) if rows else None


def statistics() -> dict[str, int]:
    """How many articles, claims, votes, conflicts and records there are, for /metrics. Counts whole tables: not for every request."""
    counted = {
        "articles": "articles WHERE revision IS NOT NULL",
        "claims": "claims WHERE live = 1",
        "votes": "votes",
        "conflicts_open": "conflicts WHERE state = 'open'",
        "records": "records WHERE live = 1",
    }
    with base.reading():
        return {name: int(base.raw(f"SELECT count(*) FROM {what}")[0][0]) for name, what in counted.items()}  # noqa: S608


def ready(table: Literal["votes", "conflicts"], identity: str, unless: str | None = None) -> Stored | None:
    """A vote or a conflict in one look-up. With the ETag ``unless`` its document is not read and comes out empty."""
    with base.reading():
        sql = f"SELECT etag, CASE WHEN etag = ? THEN NULL ELSE document END FROM {table} WHERE id = ?"  # noqa: S608
        rows = base.raw(sql, (unless or "", identity))
    return Stored(bytes(rows[0][1] or b""), rows[0][0]) if rows else None


def _made(document: dict[str, Any]) -> Stored:
    written = dumps(document).encode()
    return Stored(written, etag(written))
