"""What one sentence leaves for the pronouns of the next, and the pronoun that stands for a body: ``Before that, it rejected a motion``."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Reading

_GOVERNORS: Final = frozenset("IN OF BY W WITH TO WEAK JOIN SIDE INCL EXCEPT AMONG BACKING".split())


def remember(chunks: list[Chunk], reading: Reading) -> None:
    """Keeps the lists and the subject of a sentence for the pronouns of the next."""
    found = False
    for at, chunk in enumerate(chunks):
        governed = bool(at) and chunks[at - 1].sym in _GOVERNORS
        if chunk.sym == "BODY" and not found and not governed and not chunk.unit.possessive:
            reading.of_body = found = True
        elif chunk.sym == "LIST":
            reading.lists = [*reading.lists[-11:], chunk.named]
            if not governed:
                if not found:
                    reading.subject, reading.of_body = chunk.named, False
                found = True


def decided_by_it(chunks: list[Chunk], reading: Reading) -> None:
    """Turns ``it rejected a motion`` into an outcome where the sentence before had a body as its subject."""
    if not reading.of_body:
        return
    for at, chunk in enumerate(chunks):
        if chunk.sym != "ACT" or chunk.unit.sense.result is None or chunk.unit.sense.weak_result or chunk.unit.tag == "VETO":
            continue
        subject = subject_of(chunks, at)
        follows = chunks[at + 1].sym if at + 1 < len(chunks) else None
        if subject is not None and subject.sym == "IT" and subject.unit.lower == "it" and follows == "MOTION":
            chunk.sym, chunk.result = ("PASS", "pass") if chunk.unit.sense.result == "pass" else ("FAIL", "fail")
