"""Numbers of a part of the house: of a party, a club, a delegation, a country's members."""

from __future__ import annotations

import functools
from typing import Final

from claimwire import actors
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_GROUPS: Final = word_list("partials.groups")
_CLUBS: Final = word_list("partials.clubs")


def is_partial(chunks: list[Chunk]) -> bool:
    """``From the club Dawn 118 deputies voted``, ``Dawn 64 Yes``: numbers of one party, not of the whole body."""
    if len(chunks) < 3:
        return False
    first, second = chunks[0], chunks[1]
    if first.unit.lower == "from" and second.sym == "LIST" and chunks[2].sym in ("NUM", "COUNT", "SUB"):
        return True
    if _is_acronym(first) and second.sym in ("NUM", "TALLY") and chunks[2].sym in ("WEAK", "LABEL"):
        return True  # "KLM 107 Yes, 20 No"
    if first.sym == "LIST" and second.sym in ("NUM", "TALLY", "COLON") and _is_party(first):
        return second.sym != "COLON" or chunks[2].sym in ("NUM", "TALLY")
    if first.sym == "LIST" and _is_party(first) and _only_has(chunks):
        return True
    if any(_is_group_of(chunks, at) for at, c in enumerate(chunks[:8]) if c.unit.lower == "out"):
        return True
    if first.unit.lower == "on" and any(c.unit.lower == "side" for c in chunks[1:4]):
        return True
    if first.unit.lower not in ("from", "of", "in", "within", "for", "among"):
        return False
    if (
        second.sym in ("WORD", "LIST")
        and second.unit.tag in ("CAP", "NAME")
        and second.unit.lower.endswith("s")
        and _are_told_apart(chunks)
    ):
        return True
    for chunk in chunks[1:7]:
        if chunk.sym in ("COMMA", "ACT", "PASS", "FAIL") or (first.sym == "AMONG" and chunk.sym == "LABEL"):
            return False
        if chunk.sym == "SUB" or (
            chunk.has("group") and "eu" not in chunk.unit.text.lower() and chunk.qualifier == "exact" and chunk.has("part")
        ):
            return True
        if (
            chunk.sym == "WORD"
            and chunk.unit.tag in ("NAME", "CAP")
            and chunk.unit.possessive
            and any(c.sym in ("COUNT", "SUB") for c in chunks[2:5])
        ):
            return True
        if (
            chunk.unit.lower in _CLUBS
            or (chunk.sym == "LIST" and _is_party(chunk))
            or (
                chunk.sym == "WORD"
                and chunk.unit.tag == "NAME"
                and any(n.use in ("party", "people") and n.actor in _parties() for n in chunk.unit.sense.names)
            )
        ):
            return True
    return False


def _are_told_apart(chunks: list[Chunk]) -> bool:
    """``Of the Conservatives, 212 voted for the bill``, ``Among Liberals 12 voted no``."""
    at = 3 if len(chunks) > 3 and chunks[2].sym == "COMMA" else 2
    return at < len(chunks) and chunks[at].sym == "NUM" and not any(n.actor and n.actor.kind == "country" for n in chunks[1].named)


def _only_has(chunks: list[Chunk]) -> bool:
    """``Dawn had just shy of 140 MPs there and five absentees``: no verb of voting stands before its first number."""
    for chunk in chunks[1:8]:
        if chunk.sym in ("COUNT", "NUM", "SUB"):
            return True
        if chunk.sym not in ("WORD", "OF", "BE"):
            return False
    return False


def is_of_a_party(chunks: list[Chunk], at: int) -> bool:
    """``78 MPs of the Dawn Party``, ``20 MPs of DPS``: a part of the house."""
    if chunks[at].sym != "COUNT" or at + 2 >= len(chunks) or chunks[at + 1].sym != "OF":
        return False
    for chunk in chunks[at + 2 : at + 7]:
        if chunk.unit.lower in _CLUBS or (chunk.sym == "LIST" and _is_party(chunk)):
            return True
        if chunk.sym not in ("WORD", "LIST", "AND", "WEAK", "IN", "OPEN", "CLOSE"):
            return False
        if _is_acronym(chunk):
            return True
    return False


def is_of_allies(chunks: list[Chunk], at: int) -> bool:
    """``backed by 104 deputies of the Dawn and the Union, while 131 voted against``: the parties of one side, against all others."""
    joined = False
    for probe in range(at + 2, min(len(chunks) - 1, at + 14)):
        chunk = chunks[probe]
        joined = joined or chunk.sym == "AND" or len(chunk.named) > 1
        if joined and chunk.sym in ("COUNT", "NUM") and chunks[probe + 1].sym in ("ACT", "WEAK", "LABEL", "BE"):
            return True
    return False


def _is_group_of(chunks: list[Chunk], at: int) -> bool:
    """``out of a cabinet of nine,`` at the start of a clause."""
    return (
        (at == 0 or chunks[at - 1].sym == "COMMA")
        and [c.sym for c in chunks[at + 1 : at + 6]] in (["OF", "WORD", "OF", "NUM", "COMMA"], ["OF", "WORD", "OF", "COUNT", "COMMA"])
        and chunks[at + 2].unit.lower in _GROUPS
    )


def is_owned(chunk: Chunk) -> bool:
    """``the SNP's nine MPs``: so many of somebody's."""
    return chunk.sym == "WORD" and chunk.unit.possessive and chunk.unit.tag in ("NAME", "CAP")


def _is_acronym(chunk: Chunk) -> bool:
    """``KLM``: a party's short name, as far as capitals tell."""
    return chunk.sym == "WORD" and chunk.unit.tag == "CAP" and chunk.unit.text.isupper() and 2 <= len(chunk.unit.text) <= 6


def _is_party(chunk: Chunk) -> bool:
    return any(n.actor is not None and n.actor.id in _parties() for n in chunk.named)


@functools.cache
def _parties() -> frozenset[str]:
    return frozenset(p.id for p in actors.parties())
