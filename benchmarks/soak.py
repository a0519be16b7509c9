"""Hold the service under a steady load and watch its answers, its latency and its memory.

    python -m benchmarks.soak --minutes 30 --articles 5 --reads 50

Requests leave by the clock, not when the last one is answered: a service that falls behind shows it in its
latency. A line a minute is printed, and at the end whether there was any error other than 429, how memory of the
last fifth compares with that of the second fifth (the first warms caches), and the same for latency.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import queue
import random
import statistics
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.service import Service, article
from benchmarks.throwaway_postgresql import Cluster

LISTS = (
    "/v1/votes?limit=50",
    "/v1/conflicts?limit=50",
    "/v1/articles?limit=20",
    "/v1/claims?kind=count&limit=20",
    "/v1/actors?limit=20",
    "/v1/articles?text=cables&limit=10",
    "/v1/inconsistencies",
    "/v1/outlets",
)
PATIENCE = 60
"""Seconds after which an answer is no longer waited for, and counts as an error."""


@dataclass
class Minute:
    """What one minute of the run showed; times in milliseconds."""

    reads: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    memory: list[int] = field(default_factory=list)

    def line(self, number: int) -> str:
        """The minute as a row of the log."""
        answers = ", ".join(f"{name}: {many}" for name, many in sorted(self.answers.items()))
        return (
            f"{number:>3}  {len(self.reads):>5} {_at(self.reads, 0.5):>7.1f} {_at(self.reads, 0.99):>8.1f}  "
            f"{len(self.writes):>5} {_at(self.writes, 0.5):>7.1f} {_at(self.writes, 0.99):>8.1f}  {self.mebibytes():>7.1f}  {answers}"
        )

    def mebibytes(self) -> float:
        """Median resident memory in MiB."""
        return statistics.median(self.memory or [0]) / 2**20


HEAD = "min  reads  ms p50   ms p99  posts  ms p50   ms p99  MiB mem  answers"


def _at(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else 0.0


class Load:
    """Requests at a fixed rate for a fixed time, answered by worker threads over connections that stay open."""

    def __init__(self, service: Service, minutes: int, articles: float, reads: float) -> None:
        self.service, self.minutes = service, [Minute() for _ in range(minutes + 1)]
        self.articles, self.reads, self.seconds = articles, reads, 60.0 * minutes
        self._known: dict[str, list[str]] = {"votes": [], "conflicts": [], "articles": []}
        self._draw = random.Random(5)
        self._due: queue.Queue[tuple[float, int | None] | None] = queue.Queue()
        self._lock = threading.Lock()
        self._began = 0.0

    def run(self) -> None:
        """Send all, then come back."""
        self._began = time.monotonic()
        workers = [threading.Thread(target=self._work, daemon=True) for _ in range(16)]
        watcher = threading.Thread(target=self._watch, daemon=True)
        for thread in (*workers, watcher):
            thread.start()
        for at, number in self._schedule():
            time.sleep(max(0.0, self._began + at - time.monotonic()))
            self._due.put((self._began + at, number))
        for _ in workers:
            self._due.put(None)
        for worker in workers:
            worker.join()

    def _schedule(self) -> Iterator[tuple[float, int | None]]:
        posts = ((n / self.articles, n) for n in itertools.count())
        gets = ((n / self.reads, None) for n in itertools.count())
        pending_post, pending_get = next(posts), next(gets)
        while min(pending_post[0], pending_get[0]) < self.seconds:
            if pending_post[0] <= pending_get[0]:
                yield pending_post
                pending_post = next(posts)
            else:
                yield pending_get
                pending_get = next(gets)

    def _watch(self) -> None:
        shown = 0
        while shown < len(self.minutes) - 1:
            time.sleep(2)
            minute = int((time.monotonic() - self._began) // 60)
            if minute < len(self.minutes):
                self.minutes[minute].memory.append(self.service.memory())
            if minute > shown:
                print(self.minutes[shown].line(shown + 1), flush=True)
                shown += 1
                if minute % 5 == 1:
                    self._learn()

    def _learn(self) -> None:
        for name in self._known:
            status, answer = self.service.ask("GET", f"/v1/{name}?limit=200")
            if status == 200:
                self._known[name] = [row["id"] for row in answer["results"]]

    def _work(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=PATIENCE)
        while (item := self._due.get()) is not None:
            due, number = item
            try:
                what = self._ask(connection, number)
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                what = type(error).__name__
            took = 1000 * (time.monotonic() - due)
            minute = self.minutes[min(len(self.minutes) - 1, int((due - self._began) // 60))]
            with self._lock:
                (minute.reads if number is None else minute.writes).append(took)
                minute.answers[what] += 1
        connection.close()

    def _ask(self, connection: http.client.HTTPConnection, number: int | None) -> str:
        if number is None:
            connection.request("GET", self._address())
        else:
            connection.request("POST", "/v1/articles", json.dumps(article(number)).encode(), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        return str(answer.status)

    def _address(self) -> str:
        with self._lock:
            kind = self._draw.choice(("votes", "votes", "conflicts", "articles", "list"))
            known = self._known.get(kind)
            return f"/v1/{kind}/{self._draw.choice(known)}" if known else self._draw.choice(LISTS)


def verdict(minutes: list[Minute]) -> bool:
    """Print the comparison of the second and the last fifth of the run; whether all of it holds."""
    answers: Counter[str] = sum((minute.answers for minute in minutes), Counter())
    errors = {name: many for name, many in answers.items() if not name.startswith("2") and name != "429"}
    fifth = max(1, (len(minutes) - 1) // 5)
    early, late = minutes[fifth : 2 * fifth], minutes[len(minutes) - 1 - fifth : len(minutes) - 1]
    memory = _middle(m.mebibytes() for m in late) / _middle(m.mebibytes() for m in early)
    reads = _middle(_at(m.reads, 0.5) for m in late) / _middle(_at(m.reads, 0.5) for m in early)
    writes = _middle(_at(m.writes, 0.5) for m in late) / _middle(_at(m.writes, 0.5) for m in early)
    print(f"\n{sum(answers.values())} answers; other than 2xx and 429: {errors or 'none'}")
    print(f"last fifth to second fifth: memory {memory:.3f}, median latency of reads {reads:.2f}, of posts {writes:.2f}")
    return not errors and memory <= 1.05


def _middle(values: Iterator[float]) -> float:
    return statistics.median(values) or 1.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--articles", type=float, default=5.0)
    parser.add_argument("--reads", type=float, default=50.0)
    parser.add_argument("--postgresql", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cw-soak-") as name:
        cluster = Cluster() if given.postgresql else None
        service = Service(cluster.database("soak") if cluster else f"sqlite:///{name}/store.db", Path(name) / "log")
        service.start()
        try:
            print(f"{given.articles:g} articles/s and {given.reads:g} reads/s for {given.minutes} minutes\n{HEAD}", flush=True)
            load = Load(service, given.minutes, given.articles, given.reads)
            load.run()
            fine = verdict(load.minutes)
            print(f"exit status of the service at SIGTERM: {service.stop()}")
        finally:
            if service.process and service.process.poll() is None:
                service.kill()
            if cluster:
                cluster.remove()
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())
