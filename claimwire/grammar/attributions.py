"""``according to X`` and its kin: the source of a sentence told without a verb of speech."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import Reading
from claimwire.grammar.speech_subjects import with_name

_OBLIQUE: Final = {"him": ("he", "m"), "her": ("she", "f"), "them": ("they", "")}


def according_to(reading: Reading) -> list[tuple[int, Phrase]]:
    """(index of the first piece, the source) of each ``according to X``, ``per X``, ``citing X``, ``in the words of X``."""
    if reading.sources is not None:
        return reading.sources
    found: list[tuple[int, Phrase]] = []
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
            phrase = reading.starting(begin) or _oblique(reading, begin)
            if phrase is not None:
                found.append((n, with_name(reading, phrase)))
    reading.sources = found
    return found


def _oblique(reading: Reading, at: int) -> Phrase | None:
    """``according to him``: the pronoun as an object."""
    found = _OBLIQUE.get(reading.pieces[at].lower)
    return None if found is None else Phrase("pronoun", at, at, at + 1, found[0], gender=found[1])
