"""Lines of a stream, of which none is held in memory that is longer than it may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Stream(Protocol):
    """What lines are read from."""

    def readline(self, size: int, /) -> bytes:
        """Up to ``size`` bytes of the next line; nothing at the end."""
        ...


def bounded(stream: Stream, most: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; ``None`` for one of more than ``most`` bytes, which is passed over unkept."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield number, None
