"""What an application holds while it runs: its settings, its readers, its counters."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from flask import Flask, current_app

from api.counters import Counters
from api.limits import Limiter
from api.reading import Readers
from api.ready import Answers
from api.settings import Settings
from claimwire.claims import Problem


@dataclass(slots=True)
class Service:
    """One running application."""

    settings: Settings
    readers: Readers
    limiter: Limiter = field(default_factory=Limiter)
    counters: Counters = field(default_factory=Counters)
    plugin_problems: tuple[Problem, ...] = ()
    """What could not be loaded: its outlets are read by the generic reader."""
    counts: tuple[float, dict[str, int]] | None = None
    """Rows in the store, for ``/metrics``, and when they were counted."""
    pages: dict[str, bytes] = field(default_factory=dict)
    """Pages that are the same as long as the process lives, once made."""
    answers: Answers = field(default_factory=Answers)
    """Answers that are good until something is written."""
    streams: threading.BoundedSemaphore = field(init=False)
    """Taken by requests that keep their thread for long: half of the threads at most."""
    draining: bool = False
    """True once a shutdown has begun: ``/readyz`` says so, so that no new work is sent here."""

    def __post_init__(self) -> None:
        self.streams = threading.BoundedSemaphore(max(1, self.settings.threads // 2))


def service(app: Flask | None = None) -> Service:
    """The service of an application; of the current one by default."""
    found: Service = (app or current_app).extensions["claimwire"]
    return found
