"""What became of the motion in one sentence: passed or failed, and vetoes."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact
from claimwire.grammar.forecasts import is_forecast
from claimwire.grammar.participles import of_clause
from claimwire.grammar.wordlists import word_list


def outcomes_of(chunks: list[Chunk]) -> list[Fact]:
    """Result facts of a sentence, and the noes of vetoing states."""
    found: list[Fact] = []
    for at, chunk in enumerate(chunks):
        if chunk.sym in ("PASS", "FAIL"):
            if (is_forecast(chunks, at) and not chunk.has("denied")) or _of_changes(chunks, at):
                continue
            end = chunk.end
            follows = chunks[at + 1] if at + 1 < len(chunks) else None
            if follows is not None and follows.sym in ("MOTION", "BODY"):
                end = follows.end
            subject = subject_of(chunks, at)
            start = subject.start if subject is not None and subject.sym in ("MOTION", "BODY", "IT") else chunk.start
            flags = frozenset({"weak"} if chunk.has("declared") else {"opens"} if chunk.has("voted-to") else ())
            if subject is not None and subject.sym in ("IT", "REL") and subject.unit.lower == "that":
                flags |= {"pronoun"}
            found.append(Fact("result", at, start, end, "result.verb", at, result="pass" if chunk.sym == "PASS" else "fail", flags=flags))
            if chunk.has("veto"):
                _vetoed_by(chunks, at, found)
        elif chunk.sym in ("ACT", "PASSIVE") and chunk.has("veto"):
            if any(c.sym == "NOT" and c.unit.lower == "neither" for c in chunks[max(0, at - 6) : at]):
                continue
            found.append(Fact("result", at, chunk.start, chunk.end, "result.veto", at, result="fail"))
        elif chunk.sym == "VETONOUN":
            _veto_noun(chunks, at, found)
        elif (
            chunk.sym == "UNANIMOUS"
            and any(c.sym in ("PASS", "ACT") and c.option != "abstain" for c in chunks[max(0, at - 6) : at + 4])
            and not is_forecast(chunks, at)
        ):
            found.append(Fact("count", at, chunk.start, chunk.end, "count.unanimous", at, "no", 0, derived=True))
    return found


_CHANGES = frozenset("changes requests attempts efforts objections".split())
_CHANGING = frozenset("change amend alter modify weaken soften delay postpone block stop kill derail".split())


def _of_changes(chunks: list[Chunk], at: int) -> bool:
    """``Requests to change the draft were turned down`` tells of the requests, not of the draft."""
    if at == 0 or (chunks[at - 1].sym != "BE" and chunks[at].unit.lower not in ("failed", "fails", "fail")):
        return False
    for probe in range(at - 1, max(-1, at - 14), -1):
        chunk = chunks[probe]
        if chunk.sym in ("STOP", "SEMI", "ACT", "PASS", "FAIL", "CONTRAST"):
            return False
        if chunk.sym == "WORD" and chunk.unit.lower in _CHANGES:
            return not (probe and chunks[probe - 1].sym in ("REL", "MOTION"))
        if chunk.sym == "MOTION" and not (probe and chunks[probe - 1].unit.lower in _CHANGING):
            return False
    return False


def _vetoed_by(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    if at + 2 >= len(chunks) or chunks[at + 1].sym != "BY":
        return
    agent = next((k for k in range(at + 2, min(len(chunks), at + 6)) if chunks[k].sym not in ("WORD", "VOTER")), at)
    if chunks[agent].sym == "LIST" and (agent == at + 2 or chunks[agent - 1].sym == "VOTER"):
        for name in chunks[agent].named:
            if name.actor is not None:
                found.append(Fact("position", at, chunks[at].start, name.end, "position.veto", at, "no", named=name))


_WIELDED = frozenset("used uses using exercised wielded cast casting invoked deployed issued".split())
_VETO_CUES = _WIELDED | frozenset("met meets blocked fell by to because of due stopped".split())


def _blocks(chunks: list[Chunk], at: int) -> bool:
    """``a Russian veto blocked the draft``."""
    verb = chunks[at + 1] if at + 1 < len(chunks) else None
    if verb is None or any(c.sym in ("MODAL", "NOT") or c.unit.lower in ("no", "earlier", "previous") for c in chunks[max(0, at - 3) : at]):
        return False
    stopped = verb.unit.sense.id == "block" or verb.unit.lower in word_list("outcomes.stopping")
    return stopped and verb.unit.sense.form in (None, "past", "third") and verb.sym != "UNREAL"


def _veto_noun(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``used its veto``, ``met Russia's veto``, ``fell to a Russian veto``; not ``veto power``, not ``could use its veto``."""
    chunk = chunks[at]
    if _blocks(chunks, at):
        found.append(Fact("result", at, chunk.start, chunks[at + 1].end, "result.veto-noun", at, result="fail"))
        return
    texts = [c.phrase for c in chunks[at + 1 : at + 5] if c.phrase is not None]
    wielded = (
        any(c.unit.lower in _WIELDED for c in chunks[max(0, at - 3) : at]) and bool(texts) and texts[0].definite and not texts[0].plural
    )
    if ("power" in chunk.unit.lower or "right" in chunk.unit.lower) and not wielded:
        return
    before = chunks[max(0, at - 5) : at]
    if any(
        c.sym in ("MODAL", "NOT")
        or c.unit.lower in ("no", "without", "threat", "threatened", "avoid", "each", "historically")
        or (c.unit.lower in ("power", "right") and not wielded)
        for c in before
    ):
        return
    cue = next((c for c in reversed(before) if c.unit.lower in _VETO_CUES), None)
    if cue is not None and cue.unit.lower in ("by", "to", "of") and chunks.index(cue) < at - 3:
        return
    if at + 1 < len(chunks) and chunks[at + 1].unit.lower in ("unused", "threat", "threats", "power", "rights"):
        return
    if cue is None:
        return
    found.append(Fact("result", at, chunk.start, chunk.end, "result.veto-noun", at, result="fail"))
    subject = next((c for c in reversed(before) if c.sym == "LIST"), None)
    if subject is None and cue.sym == "WORD" and cue.unit.lower.endswith("ing"):
        wielding = chunks.index(cue)
        subject = of_clause(chunks, wielding - 1) if wielding and chunks[wielding - 1].sym == "COMMA" else None
    if subject is not None and cue.unit.lower in _WIELDED and cue.start > subject.start:
        for name in subject.named:
            if name.actor is not None:
                found.append(Fact("position", at, name.start, chunk.end, "position.veto", at, "no", named=name))
