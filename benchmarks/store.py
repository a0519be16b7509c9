"""Reading and ingesting in stores of 1,000, 100,000 and 1,000,000 claims: does it cost the same?

    python benchmarks/store.py [--sizes 1000,100000,1000000] [--only sqlite|postgresql] [--folder DIR] [--real 100000]

SQLite in a temporary folder, then a throw-away PostgreSQL cluster where one can be started.
The claims are reports of the real recorded votes of ../shared/records (two outlets a vote, ten claims each, one of
them misread; every thousandth vote also with opposite results). Beyond --real claims rows are copied under other ids.
Every size holds the votes of the smaller ones, and the same votes are read and added to.
"""

from __future__ import annotations

import argparse
import datetime
import functools
import gzip
import hashlib
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from claimwire import Extraction
from claimwire.records import Record, read_records
from models import base, queries, records, store
from tests.models.told import article

RECORDS = Path(__file__).resolve().parents[2] / "shared/records/ga_votes_1946_2019_undl_long.csv.gz"
CLAIMS = 20
"""Claims a vote: two reports of ten."""
RARE = 1000
ROUNDS = 3
BIG = ("united-states", "china", "france", "united-kingdom", "india", "israel", "cuba", "brazil")


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


def _voters(record: Record) -> list[str]:
    return [a for a in BIG if record.positions.get(a) in ("yes", "no", "abstain")][:4]


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
        words=prose(f"{number} {outlet}"),
    )


REAL = 100_000
"""Claims that are stored the usual way; a larger store holds copies of their rows under other ids and keys."""
STEP = 10_000_000
COPIED = {
    "articles": ({"seq", "revision"}, {"id", "url"}),
    "revisions": ({"seq", "article"}, set()),
    "claims": ({"seq", "revision", "article", "report"}, set()),
    "reports": ({"seq", "article", "revision", "event"}, {"id"}),
    "report_keys": ({"report"}, {"name"}),
    "votes": ({"seq"}, {"id"}),
    "vote_names": (set(), {"report", "vote"}),
    "vote_outlets": (set(), {"vote"}),
    "conflicts": ({"seq"}, {"id", "vote"}),
    "conflict_outlets": ({"conflict"}, set()),
    "conflict_names": (set(), {"id", "vote"}),
    "article_bands": ({"article"}, {"name"}),
}
"""Table -> columns that number rows, columns that name things."""


def copy_rows(times: int) -> None:
    """Make the open store ``times`` as large, with rows of the same shape, so that a million claims take minutes."""
    opened = base.database.obj
    for table, (numbers, names) in COPIED.items():
        columns = [column.name for column in opened.get_columns(table)]
        for copy in range(1, times):
            years = f"CAST(CAST(substr(day, 1, 4) AS INTEGER) + {80 * copy} AS TEXT) || substr(day, 5)"
            values = [
                f"{c} + {copy * STEP}" if c in numbers else f"'copy{copy}:' || {c}" if c in names else years if c == "day" else c
                for c in columns
            ]
            where = {"articles": f"seq < {STEP}"}.get(table) or (
                f"{min(numbers)} < {STEP}" if numbers else " AND ".join(f"{c} NOT LIKE 'copy%:%'" for c in sorted(names)[:1])
            )
            with base.writing():
                base.raw(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} WHERE {where}")


def prose(seed: str) -> str:
    """Eighty words like no other article's, so that none is taken for a copy."""
    return " ".join(hashlib.shake_128(seed.encode()).hexdigest(320)[at : at + 8] for at in range(0, 640, 8))


def build(size: int, template: Path | None = None) -> None:
    """Fill the open store with ``size`` claims; ``template`` is a SQLite file that holds the first ``REAL`` of them."""
    if template is not None and size > REAL and template.exists():
        url = f"sqlite:///{base.raw('PRAGMA database_list')[0][2]}"
        base.close()
        shutil.copy(template, url.removeprefix("sqlite:///"))
        base.connect(url)
        copy_rows(size // REAL)
        return
    wanted = min(size, REAL) // CLAIMS
    told = real_votes()[:wanted]
    batch: list[Extraction] = []
    for number, record in enumerate(told):
        batch += [report(number, record, 0), report(number, record, 1)]
        if len(batch) >= 1000:
            store.save_many(batch)
            batch = []
        if sys.stderr.isatty() and number % 500 == 0:
            print(f"\r{number * CLAIMS} of {size} claims", end="", file=sys.stderr)
    if batch:
        store.save_many(batch)
    if size > REAL:
        copy_rows(size // REAL)


Cost = tuple[float, float]
"""Milliseconds a call: by the clock, and of this process's CPU (which holds all of SQLite's work, none of PostgreSQL's)."""


def quartile(calls: list[Callable[[], object]]) -> Cost:
    """The lower quartile of the calls: what they cost where nothing else of the machine came in between."""
    clock, cpu = [], []
    for call in calls:
        start, used = time.perf_counter(), time.process_time()
        call()
        clock.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    return statistics.quantiles(clock, n=4)[0], statistics.quantiles(cpu, n=4)[0]


def measure() -> dict[str, Cost]:
    """Lower quartiles on the first votes of every size."""
    first = real_votes()[:50]
    articles = [json.loads(queries.articles(url=f"https://outlet.example/{n}/0").rows[0])["id"] for n in range(len(first))]
    ids = [json.loads(queries.article(a).document)["votes"][0]["id"] for a in articles]  # type: ignore[union-attr]
    known = [json.loads(queries.vote(v).document)["conflicts"] for v in ids if v]  # type: ignore[union-attr]
    disputes = [c[0] for c in known if c]
    ids = [v for v in ids if v]
    assert len(ids) == len(disputes) == len(first), "each of these votes is told apart and has a conflict"
    if base.is_postgresql():
        base.raw("ANALYZE")
    else:
        base.raw("PRAGMA optimize")
    found = {
        "one vote": quartile([lambda v=v: queries.vote(v) for v in ids * 10]),  # type: ignore[misc]
        "its reports, a page": quartile([lambda v=v: queries.vote_reports(v, limit=50) for v in ids * 6]),  # type: ignore[misc]
        "one conflict": quartile([lambda c=c: queries.conflict(c) for c in disputes * 10]),  # type: ignore[misc]
        "50 votes": quartile([lambda: queries.votes(limit=50)] * 200),
        "50 conflicts": quartile([lambda: queries.conflicts(state="open", limit=50)] * 200),
        "50 conflicts, 1 vote in 1,000": quartile([lambda: queries.conflicts(kind="result", limit=50)] * 200),
    }
    # Articles that no earlier run over the same --folder has stored.
    fresh = int(time.time() * 1000)
    more = [report(n, record, fresh) for n, record in enumerate(first) if n % 5 == 0]
    found["ingest one article"] = quartile([lambda e=e: store.save(e) for e in more])  # type: ignore[misc]
    return found


@contextmanager
def cluster() -> Iterator[str | None]:
    """A throw-away PostgreSQL with its own settings of safety; ``None`` where there is none."""
    from tests.models.conftest import PostgresqlServer

    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        yield None
        return
    server = PostgresqlServer(found[-1].parent, Path(tempfile.mkdtemp(prefix="cw-bench-")) / "pg")
    server.folder.parent.chmod(0o755)
    server.start(fresh=True)
    try:
        yield server.url
    finally:
        server.stop("immediate")
        shutil.rmtree(server.folder.parent, ignore_errors=True)


def run(name: str, sizes: list[int], url_of: Callable[[int], str], wanted: float, template: Path | None = None) -> None:
    results: dict[int, dict[str, Cost]] = {}
    for size in sizes:
        base.connect(url_of(size))
        start = time.perf_counter()
        if not queries.articles(limit=1).rows:
            build(size, template)
        print(f"{name}: {size:>9} claims, built in {time.perf_counter() - start:.0f} s", flush=True)
    # The sizes take turns, so that whatever else the machine does falls on all of them; the best turn counts.
    for size in sizes * ROUNDS:
        base.connect(url_of(size))
        before, now = results.get(size, {}), measure()
        results[size] = {what: min(cost, before.get(what, cost)) for what, cost in now.items()}
    base.close()
    print(f"{name:32}" + "".join(f"{size:>12}" for size in sizes) + f"   ratio by clock, by CPU (wants {wanted})")
    for what in results[sizes[0]]:
        values = [results[size][what] for size in sizes]
        base_line = results[sizes[0]]["50 conflicts" if "1,000" in what else what]
        ratios = [last / first for last, first in zip(values[-1], base_line, strict=True)]
        print(f"{what:32}" + "".join(f"{v[0]:>9.3f} ms" for v in values) + f"   {ratios[0]:.2f} {ratios[1]:.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,100000,1000000")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--real", type=int, default=REAL, help="claims stored the usual way; more are copies of their rows")
    options = parser.parse_args()
    globals()["REAL"] = options.real
    sizes = [int(s) for s in options.sizes.split(",")]
    if options.only != "postgresql":
        folder = options.folder or Path(tempfile.mkdtemp(prefix="cw-bench-"))
        folder.mkdir(parents=True, exist_ok=True)
        run("SQLite", sizes, lambda size: f"sqlite:///{folder}/{size}.db", 1.5, folder / f"{REAL}.db")
        if options.folder is None:
            shutil.rmtree(folder)
    if options.only != "sqlite":
        import psycopg

        with cluster() as server:
            if server is None:
                print("PostgreSQL: no server can be started here")
                return
            for size in sizes:
                with psycopg.connect(server % "postgres", autocommit=True) as connection:
                    connection.execute(f'CREATE DATABASE "b{size}" TEMPLATE template0')
            run("PostgreSQL", sizes, lambda size: server % f"b{size}", 2.0)


if __name__ == "__main__":
    main()
