"""Whose act it is: the chunk left of a verb that can be its subject."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.cues import CUES
from claimwire.grammar.wordlists import word_list

_DEFYING = word_list("clause_subjects.defying")
_ASIDES = word_list("clause_subjects.asides")
_DELEGATES = word_list("naming.delegates")
GOVERNING = frozenset({"IN", "OF", "BY", "W", "TO", "WITH", "WEAK", "LABEL", "INCL", "EXCEPT", "AMONG", "BACKING", "JOIN", "SIDE"})
_COUNTED = frozenset({"VOTES", "COUNT", "NUM"})
_TAKING = frozenset({"GET", "MODAL"})
"""Before a number that is an object: ``got 46 votes and failed``, ``needed 66 votes and got 60``."""
_SUBJECTS = frozenset({"LIST", "COUNT", "SUB", "BODY", "MOTION", "IT", "REL", "NUM", "VOTES", "QUOTE", "VOTER"})


def subject_of(chunks: list[Chunk], index: int) -> Chunk | None:
    """The nearest chunk left of a verb that can be its subject: not behind a preposition, not in an aside."""
    probe = index - 1
    steps = 0
    depth = 0
    if (
        index > 2
        and chunks[index - 1].sym in ("AND", "BY")
        and chunks[index - 2].sym in ("LIST", "MOTION")
        and _is_object(chunks, index - 2)
    ):
        probe = index - 3
    if index > 3 and chunks[index - 1].sym == "AND" and chunks[index - 2].sym in _COUNTED and chunks[index - 3].sym in _TAKING:
        probe = index - 4
    if index > 3 and chunks[index - 1].sym == "TO" and chunks[index - 2].sym == "LIST" and chunks[index - 3].unit.lower in _DEFYING:
        probe = index - 4
    while probe >= 0 and steps < 14:
        chunk = chunks[probe]
        sym = chunk.sym
        if sym in ("SEMI", "STOP", "COLON"):
            return None
        if sym == "CLOSE":
            depth += 1
        elif sym == "OPEN":
            depth = max(0, depth - 1)
        elif depth:
            pass
        elif sym == "CONTRAST":
            return None
        elif sym == "COMMA":
            opened = aside_start(chunks, probe)
            if opened is not None:
                probe = opened - 1
                steps += 1
                continue
        elif sym == "IT" and chunk.unit.lower == "both" and probe + 1 < index and chunks[probe + 1].sym == "INCL":
            pass
        elif sym in _SUBJECTS:
            before = chunks[probe - 1].sym if probe else None
            if sym == "LIST" and chunks[index - 1].sym == "AND" and before == "WORD" and _is_object(chunks, probe):
                probe -= 2
                steps += 1
                continue
            if is_object_of_relative(chunks, probe):
                probe -= 2
                steps += 1
                continue
            if before == "REL" and probe < index - 1 and any(c.sym in ("SPONSOR", "WORD", "ACT", "GET") for c in chunks[probe + 1 : index]):
                probe -= 2
                steps += 1
                continue
            if sym == "BODY" and before in ("WORD", "BODY", "LIST"):
                of = _of_members(chunks, probe)
                if of is not None:
                    probe, steps = of, steps + 2
                    continue
            if sym in ("VOTER", "LIST") and before in ("WORD", "AMONG"):
                among = next((k for k in range(probe - 1, max(0, probe - 4), -1) if chunks[k].sym != "WORD"), 0)
                if chunks[among].sym == "AMONG" and chunks[among - 1].sym == "LIST":
                    probe = among - 1
                    continue
            if sym == "IT" and before in ("ACT", "UNREAL", "PASS", "FAIL") and chunks[index - 1].sym == "AND":
                probe -= 1
                steps += 1
                continue
            if before in GOVERNING and not represented(chunks, probe) and not _is_a_total(chunks, probe):
                probe -= 1
                steps += 1
                continue
            if sym == "REL":
                return chunk if chunk.has("the") else _antecedent(chunks, probe) or chunk
            return chunk
        elif sym in ("ACT", "PASS", "FAIL", "VOTE") and chunk.form == "ing":
            probe -= 1
            steps += 1
            continue
        probe -= 1
        steps += 1
    return None


def _is_a_total(chunks: list[Chunk], at: int) -> bool:
    """``a total of 153 MPs``."""
    return at > 1 and chunks[at].sym in _COUNTED and chunks[at - 1].sym == "OF" and chunks[at - 2].unit.lower == "total"


def represented(chunks: list[Chunk], at: int) -> bool:
    """``the delegation from Chad``, ``the representative of Chad``."""
    if at < 2 or chunks[at].sym != "LIST" or chunks[at - 1].unit.lower not in ("from", "of"):
        return False
    return chunks[at - 2].sym == "DELEGATE" or chunks[at - 2].unit.lower in _DELEGATES


def is_object_of_relative(chunks: list[Chunk], at: int) -> bool:
    """``(the five countries) that border Chad``: a name right behind the verb of a relative clause about a number of voters."""
    if at < 3 or chunks[at].sym != "LIST" or chunks[at - 2].sym != "REL" or chunks[at - 2].unit.lower in ("where", "whose"):
        return False
    verb = chunks[at - 1]
    counted = chunks[at - 3].sym in ("COUNT", "NUM", "SUB", "VOTER", "OTHERS")
    return counted and verb.sym in ("WORD", "VERB") and verb.unit.tag in ("WORD", "VERB") and verb.unit.lower not in CUES


def _is_object(chunks: list[Chunk], at: int) -> bool:
    """``Chad thanked Mali and abstained``, ``Chad angered Mali by abstaining``: a name right behind a verb with a subject of its own."""
    if chunks[at].sym == "MOTION":
        return False
    verb = chunks[at - 1]
    if verb.sym not in ("WORD", "ACT", "JOIN") or verb.unit.tag in ("NAME", "CAP", "NUM") or not at > 1:
        return False
    if verb.unit.lower in CUES and verb.unit.tag != "UNREAL":
        return False
    return chunks[at - 2].sym in ("LIST", "IT", "BODY", "COUNT", "MODAL", "NOT", "REL")


def _of_members(chunks: list[Chunk], index: int) -> int | None:
    """For the body in ``twelve members of the powerful council``: the index of the number."""
    probe = index - 1
    while probe > 0 and index - probe < 6 and chunks[probe].sym in ("WORD", "BODY", "AND", "LIST"):
        probe -= 1
    return probe - 1 if probe > 0 and chunks[probe].sym == "OF" and chunks[probe - 1].sym in ("COUNT", "NUM", "SUB") else None


def _antecedent(chunks: list[Chunk], index: int) -> Chunk | None:
    for probe in range(index - 1, max(-1, index - 4), -1):
        if chunks[probe].sym in ("MOTION", "BODY", "LIST", "COUNT", "SUB", "NUM"):
            return chunks[probe]
        if chunks[probe].sym not in ("COMMA", "WORD", "DASH", "OPEN"):
            return None
    return None


_VERBS = frozenset({"ACT", "VOTE", "PASS", "FAIL", "BE", "MODAL", "SPONSOR", "JOIN", "SIDE", "GET"})


def aside_start(chunks: list[Chunk], closing: int) -> int | None:
    """For a comma that closes an aside (``, including China,``): the index of the comma that opens it."""
    for probe in range(closing - 1, max(-1, closing - 9), -1):
        sym = chunks[probe].sym
        if sym == "COMMA":
            inner = chunks[probe + 1].sym if probe + 1 < closing else None
            if inner in ("LIST", "COUNT", "NUM", "SUB", "WORD") and any(c.sym in _VERBS for c in chunks[probe + 1 : closing]):
                return None
            if inner in (
                "INCL",
                "WITH",
                "EXCEPT",
                "REL",
                "OF",
                "W",
                "IN",
                "SPONSOR",
                "LIST",
                "WORD",
                "BY",
                "TITLED",
                "CONTRAST",
                "COUNT",
                "SUB",
                "ACT",
                "NUM",
                "QUOTE",
                "DELEGATE",
                "TO",
            ) or (inner in ("IT", "VOTER", "BODY") and any(c.unit.lower in _ASIDES for c in chunks[probe + 1 : probe + 3])):
                return probe
            return None
        if sym in ("SEMI", "STOP", "COLON", "PASS", "FAIL"):
            return None
    return None


def asides(chunks: list[Chunk]) -> list[tuple[int, int]]:
    """Offsets of the asides with a verb of their own behind a name: ``, which voted no last year,``, ``, having abstained before,``."""
    found: list[tuple[int, int]] = []
    at = 1
    while at < len(chunks) - 2:
        if chunks[at].sym == "COMMA" and chunks[at - 1].sym == "LIST" and _opens_aside(chunks, at + 1):
            end = next((k for k in range(at + 2, len(chunks)) if chunks[k].sym in ("COMMA", "SEMI", "STOP")), len(chunks) - 1)
            if chunks[end].sym == "COMMA":
                found.append((chunks[at].start, chunks[end].start))
                at = end
        at += 1
    return found


def _opens_aside(chunks: list[Chunk], at: int) -> bool:
    if chunks[at].sym in ("REL", "ACT"):
        return True
    return chunks[at].sym == "CONTRAST" and chunks[at + 1].sym == "ACT" and chunks[at + 1].form == "ing"
