"""Rate limits: one bucket a caller and kind of request, refilled evenly over a minute.

They are kept by each process for itself, in memory, and bounded in number.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from math import ceil

MOST_CALLERS = 10_000
WINDOW = 60.0


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a caller has left: ``remaining`` requests now, all of them again in ``reset`` seconds; ``wait`` where none is left."""

    limit: int
    remaining: int
    reset: int
    wait: int = 0

    @property
    def headers(self) -> dict[str, str]:
        """The RateLimit headers."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset),
        }


class Limiter:
    """Buckets by caller. Time is handed in, in seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, caller: str, limit: int, now: float) -> Allowance:
        """Take one request from the caller's bucket of ``limit`` a minute."""
        with self._lock:
            level, then = self._buckets.pop(caller, (float(limit), now))
            level = min(float(limit), level + max(0.0, now - then) * limit / WINDOW)
            allowed = level >= 1.0
            if allowed:
                level -= 1.0
            self._buckets[caller] = (level, now)
            if len(self._buckets) > MOST_CALLERS:
                self._buckets.popitem(last=False)
        reset = ceil((limit - level) * WINDOW / limit)
        wait = 0 if allowed else max(1, ceil((1.0 - level) * WINDOW / limit))
        return Allowance(limit, int(level), reset, wait)
