"""Write what one article says: its row, its revision, its claims and its reports. Nothing here derives anything."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final, Literal

from claimwire.articles import Article
from claimwire.reading import Extraction
from claimwire.reports import Report, reports_of
from models import base, counting, figuring, looking, reporting, searching, syndicating
from models.articles import ArticleRow
from models.canonical import article_id, canonical_url, dumps, loads
from models.errors import Refused

LONGEST_NAME: Final = 300
"""Characters of a slug that an index takes in any database."""

Status = Literal["created", "revised", "unchanged"]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an article: ``newest`` is false where a newer revision was stored before."""

    seq: int
    id: str
    status: Status
    revision: int
    regrouped: frozenset[int] = frozenset()
    """Rows of articles that are of another family of copies now."""
    reached: frozenset[int] = frozenset()
    """Rows of reports that may be joined otherwise now that an earlier revision is replaced."""


def write(extraction: Extraction, *, retrieved: str | None, at: str) -> Written:
    """Store an extraction as a new article, a new revision, or not at all where it is stored already."""
    article = extraction.article
    if len(extraction.outlet) > LONGEST_NAME:
        raise Refused(f"the name of an outlet has at most {LONGEST_NAME} characters", field="outlet")
    public, revision = article_id(article), article.revision()
    found = base.raw("SELECT seq, revision, deleted_at FROM articles WHERE id = ?", (public,))
    if not found or found[0][2]:
        seq = _write_article(found[0][0] if found else None, public, extraction, at)
        _write_revision(seq, public, 1, extraction, revision, retrieved, at)
        return Written(seq, public, "created", 1, frozenset(syndicating.join(seq, public, article)))
    row, now, _ = found[0]
    earlier = _revisions(row)
    current = next(r for r in earlier if r.seq == now)
    is_newer = _moment(retrieved) > _moment(current.retrieved) if retrieved and current.retrieved else True
    if current.hash == revision or (any(r.hash == revision for r in earlier) and not (is_newer and retrieved and current.retrieved)):
        return Written(row, public, "unchanged", current.number)
    number = earlier[-1].number + 1
    reached = looking.reached([row])
    if is_newer:
        _retire(row, current)
        counting.revision_gone(current.seq)
    seq = _write_revision(row, public, number, extraction, revision, retrieved, at, live=is_newer)
    regrouped = set[int]()
    if is_newer:
        regrouped = syndicating.leave(row) | syndicating.join(row, public, article)
        # A vote that only this article tells of keeps its id through the revision.
        base.raw(
            "INSERT INTO vote_names (report, vote) SELECT new.id, n.vote FROM reports old JOIN vote_names n ON n.report = old.id "
            "JOIN reports new ON new.ref = old.ref WHERE old.revision = ? AND new.revision = ? ON CONFLICT (report) DO NOTHING",
            (current.seq, seq),
        )
    _mark_replaced(_successors(earlier, current.seq), _successors(_revisions(row), seq if is_newer else current.seq))
    return Written(row, public, "revised", number, frozenset(regrouped), reached)


def remove(row: ArticleRow, at: str) -> set[int]:
    """Take out all that an article said; its row stays as a tombstone. The rows of articles of another family now."""
    searching.forget_article(row.seq)
    counting.revision_gone(row.revision)
    for table, column in (("report_keys", "report"), ("vote_names", "report")):
        key = "seq" if table == "report_keys" else "id"
        base.raw(f"DELETE FROM {table} WHERE {column} IN (SELECT {key} FROM reports WHERE article = ?)", (row.seq,))  # noqa: S608
    base.raw("DELETE FROM reports WHERE article = ?", (row.seq,))
    regrouped = syndicating.leave(row.seq)
    base.raw("DELETE FROM revisions WHERE article = ?", (row.seq,))
    base.raw(
        "UPDATE articles SET deleted_at = ?, revision = NULL, title = NULL, story = NULL, published = NULL WHERE seq = ?",
        (at, row.seq),
    )
    return regrouped


def _write_article(row: int | None, public: str, extraction: Extraction, at: str) -> int:
    if row is not None:
        base.raw("UPDATE articles SET deleted_at = NULL, stored_at = ? WHERE seq = ?", (at, row))
        return row
    article = extraction.article
    url = canonical_url(article.url) if article.url else None
    values = {"id": public, "outlet": extraction.outlet, "url": url, "document": extraction.document, "stored_at": at}
    return base.insert("articles", values)


def _point_at(article: int, revision: int, extraction: Extraction) -> None:
    told = extraction.article
    base.raw(
        "UPDATE articles SET revision = ?, published = ?, title = ?, document = ?, outlet = ? WHERE seq = ?",
        (revision, _iso(told), told.title, extraction.document, extraction.outlet, article),
    )


def _iso(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None


def _write_revision(
    article: int, public: str, number: int, extraction: Extraction, revision: str, retrieved: str | None, at: str, *, live: bool = True
) -> int:
    told = extraction.article
    record = extraction.to_record()
    told_record = {k: v for k, v in record["article"].items() if k != "text"}
    kept = {k: record[k] for k in ("document", "outlet", "parser", "recognised_by")}
    kept |= {"article": told_record, "url": told.url, "votes": record["votes"], "actors": record["actors"], "problems": record["problems"]}
    values = {"article": article, "number": number, "hash": revision, "document": extraction.document, "parser": extraction.parser}
    values |= {"recognised_by": extraction.recognised_by, "retrieved": retrieved, "stored_at": at, "text": told.text, "record": dumps(kept)}
    seq = base.insert("revisions", values)
    if live:
        _point_at(article, seq, extraction)
    reports = _write_reports(article, public, seq, number if not live else None, extraction)
    _write_claims(article, seq, extraction, record["claims"], reports, live)
    base.raw_many(
        "INSERT INTO inconsistencies (revision, article, outlet, live, kind, record) VALUES (?, ?, ?, ?, ?, ?)",
        [(seq, article, extraction.outlet, int(live), i["kind"], dumps(i)) for i in record["inconsistencies"]],
    )
    base.raw_many(
        "INSERT INTO problems (revision, outlet, hook, message) VALUES (?, ?, ?, ?)",
        [(seq, p.outlet, p.hook, p.message) for p in extraction.problems],
    )
    figuring.write(extraction, article=article, public=public, revision=seq, live=live)
    if live:
        counting.revision_came(seq)
        searching.index_article(article)
    return seq


def _write_reports(article: int, public: str, revision: int, number: int | None, extraction: Extraction) -> dict[str, int]:
    """Rows of the revision's reports; ref -> row."""
    rows = {}
    for report in reports_of(extraction, article=public):
        if number is not None:
            report = replace(report, id=_replaced_id(report, number), replaced="")
        rows[report.vote.ref] = reporting.insert(report, article, revision)
    return rows


def _replaced_id(report: Report, number: int) -> str:
    return f"{report.article}@{number}/{report.vote.ref}"


def _write_claims(
    article: int, revision: int, extraction: Extraction, told: list[dict[str, Any]], reports: dict[str, int], live: bool
) -> None:
    published = _iso(extraction.article)
    rows: dict[str, tuple[Any, ...]] = {}
    for record in told:
        actor = (record.get("actor") or record.get("attributed_to") or "")[:LONGEST_NAME] or None
        option = record.get("option")
        report = reports.get(record.get("vote", ""))
        rows[record["id"]] = (
            revision,
            article,
            extraction.outlet,
            int(live),
            record["kind"],
            report,
            actor,
            option,
            published,
            dumps(record),
        )
    base.raw_many(
        "INSERT INTO claims (revision, article, outlet, live, kind, report, actor, opt, published, record) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        list(rows.values()),
    )


def _retire(article: int, current: _Revision) -> None:
    """The current revision becomes an earlier one: its claims stay, no longer live, its reports change their ids."""
    searching.forget_article(article)
    base.raw("UPDATE claims SET live = 0 WHERE revision = ?", (current.seq,))
    base.raw("UPDATE inconsistencies SET live = 0 WHERE revision = ?", (current.seq,))
    base.raw("UPDATE figures SET live = 0 WHERE revision = ?", (current.seq,))
    for seq, report in reporting.of_revision(current.seq):
        renamed = replace(report, id=_replaced_id(report, current.number), replaced="")
        base.raw("UPDATE vote_names SET report = ? WHERE report = ?", (renamed.id, report.id))
        base.raw(
            "INSERT INTO decided_reports (report, decision, side) SELECT ?, decision, side FROM decided_reports WHERE report = ?",
            (renamed.id, report.id),
        )
        reporting.rewrite(seq, renamed)


def _moment(retrieved: str | None) -> datetime.datetime:
    """When a text was retrieved; without an offset it is UTC, a bare day is its start, none is before all others."""
    try:
        moment = datetime.datetime.fromisoformat(retrieved or "")
    except ValueError:
        moment = datetime.datetime.min
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class _Revision:
    """What tells revisions apart, without their texts: an article may have hundreds."""

    seq: int
    number: int
    hash: str
    retrieved: str | None


def _revisions(article: int) -> list[_Revision]:
    """An article's revisions by number."""
    rows = base.raw("SELECT seq, number, hash, retrieved FROM revisions WHERE article = ? ORDER BY number", (article,))
    return [_Revision(*row) for row in rows]


def _successors(revisions: list[_Revision], current: int) -> dict[int, _Revision]:
    """For each earlier revision, the one that took its place; the current one is the last, whenever it was retrieved."""
    order = sorted((r for r in revisions if r.seq != current), key=lambda r: (_moment(r.retrieved), r.number))
    order += [r for r in revisions if r.seq == current]
    return {earlier.seq: later for earlier, later in pairwise(order)}


def _mark_replaced(before: dict[int, _Revision], now: dict[int, _Revision]) -> None:
    """Tell the reports of each revision that has another successor than before on which day that one took its place."""
    for earlier, later in now.items():
        if before.get(earlier) != later:
            day = (later.retrieved or "")[:10] or _published(later.seq)
            for seq, report in reporting.of_revision(earlier):
                if report.replaced != day:
                    reporting.rewrite(seq, replace(report, replaced=day))


def _published(revision: int) -> str:
    ((record,),) = base.raw("SELECT record FROM revisions WHERE seq = ?", (revision,))
    return loads(record)["article"]["published"] or ""
