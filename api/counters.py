"""Counters of one process for ``/metrics``, in the text form that Prometheus reads."""

from __future__ import annotations

import threading
from collections import Counter

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper ends of the classes of duration, in seconds."""


class Counters:
    """Requests by method, route and status, and how long they took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._classes: Counter[tuple[str, int]] = Counter()
        self._seconds: Counter[str] = Counter()
        self._events: Counter[str] = Counter()

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        place = next((n for n, most in enumerate(BUCKETS) if seconds <= most), len(BUCKETS))
        with self._lock:
            self._requests[method, route, status] += 1
            self._classes[route, place] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]

    def event(self, name: str) -> None:
        """Count something else that happened."""
        with self._lock:
            self._events[name] += 1

    def lines(self) -> list[str]:
        """The counters as lines of the exposition format."""
        with self._lock:
            requests, classes = dict(self._requests), dict(self._classes)
            seconds, events = dict(self._seconds), dict(self._events)
        out = ["# HELP claimwire_requests_total Requests answered.", "# TYPE claimwire_requests_total counter"]
        out += [
            f'claimwire_requests_total{{method="{method}",route="{route}",status="{status}"}} {count}'
            for (method, route, status), count in sorted(requests.items())
        ]
        out += ["# HELP claimwire_request_seconds Time to answer.", "# TYPE claimwire_request_seconds histogram"]
        for route in sorted(seconds):
            total = 0
            for place, most in enumerate((*map(str, BUCKETS), "+Inf")):
                total += classes.get((route, place), 0)
                out.append(f'claimwire_request_seconds_bucket{{route="{route}",le="{most}"}} {total}')
            out.append(f'claimwire_request_seconds_sum{{route="{route}"}} {seconds[route]:.6f}')
            out.append(f'claimwire_request_seconds_count{{route="{route}"}} {total}')
        out += ["# HELP claimwire_events_total Other things that happened.", "# TYPE claimwire_events_total counter"]
        out += [f'claimwire_events_total{{event="{name}"}} {count}' for name, count in sorted(events.items())]
        return out
