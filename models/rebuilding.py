"""Derive everything anew from what is stored, and say what came out differently."""

from __future__ import annotations

from collections.abc import Callable

from claimwire.linking import blocks
from claimwire.records import record_from
from claimwire.reports import report_from
from models import base, counting
from models.canonical import loads
from models.deriving import derive
from models.figuring import derive_figures, figure_names
from models.looking import Finder
from models.syndicating import tell_families

CHUNK = 500


def rebuild(progress: Callable[[int, int], None] | None, at: str) -> list[str]:
    """Keys, families, votes, conflicts and numbers anew, in the open transaction; a line for each difference."""
    before = _contents()
    _rebuild_keys()
    articles = [seq for (seq,) in base.raw("SELECT seq FROM articles WHERE revision IS NOT NULL ORDER BY seq")]
    ids = [identity for (identity,) in base.raw("SELECT id FROM articles WHERE revision IS NOT NULL ORDER BY seq")]
    for start in range(0, len(ids), CHUNK):
        tell_families(ids[start : start + CHUNK])
    rows = [seq for (seq,) in base.raw("SELECT seq FROM reports ORDER BY seq")]
    done: set[int] = set()
    for seq in rows:
        if seq in done:
            continue
        finder = Finder()
        derive(finder, finder.of_rows([seq]), at, afresh=True)
        done |= finder.derived
        if progress is not None:
            progress(len(done), len(rows))
    orphans = base.raw("SELECT seq, id FROM votes v WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.event = v.seq)")
    for seq, identity in orphans:
        counting.compare_outlets(identity, {})
        base.raw("DELETE FROM conflicts WHERE vote = ?", (identity,))
        base.raw("DELETE FROM votes WHERE seq = ?", (seq,))
    names: set[str] = set()
    for seq in articles:
        names |= figure_names(seq)
    derive_figures(names, at)
    after = _contents()
    return [
        f"{kind} {identity}: {'gone' if new is None else 'new' if old is None else 'changed'}"
        for (kind, identity) in sorted(before.keys() | after.keys())
        if (old := before.get((kind, identity))) != (new := after.get((kind, identity)))
    ]


def _contents() -> dict[tuple[str, str], str]:
    votes = {("vote", identity): content for identity, content in base.raw("SELECT id, content FROM votes")}
    conflicts = {("conflict", identity): content for identity, content in base.raw("SELECT id, content FROM conflicts")}
    return votes | conflicts


def _rebuild_keys() -> None:
    last = 0
    while rows := base.raw(f"SELECT seq, vote FROM reports WHERE seq > ? ORDER BY seq LIMIT {CHUNK}", (last,)):  # noqa: S608
        for seq, text in rows:
            wanted = blocks.keys(report_from(loads(text))).stored
            _replace("report_keys", "report", seq, wanted)
        last = rows[-1][0]
    last = 0
    while rows := base.raw(f"SELECT seq, record FROM records WHERE live = 1 AND seq > ? ORDER BY seq LIMIT {CHUNK}", (last,)):  # noqa: S608
        for seq, text in rows:
            _replace("record_keys", "official", seq, blocks.keys(record_from(loads(text))).stored)
        last = rows[-1][0]


def _replace(table: str, column: str, seq: int, wanted: frozenset[str]) -> None:
    stored = {name for (name,) in base.raw(f"SELECT name FROM {table} WHERE {column} = ?", (seq,))}  # noqa: S608
    if stored != wanted:
        base.raw(f"DELETE FROM {table} WHERE {column} = ?", (seq,))  # noqa: S608
        base.raw_many(f"INSERT INTO {table} (name, {column}) VALUES (?, ?)", [(name, seq) for name in sorted(wanted)])  # noqa: S608
