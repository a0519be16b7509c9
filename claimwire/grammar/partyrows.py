"""Rows of a table of parties whose names nobody knows: ``Aurora 40 for, 0 against`` and ``Meridian 22 for`` below it."""

from __future__ import annotations

import re
from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_TOTALS: Final = word_list("partyrows.totals")
_PARTIES: Final = word_list("partyrows.parties")
_SIDES: Final = frozenset({"WEAK", "LABEL", "ACT"})
_NUMBERS: Final = frozenset({"NUM", "VOTES", "COUNT", "TALLY", "SUB"})
_BETWEEN: Final = frozenset({"COLON", "DASH", "COMMA", "SEMI", "AND", "OPEN", "CLOSE", "STOP"})
_ROW: Final = re.compile(
    r"[^\S\n]*\n\s{0,4}[-•*–]?[^\S\n]*(?P<head>[A-Z][^\W\d_]{1,30})(?:[^\S\n][^\W\d_.,;]{1,30}){0,4}[^\S\n]?[:(–—-]?[^\S\n]*(?P<rest>[^\n]{1,80})"
)
_TOLD: Final = re.compile(
    r"\d+[^\n]{0,12}\b(?:for|against|yes|no|in favou?r|abst)|\b(?:for|against|yes|no|abst\w*)\W{1,3}\d", re.IGNORECASE
)
_WORDS: Final = re.compile(r"[a-z]+")
BEFORE: Final = 160
"""So many characters before a row are looked at for the line that announces it."""
HEAD: Final = 5
"""A row's name has at most so many chunks."""
GAP: Final = 6
"""So many characters may stand between two rows: a line break and a bullet."""


def is_party_row(chunks: list[Chunk], text: str, row_end: int) -> bool:
    """Whether the line is a name with its sides and numbers, and a row of another name stands before (its end: ``row_end``) or behind."""
    body = [c for c in chunks if c.sym != "BULLET"]
    at = 0
    while at < min(HEAD, len(body)) and _is_head(body[at], first=at == 0):
        at += 1
    if at == 0 or at >= len(body) or body[0].unit.lower in _TOTALS:
        return False
    rest = _unbracketed(body[at:])
    follows = 0 <= chunks[0].start - row_end <= GAP
    if any(c.sym not in _SIDES and c.sym not in _NUMBERS and c.sym not in _BETWEEN for c in rest):
        return False
    if not any(c.sym in _NUMBERS for c in rest):
        return False
    if not any(c.sym in _SIDES for c in rest):
        return (follows or _is_announced(text, chunks[0].start)) and any(c.sym == "TALLY" for c in rest)
    return follows or _row_follows(text, chunks[-1].end, body[0].unit.lower)


def _is_announced(text: str, start: int) -> bool:
    """Whether the line before says of what the rows are: ``By party it was:``, ``The vote by other groups:``."""
    before = text[max(0, start - BEFORE) : start].rstrip(" \t\n•*-–")
    line = before[before.rfind("\n") + 1 :].lower()
    return line.endswith(":") and not _PARTIES.isdisjoint(_WORDS.findall(line))


def _unbracketed(chunks: list[Chunk]) -> list[Chunk]:
    kept, depth = [], 0
    for chunk in chunks:
        depth += (chunk.sym == "OPEN") - (chunk.sym == "CLOSE")
        if depth <= 0 and chunk.sym != "CLOSE":
            kept.append(chunk)
    return kept


def _is_head(chunk: Chunk, *, first: bool) -> bool:
    if chunk.sym == "LIST":
        return all(n.actor is None or n.actor.kind != "country" for n in chunk.named)
    return (chunk.sym == "WORD" and (chunk.unit.tag in ("CAP", "NAME") or not first)) or (chunk.sym == "VOTER" and not first)


def _row_follows(text: str, end: int, head: str) -> bool:
    """Whether the next line is a row too, of another name and not of the whole."""
    match = _ROW.match(text, end)
    if match is None or match["head"].lower() in (head, *_TOTALS):
        return False
    return _TOLD.search(match["rest"]) is not None
