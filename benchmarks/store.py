"""Reading and ingesting in stores of 1,000, 100,000 and 1,000,000 claims: does it cost the same?

    python benchmarks/store.py [--sizes 1000,100000,1000000] [--only sqlite|postgresql] [--folder DIR] [--rounds 9]

SQLite in a folder, then a throw-away PostgreSQL cluster where one can be started. With ``--folder`` the stores are kept
and only measured when it is run again. How they are made: ``benchmarks/store_building.py``. In each round the sizes take
turns, so that whatever else the machine does falls on all of them; what is printed are medians over the rounds, by the
clock and by CPU (this process's and, of PostgreSQL, the server process's that works for it), and the ratio of the
largest store to the smallest. An article that is ingested is deleted again, not timed, so that the store stays what it was.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.store_building import build, real_votes, report
from benchmarks.throwaway_postgresql import Cluster, binaries
from models import base, queries, store

MEASURED: Final = 45
"""Votes that are read and added to: whole clusters of the smallest store."""
ADDED: Final = 15
"""Articles that are ingested in a turn."""
BATCH: Final = 15
"""Calls whose CPU is taken together: of one alone the clock of CPU is too coarse."""
NEW: Final = 7
"""An outlet that no stored article is of."""

Cost = tuple[float, float]
"""Milliseconds a call: medians by the clock, and of CPU over batches of calls."""
Costs = dict[str, Cost]
Call = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of the first votes and of their conflicts."""

    votes: list[str]
    conflicts: list[str]


def known() -> Known:
    """What is measured on, in the open store."""
    votes, conflicts = [], []
    for number in range(MEASURED):
        (row,) = queries.articles(url=f"https://outlet.example/{number}/0").rows
        article = queries.article(json.loads(row)["id"])
        assert isinstance(article, queries.Stored)
        ((vote, disputes),) = [(v["id"], json.loads(article.document)["conflicts"]) for v in json.loads(article.document)["votes"]]
        assert vote, "each of these votes is told apart"
        assert disputes, "each of these votes has a conflict"
        votes.append(vote)
        conflicts.append(disputes[0])
    return Known(votes, conflicts)


def turn(found: Known) -> Costs:
    """Every reading and ingesting once through in the open store."""
    reads: dict[str, Sequence[Call]] = {
        "one vote": [lambda v=v: queries.vote(v) for v in found.votes * 4],  # type: ignore[misc]
        "its reports, a page": [lambda v=v: queries.vote_reports(v, limit=50) for v in found.votes * 2],  # type: ignore[misc]
        "one conflict": [lambda c=c: queries.conflict(c) for c in found.conflicts * 4],  # type: ignore[misc]
        "50 votes": [lambda: queries.votes(limit=50)] * 80,
        "50 conflicts": [lambda: queries.conflicts(state="open", limit=50)] * 80,
        "50 conflicts, 1 vote in 1,000": [lambda: queries.conflicts(kind="result", limit=50)] * 80,
    }
    costs = {}
    for name, calls in reads.items():
        for call in calls[:MEASURED]:
            call()
        costs[name] = timed(calls)
    costs["ingest one article"] = ingested()
    return costs


def ingested() -> Cost:
    """What one more article on one of the first votes costs; each is taken out again."""
    clock, cpu = [], []
    for number, record in list(enumerate(real_votes()[:MEASURED]))[:: MEASURED // ADDED]:
        extraction = report(number, record, NEW)
        once = timed([lambda e=extraction: store.save(e)])  # type: ignore[misc]
        clock.append(once[0])
        cpu.append(once[1])
        store.delete(store.save(extraction).article)
    return statistics.median(clock), statistics.median(cpu)


def timed(calls: Sequence[Call]) -> Cost:
    """What these calls cost."""
    server = base.raw("SELECT pg_backend_pid()")[0][0] if base.is_postgresql() else None
    clock, cpu = [], []
    for at in range(0, len(calls), BATCH):
        batch = calls[at : at + BATCH]
        used = time.process_time() + ran(server)
        for call in batch:
            start = time.perf_counter()
            call()
            clock.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() + ran(server) - used) * 1000 / len(batch))
    return statistics.median(clock), statistics.median(cpu)


def ran(process: int | None) -> float:
    """Seconds of CPU that a process has had, as Linux counts them."""
    return int(Path(f"/proc/{process}/schedstat").read_text("ascii").split()[0]) / 1e9 if process else 0.0


def run(name: str, sizes: list[int], url_of: Callable[[int], str], wanted: float, rounds: int) -> None:
    """Build what is missing, measure, print."""
    for size in sizes:
        base.connect(url_of(size))
        if not queries.articles(limit=1).rows:
            start = time.perf_counter()
            build(size, lambda n, size=size: print(f"{name}: {n:,} of {size:,} claims", end="\r", file=sys.stderr))  # type: ignore[misc]
            if base.is_postgresql():
                base.raw("ANALYZE")
            print(f"{name}: {size:>9,} claims, built in {time.perf_counter() - start:.0f} s", flush=True)
    found = {}
    for size in sizes:
        base.connect(url_of(size))
        found[size] = known()
    gc.collect()
    gc.freeze()
    turns: dict[int, list[Costs]] = {size: [] for size in sizes}
    for number in range(rounds):
        for size in sizes[number % len(sizes) :] + sizes[: number % len(sizes)]:
            base.connect(url_of(size))
            turns[size].append(turn(found[size]))
    base.close()
    show(name, sizes, turns, wanted)


def show(name: str, sizes: list[int], turns: dict[int, list[Costs]], wanted: float) -> None:
    """The table: milliseconds by the clock for each size, and ratios of the largest to the smallest."""
    rounds = len(turns[sizes[0]])
    print(f"{name:32}" + "".join(f"{size:>15,}" for size in sizes) + f"   ratio by clock, by CPU: medians of {rounds} (wants {wanted})")
    for what in turns[sizes[0]][0]:
        line = "50 conflicts" if "1,000" in what else what
        medians = [tuple(statistics.median(t[what][i] for t in turns[size]) for i in (0, 1)) for size in sizes]
        first = [statistics.median(t[line][i] for t in turns[sizes[0]]) for i in (0, 1)]
        ratios = [medians[-1][i] / first[i] for i in (0, 1)]
        print(f"{what:32}" + "".join(f"{m[0]:>12.3f} ms" for m in medians) + f"   {ratios[0]:.2f} {ratios[1]:.2f}", flush=True)


@contextmanager
def cluster(folder: Path) -> Iterator[str | None]:
    """A PostgreSQL of our own in a folder, its tables as they were left there; ``None`` where there is none."""
    if binaries() is None:
        yield None
        return
    server = Cluster(safe=False, folder=folder)
    try:
        yield server.url
    finally:
        server.stop("fast")


def main() -> None:
    """Both databases, or the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,100000,1000000")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    parser.add_argument("--folder", type=Path, help="keep the stores here")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    sizes = [int(s) for s in options.sizes.split(",")]
    folder = options.folder or Path(tempfile.mkdtemp(prefix="cw-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    if options.only != "postgresql":
        run("SQLite", sizes, lambda size: f"sqlite:///{folder}/{size}.db", 1.5, options.rounds)
    if options.only != "sqlite":
        postgresql(sizes, folder / "pg", options.rounds)
    if options.folder is None:
        shutil.rmtree(folder)


def postgresql(sizes: list[int], folder: Path, rounds: int) -> None:
    """The same on PostgreSQL."""
    import psycopg

    with cluster(folder) as server:
        if server is None:
            print("PostgreSQL: no server can be started here")
            return
        with psycopg.connect(server % "postgres", autocommit=True) as connection:
            there = {name for (name,) in connection.execute("SELECT datname FROM pg_database")}
            for size in sizes:
                if f"b{size}" not in there:
                    connection.execute(f'CREATE DATABASE "b{size}" TEMPLATE template0')
        run("PostgreSQL", sizes, lambda size: server % f"b{size}", 2.0, rounds)


if __name__ == "__main__":
    main()
