"""A sentence with its phrases and its verbs of speech."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import Final

from claimwire.grammar.cues import CUES, Cue
from claimwire.grammar.lexicon import lexicon
from claimwire.grammar.passages import Passage, Piece
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.speakers import paper_as_verb, phrase_at
from claimwire.grammar.wordlists import word_list

AUXILIARIES: Final = word_list("readings.auxiliaries")
_MODALS: Final = word_list("readings.modals")
_TIMES: Final = word_list("readings.times")
_BEFORE_TIMES: Final = word_list("readings.before_times")
PREPOSITIONS: Final = word_list("readings.prepositions")
_OPENERS: Final = word_list("readings.openers")
_LISTED: Final = frozenset(("person", "state", "organization"))
_MARKS: Final = frozenset(",—–-―:;()[]•*|/…")
_NOUN_SIGNS: Final = word_list("readings.noun_signs")


@dataclass
class Reading:
    """A passage with its phrases and its verbs of speech."""

    passage: Passage
    phrases: list[Phrase]
    cues: list[int]
    sources: list[tuple[int, Phrase]] | None = None
    """``according to X`` and its kin, once asked for."""
    _starting: dict[int, Phrase] = field(default_factory=dict)
    _stopping: dict[int, Phrase] = field(default_factory=dict)

    @functools.cached_property
    def semicolons(self) -> list[int]:
        """Indices of the semicolons."""
        return [n for n, p in enumerate(self.pieces) if p.text == ";"]

    @property
    def pieces(self) -> list[Piece]:
        """The passage's pieces."""
        return self.passage.pieces

    def starting(self, at: int) -> Phrase | None:
        """The phrase that begins at this piece, its determiner counted."""
        return self._starting.get(at)

    def stopping(self, at: int) -> Phrase | None:
        """The phrase right before this piece."""
        return self._stopping.get(at)

    def cue(self, at: int) -> Cue:
        """The verb of speech at this piece."""
        return CUES[self.pieces[at].lower]


@functools.cache
def _may_begin() -> frozenset[str]:
    words = lexicon()
    return words.heads | words.modifiers | words.determiners | frozenset(("he", "she", "they", "it"))


def read_passage(passage: Passage) -> Reading:
    """Find the phrases and the verbs of speech of one sentence. Linear in its pieces."""
    phrases: list[Phrase] = []
    begin = _may_begin()
    pieces, at = passage.pieces, 0
    while at < len(pieces):
        piece = pieces[at]
        if (
            at
            and piece.lower in CUES
            and (_behind_quotation(pieces, at) or (phrases and phrases[-1].stop == at and (passage.headline or paper_as_verb(pieces, at))))
        ):
            at += 1
            continue
        phrase = phrase_at(pieces, at, passage.headline) if piece.cap or piece.lower in begin else None
        if phrase is None:
            at += 1
        else:
            if phrases and phrase.kind == "person" and phrase.name is not None and phrase.first < phrase.name[0]:
                phrases = _without_party(phrases, begin_of(phrase))
            phrases.append(phrase)
            at = max(phrase.last + 1, at + 1)
    reading = Reading(passage, phrases, [])
    for phrase in phrases:
        reading._starting[begin_of(phrase)] = phrase
        reading._stopping[phrase.last + 1] = phrase
        reading._stopping[phrase.stop] = phrase
    for phrase in phrases:
        if phrase.kind == "person" and phrase.stop > phrase.last + 1:
            reading._stopping[phrase.stop] = phrase
    for group in _groups(reading):
        reading._starting[begin_of(group)] = group
        reading._stopping[group.stop] = group
    taken = {n for p in phrases for n in range(p.first, p.last + 1)}
    reading.cues = [n for n, p in enumerate(pieces) if p.kind == "word" and p.lower in CUES and n not in taken and _is_verb(reading, n)]
    return reading


def _without_party(phrases: list[Phrase], at: int) -> list[Phrase]:
    """The phrases without one whose bracket ends right before a role and a name: ``People's Front (PF) whip Ann Lee``."""
    near = phrases[-3:]
    return [*phrases[:-3], *(p for p in near if not (p.stop == at and p.stop > p.last + 1))]


def _groups(reading: Reading) -> list[Phrase]:
    """Lists of names that a verb of speech follows or that a quotation stands before."""
    found: list[Phrase] = []
    pieces, phrases = reading.pieces, reading.phrases
    for n in range(1, len(phrases)):
        last = phrases[n]
        if last.kind not in _LISTED or last.stop >= len(pieces) or not _joined(reading, phrases[n - 1], last, ("and",)):
            continue
        first = n - 1
        while first > 0 and _joined(reading, phrases[first - 1], phrases[first], (",",)):
            first -= 1
        after = pieces[last.stop].lower
        if phrases[first].kind == last.kind and (after in CUES or after in AUXILIARIES) and starts_clause(reading, phrases[first]):
            found.append(Phrase("plural", phrases[first].first, last.last, last.stop, "", determiner=phrases[first].determiner))
    return found


def _joined(reading: Reading, one: Phrase, other: Phrase, joints: tuple[str, ...]) -> bool:
    between = reading.pieces[one.stop : begin_of(other)]
    return one.kind in _LISTED and len(between) == 1 and between[0].lower in joints


def _behind_quotation(pieces: list[Piece], at: int) -> bool:
    """Whether a plain verb of speech stands right behind a quotation: ``“…,” comments X`` has no noun there."""
    cue = CUES[pieces[at].lower]
    before = pieces[at - 2] if pieces[at - 1].text == "," and at > 1 else pieces[at - 1]
    return cue.plain and cue.form in ("past", "s") and before.quotation is not None and before.tail in ",?!.…"


def begin_of(phrase: Phrase) -> int:
    """The index of the phrase's first piece, its determiner counted."""
    return phrase.first - 1 if phrase.determiner else phrase.first


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether the word is a verb here: ``the report``, ``his claims``, ``in charge`` are nouns."""
    cue = reading.cue(at)
    pieces = reading.pieces
    if at == 0:
        return cue.form == "ing" or reading.passage.headline
    before = pieces[at - 1]
    if cue.form in ("base", "s"):
        if at + 1 < len(reading.pieces) and pieces[at + 1].lower in _MODALS:
            return False
        if before.lower in _NOUN_SIGNS and before.lower != "to" and before.lower != "that":
            return False
        if cue.form == "s":
            owner = reading.stopping(at)
            if owner is not None and owner.determiner and begin_of(owner) and _governed(pieces[begin_of(owner) - 1]):
                return False
            return (
                reading.stopping(back(reading, at)) is not None
                or before.quotation is not None
                or before.text in ",—–-"
                or before.lower in ("who", "which", "and")
            )
        return before.lower == "to" or reading.stopping(back(reading, at)) is not None or before.lower in ("will", "who", "and")
    if cue.form == "past" and before.lower in _NOUN_SIGNS and before.lower != "that":
        return False
    return not (cue.form == "ing" and before.lower in ("the", "a", "an", "this", "that"))


def _governed(before: Piece) -> bool:
    """Whether what follows is an object: ``condemns the Houthi attacks``, ``of the Houthi claims``."""
    return before.lower in PREPOSITIONS or (before.lower in CUES and CUES[before.lower].family != "say")


def back(reading: Reading, at: int) -> int:
    """The index after what stands before the adverbs, auxiliaries and times in front of ``at``."""
    pieces = reading.pieces
    while at > 0 and reading.stopping(at) is None:
        piece = pieces[at - 1]
        if piece.kind == "word" and (piece.lower in AUXILIARIES or (piece.lower.endswith("ly") and not piece.cap)):
            at -= 1
        elif piece.lower in _TIMES and at > 1:
            at -= 1
            while (
                at > 1
                and reading.stopping(at) is None
                and (pieces[at - 1].lower in _BEFORE_TIMES or pieces[at - 1].lower in _TIMES or (pieces[at - 1].kind == "number"))
            ):
                at -= 1
        else:
            break
    return at


def starts_clause(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase stands where a subject stands: first, behind a mark, a conjunction, a time or an adverb."""
    at = begin_of(phrase) - 1
    if at < 0:
        return True
    piece = reading.pieces[at]
    if piece.kind == "quotation":
        return True
    listed = reading.stopping(at)
    if listed is not None and (piece.lower in ("and", "or") or piece.text == ","):
        owner = begin_of(listed) - 1
        return piece.text == "," and owner >= 0 and reading.pieces[owner].lower in PREPOSITIONS
    if piece.kind == "mark":
        return piece.text in _MARKS
    if piece.kind == "number":
        return at == 0 or reading.pieces[at - 1].lower not in PREPOSITIONS
    return piece.lower in _OPENERS or piece.lower in _TIMES or (piece.lower.endswith("ly") and at == 0)
