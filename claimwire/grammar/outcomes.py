"""What became of the motion in one sentence: passed or failed, vetoes; and who put it forward."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact
from claimwire.grammar.forecasts import is_forecast


def outcomes_of(chunks: list[Chunk]) -> list[Fact]:
    """Result facts of a sentence, and the noes of vetoing states."""
    found: list[Fact] = []
    for at, chunk in enumerate(chunks):
        if chunk.sym in ("PASS", "FAIL"):
            if is_forecast(chunks, at) or _of_changes(chunks, at):
                continue
            end = chunk.end
            follows = chunks[at + 1] if at + 1 < len(chunks) else None
            if follows is not None and follows.sym in ("MOTION", "BODY"):
                end = follows.end
            subject = subject_of(chunks, at)
            start = subject.start if subject is not None and subject.sym in ("MOTION", "BODY", "IT") else chunk.start
            flags = frozenset({"weak"} if chunk.has("declared") else {"opens"} if chunk.has("voted-to") else ())
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


def _veto_noun(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``used its veto``, ``met Russia's veto``, ``fell to a Russian veto``; not ``veto power``, not ``could use its veto``."""
    chunk = chunks[at]
    if "power" in chunk.unit.lower or "right" in chunk.unit.lower:
        return
    before = chunks[max(0, at - 5) : at]
    if any(
        c.sym in ("MODAL", "NOT")
        or c.unit.lower in ("no", "without", "threat", "threatened", "avoid", "power", "right", "each", "historically")
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
    if subject is not None and cue.unit.lower in _WIELDED and cue.start > subject.start:
        for name in subject.named:
            if name.actor is not None:
                found.append(Fact("position", at, name.start, chunk.end, "position.veto", at, "no", named=name))


def sponsors_of(chunks: list[Chunk]) -> list[Fact]:
    """Who drafted, tabled or backed a motion: beside its phrase, or with ``it`` as the object."""
    found: list[Fact] = []
    for at, chunk in enumerate(chunks):
        if chunk.sym == "MOTION" and chunk.phrase is not None:
            for name in chunk.phrase.sponsors if not _done_to(chunk) else ():
                found.append(Fact("sponsor", at, name.start, max(name.end, chunk.phrase.end), "sponsor.phrase", at, named=name))
            joint = at + 2 if at + 1 < len(chunks) and chunks[at + 1].sym == "COMMA" else at + 1
            by = [c.sym for c in chunks[joint + 1 : joint + 3]] == ["BY", "LIST"]
            if by and chunks[joint].unit.lower in _PRESENTED:
                _emit(found, chunks[joint + 2].named, chunk, at, "sponsor.participle")
            led = at + 1 < len(chunks) and chunks[at + 1].unit.lower == "led by"
            if at + 2 < len(chunks) and (chunks[at + 1].sym == "BY" or led) and chunks[at + 2].sym == "LIST":
                _emit(found, chunks[at + 2].named, chunk, at, "sponsor.by")
            if (
                at >= 2
                and at + 1 < len(chunks)
                and chunks[at - 1].unit.lower in ("put", "puts")
                and chunks[at + 1].unit.lower in ("forward", "forth")
                and chunks[at - 2].sym == "LIST"
            ):
                _emit(found, chunks[at - 2].named, chunk, at, "sponsor.active")
            if at + 2 < len(chunks) and chunks[at + 1].unit.lower == "from" and chunks[at + 2].sym == "LIST" and chunk.phrase.head:
                _emit(found, chunks[at + 2].named, chunk, at, "sponsor.from")
        elif chunk.sym == "LIST" and at + 1 < len(chunks) and chunks[at + 1].unit.lower in _PRESENTING:
            _presented(chunks, at, found)
        elif chunk.sym in ("SPONSOR", "PASSIVE") and (chunk.sym == "SPONSOR" or (at and _modifies(chunks, at))):
            _sponsor_verb(chunks, at, found)
    return found


_DONE_TO = frozenset(
    "suspension expulsion removal ouster impeachment censure condemnation admission membership accession exclusion".split()
)


def _done_to(motion: Chunk) -> bool:
    """``Russia's suspension`` is done to Russia, not by it."""
    return motion.phrase is not None and motion.phrase.noun.lower() in _DONE_TO


def _carried(chunks: list[Chunk], at: int) -> Chunk | None:
    """The subject of a verb joined on (``X urged … and proposed``) or behind an apposition (``X, one of ten, introduced``)."""
    if at < 2 or chunks[at - 1].sym not in ("AND", "COMMA"):
        return None
    first = 0
    while first < at and chunks[first].sym in ("AND", "CONTRAST", "DASH"):
        first += 1
    subject = chunks[first]
    if subject.sym != "LIST" or any(c.sym in ("SEMI", "BODY", "STOP") for c in chunks[first + 1 : at]):
        return None
    if chunks[at - 1].sym == "COMMA":
        return subject if chunks[first + 1].sym == "COMMA" and sum(c.sym == "COMMA" for c in chunks[first:at]) == 2 else None
    verbs = [c for c in chunks[first + 1 : at] if c.sym in ("LIST", "REL")]
    return subject if not verbs else None


_AUTHORS = frozenset("authors sponsors co-sponsors cosponsors drafters co-authors initiators".split())
_PRESENTED = frozenset("presented drawn brought circulated moved offered championed crafted written".split())
_PRESENTING = frozenset("presented presents put puts brought circulated led".split())


def _presented(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``Pakistan presented the draft`` · ``the draft that the United States had put to the Assembly``."""
    motion = at + 2 if at + 2 < len(chunks) and chunks[at + 2].sym in ("MOTION", "IT") else None
    if motion is not None and chunks[at + 1].unit.lower.startswith(("put", "brought")):
        return
    if (
        motion is None
        and at >= 2
        and chunks[at - 1].sym == "REL"
        and chunks[at - 2].sym == "MOTION"
        and at + 2 < len(chunks)
        and chunks[at + 2].sym in ("TO", "IN")
    ):
        motion = at - 2
    if motion is None or not all(name.actor is not None and name.actor.kind != "person" for name in chunks[at].named):
        return
    phrase = chunks[motion].phrase
    if phrase is not None and phrase.sponsors:
        return
    end = chunks[motion].end
    found.extend(
        Fact("sponsor", motion, name.start, max(name.end, end), "sponsor.presented", motion, named=name) for name in chunks[at].named
    )


def _modifies(chunks: list[Chunk], at: int) -> bool:
    """``a text backed by the EU``: a participle right after its noun, not a vote."""
    before = chunks[at - 1]
    return before.sym == "MOTION" and before.phrase is not None and chunks[at].option == "yes"


def _emit(found: list[Fact], named: list[Named], motion: Chunk, at: int, rule: str) -> None:
    for name in named:
        if name.actor is not None:
            start, end = min(motion.start, name.start), max(motion.end, name.end)
            if end - start > 240:
                start, end = name.start, name.end
            found.append(Fact("sponsor", at, start, end, rule, at, named=name))


def _sponsor_verb(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    chunk = chunks[at]
    if at + 2 < len(chunks) and chunks[at + 1].sym == "BY":
        agent = next((k for k in range(at + 2, min(len(chunks), at + 4)) if chunks[k].sym == "LIST"), None)
        motion = next((k for k in range(at - 1, max(-1, at - 7), -1) if chunks[k].sym in ("MOTION", "IT")), None)
        if motion is None and at <= 1 and agent is not None:
            motion = next((k for k in range(agent + 1, min(len(chunks), agent + 6)) if chunks[k].sym in ("MOTION", "IT")), None)
        if (
            agent is not None
            and motion is not None
            and not any(chunks[k].sym in ("ACT", "PASS", "FAIL", "SEMI", "LIST") for k in range(motion + 1, at))
        ):
            _emit(found, chunks[agent].named, chunk, motion, "sponsor.passive")
        return
    if at >= 2 and chunk.unit.lower in _AUTHORS and chunks[at - 1].sym == "BE" and chunks[at - 2].sym == "LIST":
        target = next((k for k in range(at + 1, min(len(chunks), at + 3)) if chunks[k].sym in ("MOTION", "IT")), at)
        found.extend(
            Fact("sponsor", target, name.start, max(chunk.end, chunks[target].end), "sponsor.authors", target, named=name)
            for name in chunks[at - 2].named
            if name.actor is not None
        )
        return
    if chunk.sym != "SPONSOR" or (is_forecast(chunks, at) and chunks[at - 1].sym != "AND"):
        return
    subject = _carried(chunks, at) or subject_of(chunks, at)
    if subject is not None and subject.sym in ("COUNT", "NUM"):
        aim = next((k for k in range(at + 1, min(len(chunks), at + 3)) if chunks[k].sym in ("MOTION", "IT")), None)
        listed = next((k for k in range(at + 2, min(len(chunks), at + 6)) if chunks[k].sym == "LIST" and chunks[k - 1].sym == "INCL"), None)
        if aim is not None and listed is not None:
            _emit(found, chunks[listed].named, chunks[listed], aim, "sponsor.including")
        return
    if subject is None or subject.sym != "LIST":
        return
    index = chunks.index(subject)
    if any(chunks[k].sym == "NOT" for k in range(index, at)):
        return
    owner = index - 3 if index >= 3 and chunks[index - 2].sym == "COMMA" else index - 2
    relative = owner >= 0 and chunks[index - 1].sym == "REL" and chunks[owner].sym == "MOTION"
    reduced = index >= 1 and chunks[index - 1].sym == "MOTION"
    if relative or reduced:
        _emit(found, subject.named, chunk, owner if relative else index - 1, "sponsor.relative")
        return
    goal = next((k for k in range(at + 1, min(len(chunks), at + 4)) if chunks[k].sym in ("MOTION", "IT")), None)
    if goal is None or any(chunks[k].sym in ("IN", "TO", "WEAK") for k in range(at + 1, goal)):
        return
    if (
        chunk.unit.lower in ("led", "lead", "leads", "moved", "moves", "presented", "offered", "brought", "wrote")
        and chunks[goal].sym == "IT"
    ):
        return
    for name in subject.named:
        if name.actor is not None:
            found.append(Fact("sponsor", goal, name.start, max(name.end, chunks[goal].end), "sponsor.active", goal, named=name))
