"""Stores of any size for ``benchmarks/store.py``: reports of real recorded votes, and copies of their rows.

The first ``REAL`` claims are stored the usual way (``store.save_many``): reports of the recorded votes of
../shared/records, two outlets a vote, ten claims each, one of them misread; every thousandth vote also with opposite
results. A larger store holds copies of those rows in every table and index, the full-text index too, under other
numbers, ids, keys and days. Names are hashes, and a copy's differs from its first within, so that the copies lie
scattered over an index as other articles' names would.
"""

from __future__ import annotations

import datetime
import functools
import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from claimwire import Extraction
from claimwire.records import Record, read_records
from models import base, records, store
from tests.models.told import article

RECORDS: Final = Path(__file__).resolve().parents[2] / "shared/records/ga_votes_1946_2019_undl_long.csv.gz"
CLAIMS: Final = 20
"""Claims a vote: two reports of ten."""
REAL: Final = 20_000
"""Claims that are stored the usual way."""
RARE: Final = 1000
"""One vote in so many has opposite results."""
BATCH: Final = 500
"""Articles a transaction."""
BIG: Final = ("united-states", "china", "france", "united-kingdom", "india", "israel", "cuba", "brazil")
STEP: Final = 10_000_000
YEARS: Final = 80
"""By how many years a copy's days lie after those of the copy before."""
COPIED: Final = {
    "articles": ({"seq", "revision"}, {"id", "url"}),
    "revisions": ({"seq", "article"}, set[str]()),
    "claims": ({"seq", "revision", "article", "report"}, set[str]()),
    "reports": ({"seq", "article", "revision", "event"}, {"id"}),
    "report_keys": ({"report"}, {"name"}),
    "votes": ({"seq"}, {"id"}),
    "vote_names": (set[str](), {"report", "vote"}),
    "vote_outlets": (set[str](), {"vote"}),
    "conflicts": ({"seq"}, {"id", "vote"}),
    "conflict_outlets": ({"conflict"}, set[str]()),
    "conflict_names": (set[str](), {"id", "vote"}),
    "article_bands": ({"article"}, {"name", "story"}),
}
"""Table -> columns that number rows, columns that name things."""


@functools.cache
def real_votes() -> list[Record]:
    """The recorded votes that tell enough, in clusters a fortnight apart, those of about 15 votes first.

    The votes that are read and added to then have the same neighbours in every store.
    """
    with gzip.open(RECORDS, "rt", encoding="utf-8", newline="") as file:
        usable = [r for r in read_records(file, records.record_sources(), lambda _: None) if len(_voters(r)) == 4 and r.date and r.title]
    usable.sort(key=lambda r: (str(r.date), r.id))
    clusters: list[list[Record]] = []
    for record in usable:
        if clusters and (record.date - clusters[-1][-1].date).days <= 14:  # type: ignore[operator]
            clusters[-1].append(record)
        else:
            clusters.append([record])
    clusters.sort(key=lambda c: abs(len(c) - 15))
    return [record for cluster in clusters for record in cluster]


def build(size: int, progress: Callable[[int], None]) -> None:
    """Fill the open, empty store with so many claims; ``progress`` is called with how many there are."""
    told = real_votes()[: min(size, REAL) // CLAIMS]
    batch: list[Extraction] = []
    for number, record in enumerate(told, 1):
        batch += [report(number - 1, record, 0), report(number - 1, record, 1)]
        if len(batch) >= BATCH or number == len(told):
            store.save_many(batch)
            batch = []
            progress(number * CLAIMS)
    if size > REAL:
        _multiply(size // REAL, progress)


def report(number: int, record: Record, outlet: int) -> Extraction:
    """One outlet's article on one vote: ten claims; the second outlet counts one abstention too many."""
    counts = {o: record.counts.get(o, 0) for o in ("yes", "no", "abstain")}
    counts["abstain"] += int(outlet == 1)
    assert record.date is not None
    return article(
        f"outlet-{(number + outlet) % 40}",
        url=f"https://outlet.example/{number}/{outlet}",
        counts=counts,
        date=record.date,
        published=record.date + datetime.timedelta(days=1),
        positions={a: record.positions[a] for a in _voters(record)},
        sponsor=None,
        title=record.title,
        result="fail" if outlet == 1 and number % RARE == 0 else "pass",
        words=_prose(f"{number} {outlet}"),
    )


def _voters(record: Record) -> list[str]:
    return [a for a in BIG if record.positions.get(a) in ("yes", "no", "abstain")][:4]


def _prose(seed: str) -> str:
    """Eighty words like no other article's, so that none is taken for a copy."""
    return " ".join(hashlib.shake_128(seed.encode()).hexdigest(320)[at : at + 8] for at in range(0, 640, 8))


def _multiply(times: int, progress: Callable[[int], None]) -> None:
    """Make the open store ``times`` as large."""
    tables = [*COPIED, *(["article_search"] if base.is_postgresql() else [])]
    for table in tables:
        base.raw(f"CREATE TEMPORARY TABLE first_{table} AS SELECT * FROM {table}")
    for copy in range(1, times):
        with base.writing():
            for table in COPIED:
                _copy(table, copy)
            words = "SELECT rowid + ?, words FROM first_article_search"
            if not base.is_postgresql():
                words = "SELECT article + ?, text FROM first_revisions"
            base.raw(f"INSERT INTO article_search (rowid, words) {words}", (copy * STEP,))
        progress((copy + 1) * REAL)
    for table in tables:
        base.raw(f"DROP TABLE first_{table}")
        if base.is_postgresql() and "seq" in COPIED.get(table, ((), ()))[0]:
            base.raw(f"SELECT setval(pg_get_serial_sequence('{table}', 'seq'), (SELECT max(seq) FROM {table}))")


def _copy(table: str, copy: int) -> None:
    numbers, names = COPIED[table]
    mark = "".join(chr(ord("g") + digit) for digit in divmod(copy, 20))
    columns = [column.name for column in base.database.obj.get_columns(table)]
    values = []
    for c in columns:
        value = c
        if c in numbers:
            value = f"{c} + {copy * STEP}"
        elif c in names:
            value = f"substr({c}, 1, 6) || '{mark}' || substr({c}, 9)" if c != "url" else f"'copy {copy} of ' || {c}"
        elif c == "day":
            value = f"CAST(CAST(substr(day, 1, 4) AS INTEGER) + {YEARS * copy} AS TEXT) || substr(day, 5)"
        values.append(value)
    base.raw(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM first_{table}")
