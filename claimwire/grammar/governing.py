"""Whether a body named in a sentence governs the vote that the sentence tells, or is only spoken of."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_INSIDE: Final = word_list("governing.inside")
_ASIDES: Final = word_list("governing.asides")
_LEAVING: Final = word_list("governing.leaving")
_ORDERING: Final = word_list("governing.ordering")


def governs(chunks: list[Chunk], at: int) -> bool:
    """Whether the body at ``chunks[at]`` holds the vote that the sentence tells."""
    chunk = chunks[at]
    before = chunks[at - 1] if at else None
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if before is not None:
        if before.sym == "OF" or before.unit.lower == "of":
            return _of_outcome(chunks, at)
        if before.unit.lower == "from" and any(c.unit.lower in _LEAVING for c in chunks[max(0, at - 8) : at]):
            return False
        if before.sym in ("OUTCOME", "BE"):
            return True
        if before.sym == "BY":
            previous = chunks[at - 2] if at >= 2 else None
            return previous is None or previous.sym in ("PASS", "FAIL", "ACT", "PASSIVE", "OUTCOME") or previous.unit.lower not in _ORDERING
        if before.sym == "IN" and before.unit.lower in _INSIDE:
            return not (at >= 2 and chunks[at - 2].unit.lower in _ASIDES)
        if before.sym in ("IN", "TO", "INCL", "WITH"):
            return False
        if before.unit.lower in ("after", "since", "than") and not (
            after is not None and after.sym in ("PASS", "FAIL", "ACT", "VOTE", "BE")
        ):
            return False
    if after is None:
        return True
    if chunk.unit.possessive and after.sym != "OUTCOME":
        return False
    follows = [c.sym for c in chunks[at + 1 : at + 6]]
    starts = before is None or before.sym in ("COMMA", "SEMI", "CONTRAST", "AND", "VOTES", "COLON")
    if starts and any(s in ("MOTION", "IT") for s in follows[:3]):
        return True
    if follows[:1] == ["OUTCOME"] and after.unit.lower.startswith(("vote", "ballot")):
        return True
    if any(s in ("PASS", "FAIL", "ACT", "VOTE", "UNREAL") for s in follows[:3]):
        return True
    return (before is not None and before.sym in ("PASS", "FAIL", "ACT")) or "PASS" in follows or "FAIL" in follows


def _of_outcome(chunks: list[Chunk], at: int) -> bool:
    """``a vote of the Assembly`` is its vote; ``members of the Council`` may vote anywhere."""
    if at < 2:
        return any(c.sym in ("OUTCOME", "COUNT", "NUM") for c in chunks[:at])
    previous = chunks[at - 2]
    if previous.unit.lower in word_list("governing.meetings"):
        return at < 3 or chunks[at - 3].sym in ("IN", "COMMA", "CONTRAST", "BY") or chunks[at - 3].unit.tag in ("WORD", "CAP")
    if previous.sym == "MOTION":
        return at >= 3 and chunks[at - 3].sym == "IN" and previous.phrase is not None and not previous.phrase.plural
    if previous.sym == "BODY":
        return False
    if previous.unit.lower in _ASIDES or previous.sym in ("VOTER", "DELEGATE"):
        return False
    return any(c.sym in ("OUTCOME", "COUNT", "NUM") for c in chunks[max(0, at - 3) : at])
