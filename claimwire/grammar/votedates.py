"""When each vote was: the day said in its own sentence, else the day on which the article says that there was voting."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claimwire.claims import Basis
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.dates import DateMention
from claimwire.grammar.motions import VoteState
from claimwire.grammar.units import Unit

if TYPE_CHECKING:
    from claimwire.grammar.placing import Scene

EARLIER_DAYS: Final = 45
"""A vote told with a date so many days before the article's is one told for comparison."""
LEAD: Final = 6
"""The first so many sentences (headlines are some) are the article's lead: the press says there when the vote was."""
BACK: Final = 2
"""So many sentences before a vote's first may tell its day: ``On Monday the Sejm voted. In favour were 204.``"""
MOST: Final = 200
"""The sentences of one vote beside which a day is looked for: the first so many."""
_VOTING: Final = frozenset({"VOTE", "OUTCOME", "PASS", "FAIL", "ACT", "PASSIVE", "VOTES", "VETONOUN", "TALLY", "COUNT"})
_BREAKS: Final = frozenset({"SEMI", "DASH", "COLON"})
_AFTER: Final = 24
"""A day behind the fact counts as so many characters farther: ``on Monday it passed`` is said in front."""


@dataclass(frozen=True, slots=True)
class VoteDay:
    """The day of one vote and the words that tell it."""

    date: datetime.date
    basis: Basis
    start: int
    end: int
    reason: str

    @property
    def derived(self) -> bool:
        """Whether the day is inferred, not said."""
        return self.basis not in ("stated", "weekday+published")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence and the days it tells; ``voting`` where it speaks of votes, ``plural`` of several."""

    number: int
    mentions: tuple[DateMention, ...]
    voting: bool = False
    plural: bool = False

    @property
    def one(self) -> bool:
        """Whether it tells one day only."""
        return len({m.date for m in self.mentions}) == 1


class VoteDates:
    """The days of an article's votes while it is read."""

    def __init__(self, published: datetime.date | None) -> None:
        self.published = published
        self.days: dict[int, VoteDay] = {}
        self._told: list[Told] = []
        self._numbers: dict[int, list[int]] = {}
        self._states: dict[int, VoteState] = {}
        self._elsewhen: set[int] = set()

    def of(self, state: VoteState) -> VoteDay | None:
        """The day of a vote, if it is known."""
        return self.days.get(id(state))

    def on(self, date: datetime.date) -> VoteState | None:
        """The one vote of this day: told in its own sentence, or the one undated vote where the lead tells the day."""
        present = [s for s in self._states.values() if not s.earlier]
        found = [s for s in present if id(s) in self.days and self.days[id(s)].date == date]
        if not found and self._told and self._told[0].one and self._told[0].mentions[0].date == date:
            found = [s for s in present if id(s) not in self.days]
        return found[0] if len(found) == 1 else None

    def hear(self, number: int, dates: Sequence[DateMention], units: Iterable[Unit]) -> None:
        """Takes in the days of a sentence, whether or not it tells of a vote: ``What happened on 22 July?``"""
        near = [m for m in usable(dates, [(u.start, u.end) for u in units if u.tag == "QUOTE"] if dates else []) if not self._is_far(m)]
        if near:
            self._told.append(Told(number, tuple(near)))

    def note(self, scene: Scene, facts: Sequence[tuple[VoteState, int]]) -> None:
        """Takes in one sentence; ``facts`` has, for each fact it tells, its vote and where it begins."""
        touched = {id(state): state for state, _ in facts}
        for key, state in touched.items():
            self._states[key] = state
            self._numbers.setdefault(key, []).append(scene.number)
        for key, state in touched.items():
            start = next(start for of, start in facts if of is state)
            if len(self._numbers[key]) == 1 and any(_is_over(m) and not _is_parted(m.start, start, scene.chunks) for m in scene.dates):
                self._elsewhen.add(key)
        told = usable(scene.dates, [(c.start, c.end) for c in scene.chunks if c.sym == "QUOTE"])
        if not told:
            return
        if self._told and self._told[-1].number == scene.number and any(c.sym in _VOTING for c in scene.chunks):
            self._told[-1] = replace(self._told[-1], voting=True, plural=any(c.unit.lower == "votes" for c in scene.chunks))
        for key, state in touched.items():
            if key in self.days:
                continue
            start = [start for of, start in facts if of is state][-1]
            best = _nearest(told, start, scene.chunks)
            if best is not None and key in self._elsewhen and _is_parted(best.start, start, scene.chunks):
                continue
            opened_here = self._numbers[key][0] == scene.number
            if best is not None and (state.earlier or opened_here or not self._is_far(best)):
                self.days[key] = _day(best, "the day told in the sentence of the vote")

    def settle(self, states: Iterable[VoteState]) -> None:
        """Gives a day to the votes whose sentences tell none."""
        present = [s for s in states if not s.earlier]
        by_number = {t.number: t for t in self._told}
        taken = {day.start for day in self.days.values()}
        shared = self._shared(taken)
        for state in present:
            if id(state) in self.days or id(state) in self._elsewhen:
                continue
            before = _before(self._numbers.get(id(state), []), by_number)
            if before is not None and (before.voting or shared is None or not shared.voting):
                self.days[id(state)] = _day(before.mentions[-1], "the day told right before the vote", None if before.voting else "sitting")
            elif shared is not None:
                sure = shared.voting and (shared.plural or len(present) == 1)
                reason = "the one day on which the article says that there was voting" if sure else "the same sitting as a vote with a day"
                self.days[id(state)] = _day(shared.mentions[0], reason, None if sure else "sitting")

    def _shared(self, taken: Collection[int]) -> Told | None:
        """The one day of all voting that is no other vote's alone, else that of the lead."""
        voting = [t for t in self._told if t.voting]
        free = [t for t in voting if not any(m.start in taken for m in t.mentions)]
        for told in (self._told, free):
            if len({m.date for t in told for m in t.mentions}) == 1:
                return next((t for t in told if t.voting), told[0])
        lead = [t for t in self._told if t.number < LEAD and t.one and (t in free or t not in voting)]
        return next((t for t in lead if t.voting), lead[0] if lead else None)

    def _is_far(self, mention: DateMention) -> bool:
        return self.published is not None and mention.date is not None and (self.published - mention.date).days > EARLIER_DAYS


def _before(numbers: Sequence[int], by_number: Mapping[int, Told]) -> Told | None:
    """A sentence right before one of a vote's that tells one day only."""
    for number in numbers[:MOST]:
        near = next((by_number[n] for n in range(number - 1, number - BACK - 1, -1) if n in by_number), None)
        if near is not None and near.one:
            return near
    return None


def usable(dates: Sequence[DateMention], quoted: Sequence[tuple[int, int]] = ()) -> list[DateMention]:
    """Days that can be a vote's: no dateline, no event's day, not to come, not in a speaker's mouth."""
    return [
        m
        for m in dates
        if m.date is not None
        and m.precision == "day"
        and m.time != "future"
        and m.event is None
        and (m.basis != "dateline" or (m.weekday is not None and not m.year_given))
        and not any(a <= m.start < b for a, b in quoted)
    ]


def _is_over(mention: DateMention) -> bool:
    """``last month``, ``in 2022``: a time of which no day is told, and not the article's own."""
    return mention.precision != "day" and mention.time == "past" and mention.event is None


def _day(mention: DateMention, reason: str, basis: Basis | None = None) -> VoteDay:
    assert mention.date is not None
    return VoteDay(mention.date, basis or mention.basis or "stated", mention.start, mention.end, reason)


def _nearest(told: Sequence[DateMention], fact: int, chunks: Sequence[Chunk]) -> DateMention | None:
    """The day nearest to a fact, in its own clause if there is one there; never that of a relative clause beside it."""
    own = [m for m in told if not in_relative_clause(m.start, fact, chunks)]
    same = [m for m in own if not _is_parted(m.start, fact, chunks)]
    return min(same or own, key=lambda m: fact - m.start if m.start < fact else m.start - fact + _AFTER, default=None)


def _is_parted(one: int, two: int, chunks: Sequence[Chunk]) -> bool:
    low, high = min(one, two), max(one, two)
    return any(low <= c.start < high and (c.sym in _BREAKS or c.sym == "CONTRAST") for c in chunks)


def in_relative_clause(day: int, fact: int, chunks: Sequence[Chunk]) -> bool:
    """``a text that failed on Dec. 8``: the day is the clause's, not the sentence's."""
    for at in range(len(chunks) - 1, -1, -1):
        chunk = chunks[at]
        if chunk.start >= day:
            continue
        if chunk.sym in ("COMMA", "SEMI", "STOP", "CONTRAST", "COLON", "DASH"):
            return False
        if chunk.sym == "REL" or chunk.unit.lower in ("that", "which", "who"):
            return fact < chunk.start
    return False
