"""What a sentence says about votes, before it is known about which: counts, positions, outcomes, sponsors."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimwire.claims import Qualifier
from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.memory import Memory


@dataclass(slots=True)
class Fact:
    """One fact with the chunk it hangs on; ``at`` orders facts, ``verb`` is the chunk whose object decides the motion."""

    kind: str
    at: int
    start: int
    end: int
    rule: str
    verb: int
    option: str | None = None
    value: int = -1
    high: int | None = None
    qualifier: Qualifier = "exact"
    derived: bool = False
    named: Named | None = None
    result: str | None = None
    tally: Chunk | None = None
    superseded: bool = False
    tentative: bool = False
    text: str | None = None
    flags: frozenset[str] = field(default_factory=frozenset)


@dataclass(slots=True)
class Reading:
    """What carries over from one sentence of an article to the next."""

    memory: Memory = field(default_factory=Memory)
    part: int = -1
    row_end: int = -100
    heading: str | None = None
    heading_paragraph: int = -1
    columns: list[str | None] = field(default_factory=list)
    option: str | None = None
    size: int = -1
    act: str | None = None
    doers: int = 0
    act_end: int = 0

    @property
    def subject(self) -> list[Named]:
        """The names of the last list that was a subject, in the sentences before."""
        return self.memory.subject

    @property
    def lists(self) -> list[list[Named]]:
        """The last lists of names of the sentences before."""
        return self.memory.lists


def emit(found: list[Fact], named: list[Named], option: str, verb: int, chunk: Chunk, rule: str, at: int, *, wide: bool = True) -> None:
    """A position fact for each actor; its words reach from the name to what says the option."""
    for name in named:
        if name.actor is None or name.actor.id == "united-nations":
            continue
        start, end = (min(name.start, chunk.start), max(name.end, chunk.end)) if wide else (name.start, name.end)
        found.append(Fact("position", at, start, end, rule, verb, option, named=name))
