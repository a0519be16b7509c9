"""Words behind voters that only say that they may vote: ``members with a seat``, ``senators entitled to vote``, ``councillors present``."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_STANDING: Final = word_list("standing.standing")
_FIRST: Final = frozenset(form.partition(" ")[0] for form in _STANDING)
_LONGEST: Final = max(form.count(" ") for form in _STANDING) + 1
_DOING: Final = frozenset({"VOTE", "VERB", "CAST", "NOPART"})


def after_standing(units: list[Unit], at: int) -> int:
    """The index after such words that begin at ``at``, or ``at``; a ``present`` of its own stays where no verb follows."""
    for _ in range(2):
        if at >= len(units) or units[at].lower.partition(" ")[0] not in _FIRST:
            return at
        after = _form_at(units, at)
        if after is None or (units[at].lower == "present" and after == at + 1 and not _acts(units, after)):
            return at
        at = after
    return at


def _form_at(units: list[Unit], at: int) -> int | None:
    """The index after the longest form that begins at ``at``."""
    for after in range(min(len(units), at + _LONGEST), at, -1):
        if " ".join(u.lower for u in units[at:after]) in _STANDING:
            return after
    return None


def _acts(units: list[Unit], at: int) -> bool:
    while at < len(units) and units[at].tag in ("NOISE", "DATE", "HAVE"):
        at += 1
    return at < len(units) and units[at].tag in _DOING
