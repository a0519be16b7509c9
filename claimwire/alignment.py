"""With whom a voter sides: positions over time, and how often two voters stand together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

_ABSENCE: Final = frozenset({"absent", "not voting"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How one actor voted once. ``by`` are the outlets that say so; empty for the official record's word."""

    vote: str
    option: str
    day: datetime.date | None = None
    organization: str | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Of the votes in which both took a side: ids where they stood together, and where not.

    Abstaining is a side; being absent is none. A vote in which one of them is told
    to have stood on two sides is in neither and counted in ``unclear``.
    """

    together: tuple[str, ...]
    apart: tuple[str, ...]
    unclear: tuple[str, ...]

    @property
    def share(self) -> float | None:
        """The share of votes in which they stood together, 0..1; ``None`` without a common vote."""
        votes = len(self.together) + len(self.apart)
        return len(self.together) / votes if votes else None

    def to_record(self) -> dict[str, Any]:
        """As JSON values."""
        share = self.share
        return {
            "together": len(self.together),
            "apart": len(self.apart),
            "unclear": len(self.unclear),
            "share": None if share is None else round(share, 4),
            "votes": {"together": list(self.together), "apart": list(self.apart), "unclear": list(self.unclear)},
        }


def over_time(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Positions in order of day, the undated last; ties by vote and option."""
    return tuple(sorted(positions, key=lambda p: (p.day or datetime.date.max, p.vote, p.option, p.by)))


def alignment(one: Iterable[Position], other: Iterable[Position]) -> Alignment:
    """How often two actors stood together. Give told positions or recorded ones, not both at once."""
    ours, theirs = _sides(one), _sides(other)
    together: list[str] = []
    apart: list[str] = []
    unclear: list[str] = []
    for vote in sorted(ours.keys() & theirs.keys()):
        if len(ours[vote]) > 1 or len(theirs[vote]) > 1:
            unclear.append(vote)
        else:
            (together if ours[vote] == theirs[vote] else apart).append(vote)
    return Alignment(tuple(together), tuple(apart), tuple(unclear))


def told_by(positions: Sequence[Position], outlet: str) -> tuple[Position, ...]:
    """The positions as one outlet tells them."""
    return tuple(p for p in positions if outlet in p.by)


def _sides(positions: Iterable[Position]) -> Mapping[str, set[str]]:
    sides: dict[str, set[str]] = {}
    for position in positions:
        if position.option not in _ABSENCE:
            sides.setdefault(position.vote, set()).add(position.option)
    return sides
