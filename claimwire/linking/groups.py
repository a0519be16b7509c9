"""What linking gives: groups of reports with reasons, what stays undecided, and editors' decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's word: these reports are one vote, or none of them is one with any of ``others``."""

    kind: Literal["together", "apart"]
    reports: frozenset[str]
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Member:
    """A report in a group: how strongly the rest of the group speaks for it, and why."""

    report: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one vote, in order of their content, and its official record where one was found."""

    members: tuple[Member, ...]
    record: str | None = None
    record_reasons: tuple[str, ...] = ()

    @property
    def reports(self) -> frozenset[str]:
        """Ids of the reports."""
        return frozenset(m.report for m in self.members)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group that an undecided report may belong to."""

    reports: frozenset[str]
    record: str | None
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """A report that is in no group: what it may belong to, and why that stays open."""

    report: str
    candidates: tuple[Candidate, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Linking:
    """Groups in order of their first report's content, and what stays undecided."""

    groups: tuple[Group, ...]
    undecided: tuple[Undecided, ...]
