"""Who says something in a sentence: verbs of speech, their subjects, and ``according to``."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import Final

from claimwire.grammar.cues import CUES, Cue
from claimwire.grammar.passages import Passage, Piece
from claimwire.grammar.speakers import Phrase, lexicon, phrase_at
from claimwire.grammar.wordlists import word_list

_AUXILIARIES: Final = word_list("attributions.auxiliaries")  # fmt: skip
_BE: Final = frozenset(["is", "was", "were", "are", "be", "been", "being"])
_MODALS: Final = word_list("attributions.modals")
_NEGATIONS: Final = word_list("attributions.negations")
_TIMES: Final = word_list("attributions.times")
_BEFORE_TIMES: Final = word_list("attributions.before_times")
_PREPOSITIONS: Final = word_list("attributions.prepositions")
_OPENERS: Final = word_list("attributions.openers")
_LISTED: Final = frozenset(("person", "state", "organization"))
_MARKS: Final = frozenset(",—–-―:;()[]•*|/…")
_DASHES: Final = frozenset("—–-―")
_NOUN_SIGNS: Final = word_list("attributions.noun_signs")
_JOINING: Final = frozenset(["and", "or", "but", "then", "to"])
_GOING_ON: Final = word_list("attributions.going_on")


@dataclass
class Reading:
    """A passage with its phrases and its verbs of speech."""

    passage: Passage
    phrases: list[Phrase]
    cues: list[int]
    _starting: dict[int, Phrase] = field(default_factory=dict)
    _stopping: dict[int, Phrase] = field(default_factory=dict)

    @functools.cached_property
    def sources(self) -> list[tuple[int, Phrase]]:
        """``according to X`` and its kin: (index of the first piece, the source)."""
        return according_to(self)

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
        if at and piece.lower in CUES and _behind_quotation(pieces, at):
            at += 1
            continue
        phrase = phrase_at(pieces, at, passage.headline) if piece.cap or piece.lower in begin else None
        if phrase is None:
            at += 1
        else:
            phrases.append(phrase)
            at = max(phrase.last + 1, at + 1)
    reading = Reading(passage, phrases, [])
    for phrase in phrases:
        reading._starting[begin_of(phrase)] = phrase
        reading._stopping[phrase.last + 1] = phrase
        reading._stopping[phrase.stop] = phrase
    for group in _groups(reading):
        reading._starting[begin_of(group)] = group
        reading._stopping[group.stop] = group
    taken = {n for p in phrases for n in range(p.first, p.last + 1)}
    reading.cues = [n for n, p in enumerate(pieces) if p.kind == "word" and p.lower in CUES and n not in taken and _is_verb(reading, n)]
    return reading


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
        if phrases[first].kind == last.kind and (after in CUES or after in _AUXILIARIES) and starts_clause(reading, phrases[first]):
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


def back(reading: Reading, at: int) -> int:
    """The index after what stands before the adverbs, auxiliaries and times in front of ``at``."""
    pieces = reading.pieces
    while at > 0 and reading.stopping(at) is None:
        piece = pieces[at - 1]
        if piece.kind == "word" and (piece.lower in _AUXILIARIES or (piece.lower.endswith("ly") and not piece.cap)):
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


def subject_of(reading: Reading, at: int) -> Phrase | None:
    """The subject of the verb of speech at ``pieces[at]``, or ``None`` where none is sure."""
    pieces = reading.pieces
    behind = inverted(reading, at)
    if behind is not None:
        return behind
    if reading.cue(at).form == "ing":
        near = reading.stopping(at)
        if near is not None and (near.kind == "document" or pieces[begin_of(near) - 1].lower in ("as", "quoted", "quoting", "with", "of")):
            return near
        return _earlier_subject(reading, at)
    begin = back(reading, at)
    phrase = reading.stopping(begin)
    if phrase is not None:
        before = begin_of(phrase) - 1
        if before >= 0 and pieces[before].lower in _PREPOSITIONS and phrase.kind != "pronoun":
            return main_subject(reading, at) or (phrase if phrase.kind == "person" else None)
        if before >= 0 and pieces[before].text == "," and phrase.kind in ("role", "organization", "plural"):
            return _in_apposition(reading, phrase, before) or phrase
        return phrase
    if begin == 0:
        return None
    last = pieces[begin - 1]
    if last.text in (",", ")") or last.text in _DASHES:
        return _across_comma(reading, begin - 1) or main_subject(reading, at)
    if last.lower in ("who", "which", "that") and begin > 1:
        owner = reading.stopping(begin - 1) or reading.stopping(begin - 2)
        return owner if owner is not None else main_subject(reading, at)
    if last.kind == "word" and not last.cap and last.lower not in _JOINING and reading.cue(at).form in ("past", "s"):
        return unknown_before(reading, begin) if reading.cue(at).family == "say" and reading.cue(at).plain else None
    return _earlier_subject(reading, at)


def inverted(reading: Reading, at: int) -> Phrase | None:
    """``“…,” said X``: the phrase behind a verb that follows a quotation."""
    pieces = reading.pieces
    if reading.cue(at).form in ("ing", "base") or at == 0 or not reading.cue(at).plain:
        return None
    before = pieces[at - 1] if pieces[at - 1].text not in ",—–-" or at == 1 else pieces[at - 2]
    if before.quotation is None:
        return None
    phrase = reading.starting(at + 1)
    if phrase is None:
        return None
    return with_name(reading, phrase)


def with_name(reading: Reading, phrase: Phrase) -> Phrase:
    """The name behind a role: ``the chair of the Assembly, Yael Bron-Pivet``."""
    pieces = reading.pieces
    if phrase.kind in ("role", "organization") and phrase.stop < len(pieces) and pieces[phrase.stop].text == ",":
        named = reading.starting(phrase.stop + 1)
        ends = named is not None and (named.stop >= len(pieces) or pieces[named.stop].kind == "mark")
        if named is not None and named.kind == "person" and ends and phrase.kind == "role":
            return named
    return phrase


def _in_apposition(reading: Reading, phrase: Phrase, comma: int) -> Phrase | None:
    """The person before a comma whose role ``phrase`` tells, without a comma behind it."""
    owner = reading.stopping(comma)
    return owner if owner is not None and owner.kind == "person" and phrase.kind == "role" else None


def _across_comma(reading: Reading, comma: int) -> Phrase | None:
    """The subject before what stands between two commas or dashes: ``X, the chair, said``; ``X—who …—said``."""
    pieces = reading.pieces
    inner = reading.stopping(comma)
    if inner is not None:
        before = begin_of(inner) - 1
        if before > 0 and (pieces[before].text == "," or pieces[before].text in _DASHES):
            outer = reading.stopping(before)
            if outer is not None:
                return inner if inner.kind == "person" and outer.kind in ("role", "organization") else outer
    best: Phrase | None = None
    for phrase in reading.phrases:
        if phrase.stop >= comma:
            break
        mark = pieces[phrase.stop].text if phrase.stop < len(pieces) else ""
        if (
            (mark == "," or mark in _DASHES)
            and mark
            and starts_clause(reading, phrase)
            and (best is None or phrase.kind in ("person", "role"))
        ):
            best = best if best is not None and best.kind == "person" else phrase
    return best


def _earlier_subject(reading: Reading, at: int) -> Phrase | None:
    """The subject of the verb of speech before this one, else the sentence's."""
    for other in reversed([c for c in reading.cues if c < at]):
        if reading.cue(other).form in ("past", "s") and not passive(reading, other):
            return subject_of(reading, other)
    return main_subject(reading, at)


def main_subject(reading: Reading, before: int | None = None) -> Phrase | None:
    """The first phrase at the start of a clause, taken with its apposition."""
    found = [p for p in reading.phrases if starts_clause(reading, p)]
    for phrase in found:
        if before is None or phrase.first < before:
            return _with_apposed_name(reading, phrase)
    return _with_apposed_name(reading, found[0]) if found and before is not None and before < 3 else None


def _with_apposed_name(reading: Reading, phrase: Phrase) -> Phrase:
    pieces = reading.pieces
    if phrase.kind == "role" and phrase.stop + 1 < len(pieces) and pieces[phrase.stop].text == ",":
        named = reading.starting(phrase.stop + 1)
        if named is not None and named.kind == "person" and named.stop < len(pieces) and pieces[named.stop].text == ",":
            return named
    return phrase


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
        return piece.text == "," and owner >= 0 and reading.pieces[owner].lower in _PREPOSITIONS
    if piece.kind == "mark":
        return piece.text in _MARKS
    if piece.kind == "number":
        return True
    return piece.lower in _OPENERS or piece.lower in _TIMES or (piece.lower.endswith("ly") and at == 0)


def unknown_before(reading: Reading, end: int) -> Phrase | None:
    """A subject that no list knows, by its determiner: ``one fan``, ``the physicians``."""
    pieces, words = reading.pieces, lexicon()
    first = end
    while first > 0 and end - first < 5:
        piece = pieces[first - 1]
        if piece.kind != "word" or piece.lower in CUES or reading.stopping(first) is not None:
            return None
        if piece.lower in words.determiners:
            if first == end:
                return None
            head = pieces[end - 1].lower
            several = head.endswith("s") and not head.endswith(("ss", "us", "is"))
            return Phrase("plural" if several else "role", first, end - 1, end, head, determiner=piece.lower)
        if piece.lower in words.stops:
            return None
        first -= 1
    return None


def unknown_after(reading: Reading, at: int) -> Phrase | None:
    """The same behind a verb: ``said one user on Weibo``."""
    pieces, words = reading.pieces, lexicon()
    if at >= len(pieces) or pieces[at].lower not in words.determiners:
        return None
    end = at + 1
    while end < len(pieces) and end - at < 5 and pieces[end].kind == "word" and pieces[end].lower not in words.stops | frozenset(CUES):
        end += 1
    if end == at + 1:
        return None
    head = pieces[end - 1].lower
    return Phrase("plural" if head.endswith("s") else "role", at + 1, end - 1, end, head, determiner=pieces[at].lower)


def passive(reading: Reading, at: int) -> bool:
    """Whether the verb is a passive (``was described``, ``is being called``)."""
    cue = reading.cue(at)
    if not cue.participle:
        return False
    for step in range(at - 1, max(-1, at - 4), -1):
        lower = reading.pieces[step].lower
        if lower in _BE:
            return True
        if lower not in _AUXILIARIES and not lower.endswith("ly") and lower not in _NEGATIONS:
            return False
    return False


def agent(reading: Reading, at: int, limit: int) -> Phrase | None:
    """Who a passive is by: ``described by X as``; ``by X`` within ``limit`` pieces."""
    for n in range(at + 1, min(limit, len(reading.pieces) - 1)):
        if reading.pieces[n].lower == "by":
            return reading.starting(n + 1)
    return None


def unreal(reading: Reading, at: int) -> bool:
    """Whether nothing was said: ``did not say``, ``would call``, ``refused to call``."""
    pieces = reading.pieces
    for step in range(at - 1, max(-1, at - 4), -1):
        lower = pieces[step].lower
        if lower in _NEGATIONS or (lower in _MODALS and not pieces[step].cap) or lower.endswith("n't"):
            return True
        if lower == "to":
            return not (step > 0 and pieces[step - 1].lower in _GOING_ON)
        if lower not in _AUXILIARIES and not lower.endswith("ly"):
            return False
    return False


def according_to(reading: Reading) -> list[tuple[int, Phrase]]:
    """(index of the first piece, the source) of each ``according to X``, ``per X``, ``citing X``, ``in the words of X``."""
    found = []
    pieces = reading.pieces
    for n, piece in enumerate(pieces):
        begin = -1
        if piece.lower == "according" and n + 2 < len(pieces) and pieces[n + 1].lower == "to":
            begin = n + 2
        elif (
            piece.lower == "per"
            and n + 1 < len(pieces)
            and (pieces[n + 1].cap or (pieces[n + 1].lower == "the" and n + 2 < len(pieces) and pieces[n + 2].cap))
        ):
            begin = n + 1
        elif piece.lower == "words" and n + 2 < len(pieces) and pieces[n + 1].lower == "of":
            begin = n + 2
        elif piece.lower in ("citing", "quoting") and n + 1 < len(pieces):
            begin = n + 1
        if begin > 0:
            phrase = reading.starting(begin)
            if phrase is not None:
                found.append((n, with_name(reading, phrase)))
    return found
