"""Sponsors told by a noun: ``Kenya is a sponsor of the text``, ``the text's authors, Kenya and Peru``, ``the core group``."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.facts import Fact
from claimwire.grammar.sponsor_agents import emit_sponsors, modified
from claimwire.grammar.wordlists import word_list


def is_author(chunk: Chunk) -> bool:
    """``sponsor``, ``authors``, ``penholder``."""
    return chunk.unit.lower in word_list("sponsors.authors")


def told_by_noun(chunks: list[Chunk], at: int, found: list[Fact]) -> bool:
    """``Kenya is a sponsor of the text``, ``the text's sponsors, Kenya and Peru, …``; whether the word was a noun."""
    noun = chunks[at]
    after = at + 1
    motion = at
    if after < len(chunks) and chunks[after].sym == "OF":
        if after + 1 >= len(chunks) or chunks[after + 1].sym not in ("MOTION", "IT"):
            return chunks[after].sym == "OF"
        motion, after = after + 1, after + 2
    elif at and chunks[at - 1].sym == "MOTION":
        motion = at - 1
    elif noun.sym == "SPONSOR" and after < len(chunks) and chunks[after].sym in ("MOTION", "IT"):
        return False
    named = _told_before(chunks, at) or _told_after(chunks, after) or _titled(chunks, at)
    emit_sponsors(found, named, noun, motion, "sponsor.noun")
    return bool(named) or noun.unit.sense.form not in ("base", "third")


def told_by_work(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``the text was the work of Kenya and Peru``, ``the text, the brainchild of Kenya, …``."""
    agent = at + 2
    if agent >= len(chunks) or chunks[at + 1].sym != "OF" or chunks[agent].sym != "LIST" or at < 2:
        return
    motion = modified(chunks, at) if chunks[at - 1].sym in ("BE", "COMMA", "DASH") else None
    if motion is not None:
        emit_sponsors(found, chunks[agent].named, chunks[at], motion, "sponsor.work")


def told_by_core_group(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``the core group, made up of Britain and Canada``: the states that put forward a text of the Human Rights Council."""
    for probe in range(at + 1, min(len(chunks), at + 10)):
        before = chunks[probe - 1]
        told = before.sym in ("OF", "BE", "COLON", "OPEN", "DASH", "INCL") or before.unit.lower in word_list("sponsors.comprising")
        if chunks[probe].sym == "LIST" and told:
            emit_sponsors(found, chunks[probe].named, chunks[at], at, "sponsor.group")
            return
        if chunks[probe].sym in ("STOP", "SEMI", "ACT", "PASS", "FAIL"):
            return


def _titled(chunks: list[Chunk], at: int) -> list[Named]:
    """``Co-sponsors Kenya and Peru welcomed``: the noun as a title."""
    follows = chunks[at + 1] if at + 1 < len(chunks) else None
    if follows is None or follows.sym != "LIST" or not chunks[at].unit.lower.endswith("s"):
        return []
    return follows.named if at == 0 or chunks[at - 1].sym in ("COMMA", "AND", "NUM", "CONTRAST", "BY", "WORD") else []


def _told_before(chunks: list[Chunk], at: int) -> list[Named]:
    """The list that ``is a sponsor`` or ``, a sponsor of the text,`` says it of."""
    for probe in range(at - 1, max(-1, at - 7), -1):
        chunk = chunks[probe]
        if chunk.sym in ("BE", "COMMA", "AMONG"):
            before = probe - 1
            while before >= 0 and chunks[before].sym in ("BE", "AMONG"):
                before -= 1
            if before >= 0 and chunks[before].sym == "LIST" and not (before and chunks[before - 1].sym in ("BY", "WITH")):
                return [] if any(c.sym == "NOT" for c in chunks[before:at]) else chunks[before].named
            return []
        if chunk.sym not in ("WORD", "NUM", "OF", "NEW", "MOTION", "COUNT", "SUB"):
            return []
    return []


def _told_after(chunks: list[Chunk], after: int) -> list[Named]:
    """The list after ``the sponsors were``, ``the sponsors include``, ``the sponsors, ``."""
    for probe in range(after, min(len(chunks), after + 4)):
        if chunks[probe].sym == "LIST":
            return chunks[probe].named if probe > after else []
        if chunks[probe].sym not in ("BE", "INCL", "COMMA", "COLON", "DASH", "OPEN", "AMONG"):
            return []
    return []
