"""The ledger: facts entered under votes, checked against what stands there, and written out as claims."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimwire import bodies
from claimwire.articles import Article
from claimwire.claims import VoteClaim
from claimwire.grammar.asides import apart_in_brackets, years_after
from claimwire.grammar.chunks import Chunk, Phrase
from claimwire.grammar.dates import DateMention
from claimwire.grammar.facts import Fact
from claimwire.grammar.motions import Motion, Register, VoteState
from claimwire.grammar.orientation import counts_in_body, counts_of_tally
from claimwire.grammar.recounts import count, drop_broken_ties, drop_unopposed, restart
from claimwire.grammar.twins import merged
from claimwire.grammar.units import Unit
from claimwire.grammar.venues import Venues
from claimwire.grammar.votebodies import share_bodies, vetoed
from claimwire.grammar.votedates import EARLIER_DAYS, VoteDates, in_relative_clause
from claimwire.grammar.writing import Entry, claims_of

if TYPE_CHECKING:
    from claimwire.grammar.placing import Scene


class Ledger:
    """All facts of one article under the votes they belong to."""

    def __init__(self, article: Article, venues: Venues) -> None:
        self.article = article
        self.venues = venues
        self.register = Register()
        self.entries: list[Entry] = []
        self.of_state: dict[int, list[Entry]] = {}
        self.counted: dict[tuple[int, str], list[Fact]] = {}
        self.sentence_from = 0
        self.told_again: list[tuple[VoteState, int]] = []
        self.entered = 0
        self.body: str | None = None
        self.body_at = -1
        self.weak_body: str | None = None
        self.switched: tuple[VoteState, VoteState] | None = None
        self.last_at: dict[int, int] = {}
        self.reasons: dict[int, str] = {}
        self.results: dict[int, str] = {}
        self.positions: dict[tuple[int, str], str] = {}
        self.spans: dict[tuple[int, str], list[tuple[int, int]]] = {}
        self.days = VoteDates(article.published)
        self.titles: dict[int, Phrase] = {}
        self.sponsors: dict[int, list[Fact]] = {}
        self.waiting_sponsors: list[Fact] = []
        self.elections = 0
        self.of_all: list[tuple[int, Fact]] = []
        self.pending: list[tuple[Fact, VoteState, int]] = []
        self.opposed: dict[int, list[int]] = {}

    def set_body(self, body: str | None, number: int) -> None:
        """The body the article turns to, without a fact yet."""
        if body is not None:
            self.body, self.body_at = body, number

    def state_for(
        self,
        fact: Fact,
        motion: Motion | None,
        reason: str,
        body: str | None,
        candidates: tuple[str, ...],
        number: int,
        earlier: str | None,
        *,
        specific: bool = False,
        opens: bool = False,
        dated: datetime.date | None = None,
    ) -> VoteState | None:
        """The vote a fact belongs to; opened if there is none yet."""
        register = self.register
        if earlier is not None:
            return self._earlier(earlier, body)
        if motion is None:
            motion = register.current
            reason = "the motion spoken of last"
        if motion is None:
            motion = register.open(None, set(), "no motion was named")
            reason = "the only vote spoken of so far"
        latest = next((v for v in reversed(motion.votes) if not v.earlier), None)
        if body is None and not candidates:
            if latest is None or (latest.body is None and not latest.candidates):
                body = self.body or self.weak_body
            elif not specific and self.body is not None and self.body_at > self.last_at.get(id(latest), -1) and latest.body != self.body:
                body = self.body
        state = register.vote(motion, body, candidates)
        known = self.days.of(state) if dated is not None else None
        there = self.days.on(dated) if dated is not None and known is not None and known.date != dated else None
        if there is not None and there is not state and body in (None, there.body):
            state, reason = there, "told with the day of that vote"
        elif fact.kind != "position" and known is not None and known.date != dated and not known.derived:
            other = register.opened.get(f"date:{dated}")
            motion = other or register.open(None, set(), f"date:{dated}")
            reason = "told with another date than the vote before"
            state = register.vote(motion, body or state.body, candidates)
        told = self.results.get(id(state))
        contradicts = fact.kind == "result" and told is not None and told != fact.result and "weak" not in fact.flags
        spoken_of = register.current
        if contradicts or (opens and (told is not None or state.counts) and self.last_at.get(id(state), number) < number):
            motion = register.open(None, set(), "another outcome")
            reason = "another outcome than the one told before"
            before, state = state, register.vote(motion, body or state.body, candidates)
            self.switched = (before, state)
            if "pronoun" in fact.flags:
                register.current = spoken_of
        self.last_at[id(state)] = number
        if body is not None:
            self.body, self.body_at = body, number
        where = f" in {bodies.body(state.body).name}" if state.body else ""
        self.reasons[id(fact)] = f"{reason or 'the motion spoken of last'}{where}"
        return state

    def _earlier(self, key: str, body: str | None) -> VoteState:
        register = self.register
        motion = register.opened.get(f"earlier:{key}")
        if motion is None:
            keep = register.current
            motion = register.open(None, set(), f"earlier:{key}")
            register.current = keep
        return register.vote(motion, body, (), earlier=True)

    def earlier_key(self, fact: Fact, scene: Scene) -> str | None:
        """Year or day of another time, if the clause of the fact names one; else ``None``."""
        reference = self.article.published
        chunk = scene.chunks[fact.at]
        for date in scene.dates:
            if date.precision == "month" and date.time == "past" and date.year is None and scene.is_before(date):
                if self.same_clause(scene, date.start, chunk.start):
                    return f"month {date.month}"
                continue
            year = date.date.year if date.date else date.year
            if year is None or reference is None or date.time == "future":
                continue
            if (date.precision == "day" and not date.year_given) or (date.precision == "year" and self._names_a_thing(scene, date)):
                continue
            if in_relative_clause(date.start, chunk.start, scene.chunks):
                continue
            far = (date.date is not None and (reference - date.date).days > EARLIER_DAYS) or (
                date.date is None and date.precision == "year" and year < reference.year
            )
            if far and self.same_clause(scene, date.start, chunk.start):
                return date.date.isoformat() if date.date else str(year)
        if years_after(scene.chunks, fact.at):
            return "earlier"
        for at in scene.earlier:
            c = scene.chunks[at]
            near = fact.kind in ("count", "tally") or at < 2 or abs(at - fact.at) < 3
            if (
                c.sym == "EARLIER"
                and near
                and not apart_in_brackets(scene.chunks, at, fact.at)
                and self.same_clause(scene, c.start, chunk.start)
            ):
                return "earlier"
        for at in scene.earlier:
            c = scene.chunks[at]
            if at and scene.chunks[at - 1].unit.lower in ("than", "as", "like", "unlike"):
                continue
            if (
                c.phrase is not None
                and c.phrase.earlier
                and not apart_in_brackets(scene.chunks, at, fact.at)
                and self.same_clause(scene, c.start, chunk.start)
            ):
                return "earlier"
        return None

    def _names_a_thing(self, scene: Scene, date: DateMention) -> bool:
        """``rolled back the 2015 rules``: the year names what was voted on, unless that is a motion of its own."""
        before = self.article.text[max(0, date.start - 7) : date.start].lower().split()
        if (
            self.article.text[date.start : date.start + 3].lower() == "of "
            and before
            and before[-1] in ("rules", "law", "laws", "act", "rule")
        ):
            return True  # "to end the rules of 2015"
        return bool(before and before[-1] in ("the", "of", "its", "their")) and not any(
            c.sym == "MOTION" and c.start <= date.start < c.end for c in scene.chunks
        )

    def same_clause(self, scene: Scene, one: int, two: int) -> bool:
        """Whether no break of a clause stands between two offsets of a sentence, nor the first in an aside without the second."""
        if any(start <= one < end and not start <= two < end for start, end in scene.asides):
            return False
        low, high = min(one, two), max(one, two)
        return not any(
            low <= c.start < high
            and (c.sym in ("SEMI", "DASH", "COLON") or (c.sym == "CONTRAST" and c.unit.lower in ("while", "but", "whereas")))
            for c in scene.chunks
        )

    def enter(self, state: VoteState, fact: Fact, scene: Scene) -> None:
        """One fact under a vote; a tally becomes counts first."""
        reason = self.reasons.pop(id(fact), "told for comparison, with its own time" if state.earlier else "the motion spoken of last")
        if fact.kind == "tally":
            assert fact.tally is not None
            numbers = {state.counts.get("yes"), state.counts.get("no")}
            same = not state.counts or numbers == {fact.tally.value, fact.tally.high}
            counts = counts_of_tally(fact, scene, self.results.get(id(state)) if same else None)
            state, reason = restart(self, state, {c.option or "": c.value for c in counts}, reason, scene)
            for told in counts_in_body(counts, state.body):
                state = count(self, state, told, reason, scene)
            return
        if fact.kind == "count":
            if not fact.derived and scene.told.get(fact.option or "") == fact.value:
                state, reason = restart(self, state, scene.told, reason, scene)
            count(self, state, fact, reason, scene)
        elif fact.kind == "position":
            assert fact.named is not None
            assert fact.named.actor is not None
            key = (id(state), fact.named.actor.id)
            if self.positions.get(key, fact.option) == fact.option and not self._told(state, fact):
                self.positions[key] = fact.option or ""
                self.add(fact, state, reason)
        elif fact.kind == "side":
            self._side(state, fact, reason)
        elif fact.kind == "result" and id(state) not in self.results:
            state, reason = restart(self, state, scene.counts_with(fact), reason, scene)
            self.results[id(state)] = fact.result or ""
            self.add(fact, state, reason)
        elif fact.kind == "result" and self.results[id(state)] == fact.result:
            self.told_again.append((state, max(fact.start, scene.chunks[fact.at].start)))

    def _side(self, state: VoteState, fact: Fact, reason: str) -> None:
        """Who sided with whom, where the numbers or the leader's own vote say which side that was."""
        leaders = [f[7:] for f in fact.flags if f.startswith("leader:")]
        option = next((o for o in (self.positions.get((id(state), leader)) for leader in leaders) if o is not None), None)
        if fact.rule == "count.derived":
            if option is not None:
                fact.kind, fact.option, fact.derived = "count", option, True
                self.add(fact, state, reason)
            return
        assert fact.named is not None
        assert fact.named.actor is not None
        size = next((int(f[5:]) for f in fact.flags if f.startswith("size:")), 0)
        if option is None and size > 1 and state.counts.get("no") == size:
            option = "no"
        if option is None or not self._may_vote(state, fact):
            return
        key = (id(state), fact.named.actor.id)
        if key not in self.positions:
            self.positions[key] = option
            fact.kind, fact.option = "position", option
            self.add(fact, state, reason + "; the side is known by the numbers or by the leader's vote")

    def _told(self, state: VoteState, fact: Fact) -> bool:
        """Whether the same position was entered from words that overlap these."""
        assert fact.named is not None
        assert fact.named.actor is not None
        spans = self.spans.setdefault((id(state), fact.named.actor.id), [])
        if any(start < fact.end and fact.start < end for start, end in spans[-3:]):
            return True
        spans.append((fact.start, fact.end))
        return False

    def _may_vote(self, state: VoteState, fact: Fact) -> bool:
        if state.body is None or fact.named is None or fact.named.actor is None:
            return True
        body = bodies.body(state.body)
        if body.members == "persons":
            return fact.named.actor.kind != "country"
        return fact.named.actor.kind in ("country", "group", "organization")

    def add(self, fact: Fact, state: VoteState, reason: str) -> None:
        """Enters a fact under a vote with the reason it stands there."""
        entry = Entry(fact, state, reason)
        self.entries.append(entry)
        self.of_state.setdefault(id(state), []).append(entry)
        self.entered += 1

    def sponsor(self, motion: Motion, fact: Fact) -> None:
        """Keeps a sponsor until it is known whether the motion was voted on."""
        self.sponsors.setdefault(motion.number, []).append(fact)

    def title(self, motion: Motion, phrase: Phrase) -> None:
        """Keeps the first title of a motion."""
        self.titles.setdefault(motion.number, phrase)

    def date(self, scene: Scene) -> None:
        """Gives the votes touched by a sentence the day it tells."""
        here = [
            (entry.state, max(entry.fact.start, scene.chunks[entry.fact.at].start))
            for entry in self.entries[self.sentence_from :]
            if not entry.gone and scene.chunks[0].start <= entry.fact.start < scene.chunks[-1].end
        ]
        self.days.note(scene, here or self.told_again)
        self.sentence_from = len(self.entries)
        self.told_again = []

    def hear_of_all(self, fact: Fact, texts: Chunk, units: Sequence[Unit]) -> None:
        """Keeps ``passed two texts`` for the votes that the article tells of, if they are as many."""
        number = next((u.value for u in units[texts.first : texts.after] if u.tag == "NUM"), 0)
        if number > 1:
            self.of_all.append((number, fact))

    def _share_results(self) -> None:
        """An outcome told of so many texts together goes to each vote without one, where the article has as many votes."""
        present = list({id(e.state): e.state for e in self.entries if not e.gone and not e.state.earlier}.values())
        for number, fact in self.of_all:
            if len(present) != number:
                continue
            told = {self.results.get(id(state)) for state in present}
            if told <= {None, fact.result}:
                for state in present:
                    if id(state) not in self.results:
                        self.results[id(state)] = fact.result or ""
                        self.add(replace(fact), state, f"told of {number} texts together")

    def claims(self) -> list[VoteClaim]:
        """The claims of all votes, in order of their start; refs by the first claim of each vote."""
        drop_unopposed(self)
        drop_broken_ties(self, list({id(e.state): e.state for e in self.entries}.values()))
        self._share_results()
        strong = {id(e.state) for e in self.entries if "weak" not in e.fact.flags}
        self.entries = [e for e in self.entries if id(e.state) in strong and not e.gone]
        states = merged(self, _ordered(self.entries))
        self.days.settle(states)
        share_bodies(states, self.venues, vetoed(((e.state, e.fact) for e in self.entries), among_nations=self.venues.among_nations))
        for entry in self.entries:
            entry.gone = entry.gone or (entry.fact.kind == "position" and not self._may_vote(entry.state, entry.fact))
        made: list[VoteClaim] = []
        for number, state in enumerate(states, start=1):
            made += claims_of(
                state,
                f"v{number}",
                self.of_state.get(id(state), []),
                self.days.of(state),
                self.titles.get(state.motion.number),
                self.sponsors.get(state.motion.number, []),
            )
        return sorted(made, key=lambda c: (c.start, c.end))


def _ordered(entries: list[Entry]) -> list[VoteState]:
    states: list[VoteState] = []
    seen: set[int] = set()
    for entry in sorted(entries, key=lambda e: e.fact.start):
        if id(entry.state) not in seen:
            seen.add(id(entry.state))
            states.append(entry.state)
    return states
