"""Whether a number or an outcome is only expected, wished or possible: what a modal or a verb of plan governs."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import aside_start
from claimwire.grammar.wordlists import word_list

_SAYING: Final = frozenset({"says", "said"})
_LETTING: Final = word_list("forecasts.letting")

_EXPECTING: Final = frozenset(
    "expected expects expect predict predicts foresee likely hoped hopes if poised projected whether predicted".split()
)
_ENDS: Final = frozenset({"SEMI", "STOP", "CONTRAST", "PASS", "FAIL", "ACT", "CLOSE", "OPEN"})
_NUMBERS: Final = frozenset({"NUM", "COUNT", "VOTES", "SUB", "TALLY"})
_FINITE: Final = frozenset({"was", "were", "is", "are"})
REACH: Final = 8
"""How many chunks back a modal governs."""


def is_forecast(chunks: list[Chunk], at: int) -> bool:
    """Whether a modal or a verb of wish or plan governs what follows in the clause."""
    probe, low = at - 1, at - REACH
    finite = chunks[at].sym in _NUMBERS and at + 1 < len(chunks) and chunks[at + 1].sym == "ACT" and chunks[at + 1].form == "past"
    while probe >= max(0, low):
        chunk = chunks[probe]
        if chunk.sym in _ENDS:
            return False
        if chunk.sym == "GET" and probe and chunks[probe - 1].sym not in ("MODAL", "TO", "NOT"):
            return False
        if chunk.sym == "COMMA" and finite:
            return False
        if chunk.sym == "COMMA":
            opened = aside_start(chunks, probe)
            if opened is not None and chunks[opened + 1].sym == "REL":
                low -= probe - opened
                probe = opened - 1
                continue
        if chunk.sym == "DASH":
            opened = next((k for k in range(probe - 1, max(-1, probe - 10), -1) if chunks[k].sym == "DASH"), None)
            if opened is not None and chunks[opened + 1].unit.tag == "UNREAL":
                low -= probe - opened
                probe = opened - 1
                continue  # "- if it is not sold -"
        if chunk.sym == "COLON" and _opens(chunks, probe, at):
            return False
        if chunk.sym == "AND" and probe == at - 1 and chunks[at].unit.sense.form in ("past", "participle"):
            return False
        if chunk.sym in ("MODAL", "UNREAL") and is_let(chunks, probe):
            probe -= 1
            continue
        if chunk.sym == "COMMA" and chunks[probe + 1].unit.lower in _SAYING:
            return False  # "Sales should stop, says a text that the council took with 28 in favour"
        if chunk.sym in ("MODAL", "UNREAL") and _is_told_of(chunks, probe, at):
            return False
        if chunk.sym == "MODAL" and not (chunk.unit.lower == "needed" and probe and chunks[probe - 1].sym in (*_NUMBERS, "THRESHOLD")):
            return True
        if chunk.sym == "UNREAL" and not any(c.sym in ("FAIL", "PASS") for c in chunks[max(0, probe - 5) : probe]):
            return True
        if chunk.unit.lower == "event" and probe and chunks[probe - 1].sym == "IN":
            return True  # "in the event there is a vote of 15 for and 15 against"
        if chunk.sym == "WORD" and chunk.unit.tag == "UNREAL" and chunk.unit.lower in _EXPECTING:
            return True
        probe -= 1
    return False


def _opens(chunks: list[Chunk], colon: int, at: int) -> bool:
    """``It will be looked into: 12 members said yes``: what stands behind a colon is told by itself, unless ``expected:`` is its label."""
    if any(c.sym == "ACT" and c.form == "past" for c in chunks[at : at + 3]):
        return True
    said = any(c.sym == "ACT" for c in chunks[colon + 1 : at + 6])
    return said and colon > 1 and chunks[colon - 1].sym not in ("MODAL", "UNREAL") and chunks[colon - 1].unit.tag != "UNREAL"


def is_let(chunks: list[Chunk], at: int) -> bool:
    """``allowing it to pass``, ``so that it could pass``: it did."""
    before = [c.unit.lower for c in chunks[max(0, at - 6) : at]]
    if chunks[at].sym == "UNREAL" and chunks[at].result != "pass":
        return False
    return not _LETTING.isdisjoint(before) or any(a == "so" and b == "that" for a, b in pairwise(before))


def _is_told_of(chunks: list[Chunk], governor: int, at: int) -> bool:
    """``A bill that could raise fees passed``, ``a motion to reject it was defeated``: the verb has a subject with a clause of its own."""
    verb, before = chunks[at], chunks[at - 1]
    if verb.sym in _NUMBERS:
        # "159 yeas to oust him and 83 nays": the aim of the first number, the second stands beside it
        if verb.sym == "TALLY" and (before.sym == "OUTCOME" or chunks[at - 2].sym == "OUTCOME") and chunks[governor - 1].sym == "REL":
            return any(c.sym in ("PASS", "FAIL") for c in chunks[: governor - 1])  # "passing a bill that could close it by a vote of 60-4"
        if verb.sym == "TALLY" and before.sym == "AND" and any(c.sym == "TALLY" for c in chunks[:governor]):
            return True  # "79-18 against blocking one sale and 78-19 against blocking the other"
        aim = governor >= 2 and chunks[governor - 1].sym == "TO" and chunks[governor - 2].sym in ("LABEL", "WEAK", "ACT")
        return aim and before.sym in ("AND", "COMMA", "TO")
    if verb.sym not in ("PASS", "FAIL", "ACT") or governor == 0 or chunks[governor - 1].sym not in ("REL", "TO"):
        return False
    if before.sym == "BE":
        finite = before.unit.lower in _FINITE or (before.unit.lower == "been" and chunks[governor].sym == "UNREAL")
        return finite and at - 1 > governor + 1
    return verb.form == "past" and before.sym != "MODAL" and at > governor + 1
