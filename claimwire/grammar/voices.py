"""How a verb of speech stands: as a passive, by whom, or for something that was not said."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import AUXILIARIES, Reading, back
from claimwire.grammar.wordlists import word_list

_BE: Final = frozenset(["is", "was", "were", "are", "be", "been", "being"])
_MODALS: Final = word_list("readings.modals")
_NEGATIONS: Final = word_list("voices.negations")
_GOING_ON: Final = word_list("voices.going_on")


def passive(reading: Reading, at: int) -> bool:
    """Whether the verb is a passive (``was described``, ``is being called``)."""
    cue = reading.cue(at)
    if not cue.participle:
        return False
    follows = reading.pieces[at + 1].lower if at + 1 < len(reading.pieces) else ""
    if follows == "by" and cue.verb not in ("say", "tell", "add") and reading.stopping(back(reading, at)) is None:
        return True
    for step in range(at - 1, max(-1, at - 4), -1):
        lower = reading.pieces[step].lower
        if lower in _BE:
            return True
        if lower not in AUXILIARIES and not lower.endswith("ly") and lower not in _NEGATIONS:
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
        if lower not in AUXILIARIES and not lower.endswith("ly"):
            return False
    return False
