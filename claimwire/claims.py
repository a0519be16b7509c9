"""The eight kinds of claim: one thing one article says, with the exact words it came from.

Each claim points at ``text[start:end]`` of its article (code points), names the
rule that found it, and says in ``reason`` why it sits on its vote, in words an
editor understands. ``tentative`` claims are stored and shown but raise no
conflict; so are ``superseded`` ones (corrected inside the text) and ``quoted``
ones (words of a speaker, not of the outlet).
"""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Final, Literal

Option = Literal["yes", "no", "abstain", "absent", "not voting", "present", "invalid", "blank"]
Result = Literal["pass", "fail"]
Qualifier = Literal["exact", "about", "over", "at-least", "under", "up-to", "range"]
Basis = Literal["stated", "weekday+published", "anniversary", "sitting", "dateline"]
ActorKind = Literal["country", "person", "organization", "group"]

EXPLICIT_BASES: Final[frozenset[str]] = frozenset({"stated", "weekday+published"})
"""Dates that are said, not inferred (CONTRACT: the others are derived and raise no conflict)."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who votes, speaks or sponsors. ``id`` is a slug; ``identifiers`` are (scheme, value) pairs."""

    id: str
    name: str
    kind: ActorKind
    identifiers: tuple[tuple[str, str], ...] = ()

    def to_record(self) -> dict[str, Any]:
        """The actor as in an extraction record."""
        return {"id": self.id, "name": self.name, "kind": self.kind, "identifiers": dict(self.identifiers)}


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote that one article speaks of: a motion, in a body, at a time.

    ``organization`` is ``None`` where the body stays open; ``candidates`` then names
    the bodies it may be. ``earlier`` marks a vote told for comparison.
    """

    ref: str
    organization: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    identifier: str | None = None
    candidates: tuple[str, ...] = ()
    earlier: bool = False

    def to_record(self) -> dict[str, Any]:
        """The vote as in an extraction record."""
        record: dict[str, Any] = {
            "ref": self.ref,
            "organization": self.organization,
            "date": self.date.isoformat() if self.date else None,
            "title": self.title,
            "identifier": self.identifier,
        }
        if self.candidates:
            record["candidates"] = list(self.candidates)
        if self.earlier:
            record["earlier"] = True
        return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all kinds share: where the words stand, which rule read them, and how sure that is."""

    kind: ClassVar[str] = ""

    start: int
    end: int
    rule: str = ""
    reason: str = ""
    tentative: bool = False
    superseded: bool = False
    quoted: bool = False

    def facts(self) -> dict[str, Any]:
        """The claim's own fields (not where or how it was found), as JSON values."""
        shared = {f.name for f in fields(Claim)}
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self) if f.name not in shared}

    def id(self, revision: str) -> str:
        """A hash of (revision, kind, facts, start, end): reading again gives the same id."""
        key = json.dumps([revision, self.kind, self.facts(), self.start, self.end], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(key.encode("utf-8")).hexdigest()[:24]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors this claim names."""
        return tuple(v for f in fields(self) if isinstance(v := getattr(self, f.name), Actor))


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteClaim(Claim):
    """A claim about a vote."""

    vote: Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClaim(VoteClaim):
    """How many voted one way. ``derived`` counts were added up by the reader, not stated."""

    kind: ClassVar[str] = "count"

    option: Option
    value: int
    qualifier: Qualifier = "exact"
    high: int | None = None
    derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionClaim(VoteClaim):
    """How one actor voted."""

    kind: ClassVar[str] = "position"

    actor: Actor
    option: Option


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultClaim(VoteClaim):
    """Whether the motion passed."""

    kind: ClassVar[str] = "result"

    result: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim(VoteClaim):
    """When the vote was. ``derived`` is true for every basis that is not explicit."""

    kind: ClassVar[str] = "date"

    date: datetime.date
    basis: Basis
    derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleClaim(VoteClaim):
    """What the motion is called; ``text`` as printed, without the marks."""

    kind: ClassVar[str] = "title"

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SponsorshipClaim(VoteClaim):
    """Who put the motion forward."""

    kind: ClassVar[str] = "sponsorship"

    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementClaim(Claim):
    """What somebody said: ``text`` is the exact words inside the marks."""

    kind: ClassVar[str] = "statement"

    actor: Actor
    speaker_text: str
    text: str
    direct: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClaim(Claim):
    """A number told about the world: so many killed, so much aid. ``value`` is in ``unit``."""

    kind: ClassVar[str] = "figure"

    measure: str | None
    value: int | float
    unit: str
    qualifier: Qualifier = "exact"
    high: int | float | None = None
    population: str | None = None
    attributed_to: Actor | None = None
    as_of: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """An article at odds with itself or the calendar; the words in question are ``text[start:end]``."""

    kind: Literal["weekday", "sum", "list", "sides", "council"]
    message: str
    start: int
    end: int
    vote: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong while reading: whose plugin, in which hook, what."""

    outlet: str
    hook: str
    message: str


CLAIM_KINDS: Final[dict[str, type[Claim]]] = {
    c.kind: c for c in (CountClaim, PositionClaim, ResultClaim, DateClaim, TitleClaim, SponsorshipClaim, StatementClaim, FigureClaim)
}
"""Kind -> class, in the order of the contract."""


def _plain(value: Any) -> Any:
    if isinstance(value, Vote):
        return value.ref
    if isinstance(value, Actor):
        return value.id
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value
