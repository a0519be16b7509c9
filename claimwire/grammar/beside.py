"""What stands beside a quotation and tells who spoke: one small rule each, tried in order.

Each rule has an id; ``claimwire/data/rules/speech.toml`` says in words what it
does, with sentences it must read and sentences it must leave alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimwire.grammar.before import before, colon, named, opinion, source_before
from claimwire.grammar.behind import behind, parenthetical, verb_behind
from claimwire.grammar.readings import Reading, begin_of
from claimwire.grammar.said import NOBODY, Said, is_vote_word

RULES: Final[tuple[Callable[[Reading, int], Said | None], ...]] = (behind, named, colon, source_before, opinion, before, parenthetical)


def find(reading: Reading, at: int) -> Said | None:
    """Who is said to have spoken the quotation at ``pieces[at]``; ``None`` where the sentence does not tell."""
    if is_vote_word(reading, at):
        return NOBODY
    for rule in RULES:
        said = rule(reading, at)
        if said is not None:
            return _first_hand(reading, at, said)
    return None


def _first_hand(reading: Reading, at: int, said: Said) -> Said:
    """``X called it “…,” Reuters reported`` · ``X said “…”, according to Y``: the words are those of X."""
    relay = said.phrase
    if relay is not None and said.rule in ("speech.urged", "speech.label") and relay.kind in ("plural", "organization", "state"):
        told = parenthetical(reading, at)
        return told if told is not None and told.phrase is not None and told.phrase.kind in ("person", "role") else said
    if relay is None or not (
        said.rule == "speech.according" or (said.rule == "speech.behind" and relay.kind in ("organization", "person"))
    ):
        return said
    if begin_of(relay) < at or (said.rule == "speech.behind" and verb_behind(reading, relay) != "report"):
        return said
    spoken = before(reading, at)
    return said if spoken is None or spoken.rule == "speech.urged" else spoken
