"""What the sentence before decides: more of its list, the same act once more."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact, Reading, emit

NEAR = 12
"""So many characters may part the first chunk of a sentence from the sentence it points back to: a mark, a line, ``All of these``."""


def others(chunks: list[Chunk], found: list[Fact], reading: Reading) -> None:
    """``Others were Iran and Cuba``, ``Among them were Chad and Mali``: names of the side the sentence before spoke of."""
    if found or reading.option is None or len(chunks) < 3:
        return
    first = chunks[0]
    adjacent = first.start - reading.act_end < NEAR
    sized = (reading.size > 0 and any(c.value == reading.size for c in chunks[:3])) or (first.sym == "VOTER" and first.has("the"))
    if first.sym not in ("OTHERS", "SAME") and not (adjacent and (_is_those(first) or (sized and _is_sum(chunks)))):
        if adjacent and first.sym == "LIST" and chunks[1].sym == "BE" and _is_those(chunks[2]):
            emit(found, first.named, reading.option, 0, first, "position.others", 0)
        return
    for at in range(1, min(5, len(chunks))):
        if chunks[at].sym == "LIST" and (chunks[at - 1].sym in ("BE", "INCL", "COLON") or _is_those(chunks[at - 1])):
            emit(found, chunks[at].named, reading.option, at, chunks[at], "position.others", at)
            for later in range(at + 1, min(len(chunks), at + 12)):
                if chunks[later].sym == "LIST" and chunks[later - 1].sym in ("COMMA", "AND", "OF", "WITH", "WORD"):
                    emit(found, chunks[later].named, reading.option, later, chunks[later], "position.others", later)
            return


def _is_those(chunk: Chunk) -> bool:
    return chunk.unit.sense.id == "those-named"


def _is_sum(chunks: list[Chunk]) -> bool:
    """``The twelve were``, ``The 12 states included``, ``Among the twelve were``: the number of the sentence before, pointed at."""
    at = 1 if chunks[0].sym == "AMONG" else 0
    after = at + 2 if at + 1 < len(chunks) and chunks[at + 1].sym == "VOTER" else at + 1
    return chunks[at].sym in ("NUM", "COUNT", "SUB", "VOTER") and after < len(chunks) and chunks[after].sym in ("BE", "INCL")


def repeated(chunks: list[Chunk], acts: list[int], found: list[Fact], reading: Reading) -> None:
    """``Mali and Niger did the same``: the option of the act before, in this sentence or the one right before it."""
    act, doers = (reading.act, reading.doers) if chunks[0].start - reading.act_end < 5 else (None, 0)
    for at in acts:
        chunk = chunks[at]
        beside = chunks[at - 1] if at > 1 and chunks[at - 1].sym == "LIST" and chunks[at - 2].sym == "W" else None
        if chunk.sym != "ACT" or chunk.gated or (chunk.form == "ing" and beside is None):
            continue
        if chunk.option is not None:
            named = [f for f in found if f.at == at and f.rule == "position.subject" and f.option == chunk.option]
            subject = beside or subject_of(chunks, at)
            alone = subject is not None and subject.sym == "LIST" and not subject.rest
            act, doers = (None if chunk.option == "void" else chunk.option), len(named) if alone else 0
            continue
        subject = subject_of(chunks, at)
        if (
            act is None
            or subject is None
            or subject.sym != "LIST"
            or any(c.sym in ("NOT", "MODAL", "UNREAL") for c in chunks[max(0, at - 2) : at])
        ):
            continue
        emit(found, subject.named, act, at, chunk, "position.repeated", at)
        if subject.rest and subject.rest > 0 and doers:
            value = doers + len(subject.named) + subject.rest
            found.append(Fact("count", at, subject.start, chunk.end, "count.derived", at, act, value, derived=True))
            doers = 0
    _so_did(chunks, act, found)
    reading.act, reading.doers = act, doers
    if acts or found:
        reading.act_end = chunks[-1].end


def _so_did(chunks: list[Chunk], act: str | None, found: list[Fact]) -> None:
    """``So did Mali and Togo.``, ``…; so did Mali``: the act said last, by more."""
    if act is None:
        return
    if act == "not voting" and len(chunks) < 4 and chunks[0].unit.lower == "neither" and chunks[1].sym == "LIST":
        emit(found, chunks[1].named, act, 1, chunks[1], "position.repeated", 1)  # "Neither did Mali."
    for at in range(len(chunks) - 1):
        if (
            chunks[at].unit.sense.id == "so-did"
            and chunks[at + 1].sym == "LIST"
            and (at == 0 or chunks[at - 1].sym in ("SEMI", "AND", "DASH"))
        ):
            emit(found, chunks[at + 1].named, act, at, chunks[at], "position.repeated", at)
