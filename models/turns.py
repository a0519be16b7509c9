"""Turns: the threads of one process that want the same thing get it one at a time, in the order they came.

SQLite lets those who wait for its lock try again every tenth of a second, so a thread that has just come may go first
and one that waits long may wait for ever. Threads that wait here are woken at once and in order.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A lock that is given in the order in which it was asked for."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._taken = False
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def turn(self, seconds: float) -> Iterator[bool]:
        """Hold the lock; ``False``, without it, where it was not this thread's turn within some seconds."""
        mine = self._take(seconds)
        try:
            yield mine
        finally:
            if mine:
                self._pass_on()

    def _take(self, seconds: float) -> bool:
        called = threading.Event()
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            self._waiting.append(called)
        if called.wait(seconds):
            return True
        with self._guard:
            if called.is_set():
                return True
            self._waiting.remove(called)
            return False

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False
