"""Threads of the server in two lanes: what may take long (articles to be read, tables of everything) waits in line for its own.

Waitress has one line for all requests. Posts that wait for a reader would hold every thread there, and a health
check or a look-up behind them would wait as long as they do. Here a few threads are never given to what may take long.
"""

from __future__ import annotations

import itertools
import logging
import re
import threading
import time
from collections import deque
from typing import Any, Final, Protocol

QUICK_THREADS: Final = 2
"""Threads beside those of the settings that only what is answered at once gets."""
_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_TABLES: Final = re.compile(r"/v1/[a-z-]+\.csv/?")
_QUESTIONS: Final = re.compile(r"/v1/reconcile/?")
"""Reads that come by POST."""
log = logging.getLogger("claimwire.server")


class Task(Protocol):
    """A connection with a request to answer, as waitress hands it over."""

    requests: list[Any]

    def service(self) -> None:
        """Answer the first of its requests."""

    def cancel(self) -> None:
        """Give it up."""


class Lanes:
    """A task dispatcher for waitress with ``slow`` threads for anything and ``quick`` more for what is answered at once."""

    def __init__(self, slow: int, quick: int = QUICK_THREADS) -> None:
        self._free = slow
        self._lanes: tuple[deque[tuple[int, Task]], deque[tuple[int, Task]]] = (deque(), deque())
        self._come = itertools.count()
        self._changed = threading.Condition()
        self._stopping = False
        self._threads = [threading.Thread(target=self._run, name=f"request-{n}", daemon=True) for n in range(slow + quick)]
        for thread in self._threads:
            thread.start()

    def add_task(self, task: Task) -> None:
        """Put a request into its lane."""
        with self._changed:
            self._lanes[may_take_long(task)].append((next(self._come), task))
            self._changed.notify()

    def shutdown(self, cancel_pending: bool = True, timeout: float = 5) -> bool:
        """End the threads that have nothing to do, and give up what nobody has begun."""
        with self._changed:
            self._stopping = True
            for lane in self._lanes:
                while lane:
                    lane.popleft()[1].cancel()
            self._changed.notify_all()
        until = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self) -> None:
        while (next_one := self._take()) is not None:
            slow, task = next_one
            try:
                task.service()
            except BaseException:
                log.exception("a request ended its thread's work")
            finally:
                if slow:
                    with self._changed:
                        self._free += 1
                        self._changed.notify()

    def _take(self) -> tuple[bool, Task] | None:
        """The request that came first of those that may begin, and whether it may take long; ``None`` at the end."""
        quick, slow = self._lanes
        with self._changed:
            while not self._stopping:
                if slow and self._free and not (quick and quick[0] < slow[0]):
                    self._free -= 1
                    return True, slow.popleft()[1]
                if quick:
                    return False, quick.popleft()[1]
                self._changed.wait()
        return None


def may_take_long(task: Task) -> bool:
    """Whether a request writes, waits for a reader or gives a whole table."""
    request = task.requests[0]
    if request.error:
        return False
    if request.command in _READS:
        return _TABLES.fullmatch(request.path) is not None
    return _QUESTIONS.fullmatch(request.path) is None
