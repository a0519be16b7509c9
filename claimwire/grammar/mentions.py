"""What a motion phrase is to its sentence: the object of a verb, an aside on an actor, a clause of time, a kind of text."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk, Phrase

_SUBORDINATE = frozenset("after before despite because since once as".split())


def object_of(chunks: list[Chunk], verb: int) -> int | None:
    """Index of the motion that is the object of a verb or label, if one follows closely."""
    for probe in range(verb + 1, min(len(chunks), verb + 6)):
        sym = chunks[probe].sym
        if sym == "MOTION":
            return probe
        if sym in (
            "IN",
            "OF",
            "TO",
            "WORD",
            "SAME",
            "NEW",
            "BODY",
            "TALLY",
            "BULLET",
            "QUOTE",
            "W",
            "WEAK",
            "LIST",
            "WITH",
            "DELEGATE",
            "BY",
            "OWN",
            "THRESHOLD",
        ):
            if sym in ("W", "BY") and probe == verb + 1 and chunks[verb].sym in ("PASS", "FAIL"):
                return None
            continue
        return None
    return None


def is_left_behind(chunks: list[Chunk], at: int, fact: int) -> bool:
    """Whether a motion was named only in an aside on an actor that is over: ``Peru, which had a rival text, abstained``."""
    opened = next((k for k in range(at - 1, max(-1, at - 6), -1) if chunks[k].sym == "REL"), 0)
    aside = opened >= 2 and [c.sym for c in chunks[opened - 2 : opened]] == ["LIST", "COMMA"]
    return aside and any(chunks[k].sym == "COMMA" for k in range(at + 1, fact)) and chunks[at].phrase is not None


def is_subordinate(chunks: list[Chunk], at: int) -> bool:
    """Whether the mention stands in a clause of reason or time, which does not turn the story to it."""
    for probe in range(at - 1, max(-1, at - 10), -1):
        chunk = chunks[probe]
        if chunk.sym in ("COMMA", "SEMI", "STOP", "COLON"):
            return False
        if chunk.sym == "REL" and probe >= 2 and [c.sym for c in chunks[probe - 2 : probe]] == ["LIST", "COMMA"]:
            return True
        if chunk.sym == "CONTRAST" and chunk.unit.lower in _SUBORDINATE:
            return True
    return False


def is_short_form(chunks: list[Chunk], at: int) -> bool:
    """``(OAS)`` right behind the name that it shortens."""
    return 2 <= at < len(chunks) - 1 and [chunks[k].sym for k in (at - 2, at - 1, at + 1)] == ["BODY", "OPEN", "CLOSE"]


def is_a_kind(chunks: list[Chunk], at: int, phrase: Phrase) -> bool:
    """``an attempt at constitutional amendment``: no article, owner, title or number, and a preposition in front."""
    if phrase.definite or phrase.indefinite or phrase.own or phrase.plural or phrase.sponsors or phrase.title or phrase.new:
        return False
    before = at - 1
    while before > 0 and at - before < 4 and chunks[before].sym == "WORD":
        before -= 1
    return not phrase.identifier and phrase.stage is None and before >= 0 and chunks[before].sym in ("IN", "OF")
