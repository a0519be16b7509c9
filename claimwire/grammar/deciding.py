"""Outcomes that no verb of passing tells: a tie that is broken, a refusal, ``the ayes had it``, a government that is defeated."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.units import Unit
from claimwire.grammar.verdicts import is_one, tell
from claimwire.grammar.wordlists import word_list

_REACH: Final = 5
_TIES: Final = word_list("deciding.ties")
_BREAKING: Final = word_list("deciding.breaking")
_REFUSING: Final = word_list("deciding.refusing")
_UPHOLDING: Final = word_list("deciding.upholding")
_SIDES: Final = frozenset({"ayes", "yeas", "noes", "nays"})
LORDS: Final = "uk-house-of-lords"


def mark_decisions(units: list[Unit], chunks: list[Chunk]) -> None:
    """Turns the chunk that tells such an outcome into PASS or FAIL."""
    for at, chunk in enumerate(chunks):
        lower = chunk.unit.lower
        if lower in _TIES and chunk.sym in ("WORD", "OUTCOME"):
            _broken_tie(chunks, at)
        elif chunk.sym == "ACT" and chunk.option in ("yes", "no") and _is_casting_vote(units, chunk, chunks[at + 1 : at + 2]):
            tell(chunk, "pass" if chunk.option == "yes" else "fail")
        elif chunk.sym in ("WORD", "REFUSE", "UNREAL") and lower.split()[0] in _REFUSING:
            _refused(chunks, at)
        elif chunk.sym == "LABEL" and at + 1 < len(chunks) and chunks[at + 1].unit.lower == "it" and chunk.unit.lower in _SIDES:
            tell(chunks[at + 1], "pass" if chunk.option == "yes" else "fail")
        elif chunk.sym in ("VERB", "WORD", "UNREAL") and lower in ("defeated", "defeat"):
            _defeated_government(chunks, at)
        elif chunk.sym == "VERB" and lower in _UPHOLDING and _upheld_veto(chunks, at):
            tell(chunk, "fail")


def _broken_tie(chunks: list[Chunk], at: int) -> None:
    """``broke a 20-20 tie in favour of the bill``, ``broke the tie to pass it``, ``broke the tie against it``."""
    if chunks[at + 1 : at + 2] and chunks[at + 1].sym == "REL" and any(c.unit.lower in _BREAKING for c in chunks[at + 2 : at + 5]):
        if not any(c.option == "no" for c in chunks[at + 2 : at + 9]):
            tell(chunks[at], "pass")  # "a 20-20 tie that she broke": what ties stand would have failed
        return
    if not any(c.unit.lower in _BREAKING for c in chunks[max(0, at - 4) : at]):
        return
    for chunk in chunks[at + 1 : at + _REACH]:
        if chunk.option in ("yes", "no") and chunk.sym in ("LABEL", "WEAK", "ACT"):
            tell(chunks[at], "pass" if chunk.option == "yes" else "fail")
            return
        if chunk.unit.sense.result is not None:
            tell(chunks[at], chunk.unit.sense.result)
            return
        if chunk.sym not in ("TO", "WORD", "BY", "W", "IN", "OUTCOME", "VOTE"):
            return


def _upheld_veto(chunks: list[Chunk], at: int) -> bool:
    """``The Senate upheld the governor's veto``: the attempt to override it failed."""
    return any(c.sym == "VETONOUN" for c in chunks[at + 1 : at + 4]) and is_one(subject_of(chunks, at), "BODY")


def _is_casting_vote(units: list[Unit], chunk: Chunk, follows: list[Chunk]) -> bool:
    """``cast the deciding vote in favour``, ``used her casting vote against the bill``; not ``against the premier``."""
    if follows and follows[0].sym not in ("MOTION", "IT", "STOP", "COMMA", "AND", "SEMI", "TO", "IN", "QUOTE"):
        return False
    first = max(0, chunk.first - 2)
    return any(
        u.lower in word_list("deciding.casting") and units[k + 1].lower.startswith("vote")
        for k, u in enumerate(units[first : chunk.after], first)
        if k + 1 < len(units)
    )


def _refused(chunks: list[Chunk], at: int) -> None:
    """``The House declined by 14 votes to 7 to take up the bill``, ``Members refused, 14-7, to suspend the rules``."""
    tally = next((k for k in range(at + 1, len(chunks)) if chunks[k].sym == "TALLY"), None)
    to = chunks[at].unit.lower.endswith(" to") or any(c.sym == "TO" for c in chunks[at + 1 : at + 6])
    if tally is None or not to or any(c.sym in ("MODAL", "NOT") for c in chunks[max(0, at - 2) : at]):
        return
    if is_one(subject_of(chunks, at), "BODY", "VOTER") and not any(c.sym in ("SEMI", "CONTRAST", "STOP") for c in chunks[at:tally]):
        tell(chunks[at], "fail")


def _defeated_government(chunks: list[Chunk], at: int) -> None:
    """``Peers defeated the government by 90 votes to 80 on an amendment``: what the government did not want was carried."""
    near = [*chunks[max(0, at - 4) : at], *chunks[at + 1 : at + 4]]
    if not any(c.unit.lower in word_list("deciding.governments") for c in near):
        return
    lords = any(c.unit.tag == "BODY" and any(n.body == LORDS for n in c.unit.sense.bodies[:1]) for c in chunks)
    amended = any(c.phrase is not None and c.phrase.noun.startswith("amendment") for c in chunks)
    if lords or amended:
        tell(chunks[at], "pass")
