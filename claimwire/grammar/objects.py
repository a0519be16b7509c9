"""Whether a verb of support or opposition is about a motion: its object is one, or so many did it."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_THINGS = word_list("objects.things")
_ENDS = frozenset({None, "STOP", "COMMA", "SEMI", "AND", "CLOSE", "DASH", "CONTRAST"})


def has_object(chunks: list[Chunk], index: int, subject: Chunk | None) -> bool:
    """Whether a verb of support or opposition is about a motion: its object is one, or so many did it."""
    chunk = chunks[index]
    if chunk.option == "abstain" or chunk.unit.sense.id == "dissent":
        return True
    if chunk.form == "base" and index and chunks[index - 1].sym in ("LIST", "DASH") and chunks[index - 2].sym in ("W", "BY", "OF", "IN"):
        return False
    if chunk.has("has") and subject is not None and subject.sym == "LIST":
        return False
    if chunk.form == "base" and index and chunks[index - 1].sym in ("WORD", "OF", "GET", "NEW", "IN", "EARLIER", "NAME", "OWN", "W"):
        return False
    if chunk.unit.lower == "opposed" and _opens_inverted(chunks, index) and subject is None:
        return True
    if index > 2 and chunks[index - 1].sym in ("LIST", "COUNT", "NUM") and chunk.form in ("past", "participle"):
        after = chunks[index + 1].sym if index + 1 < len(chunks) else None
        told = chunks[index - 2].sym in ("SEMI", "COMMA", "DASH") and any(c.sym in ("PASS", "FAIL", "TALLY") for c in chunks[: index - 2])
        if chunk.unit.lower == "opposed" and told and after in (None, "STOP"):
            return True
        if chunk.unit.lower == "opposed" and "W" in (chunks[index - 2].sym, chunks[index - 3].sym) and after in _ENDS:
            return True
        relative = chunks[index - 2].sym == "REL" and chunks[index - 2].unit.lower in ("which", "that") and not chunk.has("has")
        if relative and after in _ENDS and "MOTION" in (chunks[index - 3].sym, chunks[index - 4].sym if index > 3 else ""):
            return True
    probe = index + 1
    steps = 0
    while probe < len(chunks) and steps < 4:
        sym = chunks[probe].sym
        if sym in ("MOTION", "IT", "TALLY"):
            return True
        if sym in ("OUTCOME", "VOTE") and index and chunks[index - 1].sym == "REL":
            return True
        if chunks[probe].unit.lower in _THINGS and subject is not None and (subject.sym in ("COUNT", "NUM", "SUB") or subject.has("only")):
            return True
        if sym == "QUOTE":
            return chunk.unit.tag == "VETO" or chunk.result is not None
        if sym in ("WORD", "IN", "SAME", "NEW", "OWN", "BODY", "EARLIER"):
            probe += 1
            steps += 1
            continue
        break
    if chunk.unit.tag == "VETO":
        return True
    after = chunks[index + 1].sym if index + 1 < len(chunks) else None
    if subject is not None and subject.sym == "BODY" and chunk.result is not None:
        return chunk.unit.sense.id in ("approve", "reject") or after in (None, "MOTION", "IT")
    beside = chunks[index - 1].sym if index else ""
    counted = beside in ("COUNT", "NUM", "SUB") or (subject is not None and subject.sym in ("COUNT", "NUM", "SUB", "VOTES"))
    if counted and chunk.form == "past" and _tells_of_a_vote(chunks, index):
        return True
    if chunk.form == "past" and chunk.result == "pass" and subject is not None and subject.sym == "COUNT" and subject.has("house"):
        return True  # "148 MPs approved the name"
    if counted and chunks[index + 1 : index + 2] and chunks[index + 1].unit.lower in ("him", "her", "them"):
        return True
    return (counted or (chunk.form == "past" and chunk.option == "no" and subject is None)) and after in (
        None,
        "COMMA",
        "STOP",
        "SEMI",
        "AND",
        "CONTRAST",
        "W",
        "COLON",
        "INCL",
        "OPEN",
        "DASH",
        "NUM",
        "REL",
        "BE",
    )


def _tells_of_a_vote(chunks: list[Chunk], index: int) -> bool:
    """Whether another number of the sentence votes: then ``12 opposed the extension`` is how they voted."""
    return any(
        (c.sym == "ACT" or (c.sym == "VERB" and c.option == "abstain"))
        and c.option in ("yes", "no", "abstain")
        and at != index
        and any(b.sym in ("COUNT", "NUM") for b in chunks[max(0, at - 2) : at])
        for at, c in enumerate(chunks)
    ) or any(c.sym in ("VOTES", "BACKING") or (c.sym == "LABEL" and c.option == "abstain") for c in chunks)


def _opens_inverted(chunks: list[Chunk], index: int) -> bool:
    """``Opposed to the text were Chad and Mali``."""
    if index and chunks[index - 1].sym not in ("SEMI", "COMMA"):
        return False
    follows = [c.sym for c in chunks[index + 1 : index + 5]]
    return follows[:1] == ["TO"] and "BE" in follows and follows.index("BE") + index + 2 < len(chunks)
