"""When each vote was: the day said in its own sentence, else the day on which the article says that there was voting."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimwire.claims import Basis
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.dates import DateMention
from claimwire.grammar.motions import VoteState

if TYPE_CHECKING:
    from claimwire.grammar.placing import Scene

EARLIER_DAYS: Final = 45
"""A vote told with a date so many days before the article's is one told for comparison."""
LEAD: Final = 3
"""So many sentences that tell a day are the article's lead: the press says there when the vote was."""
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


class VoteDates:
    """The days of an article's votes while it is read."""

    def __init__(self, published: datetime.date | None) -> None:
        self.published = published
        self.days: dict[int, VoteDay] = {}
        self._voting: list[tuple[DateMention, bool]] = []
        self._lead: list[list[DateMention]] = []

    def of(self, state: VoteState) -> VoteDay | None:
        """The day of a vote, if it is known."""
        return self.days.get(id(state))

    def note(self, scene: Scene, starts: Mapping[int, Sequence[int]]) -> None:
        """Takes in one sentence; ``starts`` has, by ``id`` of each vote it touched, where its facts begin."""
        told = usable(scene.dates, scene.chunks)
        if not told:
            return
        if len(self._lead) < LEAD:
            self._lead.append(told)
        if any(c.sym in _VOTING for c in scene.chunks):
            plural = any(c.unit.lower == "votes" for c in scene.chunks)
            self._voting += [(m, plural) for m in told if not self._is_far(m)]
        for state in scene.touched:
            if not isinstance(state, VoteState) or id(state) in self.days or not starts.get(id(state)):
                continue
            best = _nearest(told, starts[id(state)][-1], scene.chunks)
            if best is not None and best.date is not None and not (self._is_far(best) and not state.earlier):
                self.days[id(state)] = _day(best, "the day told in the sentence of the vote")

    def settle(self, states: Iterable[VoteState]) -> None:
        """Gives a day to the votes whose sentences tell none."""
        present = [s for s in states if not s.earlier]
        undated = [s for s in present if id(s) not in self.days]
        if not undated:
            return
        found = self._one_day()
        if found is None:
            return
        mention, plural = found
        sure = plural or len(present) == 1
        for state in undated:
            reason = "the one day on which the article says that there was voting" if sure else "the same sitting as a vote with a day"
            self.days[id(state)] = _day(mention, reason, None if sure else "sitting")

    def _one_day(self) -> tuple[DateMention, bool] | None:
        """The day of the lead where it tells one only, else the one day of all voting."""
        for told in self._lead:
            near = [m for m in told if not self._is_far(m)]
            if len({m.date for m in near}) == 1:
                return near[0], False
            if near:
                break
        if len({m.date for m, _ in self._voting}) == 1:
            return self._voting[0]
        return None

    def _is_far(self, mention: DateMention) -> bool:
        return self.published is not None and mention.date is not None and (self.published - mention.date).days > EARLIER_DAYS


def usable(dates: Sequence[DateMention], chunks: Sequence[Chunk] = ()) -> list[DateMention]:
    """Days that can be a vote's: no dateline, no event's day, not to come, not in a speaker's mouth."""
    quoted = [(c.start, c.end) for c in chunks if c.sym == "QUOTE"]
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


def _day(mention: DateMention, reason: str, basis: Basis | None = None) -> VoteDay:
    assert mention.date is not None
    return VoteDay(mention.date, basis or mention.basis or "stated", mention.start, mention.end, reason)


def _nearest(told: Sequence[DateMention], fact: int, chunks: Sequence[Chunk]) -> DateMention | None:
    """The day nearest to a fact, in its own clause if there is one there; never that of a relative clause beside it."""
    own = [m for m in told if not _in_relative_clause(m.start, fact, chunks)]
    same = [m for m in own if not _is_parted(m.start, fact, chunks)]
    return min(same or own, key=lambda m: fact - m.start if m.start < fact else m.start - fact + _AFTER, default=None)


def _is_parted(one: int, two: int, chunks: Sequence[Chunk]) -> bool:
    low, high = min(one, two), max(one, two)
    return any(low <= c.start < high and (c.sym in _BREAKS or c.sym == "CONTRAST") for c in chunks)


def _in_relative_clause(day: int, fact: int, chunks: Sequence[Chunk]) -> bool:
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
