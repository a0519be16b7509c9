"""The motion register: which motion a phrase means, and which vote on it a fact belongs to."""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass, field
from typing import Final

from claimwire import actors
from claimwire.grammar.chunks import Phrase

MAX_OPEN: Final = 24
"""More motions than this are not kept apart in one article: the oldest is closed."""

_COMPETING = frozenset("separate another rival competing second different alternative counter parallel".split())
AMENDMENTS = frozenset({"amendment", "amendments"})


@dataclass(slots=True)
class VoteState:
    """One vote while the article is read: what is known of it so far."""

    motion: Motion
    body: str | None = None
    candidates: tuple[str, ...] = ()
    date: datetime.date | None = None
    earlier: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    first: int = 0
    order: int = 0


@dataclass(slots=True)
class Motion:
    """A motion: whose it is, what it is called, and the votes on it."""

    number: int
    sponsors: set[str] = field(default_factory=set)
    title: str | None = None
    identifier: str | None = None
    amendment: bool = False
    stage: str | None = None
    words: set[str] = field(default_factory=set)
    votes: list[VoteState] = field(default_factory=list)
    opened_by: str = ""
    seen: int = 0
    explicit_new: bool = False
    named: bool = False


class Register:
    """The motions of one article, the current one last spoken of."""

    def __init__(self) -> None:
        self.motions: list[Motion] = []
        self.opened: dict[str, Motion] = {}
        self.current: Motion | None = None
        self.clock = 0

    def open(self, phrase: Phrase | None, sponsors: set[str], why: str) -> Motion:
        """A new motion, made current."""
        motion = Motion(len(self.motions), set(sponsors), opened_by=why)
        self.motions.append(motion)
        self.opened.setdefault(why, motion)
        self._learn(motion, phrase, sponsors)
        self.current = motion
        return motion

    def resolve(self, phrase: Phrase, subject: set[str], body: str | None, facts_so_far: int) -> tuple[Motion | None, str]:
        """The motion a phrase means, opened if need be, with the reason in an editor's words."""
        self.clock += 1
        sponsors = {n.actor.id for n in phrase.sponsors if n.actor is not None}
        if phrase.own and not sponsors and len(subject) == 1:
            sponsors = set(subject)
        if phrase.plural and phrase.noun not in AMENDMENTS:
            return None, "several motions at once"
        amendment = phrase.noun in AMENDMENTS
        ranked = sorted(
            ((self._score(m, phrase, sponsors, amendment, body), m.seen, m) for m in self.motions[-MAX_OPEN:]),
            key=lambda t: (t[0], t[1]),
            reverse=True,
        )
        best = ranked[0] if ranked else None
        competing = phrase.new in _COMPETING
        if best is None:
            return self.open(phrase, sponsors, "the first motion the article speaks of"), "the first motion the article speaks of"
        score, _, motion = best
        if phrase.new == "other" and phrase.definite:
            others = [m for _, _, m in ranked if m is not self.current and not (sponsors and m.sponsors and not sponsors & m.sponsors)]
            untold = [m for m in others if not any(v.counts for v in m.votes)]
            if len(untold) == 1 or len(others) == 1:
                return self._take((untold if len(untold) == 1 else others)[0], phrase, sponsors), "the other of the texts told of"
            competing = not others
        if competing:
            there = [
                m
                for m in self.motions[-MAX_OPEN:]
                if body is not None and any(v.body == body for v in m.votes) and not (sponsors and m.sponsors and not sponsors & m.sponsors)
            ]
            if len(there) == 1 and len(self.motions) > 1 and there[0] is not self.motions[0]:
                return self._take(there[0], phrase, sponsors), f"the {phrase.new} text is the one already told of in this body"
            if sponsors and motion.sponsors & sponsors and score > 0 and (motion.explicit_new or self.current is not motion):
                return self._take(motion, phrase, sponsors), f"the {phrase.new} text by the same sponsor was opened before"
            if motion.explicit_new and motion is not self.current and not (sponsors and motion.sponsors and not sponsors & motion.sponsors):
                return self._take(motion, phrase, sponsors), f"the {phrase.new} text was opened before"
            new = self.open(phrase, sponsors, f"opened by '{phrase.new}'")
            new.explicit_new = True
            return new, f"'{phrase.new}' opens another motion"
        if (
            phrase.new in ("similar", "new", "subsequent", "further", "third", "additional")
            and phrase.indefinite
            and not sponsors & motion.sponsors
        ):
            new = self.open(phrase, sponsors, f"opened by '{phrase.new}'")
            return new, f"'{phrase.new}' opens another motion"
        if phrase.indefinite:
            bare = motion is self.current and not motion.sponsors and not motion.explicit_new and not any(v.counts for v in motion.votes)
            if (
                score >= 1.0
                or (bare and score >= 0 and not amendment)
                or (score >= 0 and facts_so_far <= 2 and not amendment and self._open_ended(motion))
            ):
                return self._take(motion, phrase, sponsors), "the motion the article is about"
            return self.open(phrase, sponsors, "an indefinite phrase"), "told as a motion not mentioned before"
        if score > -1.0:
            return self._take(motion, phrase, sponsors), "the motion spoken of, by sponsor, title, body and nearness"
        return self.open(phrase, sponsors, "a phrase that fits no open motion"), "its sponsor or kind fits none of the motions before"

    def _open_ended(self, motion: Motion) -> bool:
        """Whether hardly anything is known of the current motion yet."""
        return motion is self.current

    def _score(self, motion: Motion, phrase: Phrase, sponsors: set[str], amendment: bool, body: str | None) -> float:
        score = 0.0
        if sponsors and motion.sponsors:
            score += 3.0 if sponsors & motion.sponsors else (0.5 if _compatible(sponsors, motion.sponsors) else -4.0)
        if phrase.title and motion.title:
            score += 5.0 if _same_title(phrase.title, motion.title) else -3.0
        if phrase.identifier and motion.identifier:
            score += 6.0 if phrase.identifier == motion.identifier else -6.0
        if amendment != motion.amendment:
            score -= 4.0
        if phrase.stage and motion.stage:
            score += 2.0 if phrase.stage == motion.stage else -6.0
        score += 0.5 * min(len(phrase.words & motion.words), 3)
        if (
            phrase.body is not None
            and body is not None
            and motion.votes
            and all(v.body not in (None, body) for v in motion.votes)
            and not (sponsors & motion.sponsors)
            and not (phrase.title and motion.title)
        ) or (
            body is not None and sponsors and not motion.sponsors and motion.votes and all(v.body not in (None, body) for v in motion.votes)
        ):
            score -= 3.0
        if body is not None and motion.votes:
            score += (
                0.5 if any(v.body == body for v in motion.votes) else -0.5 if all(v.body not in (None, body) for v in motion.votes) else 0.0
            )
        if motion is self.current:
            score += 0.6
        if phrase.noun == "title":
            score -= 0.5
        return score

    def take(self, motion: Motion, phrase: Phrase) -> Motion:
        """Makes a motion current that a phrase is known to mean, whoever put it forward."""
        return self._take(motion, phrase, set())

    def _take(self, motion: Motion, phrase: Phrase, sponsors: set[str]) -> Motion:
        self._learn(motion, phrase, sponsors)
        self.current = motion
        return motion

    def _learn(self, motion: Motion, phrase: Phrase | None, sponsors: set[str]) -> None:
        motion.seen = self.clock
        motion.sponsors |= sponsors
        if phrase is None:
            return
        motion.named = True
        motion.stage = motion.stage or phrase.stage
        motion.title = motion.title or phrase.title
        motion.identifier = motion.identifier or phrase.identifier
        motion.amendment = motion.amendment or (phrase.noun in AMENDMENTS)
        if len(motion.words) < 40:
            motion.words |= phrase.words

    def vote(self, motion: Motion, body: str | None, candidates: tuple[str, ...], *, earlier: bool = False) -> VoteState:
        """The vote on this motion in this body (any body where none is said)."""
        for state in reversed(motion.votes):
            if state.earlier != earlier:
                continue
            if body is None or state.body == body or state.body is None:
                if state.body is None and body is not None:
                    state.body, state.candidates = body, ()
                elif state.body is None and candidates and not state.candidates:
                    state.candidates = candidates
                return state
        state = VoteState(motion, body, candidates, earlier=earlier)
        motion.votes.append(state)
        return state


def _compatible(first: set[str], second: set[str]) -> bool:
    """Whether two sets of sponsors may be one: a group of states and some of its states, not two states that differ.

    A group without fixed members (``European countries``) may hold any state that is not named with it.
    """
    for groups, others in ((first, second), (second, first)):
        if not groups or not all(_is_group(g) for g in groups):
            continue
        members = [frozenset(actors.members(g)) for g in groups]
        if all(any(not m or o in m for m in members) or _is_group(o) for o in others):
            return True
    return False


@functools.cache
def _is_group(actor: str) -> bool:
    try:
        return actors.actor(actor).kind == "group"
    except KeyError:
        return False


def _same_title(first: str, second: str) -> bool:
    one, two = first.lower().strip(".,"), second.lower().strip(".,")
    return one in two or two in one
