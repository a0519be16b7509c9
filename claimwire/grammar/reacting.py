"""Sentences without a verb of speech that words of their subject may follow: ``Gale shrugged.`` · ``Stone was blunt.``"""

from __future__ import annotations

from typing import Final

from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import AUXILIARIES, Reading
from claimwire.grammar.speech_subjects import main_subject
from claimwire.grammar.wordlists import word_list

_REACTING: Final = word_list("reacting.verbs")
_MOODS: Final = word_list("reacting.moods")
_BEING: Final = word_list("reacting.being")
_SEEING: Final = word_list("reacting.seeing")
_DASHES: Final = "–—"
_PERSONS: Final = frozenset(("person", "role", "pronoun"))
_MOOD_WITHIN: Final = 5


def reacting(reading: Reading) -> Phrase | None:
    """The person whose reaction the whole sentence tells, or ``None``."""
    pieces = reading.pieces
    if reading.passage.quotations or len(pieces) > 40:
        return None
    subject = main_subject(reading)
    if subject is None or subject.kind not in _PERSONS or subject.head in ("it", "they"):
        return None
    at = subject.stop
    if at < len(pieces) and (pieces[at].text == "," or pieces[at].text in _DASHES):
        marks = _DASHES if pieces[at].text in _DASHES else ","
        at = next((n + 1 for n in range(len(pieces) - 2, at, -1) if pieces[n].text in marks), at)
    while at < len(pieces) and pieces[at].kind == "word" and pieces[at].lower not in _BEING and _is_adverb(pieces[at].lower):
        at += 1
    if at >= len(pieces) or pieces[at].kind != "word":
        return None
    if pieces[at].lower in _REACTING or (pieces[at].lower in _SEEING and at + 1 < len(pieces) and pieces[at + 1].lower == "it"):
        return subject
    if pieces[at].lower in _BEING and any(p.lower in _MOODS for p in pieces[at + 1 : at + 1 + _MOOD_WITHIN]):
        return subject
    return None


def _is_adverb(lower: str) -> bool:
    return lower.endswith("ly") or lower in AUXILIARIES
