"""A speaker announced on a line of its own that a colon ends: ``Role Name:``, and the words as the next paragraph."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import AUXILIARIES, Reading, begin_of
from claimwire.grammar.said import speaks_by_texts
from claimwire.grammar.speech_subjects import main_subject
from claimwire.grammar.wordlists import word_list

_REACTIONS: Final = word_list("announced.reactions")
_FOLLOWING: Final = frozenset(("on", "of", "from", "at", "for", "in", ",", "("))


def announced(reading: Reading) -> Phrase | None:
    """Who a paragraph of one sentence announces before a colon; ``None`` where it tells something else."""
    passage, pieces = reading.passage, reading.pieces
    if not (passage.first and passage.last) or passage.quotations or len(pieces) < 2 or pieces[-1].text != ":":
        return None
    reacts = any(p.lower in _REACTIONS for p in pieces)
    found = next((p for p in reading.phrases if begin_of(p) == 0), None)
    if found is None or found.kind != "person":
        found = main_subject(reading) if reacts and found is not None else None
    if found is None or found.kind != "person" or found.name is None:
        return None
    rest = pieces[found.stop : -1]
    if not rest:
        return found if _full(found) else None
    if reacts:
        return found
    if rest[0].lower not in _FOLLOWING or reading.cues or not _full(found):
        return None
    tells = any(p.lower in AUXILIARIES or (p.lower.endswith("ed") and not p.cap) for p in rest)
    return None if tells or speaks_by_texts(" ".join(p.text for p in pieces[found.first : found.last + 1])) else found


def _full(phrase: Phrase) -> bool:
    """Whether more than a single word names the person: a role, or a first name."""
    return phrase.last > phrase.first
