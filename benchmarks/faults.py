"""Kill what stores while clients ingest, and see that nothing acknowledged is lost, doubled or half there.

    python -m benchmarks.faults --kills 300                    SQLite; the service dies by SIGKILL
    python -m benchmarks.faults --kills 50 --postgresql        PostgreSQL; the database server is stopped at once, the service lives on

Eight clients post reports, each again and again with its Idempotency-Key until it is acknowledged. At random
moments the service (or the database) is ended and started again. At last each report must be there exactly
once under the id that was acknowledged, the database must be whole, and what is derived from the articles must
be equal to a run that nobody disturbed. Exit status 1 where any of it is not so.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.service import Service, article
from benchmarks.throwaway_postgresql import Cluster
from models import base, store

CLIENTS = 8


class Clients:
    """Eight threads that post reports until told to stop; each report is acknowledged before the next is begun."""

    def __init__(self, service: Service, last: int | None = None) -> None:
        self.service = service
        self.acknowledged: dict[int, str] = {}
        self.answers: Counter[str] = Counter()
        self._numbers = itertools.count() if last is None else iter(range(last))
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._run, daemon=True) for _ in range(CLIENTS)]
        for thread in self._threads:
            thread.start()

    def finish(self) -> None:
        """Begin no further report; come back when the last one is acknowledged."""
        self._stop.set()
        self.join()

    def join(self) -> None:
        """Wait for all threads."""
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            with self._lock:
                number = next(self._numbers, None)
            if number is None:
                return
            self._post(number)

    def _post(self, number: int) -> None:
        body, headers = article(number), {"Idempotency-Key": f"report-{number}"}
        while True:
            try:
                status, answer = self.service.ask("POST", "/v1/articles", body, headers, timeout=30)
            except OSError as error:
                self._count(type(error).__name__)
                time.sleep(0.25)
                continue
            self._count(str(status))
            if status in (200, 201):
                with self._lock:
                    self.acknowledged[number] = answer["id"]
                return
            if status not in (409, 429, 503):
                raise SystemExit(f"report {number} was answered {status}: {json.dumps(answer)[:500]}")
            time.sleep(0.1)

    def _count(self, what: str) -> None:
        with self._lock:
            self.answers[what] += 1


def disturb(service: Service, cluster: Cluster | None, kills: int, seed: int) -> Clients:
    """Ingest under ``kills`` interruptions; the clients, all of whose reports are acknowledged."""
    draw = random.Random(seed)
    service.start()
    clients = Clients(service)
    began = time.monotonic()
    for done in range(1, kills + 1):
        time.sleep(draw.uniform(0.0, 6.0))
        if cluster is None:
            service.kill()
            service.start()
        else:
            cluster.stop("immediate")
            time.sleep(draw.uniform(0.0, 0.5))
            cluster.start()
        if done % 25 == 0:
            print(f"{done} of {kills} after {time.monotonic() - began:.0f} s, {len(clients.acknowledged)} reports acknowledged", flush=True)
    clients.finish()
    return clients


def undisturbed(url: str, log: Path, number: int) -> dict[str, Any]:
    """What is derived from the first ``number`` reports where nothing was ended."""
    service = Service(url, log)
    service.start()
    Clients(service, number).join()
    service.stop()
    return derived(url)


def derived(url: str) -> dict[str, Any]:
    """All that the store derives from its articles."""
    base.connect(url)
    try:
        return store.export()
    finally:
        base.close()


def faults(service: Service, clients: Clients, url: str) -> list[str]:
    """What is wrong with the store: a line each."""
    found = []
    for number, identity in clients.acknowledged.items():
        status, answer = service.ask("GET", f"/v1/articles/{identity}")
        if status != 200 or answer["url"] != article(number)["url"]:
            found.append(f"report {number} was acknowledged as {identity} and is answered {status}")
    service.stop()
    base.connect(url)
    try:
        rows = [(address, many) for address, many in base.raw("SELECT url, count(*) FROM articles GROUP BY url")]
        if url.startswith("sqlite"):
            with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
                (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
            found += [f"integrity_check: {verdict}"] if verdict != "ok" else []
    finally:
        base.close()
    found += [f"{many} times {address}" for address, many in rows if many != 1]
    found += [f"{len(rows)} articles stored, {len(clients.acknowledged)} acknowledged"] if len(rows) != len(clients.acknowledged) else []
    return found


def run(given: argparse.Namespace, folder: Path, cluster: Cluster | None) -> int:
    urls = [cluster.database(name) if cluster else f"sqlite:///{folder}/{name}.db" for name in ("disturbed", "undisturbed")]
    service = Service(urls[0], folder / "log")
    clients = disturb(service, cluster, given.kills, given.seed)
    what = "immediate stops of PostgreSQL" if cluster else "SIGKILLs of the service"
    print(f"{given.kills} {what}, seed {given.seed}: {len(clients.acknowledged)} reports acknowledged")
    print("answers: " + ", ".join(f"{name} {many}" for name, many in clients.answers.most_common()))
    found = faults(service, clients, urls[0])
    same = derived(urls[0]) == undisturbed(urls[1], folder / "log", len(clients.acknowledged))
    print(f"each acknowledged report there exactly once, database whole: {'yes' if not found else 'NO'}")
    print(f"derived votes and conflicts equal to an undisturbed run: {'yes' if same else 'NO'}")
    for line in found[:50]:
        print(f"  {line}")
    return 0 if same and not found else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgresql", action="store_true")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="cw-faults-"))
    cluster = Cluster() if given.postgresql else None
    try:
        status = run(given, folder, cluster)
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{error}: {error.stderr!r}") from error
    finally:
        if cluster:
            cluster.remove()
    if status == 0:
        shutil.rmtree(folder, ignore_errors=True)
    else:
        print(f"kept for a look: {folder}")
    return status


if __name__ == "__main__":
    raise SystemExit(main())
