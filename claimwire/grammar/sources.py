"""Who a figure comes from: the verb of speech that governs it, ``according to``, the heading of its list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from claimwire.claims import Actor
from claimwire.grammar.attributions import according_to
from claimwire.grammar.passages import Paragraph
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import Reading, back, begin_of
from claimwire.grammar.said import owner_of
from claimwire.grammar.speech_subjects import subject_of
from claimwire.grammar.voices import passive, unreal

SPEAKING: Final = frozenset(("person", "role", "plural", "organization", "state", "pronoun"))
_BULLETS: Final = frozenset("•*-–—·◦▪●‣")

Resolve = Callable[[Reading, Phrase], Actor | None]


def source_of(reading: Reading, at: int, resolve: Resolve) -> Actor | None:
    """Who says the number at ``pieces[at]``, by its own sentence alone."""
    phrase = _according(reading, at) or _verb_before(reading, at) or _verb_behind(reading, at)
    return None if phrase is None else _actor(reading, phrase, resolve)


def heading_source(reading: Reading, resolve: Resolve) -> Actor | None:
    """The source of a whole list, where the sentence is ``According to X:`` or ``X says:``."""
    pieces = reading.pieces
    if pieces[-1].text != ":":
        return None
    found = according_to(reading)
    if found:
        return _actor(reading, found[-1][1], resolve)
    for cue in reversed(reading.cues):
        subject = subject_of(reading, cue)
        if subject is not None:
            return _actor(reading, subject, resolve)
    return None


def is_item(text: str, paragraph: Paragraph) -> bool:
    """Whether the paragraph of a text is an item of a list."""
    return paragraph.role == "list" or text[paragraph.start] in _BULLETS


def begins_item(reading: Reading) -> bool:
    """Whether the sentence begins an item of a list, or stands in one."""
    return reading.passage.role == "list" or reading.pieces[0].text in _BULLETS


def _actor(reading: Reading, phrase: Phrase, resolve: Resolve) -> Actor | None:
    if phrase.kind == "paper":
        owner = owner_of(reading, phrase)
        return resolve(reading, owner) if owner is not None and owner.kind in SPEAKING else None
    return resolve(reading, phrase) if phrase.kind in SPEAKING else None


def _clause(reading: Reading, at: int) -> tuple[int, int]:
    """The pieces around ``at`` between semicolons."""
    marks = reading.semicolons
    place = bisect_left(marks, at)
    return (marks[place - 1] + 1 if place else 0), (marks[place] - 1 if place < len(marks) else len(reading.pieces) - 1)


def _according(reading: Reading, at: int) -> Phrase | None:
    first, last = _clause(reading, at)
    inside = [(abs(begin - at), phrase) for begin, phrase in according_to(reading) if first <= begin <= last]
    return min(inside, key=lambda pair: pair[0])[1] if inside else None


def _verb_before(reading: Reading, at: int) -> Phrase | None:
    first, _ = _clause(reading, at)
    for cue in reversed([c for c in reading.cues if first <= c < at]):
        verb = reading.cue(cue)
        if verb.family not in ("say", "report", "urge") or passive(reading, cue) or unreal(reading, cue):
            continue
        if verb.family == "urge" and verb.verb not in ("believe", "fear", "think", "expect"):
            continue
        subject = subject_of(reading, cue)
        if subject is not None and subject.kind in SPEAKING | {"paper"} and subject.first < at:
            return subject
    return None


def _verb_behind(reading: Reading, at: int) -> Phrase | None:
    """``…, the UN has said`` · ``…, mayor says``."""
    _, last = _clause(reading, at)
    pieces = reading.pieces
    for cue in reading.cues:
        if at < cue <= last and reading.cue(cue).form != "ing" and reading.cue(cue).family == "say" and not passive(reading, cue):
            place = back(reading, cue)
            phrase = reading.stopping(place)
            if phrase is None and place and pieces[place - 1].text == ",":
                phrase = subject_of(reading, cue)
            if phrase is None or phrase.first < at:
                continue
            begin = begin_of(phrase) - 1
            if begin >= 0 and (pieces[begin].text == "," or pieces[begin].quotation is not None):
                return phrase
    return None
