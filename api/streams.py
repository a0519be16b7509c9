"""Long requests take turns: a few at a time, so that short ones always find a thread."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from api.errors import Problem
from api.service import service

RETRY_SECONDS = 5


@contextlib.contextmanager
def a_stream() -> Iterator[None]:
    """One of the streams that may run at once; 503 where all of them do."""
    streams = service().streams
    if not streams.acquire(blocking=False):
        raise Problem(503, "too many streams are under way; come again", headers={"Retry-After": str(RETRY_SECONDS)})
    try:
        yield
    finally:
        streams.release()
