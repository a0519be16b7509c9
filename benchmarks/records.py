"""Import of official results against csv.reader into one 20-column executemany on sqlite3, in the same run.

python benchmarks/records.py [FILE.csv.gz]      # default: ../shared/records/ga_votes_1946_2019_undl_long.csv.gz
"""

from __future__ import annotations

import csv
import gzip
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from models import base, records

DEFAULT = Path(__file__).resolve().parents[2] / "shared/records/ga_votes_1946_2019_undl_long.csv.gz"


def plain(path: Path, folder: Path) -> tuple[float, float]:
    """Seconds (clock, CPU) to stream the rows into one table."""
    clock, cpu = time.perf_counter(), time.process_time()
    connection = sqlite3.connect(folder / "plain.db")
    connection.execute(f"CREATE TABLE rows ({', '.join(f'c{n}' for n in range(20))})")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        connection.executemany(f"INSERT INTO rows VALUES ({', '.join('?' * 20)})", reader)
    connection.commit()
    connection.close()
    return time.perf_counter() - clock, time.process_time() - cpu


def ours(path: Path, folder: Path) -> tuple[float, float, records.Imported]:
    """Seconds (clock, CPU) to import them, and what was done."""
    base.connect(f"sqlite:///{folder}/store.db")
    clock, cpu = time.perf_counter(), time.process_time()
    done = records.import_records(path)
    return time.perf_counter() - clock, time.process_time() - cpu, done


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock, cpu = plain(path, folder)
        first_clock, first_cpu, first = ours(path, folder)
        again_clock, again_cpu, again = ours(path, folder)
        base.close()
    print(f"rows {first.rows}, results {first.records}, bad {first.bad}")
    print(f"again: unchanged {again.unchanged}, created or revised {again.created + again.revised}")
    print(f"csv.reader + executemany   {clock:6.1f} s   CPU {cpu:6.1f} s")
    ratios = f"ratio {first_clock / clock:.2f} (CPU {first_cpu / cpu:.2f}; wants 2.00)"
    print(f"import                     {first_clock:6.1f} s   CPU {first_cpu:6.1f} s   {ratios}")
    print(f"the same again             {again_clock:6.1f} s   CPU {again_cpu:6.1f} s   ratio {again_clock / clock:.2f}")


if __name__ == "__main__":
    main()
