"""Outcomes told by more than one word: ``won approval``, ``gave its assent``, ``survived a vote of no confidence``."""

from __future__ import annotations

import itertools
from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_REACH: Final = 7
"""So many chunks lie at most between the verb and the noun of one outcome."""
_INSIDE: Final = frozenset({"WORD", "NEW", "OWN", "UNANIMOUS", "MOTION", "OF", "IT", "LIST", "BODY", "BACKING", "THRESHOLD", "NUM"})
_ENDS: Final = frozenset({"COMMA", "SEMI", "STOP", "CONTRAST", "COLON", "REL"})

_REACHING: Final = word_list("verdicts.reaching")
_FATES: Final = {
    verb: kind for kind in ("declaring", "falling", "losing", "winning", "surviving") for verb in word_list(f"verdicts.{kind}")
}
"""What a verb says befell who asked for confidence."""


def mark_verdicts(units: list[Unit], chunks: list[Chunk]) -> None:
    """Turns the chunk that tells such an outcome into PASS or FAIL."""
    for at, chunk in enumerate(chunks):
        if chunk.unit.tag == "APPROVAL" or (chunk.sym == "BACKING" and _follows(chunks, at) == "BODY"):
            _approval(chunks, at)
        elif chunk.sym in ("WORD", "VERB", "UNREAL") and chunk.unit.lower in ("defeat", "passage"):
            _suffered(chunks, at)
        elif chunk.sym in ("WORD", "VERB", "UNREAL") and chunk.unit.lower in ("support", "backing"):
            _approval(chunks, at, only_given=True)
        elif chunk.sym in ("WORD", "GET", "VERB", "UNREAL", "BE") and chunk.unit.lower in _REACHING:
            _missed(chunks, at)
            if chunk.sym != "FAIL" and chunk.unit.lower in _FATES and not _is_gated(chunks, at):
                _confidence(units, chunks, at)
        elif chunk.sym == "VERB" and chunk.unit.sense.result is not None and at and chunks[at - 1].sym == "COLON":
            _stated(chunks, at)
        elif chunk.sym == "IN" and chunk.unit.lower == "through":
            _through(chunks, at)
        elif chunk.sym in ("WORD", "GET", "VERB", "REAL") and chunk.unit.lower in _FATES and not _is_gated(chunks, at):
            _confidence(units, chunks, at)


def withheld(units: list[Unit], at: int) -> bool:
    """Whether the verb of passing at ``units[at]`` is said not to have come about: ``failed to``, ``did not``, ``was unable to``."""
    probe = at - 1
    while probe >= 0 and (units[probe].tag in ("NOISE", "DATE") or units[probe].lower.endswith("ly")):
        probe -= 1
    if probe < 0:
        return False
    unit = units[probe]
    before = units[probe - 1] if probe else None
    if unit.tag == "REFUSE":
        return True
    if unit.tag == "TO" and before is not None:
        return before.lower in word_list("verdicts.withholding")
    if unit.tag == "NOT" and before is not None:
        return unit.lower == "didn't" or before.lower in ("did", "could", "was", "were")
    return unit.lower in ("didn't", "couldn't", "wasn't", "weren't")


def _follows(chunks: list[Chunk], at: int) -> str | None:
    return chunks[at + 1].sym if at + 1 < len(chunks) else None


def _is_gated(chunks: list[Chunk], verb: int) -> bool:
    """Whether the verb is denied, possible or only wished for."""
    for probe in range(verb - 1, max(-1, verb - 4), -1):
        chunk = chunks[probe]
        if chunk.sym in ("MODAL", "NOT", "TO", "REFUSE", "UNREAL") or chunk.unit.tag == "UNREAL":
            return True
        if chunk.sym != "WORD":
            return False
    return False


def _governor(chunks: list[Chunk], noun: int, verbs: frozenset[str]) -> int | None:
    for probe in range(noun - 1, max(-1, noun - _REACH), -1):
        if chunks[probe].unit.lower in verbs:
            return None if _is_gated(chunks, probe) else probe
        if chunks[probe].sym not in _INSIDE:
            return None
    return None


def is_one(subject: Chunk | None, *syms: str) -> bool:
    """Whether there is a subject, and it is one of these."""
    return subject is not None and subject.sym in syms


def tell(chunk: Chunk, result: str) -> None:
    """Turns a chunk into the outcome it tells."""
    chunk.sym, chunk.result, chunk.option = ("PASS" if result == "pass" else "FAIL"), result, None


def _approval(chunks: list[Chunk], at: int, *, only_given: bool = False) -> None:
    """``the Senate gave its approval``, ``the bill won approval``, ``the bill was given the green light``."""
    given = _governor(chunks, at, word_list("verdicts.giving"))
    if given is not None:
        subject = subject_of(chunks, given)
        passive = given > 0 and chunks[given - 1].sym == "BE"
        if is_one(subject, "MOTION", "IT") if passive else is_one(subject, "BODY"):
            tell(chunks[at], "pass")
        return
    got = None if only_given else _governor(chunks, at, word_list("verdicts.getting"))
    if got is not None and is_one(subject_of(chunks, got), "MOTION", "IT"):
        tell(chunks[at], "pass")


def _suffered(chunks: list[Chunk], at: int) -> None:
    """``the bill suffered a defeat``, ``the bill completed its passage``."""
    passage = chunks[at].unit.lower == "passage"
    verb = _governor(chunks, at, word_list("verdicts.completing" if passage else "verdicts.suffering"))
    if verb is None and not passage and at >= 2 and chunks[at - 1].sym == "W" and chunks[at - 2].unit.lower in ("met", "meets"):
        verb = at - 2
    if verb is not None and is_one(subject_of(chunks, verb), "MOTION"):
        tell(chunks[at], "pass" if passage else "fail")


def _stated(chunks: list[Chunk], at: int) -> None:
    """``Motion status: Rejected``, ``Result: carried``: a record's line."""
    ends = at + 1 >= len(chunks) or chunks[at + 1].sym in ("STOP", "OPEN", "SEMI", "OUTCOME", "TALLY")
    ends = ends or [c.sym for c in chunks[at + 1 : at + 3]] in (["BY", "OUTCOME"], ["BY", "TALLY"])
    named = any(
        c.unit.lower in word_list("verdicts.naming") or c.sym in ("MOTION", "QUOTE", "CLOSE") for c in chunks[max(0, at - 4) : at - 1]
    )
    if ends and named and chunks[at].form in ("past", "participle"):
        tell(chunks[at], chunks[at].unit.sense.result or "pass")


def _through(chunks: list[Chunk], at: int) -> None:
    """``the bill was through the lower house``, ``Bill through with 174 votes``: no other verb stands there."""
    before = chunks[at - 1] if at else None
    told = _follows(chunks, at) == "BODY" or [c.sym for c in chunks[at + 1 : at + 3]] == ["W", "VOTES"]
    got = at >= 2 and chunks[at - 2].unit.lower in word_list("verdicts.bringing")
    if before is None or got or not told or (before.sym == "BE" and _is_gated(chunks, at - 1)):
        return
    if before.sym == "MOTION" or (before.sym == "BE" and is_one(subject_of(chunks, at - 1), "MOTION", "IT")):
        tell(chunks[at], "pass")


def _missed(chunks: list[Chunk], at: int) -> None:
    """``did not get the required nine votes``, ``failed to reach a two-thirds majority``, ``missed the threshold``."""
    missed = chunks[at].unit.lower in ("missed", "misses")
    before = chunks[max(0, at - 2) : at]
    denied = any(c.sym == "NOT" or c.unit.lower in ("failed", "fails", "unable") for c in before) and not any(
        c.sym == "MODAL" for c in before
    )
    needed = any(c.sym == "THRESHOLD" or c.unit.lower in ("needed", "majority") for c in chunks[at + 1 : at + 5])
    if needed and (missed or denied):
        tell(chunks[at], "fail")


def _confidence(units: list[Unit], chunks: list[Chunk], at: int) -> None:
    """The fate of who asked for confidence, turned into the motion's: who survives a motion of no confidence saw it fail."""
    kind = _FATES[chunks[at].unit.lower]
    first = chunks[at + 1].first if at + 1 < len(chunks) else chunks[at].after
    end = at + 1
    while end < len(chunks) and end - at <= _REACH and chunks[end].sym not in _ENDS:
        end += 1
    words = [u.lower for u in units[first : chunks[end - 1].after]] if end > at + 1 else []
    asked = [w for w in words if "confidence" in w or w in ("trust", "censure", "impeachment")]
    if not asked:
        return
    against = any(
        w.startswith(("no confidence", "no-confidence", "non-confidence", "no trust")) or w in ("censure", "impeachment") for w in words
    )
    against = against or any(a == "no" and b.startswith(("confidence", "trust")) for a, b in itertools.pairwise(words))
    if kind in ("winning", "losing") and any("opposition" in c.unit.lower for c in chunks[max(0, at - 3) : at]):
        kind = "losing" if kind == "winning" else "surviving"
    if kind == "declaring":
        if asked[-1] not in ("censure", "impeachment") and is_one(subject_of(chunks, at), "BODY"):
            tell(chunks[at], "pass")
    elif kind == "winning" and not against and any(c.sym == "BODY" for c in chunks[at + 1 : end]) and words[-1:] != ["vote"]:
        tell(chunks[at], "pass")
    elif not any(w.startswith(("vote", "motion", "ballot", "bid", "resolution", "proceeding")) for w in words) and asked != [
        "no-confidence"
    ]:
        return
    elif kind == "surviving":
        tell(chunks[at], "fail" if against else "pass")
    elif kind == "winning" and not against:
        tell(chunks[at], "pass")
    elif kind == "losing":
        tell(chunks[at], "pass" if against else "fail")
    elif kind == "falling" and against:
        tell(chunks[at], "pass")
