"""Whether a text speaks of votes at all: most articles do not, though scores look like tallies and much is carried out or lost."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from claimwire.claims import CountClaim, PositionClaim, ResultClaim, SponsorshipClaim, VoteClaim
from claimwire.grammar.starting import at_word
from claimwire.grammar.wordlists import word_list

_DECIDING: Final = re.compile(
    r"\d\s?(?:[-–—]|to|against)\s?\d|\bout of\b|\bYes\W{0,3}\d|absent|approv|adopt|reject|oppos|back(?:ed|ing)|support"
)
_STOP: Final = re.compile(r"[.!?]\s|\n")
BEFORE: Final = 300
AFTER: Final = 200
SHORT: Final = 30
"""Code points before and behind a claim in which a word of voting is looked for; a sentence that short has what it is about before it."""


def tells_of_votes(text: str) -> bool:
    """Whether anything in an article makes votes worth looking for: a word of voting, or a body and what may be a tally or a decision."""
    return _told(text, 0, len(text), "told") or (_DECIDING.search(text) is not None and _told(text, 0, len(text), "beside"))


def with_evidence(claims: Iterable[VoteClaim], text: str) -> list[VoteClaim]:
    """The claims of votes that something near them shows to be votes, numbered anew in their order.

    Counts, voters and sponsors want a word of voting or of a body near one of them; a lone outcome wants it
    in its own sentence, or a known body. Seen without that: scores of matches, types of planes, lives that were lost.
    """
    votes: dict[str, list[VoteClaim]] = {}
    claims = list(claims)
    for claim in claims:
        votes.setdefault(claim.vote.ref, []).append(claim)
    kept = [ref for ref, own in votes.items() if _is_shown(own, text)]
    if len(kept) == len(votes):
        return claims
    anew = {ref: f"v{number}" for number, ref in enumerate(kept, 1)}
    return [replace(c, vote=replace(c.vote, ref=anew[c.vote.ref])) for c in claims if c.vote.ref in anew]


def _is_shown(claims: Sequence[VoteClaim], text: str) -> bool:
    if any(isinstance(c, CountClaim | PositionClaim | SponsorshipClaim) for c in claims):
        return any(_near(c, text) and not _is_score(c, text) for c in claims)
    outcomes = [c for c in claims if isinstance(c, ResultClaim)]
    if not outcomes:
        return any(_near(c, text) for c in claims)
    return any(not _is_idiom(c, text) and ((c.vote.organization is not None and _near(c, text)) or _in_sentence(c, text)) for c in outcomes)


def _near(claim: VoteClaim, text: str) -> bool:
    start, end = max(0, claim.start - BEFORE), min(len(text), claim.end + AFTER)
    return _told(text, start, end, "told", "beside")


def _is_score(claim: VoteClaim, text: str) -> bool:
    """Whether a bare tally stands among words of play, and none of voting is in its sentence."""
    start, end = _sentence(claim, text)
    return claim.rule == "count.tally" and _told(text, start, end, "play") and not _told(text, start, end, "told")


def _in_sentence(claim: VoteClaim, text: str) -> bool:
    start, end = _sentence(claim, text)
    return _told(text, start, end, "told", "decided")


def _sentence(claim: VoteClaim, text: str) -> tuple[int, int]:
    """About where the sentence of a claim begins and ends, with the one before a short one (a label's line)."""
    start = max(0, claim.start - BEFORE)
    starts = [start, *(m.end() for m in _STOP.finditer(text, start, claim.start))]
    start = starts[-1] if claim.end - starts[-1] > SHORT or len(starts) == 1 else starts[-2]
    stop = _STOP.search(text, claim.end, claim.end + AFTER)
    end = min(len(text), claim.end + AFTER) if stop is None else stop.start()
    return start, end


def _is_idiom(claim: VoteClaim, text: str) -> bool:
    """Whether the outcome's verb goes on to something that is done, not decided: carried out."""
    last = claim.start + text[claim.start : claim.end].rfind(" ") + 1
    return any(_pattern("idioms").match(text, at) for at in {claim.start, last})


def _told(text: str, start: int, end: int, *lists: str) -> bool:
    """Whether a word of one of the lists stands there and does not go astray."""
    astray = _pattern("astray")
    for found in _pattern(*lists).finditer(text, start, end):
        before = text.rfind(" ", 0, max(0, found.start() - 1)) + 1
        if not (astray.match(text, before) or astray.match(text, found.start())):
            return True
    return False


@functools.cache
def _pattern(*lists: str) -> re.Pattern[str]:
    """The words of lists of ``[evidence]``, in any case; one that ends in a hyphen begins longer words."""
    forms = {
        re.escape(printed.removesuffix("-")) + ("" if printed.endswith("-") else r"\b")
        for name in lists
        for word in word_list(f"evidence.{name}")
        for printed in (word, word.capitalize(), word.title(), word.upper())
    }
    return re.compile(at_word(sorted(forms)))
