"""``according to X`` and its kin: the source of a sentence told without a verb of speech."""

from __future__ import annotations

from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import Reading
from claimwire.grammar.speech_subjects import with_name


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
            phrase = reading.starting(begin)
            if phrase is not None:
                found.append((n, with_name(reading, phrase)))
    reading.sources = found
    return found
