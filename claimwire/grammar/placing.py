"""Which vote each fact of a sentence belongs to: the object ahead, the motion before, the body that governs, the time."""

from __future__ import annotations

import datetime

from claimwire.grammar.asides import aside_body, told_with_counts
from claimwire.grammar.calendar import MONTHS
from claimwire.grammar.chunks import Chunk, Phrase
from claimwire.grammar.clause_subjects import asides, subject_of
from claimwire.grammar.dates import DateMention
from claimwire.grammar.facts import Fact
from claimwire.grammar.ledger import Ledger
from claimwire.grammar.mentions import is_a_kind, is_left_behind, is_subordinate, object_of
from claimwire.grammar.motions import AMENDMENTS, Motion, VoteState
from claimwire.grammar.orientation import counts_of_tally
from claimwire.grammar.scenebodies import bodies_of, body_for
from claimwire.grammar.sponsoring import add_to_phrases, give_sponsors, owner_of, put_forward_by_owner
from claimwire.grammar.units import Unit

_TELLING = frozenset({"count", "tally", "position", "result", "side"})
_COMPARED = frozenset("as than like unlike".split())


def place(
    facts: list[Fact],
    chunks: list[Chunk],
    units: list[Unit],
    dates: list[DateMention],
    number: int,
    ledger: Ledger,
) -> None:
    """Enters the facts of one sentence into the ledger, in order of the text."""
    scene = Scene(chunks, ledger, number, dates, facts, units)
    add_to_phrases(facts, chunks, ledger.register)
    told_once = sum(f.kind == "tally" for f in facts) == 1 and sum(c.sym == "MOTION" for c in chunks) < 2
    telling = sorted(
        (f for f in facts if f.kind in _TELLING),
        key=lambda f: (_is_aside(f, chunks, scene), told_once and f.kind == "position", f.at, f.kind != "result", f.start),
    )
    for fact in telling:
        scene.enter(fact)
    scene.mentions_up_to(len(chunks))
    give_sponsors(scene)
    scene.finish()


def _is_aside(fact: Fact, chunks: list[Chunk], scene: Scene) -> bool:
    """Whether a position stands in an aside: what the main clause says of the same voter goes first."""
    return fact.kind == "position" and any(start <= chunks[fact.at].start < end for start, end in scene.asides)


class Scene:
    """One sentence while its facts are placed."""

    def __init__(
        self,
        chunks: list[Chunk],
        ledger: Ledger,
        number: int,
        dates: list[DateMention],
        facts: list[Fact],
        units: list[Unit],
    ) -> None:
        self.chunks = chunks
        self.ledger = ledger
        self.number = number
        text = ledger.article.text
        self.dates = [d for d in dates if d.event is None and text[d.start : d.start + 5].lower() != "since"]
        self.resolved: dict[int, tuple[Motion | None, str]] = {}
        self.telling = any(f.kind in _TELLING for f in facts)
        self.facts = facts
        self.results = sum(f.kind == "result" for f in facts)
        self.outcomes = {f.at: f.result or "" for f in facts if f.kind == "result"}
        self.units = units
        self.bodies = bodies_of(self, units)
        self.moved: dict[int, VoteState] = {}
        self.restarted = False
        self.tallied: tuple[int, Motion] | None = None
        self.turned: tuple[int, VoteState, VoteState] | None = None
        self.asides = asides(chunks)
        self._compare()
        self.earlier = [at for at, c in enumerate(chunks) if c.sym == "EARLIER" or (c.phrase is not None and c.phrase.earlier)]
        self.told: dict[str, int] = {}
        for fact in sorted(facts, key=lambda f: f.at):
            if fact.kind == "count" and not fact.derived and "pending" not in fact.flags:
                self.told.setdefault(fact.option or "", fact.value)

    def _compare(self) -> None:
        """Marks ``an October resolution`` as told for comparison where the vote of another month has its numbers already."""
        current = self.ledger.register.current
        published = self.ledger.article.published
        if current is None or published is None or not any(len(v.counts) > 1 for v in current.votes):
            return
        for chunk in self.chunks:
            phrase = chunk.phrase
            if phrase is None:
                continue
            words = self.ledger.article.text[phrase.start : phrase.end][:200].replace("'", " ").replace("’", " ").split()
            if any(word in MONTHS and word != MONTHS[published.month - 1] for word in words[:4]):
                phrase.earlier = True

    def enter(self, fact: Fact) -> None:
        """Finds the vote of one fact and enters it there."""
        if fact.kind == "position" and self._is_of_several_before(fact):
            return
        ahead = (
            object_of(self.chunks, fact.verb)
            if self.chunks[fact.verb].sym
            in ("ACT", "LABEL", "WEAK", "OUTCOME", "PASS", "FAIL", "UNREAL", "VOTE", "COUNT", "VOTES", "VETONOUN")
            else None
        )
        passive = self.chunks[fact.verb].sym in ("PASS", "FAIL") and self.chunks[fact.verb].has("passive")
        motion_at: int | None = None
        if (
            ahead is not None
            and not passive
            and not (self.chunks[fact.verb].sym in ("PASS", "FAIL") and self._subject_is_motion(fact.verb))
        ):
            self.mentions_up_to(fact.verb)
            motion_at = ahead
            self._resolve(ahead)
        else:
            self.mentions_up_to(fact.at)
            motion_at = next(
                (
                    k
                    for k in range(fact.at, -1, -1)
                    if k in self.resolved and self.resolved[k][0] is not None and not is_left_behind(self.chunks, k, fact.at)
                ),
                None,
            )
            if motion_at is None:
                motion_at = self._look_ahead(fact)
        plural = self.chunks[ahead].phrase if ahead is not None and motion_at == ahead else None
        if plural is not None and plural.plural and fact.kind == "result":
            self.ledger.hear_of_all(fact, self.chunks[ahead or 0], self.units)
        several = plural is not None and plural.plural and self.resolved[motion_at or 0][0] is None
        if several and (fact.kind != "result" or self._is_told_otherwise(fact.result)):
            self.ledger.set_body(body_for(self, fact, ahead)[0], self.number)
            return
        motion, reason = self.resolved[motion_at] if motion_at is not None else (None, "")
        body, candidates = body_for(self, fact, motion_at)
        phrase = self.chunks[motion_at].phrase if motion_at is not None else None
        specific = phrase is not None and bool(phrase.sponsors or phrase.title or phrase.identifier)
        opens = "opens" in fact.flags and motion_at is None and any(f.kind in ("count", "tally") for f in self.facts)
        state = self.ledger.state_for(
            fact,
            motion,
            reason,
            body,
            candidates,
            self.number,
            self.earlier_date(fact),
            specific=specific,
            opens=opens,
            dated=self.date_of(fact),
        )
        if state is None:
            return
        if self.ledger.switched is not None:
            if self.results == 1:
                self.moved[id(self.ledger.switched[0])] = self.ledger.switched[1]
            else:
                self.turned = fact.at, *self.ledger.switched
            self.ledger.switched = None
        state = self.moved.get(id(state), state)
        if self.turned is not None and state is self.turned[1] and self._is_told_with(self.turned[0], fact):
            state = self.turned[2]
        if fact.kind == "tally" and fact.tally is not None and set(state.counts.values()) >= {fact.tally.value, fact.tally.high}:
            self.tallied = fact.at, state.motion
        self.ledger.enter(state, fact, self)

    def _is_told_with(self, outcome: int, fact: Fact) -> bool:
        """Whether numbers stand behind an outcome with no other outcome or motion between: ``but it was rejected by 3 votes to 9``."""
        if fact.kind not in ("count", "tally") or fact.at < outcome:
            return False
        return not any(c.sym in ("PASS", "FAIL", "MOTION", "SEMI") for c in self.chunks[outcome + 1 : fact.at])

    def _is_of_several_before(self, fact: Fact) -> bool:
        """``Earlier drafts had been vetoed by Chad``: which of them, is not said."""
        phrases = (self.chunks[at].phrase for at in self.earlier if at < fact.at)
        texts = next((p for p in phrases if p is not None and p.earlier and p.plural), None)
        return texts is not None and self.ledger.same_clause(self, texts.start, self.chunks[fact.at].start)

    def _look_ahead(self, fact: Fact) -> int | None:
        """The text that numbers told in front of it belong to: ``By 9 votes to 3, the Council rejected the US text``."""
        if fact.kind not in ("count", "tally") or not any(c.sym in ("PASS", "FAIL", "NOT", "ACT", "LABEL") for c in self.chunks):
            return None
        for at in range(fact.at + 1, len(self.chunks)):
            chunk = self.chunks[at]
            if chunk.sym in ("SEMI", "STOP", "CONTRAST"):
                return None
            if chunk.phrase is not None and chunk.sym == "MOTION":
                named = chunk.phrase.sponsors and self.chunks[at - 1].sym not in ("IN", "OF", "W", "BY")
                if not named and not self._is_decided_upon(fact, at):
                    return None
                self._resolve(at)
                return at if self.resolved[at][0] is not None else None
        return None

    def _is_decided_upon(self, fact: Fact, motion: int) -> bool:
        """Whether the motion is the object of the sentence's one outcome, with all numbers in front of it."""
        verb = next((f.verb for f in self.facts if f.kind == "result"), None)
        if verb is None or self.results != 1 or not fact.at < verb < motion or object_of(self.chunks, verb) != motion:
            return False
        return not any(f.kind in ("count", "tally") and f.at > verb for f in self.facts)

    def _is_told_otherwise(self, result: str | None) -> bool:
        """Whether the vote spoken of came out otherwise: ``approved five drafts`` is not told of a motion that was rejected."""
        current = self.ledger.register.current
        votes = current.votes if current is not None else []
        return any(self.ledger.results.get(id(v)) not in (None, result) for v in votes if not v.earlier)

    def is_before(self, date: DateMention) -> bool:
        """Whether the clause of a date tells in the pluperfect what came before the story: ``In April it had passed``."""
        return any(
            u.lower == "had"
            and any(v.tag in ("VERB", "VOTE", "CAST") for v in self.units[at + 1 : at + 4])
            and self.ledger.same_clause(self, date.start, u.start)
            for at, u in enumerate(self.units)
        )

    def counts_with(self, fact: Fact) -> dict[str, int]:
        """The numbers told in the sentence of a result, where it tells one result only."""
        if self.results > 1:
            return {}
        tally = [f for f in self.facts if f.kind == "tally"]
        if len(tally) == 1:
            return {c.option or "": c.value for c in counts_of_tally(tally[0], self, fact.result)}
        return self.told if len(self.told) > 1 else {}

    def _subject_is_motion(self, verb: int) -> bool:
        subject = subject_of(self.chunks, verb)
        return subject is not None and subject.sym in ("MOTION", "IT")

    def mentions_up_to(self, limit: int) -> None:
        """Resolves the motions named before this chunk, so that the current one is known."""
        for at in range(min(limit, len(self.chunks))):
            if self.chunks[at].sym == "MOTION" and at not in self.resolved:
                self._resolve(at)

    def _resolve(self, at: int) -> None:
        phrase = self.chunks[at].phrase
        assert phrase is not None
        if at in self.resolved:
            return
        before = self.chunks[at - 1] if at else None
        if before is not None and before.sym == "NOT":
            self.resolved[at] = (None, "set against the motion")
            return
        if before is not None and before.sym == "W" and not phrase.title:
            self.resolved[at] = (None, "only beside the motion")
            return
        if (before is not None and before.unit.lower in _COMPARED and before.sym != "MOTION") or phrase.earlier:
            self.resolved[at] = (None, "only compared")
            return
        if not phrase.head and not phrase.sponsors and not phrase.title and not phrase.new and not self.telling:
            self.resolved[at] = (None, "a word that need not mean a motion")
            return
        if self.ledger.register.current is not None and is_a_kind(self.chunks, at, phrase):
            self.resolved[at] = (None, "a kind of text, none in particular")
            return
        owner = owner_of(self.chunks, at) if phrase.own else None
        subject = {owner.actor.id} if owner is not None and owner.actor is not None else set()
        body = next((b[1] for b in self.bodies if b[0] == at), None) or self._only_body()
        if phrase.new == "similar" and (any(c.sym == "EARLIER" for c in self.chunks[at + 1 : at + 3]) or self._is_of_another_time(phrase)):
            self.resolved[at] = (None, "only compared")
            return
        keep = self.ledger.register.current
        same = self._counted_before(at, phrase)
        self.resolved[at] = same or self.ledger.register.resolve(phrase, subject, body, self.ledger.entered)
        motion = self.resolved[at][0]
        if owner is not None and motion is not None and motion.sponsors == subject:
            fact = put_forward_by_owner(self.chunks, at, phrase, owner)
            if fact is not None:
                self.ledger.sponsor(motion, fact)
        other = not self.telling and keep is not None and bool(phrase.identifier) and bool(keep.identifier) and self.ledger.entered > 0
        if self.resolved[at][0] is None or other or (keep is not None and is_subordinate(self.chunks, at) and self.ledger.entered):
            self.ledger.register.current = keep

    def _only_body(self) -> str | None:
        """The one body of the sentence, where it is not only another text's: ``resolution 819 of the Council``."""
        if len(self.bodies) != 1 or (self.chunks[self.bodies[0][0]].sym == "MOTION" and not self.telling):
            return None
        return self.bodies[0][1]

    def _counted_before(self, at: int, phrase: Phrase) -> tuple[Motion, str] | None:
        """``In a 24-6 vote it approved a resolution``: what the numbers ahead told of, where they agree with a vote told before."""
        motion = self.ledger.register.current
        if (
            self.tallied is None
            or motion is None
            or self.tallied[1] is not motion
            or not phrase.indefinite
            or phrase.new
            or phrase.sponsors
        ):
            return None
        first = self.tallied[0]
        if first > at or any(c.sym in ("SEMI", "STOP", "CONTRAST", "MOTION") for c in self.chunks[first + 1 : at]):
            return None
        if phrase.noun in AMENDMENTS or any(f.kind in ("count", "tally") and f.at > at for f in self.facts):
            return None
        return self.ledger.register.take(motion, phrase), "the motion that the numbers ahead of it tell of"

    def _is_of_another_time(self, phrase: Phrase) -> bool:
        """``a similar one in June``: a month or year right behind the phrase."""
        return any(d.precision != "day" and 0 <= d.start - phrase.end < 12 for d in self.dates)

    def date_of(self, fact: Fact) -> datetime.date | None:
        """The day said in the clause of a fact, if one is."""
        start = self.chunks[fact.at].start
        days = [d for d in self.dates if d.date is not None and d.explicit and d.precision == "day" and d.time != "future"]
        near = [d for d in days if self.ledger.same_clause(self, d.start, start) and not self._is_of_what_came_before(d.start, start)]
        return near[0].date if len(near) == 1 else None

    def _is_of_what_came_before(self, day: int, fact: int) -> bool:
        """``The 30-9 vote comes after the Senate passed it on Saturday``: the day of the other vote."""
        return any(fact < c.start < day and c.sym == "CONTRAST" and c.unit.lower in ("after", "before") for c in self.chunks)

    def earlier_date(self, fact: Fact) -> str | None:
        """A key for another vote than this article's: an earlier year named in the fact's clause, or another body in its aside."""
        at = aside_body(self.chunks, fact.at)
        if at is not None and not told_with_counts(self.chunks, fact.at):
            inside = next((b[1] for b in self.bodies if b[0] == at), None)
            main = next((b[1] for b in self.bodies if b[0] != at and b[1]), None) or self.ledger.body
            if inside is not None and main is not None and inside != main:
                return f"in {inside}"
        return self.ledger.earlier_key(fact, self)

    def finish(self) -> None:
        """Titles and dates of the sentence, once its facts are placed."""
        for at, (motion, _) in self.resolved.items():
            phrase = self.chunks[at].phrase
            if motion is not None and phrase is not None and phrase.title:
                self.ledger.title(motion, phrase)
        self.ledger.date(self)
