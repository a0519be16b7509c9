"""Who is named behind ``by``, and which motion a participle or a noun speaks of: what all rules for sponsors share."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.facts import Fact
from claimwire.grammar.wordlists import word_list

_REACH: Final = 22
"""So many chunks back a participle looks for the motion it belongs to."""
_LONGEST: Final = 240
"""Words of a claim longer than this are cut to the name alone."""
_GOVERNED: Final = frozenset({"IN", "OF", "TO", "W", "WEAK", "WITH", "INCL", "AMONG", "BY", "LABEL", "COLON"})
_MODIFIERS: Final = frozenset(
    "IN OF TO W WEAK LABEL UNREAL QUOTE TITLED COMMA REL BE OWN NEW DASH OPEN CLOSE LIST BODY VOTER DELEGATE AND EARLIER ELECTION NUM "
    "THRESHOLD COUNT SUB PASSIVE WITH BY".split()
)
_BETWEEN: Final = frozenset({"TO", "IN", "BODY", "WORD", "EARLIER", "OPEN", "CLOSE", "VOTER", "IT"})
_BEFORE_AGENT: Final = frozenset("WORD DELEGATE COLON OF VOTER NUM COUNT SUB INCL AMONG SPONSOR BY NEW OTHERS DASH".split())
_ASIDE: Final = frozenset({"IN", "OF", "W", "WITH"})


def by(chunks: list[Chunk], at: int) -> int | None:
    """Where the agent of a participle begins: ``drafted by``, ``brought to the Assembly by``; ``None`` without one."""
    for probe in range(at + 1, min(len(chunks), at + 8)):
        chunk = chunks[probe]
        if chunk.sym == "BY":
            return probe + 1
        aside = chunk.sym == "LIST" and chunks[probe - 1].sym in _ASIDE
        if chunk.sym not in _BETWEEN and not aside and chunk.unit.lower != "before":
            return None
    return None


def agents(chunks: list[Chunk], at: int) -> list[Named]:
    """The actors of an agent: ``Kenya``, ``the delegation of Kenya``, ``40 countries including Kenya``, ``a group led by Kenya``."""
    for probe in range(at, min(len(chunks), at + 7)):
        sym = chunks[probe].sym
        if sym == "LIST":
            joined = [n for k in _joined(chunks, probe) for n in chunks[k].named]
            return [*chunks[probe].named, *joined] if joined else chunks[probe].named
        if sym == "COMMA" and probe + 1 < len(chunks) and chunks[probe + 1].sym in ("INCL", "AMONG"):
            continue
        if sym not in _BEFORE_AGENT and chunks[probe].unit.lower != "both":
            return []
    return []


def _joined(chunks: list[Chunk], at: int) -> list[int]:
    """The list in ``by Kenya together with Peru``."""
    joint = at + 2 if at + 1 < len(chunks) and chunks[at + 1].sym == "COMMA" else at + 1
    told = joint + 1 < len(chunks) and chunks[joint].unit.lower in word_list("sponsors.joining") and chunks[joint + 1].sym == "LIST"
    return [joint + 1] if told else []


def emit_sponsors(found: list[Fact], named: list[Named], beside: Chunk, at: int, rule: str) -> None:
    """A sponsor fact for each actor; its words reach from the name to the chunk beside it, where they are not too far apart."""
    for name in named:
        if name.actor is not None:
            start, end = min(beside.start, name.start), max(beside.end, name.end)
            if end - start > _LONGEST:
                start, end = name.start, name.end
            found.append(Fact("sponsor", at, start, end, rule, at, named=name))
            if name.home is not None:
                found.append(Fact("sponsor", at, start, end, rule, at, named=Named(name.home, name.start, name.end)))


def modified(chunks: list[Chunk], at: int) -> int | None:
    """The motion that a participle or relative clause belongs to: over its other modifiers, never over a verb."""
    for probe in range(at - 1, max(-1, at - _REACH), -1):
        chunk = chunks[probe]
        if chunk.sym in ("MOTION", "IT") and chunk.unit.lower != "both":
            return probe
        if chunk.sym == "LIST" and not _is_governed(chunks, probe):
            return None
        if chunk.sym == "SPONSOR" and by(chunks, probe) is not None:
            continue
        if chunk.sym in _MODIFIERS:
            continue
        if chunk.sym == "WORD" and not _ends_phrase(chunk, after_motion=probe > 0 and chunks[probe - 1].sym == "MOTION"):
            continue
        return None
    return None


def _is_governed(chunks: list[Chunk], at: int) -> bool:
    """``by Kenya``, ``by the 54-member African Group``: a list that is no subject."""
    probe = at - 1
    while probe > 0 and at - probe < 5 and chunks[probe].sym in ("WORD", "NUM", "DASH", "VOTER", "COUNT"):
        probe -= 1
    return bool(at) and (chunks[at - 1].sym in (*_GOVERNED, "AND", "SPONSOR") or (probe >= 0 and chunks[probe].sym == "BY"))


def _ends_phrase(chunk: Chunk, *, after_motion: bool) -> bool:
    """Whether a word is likely the verb of the motion's own clause: ``the decision marked a departure``; not ``calling for a truce``."""
    word = chunk.unit.lower.split()[0]
    return word.endswith("ed") or (after_motion and not word.endswith("ing") and not word[0].isdigit())
