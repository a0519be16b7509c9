"""What a conflict is made of: values, who tells each in which words, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from claimwire.reports import Told, Value

Kind = Literal["count", "position", "result", "date", "title", "sponsorship", "figure"]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article that gives a value, and its words. ``story`` is the family of copies it belongs to."""

    outlet: str
    article: str
    document: str | None
    claim: str
    quote: Mapping[str, Any] | None
    story: str | None = None
    basis: str | None = None
    corrected_at: str | None = None
    """For what an older revision said: the day of the revision that took its place (``""``: unknown)."""

    def to_record(self) -> dict[str, Any]:
        """As in a conflict's ``reports``."""
        record: dict[str, Any] = {"outlet": self.outlet, "article": self.article, "document": self.document, "claim": self.claim}
        record["quote"] = dict(self.quote) if self.quote else None
        record["story"] = self.story
        if self.basis:
            record["basis"] = self.basis
        if self.corrected_at is not None:
            record["corrected_at"] = self.corrected_at or None
        return record


@dataclass(frozen=True, slots=True)
class Stated:
    """One of the values in conflict, who says it, and whether the official record does."""

    value: Value
    tellings: tuple[Telling, ...]
    record: bool = False
    qualifier: str = "exact"
    high: float | None = None

    @property
    def sources(self) -> int:
        """How many say so, near copies of one story counted once."""
        return len({t.story or t.article for t in self.tellings})

    def to_record(self) -> dict[str, Any]:
        """As in a conflict's ``values``."""
        record: dict[str, Any] = {"value": self.value, "record": self.record, "sources": self.sources}
        if self.qualifier != "exact":
            record["qualifier"] = self.qualifier
        if self.high is not None:
            record["high"] = self.high
        record["reports"] = [t.to_record() for t in self.tellings]
        return record


@dataclass(frozen=True, slots=True)
class Conflict:
    """A dispute about one thing. ``subject`` is the option, the actor or the measure it is about.

    ``closed`` conflicts are those that corrections by outlets ended; ``history``
    keeps what older revisions said, with the day of the correction.
    """

    kind: Kind
    subject: Mapping[str, str]
    explanation: str
    values: tuple[Stated, ...]
    state: Literal["open", "closed"] = "open"
    corrected_at: str | None = None
    history: tuple[Stated, ...] = ()

    def to_record(self, id: str, vote: str | None, decision: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The conflict of the contract, with its id, its vote and an editor's decision."""
        return {
            "id": id,
            "kind": self.kind,
            "vote": vote,
            "subject": dict(self.subject),
            "state": self.state,
            "corrected_at": self.corrected_at or None,
            "decision": dict(decision) if decision else None,
            "explanation": self.explanation,
            "values": [v.to_record() for v in self.values],
            "history": [v.to_record() for v in self.history],
        }


@dataclass(slots=True)
class Heap:
    """All that is told on one subject, value by value."""

    entries: dict[tuple[Value, str, float | None], list[Telling]] = field(default_factory=dict)

    def put(self, told: Told, telling: Telling) -> None:
        """Add one telling of one value."""
        self.entries.setdefault((told.value, told.qualifier, told.high), []).append(telling)

    def stated(self, official: Value | None) -> list[Stated]:
        """The values, the record's marked or added, in order."""
        made = [
            Stated(value, tuple(once(tellings)), official is not None and value == official and qualifier == "exact", qualifier, high)
            for (value, qualifier, high), tellings in self.entries.items()
        ]
        if official is not None and not any(v.record for v in made):
            made.append(Stated(official, (), True))
        return sorted(made, key=lambda v: (str(type(v.value)), v.value, v.qualifier, v.high or 0))


def once(tellings: Sequence[Telling]) -> list[Telling]:
    """The first telling of each article (and revision), in order."""
    seen: dict[tuple[str, str | None], Telling] = {}
    for telling in tellings:
        seen.setdefault((telling.article, telling.corrected_at), telling)
    return list(seen.values())
