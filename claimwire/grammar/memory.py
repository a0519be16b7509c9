"""What one sentence leaves for the pronouns of the next, and the pronoun that stands for a body: ``Before that, it rejected a motion``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.clause_subjects import subject_of

_GOVERNORS: Final = frozenset("IN OF BY W WITH TO WEAK JOIN SIDE INCL EXCEPT AMONG BACKING".split())


LISTS: Final = 12
"""So many lists before are remembered."""


class Memory:
    """The last lists, the last subject, and whether a body was named as a subject since; worked out when they are asked for.

    Few sentences have a pronoun that asks, so most are never looked at.
    """

    __slots__ = ("_lists", "_of_body", "_subject", "_untold")

    def __init__(self) -> None:
        self._untold: list[Callable[[], list[Chunk]]] = []
        self._lists: list[list[Named]] = []
        self._subject: list[Named] = []
        self._of_body = False

    def hear(self, chunks_of_sentence: Callable[[], list[Chunk]]) -> None:
        """Take in the next sentence, whose chunks are asked for only where they matter."""
        self._untold.append(chunks_of_sentence)

    @property
    def lists(self) -> list[list[Named]]:
        """The last lists of names, the latest at the end."""
        self._recall()
        return self._lists

    @property
    def subject(self) -> list[Named]:
        """The names of the last list that was a subject."""
        self._recall()
        return self._subject

    @property
    def of_body(self) -> bool:
        """Whether the last subject was a body."""
        self._recall()
        return self._of_body

    def _recall(self) -> None:
        if not self._untold:
            return
        lists: list[list[Named]] = []
        subject: list[Named] | None = None
        of_body: bool | None = None
        for sentence in reversed(self._untold):
            named, first, body = _left_by(sentence())
            lists = [*named, *lists]
            if of_body is None and (body or first is not None):
                of_body = body
            if subject is None:
                subject = first
            if subject is not None and len(lists) >= LISTS:
                break
        self._untold.clear()
        self._lists = [*self._lists, *lists][-LISTS:]
        self._subject = self._subject if subject is None else subject
        self._of_body = self._of_body if of_body is None else of_body


def _left_by(chunks: list[Chunk]) -> tuple[list[list[Named]], list[Named] | None, bool]:
    """The lists of a sentence, and its subject if that is a list, or else whether it is a body."""
    lists: list[list[Named]] = []
    subject: list[Named] | None = None
    body = False
    for at, chunk in enumerate(chunks):
        if chunk.sym not in ("BODY", "LIST"):
            continue
        governed = bool(at) and chunks[at - 1].sym in _GOVERNORS
        if chunk.sym == "LIST":
            lists.append(chunk.named)
            if not governed and not body and subject is None and chunks[0].sym != "IT":
                subject = chunk.named
        elif subject is None and not governed and not chunk.unit.possessive:
            body = True
    return lists, subject, body


def decided_by_it(chunks: list[Chunk], memory: Memory) -> None:
    """Turns ``it rejected a motion`` into an outcome where the sentence before had a body as its subject."""
    for at, chunk in enumerate(chunks):
        if chunk.sym not in ("ACT", "WORD") or chunk.unit.sense.form not in ("past", "participle", "third"):
            continue
        if (
            chunk.unit.sense.result is None
            or chunk.unit.sense.id in ("declare", "decide")
            or chunk.unit.sense.weak_result
            or chunk.unit.tag == "VETO"
        ):
            continue
        subject = subject_of(chunks, at)
        follows = chunks[at + 1].sym if at + 1 < len(chunks) else None
        if subject is not None and subject.sym == "IT" and subject.unit.lower == "it" and follows == "MOTION" and memory.of_body:
            chunk.sym, chunk.result = ("PASS", "pass") if chunk.unit.sense.result == "pass" else ("FAIL", "fail")
