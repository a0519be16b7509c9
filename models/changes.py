"""What a write did to conflicts, told to whoever asked to know, inside the same transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Event = Literal["opened", "changed", "closed"]


@dataclass(frozen=True, slots=True)
class ConflictChange:
    """One conflict that a write opened, changed or closed. ``last`` is its document where it is gone, as it stood before."""

    id: str
    event: Event
    last: bytes | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the votes and conflicts that a write touched, and what happened to the conflicts."""

    votes: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    events: tuple[ConflictChange, ...] = ()

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            tuple(dict.fromkeys(self.votes + other.votes)),
            tuple(dict.fromkeys(self.conflicts + other.conflicts)),
            self.events + other.events,
        )


_listeners: list[Callable[[tuple[ConflictChange, ...]], None]] = []


def on_changes(listener: Callable[[tuple[ConflictChange, ...]], None]) -> None:
    """Call ``listener`` inside every write transaction that opened, changed or closed conflicts."""
    if listener not in _listeners:
        _listeners.append(listener)


def changed(changes: Changes) -> None:
    """Tell the listeners; an error of theirs undoes the write."""
    if changes.events:
        for listener in _listeners:
            listener(changes.events)
