"""Rows of reports and the keys they are found by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from claimwire.linking import blocks
from claimwire.reports import Report, report_from
from models import base
from models.canonical import dumps, loads


def insert(report: Report, article: int, revision: int) -> int:
    """Store a report under its keys; the number of its row."""
    values = {"id": report.id, "article": article, "revision": revision, "outlet": report.outlet, "ref": report.vote.ref}
    seq = base.insert("reports", {**values, "vote": dumps(report.to_record())})
    _insert_keys(seq, report)
    return seq


def of_revision(revision: int) -> list[tuple[int, Report]]:
    """The reports of one revision, with the numbers of their rows."""
    return _parsed(base.raw("SELECT seq, vote FROM reports WHERE revision = ? ORDER BY seq", (revision,)))


def tell_story(article: int, story: str | None) -> None:
    """Tell an article's reports which family of near copies they are of."""
    for seq, report in _parsed(base.raw("SELECT seq, vote FROM reports WHERE article = ?", (article,))):
        base.raw("UPDATE reports SET vote = ? WHERE seq = ?", (dumps(replace(report, story=story).to_record()), seq))


def rewrite(seq: int, report: Report) -> None:
    """Put a report in the place of what its row held."""
    base.raw("UPDATE reports SET id = ?, vote = ? WHERE seq = ?", (report.id, dumps(report.to_record()), seq))
    base.raw("DELETE FROM report_keys WHERE report = ?", (seq,))
    _insert_keys(seq, report)


def _insert_keys(seq: int, report: Report) -> None:
    base.raw_many("INSERT INTO report_keys (name, report) VALUES (?, ?)", [(key, seq) for key in sorted(blocks.keys(report).stored)])


def _parsed(rows: Iterable[tuple[Any, ...]]) -> list[tuple[int, Report]]:
    return [(seq, report_from(loads(text))) for seq, text in rows]
