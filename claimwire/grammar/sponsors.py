"""Who put a motion forward: beside its phrase, by a verb, by a noun (``the sponsors of the text``), or by ``initiative``."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact
from claimwire.grammar.forecasts import is_forecast
from claimwire.grammar.wordlists import word_list

_REACH: Final = 22
"""So many chunks back a participle looks for the motion it belongs to."""
_LONGEST: Final = 240
"""Words of a claim longer than this are cut to the name alone."""
_PRESENTED: Final = frozenset("presented drawn brought circulated moved offered championed crafted written".split())
_GOVERNED: Final = frozenset({"IN", "OF", "TO", "W", "WEAK", "WITH", "INCL", "AMONG", "BY", "LABEL", "COLON"})
_MODIFIERS: Final = frozenset(
    "IN OF TO W WEAK LABEL UNREAL QUOTE TITLED COMMA REL BE OWN NEW DASH OPEN CLOSE LIST BODY VOTER DELEGATE AND EARLIER ELECTION NUM "
    "THRESHOLD".split()
)
_BETWEEN: Final = frozenset({"TO", "IN", "BODY", "WORD", "EARLIER", "OPEN", "CLOSE", "VOTER"})


def sponsors_of(chunks: list[Chunk]) -> list[Fact]:
    """Who drafted, tabled or backed a motion, each as a fact that hangs on the motion's chunk."""
    found: list[Fact] = []
    for at, chunk in enumerate(chunks):
        if chunk.sym == "MOTION" and chunk.phrase is not None:
            _beside(chunks, at, found)
        elif chunk.sym == "SPONSOR" and chunk.unit.lower == "core group":
            _core_group(chunks, at, found)
        elif chunk.sym == "SPONSOR" and not (chunk.unit.lower in _authors() and _noun(chunks, at, found)):
            _verb(chunks, at, found)
        elif chunk.sym == "PASSIVE" and at and chunk.option == "yes" and chunks[at - 1].sym == "MOTION":
            _participle(chunks, at, found)
        elif chunk.sym == "WORD" and chunk.unit.lower in _authors():
            _noun(chunks, at, found)
        elif chunk.sym == "WORD" and chunk.unit.lower in word_list("sponsors.works"):
            _work(chunks, at, found)
    return found


def _authors() -> frozenset[str]:
    return word_list("sponsors.authors")


def _beside(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``Kenya's draft``, ``a draft by Kenya``, ``a draft from Kenya``, ``at the initiative of Kenya``."""
    motion = chunks[at]
    phrase = motion.phrase
    assert phrase is not None
    if phrase.noun.lower() not in word_list("sponsors.done_to"):
        for name in phrase.sponsors:
            found.append(Fact("sponsor", at, name.start, max(name.end, phrase.end), "sponsor.phrase", at, named=name))
    follows = chunks[at + 1] if at + 1 < len(chunks) else None
    agent = chunks[at + 2] if at + 2 < len(chunks) else None
    if follows is None or agent is None:
        return
    joint = at + 2 if follows.sym == "COMMA" else at + 1
    if follows.sym == "BY" or chunks[joint].unit.lower == "led by":
        _emit(found, _agents(chunks, joint + 1), motion, at, "sponsor.by")
    elif follows.unit.lower in word_list("sponsors.origins") and agent.unit.lower == "from" and at + 3 < len(chunks):
        _emit(found, chunks[at + 3].named, motion, at, "sponsor.from")
    elif agent.sym == "LIST" and follows.unit.lower == "from" and phrase.head:
        _emit(found, agent.named, motion, at, "sponsor.from")
    elif agent.sym == "LIST" and follows.sym == "OF":
        if phrase.noun in word_list("sponsors.works"):
            of = next((k for k in (*range(at - 1, -1, -1), *range(at + 3, len(chunks))) if chunks[k].sym in ("MOTION", "IT")), at)
            _emit(found, agent.named, motion, of, "sponsor.work")
        elif phrase.noun in word_list("sponsors.owned") and (phrase.definite or phrase.new):
            _emit(found, agent.named, motion, at, "sponsor.of")
    if chunks[joint].unit.lower in _PRESENTED and chunks[joint].sym == "WORD" and _by(chunks, joint) is not None:
        _emit(found, _agents(chunks, _by(chunks, joint) or 0), motion, at, "sponsor.participle")
    put = chunks[at - 1].unit.lower in ("put", "puts") if at >= 2 else False
    if put and follows.unit.lower in ("forward", "forth") and chunks[at - 2].sym == "LIST":
        _emit(found, chunks[at - 2].named, motion, at, "sponsor.active")


def _work(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``the text was the work of Kenya and Peru``."""
    agent = at + 2
    if agent < len(chunks) and chunks[at + 1].sym == "OF" and chunks[agent].sym == "LIST" and at >= 2 and chunks[at - 1].sym == "BE":
        motion = _modified(chunks, at)
        if motion is not None:
            _emit(found, chunks[agent].named, chunks[at], motion, "sponsor.work")


def _by(chunks: list[Chunk], at: int) -> int | None:
    """Where the agent of a participle begins: ``drafted by``, ``brought to the Assembly by``; ``None`` without one."""
    for probe in range(at + 1, min(len(chunks), at + 5)):
        if chunks[probe].sym == "BY":
            return probe + 1
        if chunks[probe].sym not in _BETWEEN:
            return None
    return None


def _agents(chunks: list[Chunk], at: int) -> list[Named]:
    """The actors of an agent: ``Kenya``, ``the delegation of Kenya``, ``40 countries including Kenya``, ``a group led by Kenya``."""
    for probe in range(at, min(len(chunks), at + 7)):
        sym = chunks[probe].sym
        if sym == "LIST":
            return chunks[probe].named
        if sym == "COMMA" and probe + 1 < len(chunks) and chunks[probe + 1].sym in ("INCL", "AMONG"):
            continue
        if sym not in (
            "WORD",
            "DELEGATE",
            "COLON",
            "OF",
            "VOTER",
            "NUM",
            "COUNT",
            "SUB",
            "INCL",
            "AMONG",
            "SPONSOR",
            "BY",
            "NEW",
            "OTHERS",
        ):
            return []
    return []


def _emit(found: list[Fact], named: list[Named], beside: Chunk, at: int, rule: str) -> None:
    for name in named:
        if name.actor is not None:
            start, end = min(beside.start, name.start), max(beside.end, name.end)
            if end - start > _LONGEST:
                start, end = name.start, name.end
            found.append(Fact("sponsor", at, start, end, rule, at, named=name))


def _verb(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    if _by(chunks, at) is not None and chunks[at].unit.sense.form not in ("third", "ing"):
        _participle(chunks, at, found)
    elif chunks[at].unit.sense.form == "ing":
        _gerund(chunks, at, found)
    else:
        _active(chunks, at, found)


def _participle(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``a text on Mali drafted by Kenya``, ``the text was tabled by Kenya``, ``Drafted by Kenya, the text …``."""
    agent = _by(chunks, at)
    named = _agents(chunks, agent) if agent is not None else []
    if not named or agent is None:
        return
    motion = _modified(chunks, at)
    if motion is None and at <= 1:
        motion = next((k for k in range(agent + 1, min(len(chunks), agent + 8)) if chunks[k].sym in ("MOTION", "IT")), None)
    if motion is None and at <= 1 and chunks[agent].sym == "COLON":
        motion = at
    if motion is not None and not (is_forecast(chunks, at) and any(c.sym == "MODAL" for c in chunks[motion:at])):
        _emit(found, named, chunks[at], motion, "sponsor.passive")


def _modified(chunks: list[Chunk], at: int) -> int | None:
    """The motion that a participle or relative clause belongs to: over its other modifiers, never over a verb."""
    for probe in range(at - 1, max(-1, at - _REACH), -1):
        chunk = chunks[probe]
        if chunk.sym in ("MOTION", "IT"):
            return probe
        if chunk.sym == "LIST" and not (probe and chunks[probe - 1].sym in (*_GOVERNED, "AND", "SPONSOR")):
            return None
        if chunk.sym == "SPONSOR" and _by(chunks, probe) is not None:
            continue
        if chunk.sym == "BY" or chunk.sym in _MODIFIERS:
            continue
        if chunk.sym == "WORD" and not _ends_phrase(chunk, after_motion=probe > 0 and chunks[probe - 1].sym == "MOTION"):
            continue
        return None
    return None


def _ends_phrase(chunk: Chunk, *, after_motion: bool) -> bool:
    """Whether a word is likely the verb of the motion's own clause: ``the decision marked a departure``; not ``calling for a truce``."""
    word = chunk.unit.lower.split()[0]
    return word.endswith("ed") or (after_motion and not word.endswith("ing"))


def _gerund(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``Introducing the draft, the representative of Kenya said …``."""
    motion = next((k for k in range(at + 1, min(len(chunks), at + 3)) if chunks[k].sym == "MOTION"), None)
    if at > 1 or motion is None:
        return
    comma = next((k for k in range(motion + 1, min(len(chunks), motion + 8)) if chunks[k].sym == "COMMA"), None)
    if comma is not None:
        _emit(found, _agents(chunks, comma + 1), chunks[motion], motion, "sponsor.gerund")


def _active(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``Kenya tabled the draft``, ``the draft that Kenya tabled``, ``Kenya, which tabled the draft, …``."""
    chunk = chunks[at]
    if is_forecast(chunks, at) and chunks[at - 1].sym != "AND":
        return
    subject = _carried(chunks, at) or _represented(chunks, at) or subject_of(chunks, at)
    goal = next((k for k in range(at + 1, min(len(chunks), at + 4)) if chunks[k].sym in ("MOTION", "IT")), None)
    if goal is not None and any(chunks[k].sym in ("IN", "TO", "WEAK", "BY") for k in range(at + 1, goal)):
        goal = None
    if subject is not None and subject.sym in ("COUNT", "NUM", "SUB"):
        if goal is not None:
            listed = next((k for k in range(1, len(chunks)) if chunks[k].sym == "LIST" and chunks[k - 1].sym in ("INCL", "AMONG")), None)
            if listed is not None and chunks.index(subject) < listed < goal + 5:
                _emit(found, chunks[listed].named, chunks[listed], goal, "sponsor.including")
        return
    if subject is None or subject.sym != "LIST":
        return
    index = chunks.index(subject)
    if any(chunks[k].sym == "NOT" for k in range(index, at)):
        return
    if index and chunks[index - 1].sym in ("REL", "MOTION"):
        owner = index - 1 if chunks[index - 1].sym == "MOTION" else _modified(chunks, index - 1)
        if owner is not None and chunks[owner].sym == "MOTION":
            _emit(found, subject.named, chunk, owner, "sponsor.relative")
            return
    if goal is None:
        return
    phrase = chunks[goal].phrase
    if chunk.unit.lower in word_list("sponsors.loose") and (phrase is None or phrase.sponsors):
        return
    for name in (*subject.named, *_joined(chunks, index, at)):
        if name.actor is not None:
            found.append(Fact("sponsor", goal, name.start, max(name.end, chunks[goal].end), "sponsor.active", goal, named=name))


def _joined(chunks: list[Chunk], subject: int, verb: int) -> list[Named]:
    """The states in ``Kenya, together with Peru, tabled``."""
    return [n for k in range(subject + 2, verb) if chunks[k].sym == "LIST" and chunks[k - 1].sym in ("W", "WITH") for n in chunks[k].named]


def _represented(chunks: list[Chunk], at: int) -> Chunk | None:
    """The state in ``the representative of Kenya introduced``."""
    named = at - 1 if at and chunks[at - 1].sym != "WORD" else at - 2
    if named >= 2 and chunks[named].sym == "LIST" and chunks[named - 1].sym == "OF" and chunks[named - 2].sym == "DELEGATE":
        return chunks[named]
    return None


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


def _noun(chunks: list[Chunk], at: int, found: list[Fact]) -> bool:
    """``Kenya is a sponsor of the text``, ``the text's sponsors, Kenya and Peru, …``; whether the word was a noun."""
    noun = chunks[at]
    after = at + 1
    motion = at
    if after < len(chunks) and chunks[after].sym == "OF":
        if after + 1 >= len(chunks) or chunks[after + 1].sym not in ("MOTION", "IT"):
            return chunks[after].sym == "OF"
        motion, after = after + 1, after + 2
    elif at and chunks[at - 1].sym == "MOTION":
        motion = at - 1
    elif noun.sym == "SPONSOR" and after < len(chunks) and chunks[after].sym in ("MOTION", "IT"):
        return False
    named = _told_before(chunks, at) or _told_after(chunks, after)
    _emit(found, named, noun, motion, "sponsor.noun")
    return bool(named) or noun.unit.sense.form not in ("base", "third")


def _told_before(chunks: list[Chunk], at: int) -> list[Named]:
    """The list that ``is a sponsor`` or ``, a sponsor of the text,`` says it of."""
    for probe in range(at - 1, max(-1, at - 7), -1):
        chunk = chunks[probe]
        if chunk.sym in ("BE", "COMMA", "AMONG"):
            before = probe - 1
            while before >= 0 and chunks[before].sym in ("BE", "AMONG"):
                before -= 1
            if before >= 0 and chunks[before].sym == "LIST" and not (before and chunks[before - 1].sym in ("BY", "WITH")):
                return [] if any(c.sym == "NOT" for c in chunks[before:at]) else chunks[before].named
            return []
        if chunk.sym not in ("WORD", "NUM", "OF", "NEW", "MOTION", "COUNT", "SUB"):
            return []
    return []


def _told_after(chunks: list[Chunk], after: int) -> list[Named]:
    """The list after ``the sponsors were``, ``the sponsors include``, ``the sponsors, ``."""
    for probe in range(after, min(len(chunks), after + 4)):
        if chunks[probe].sym == "LIST":
            return chunks[probe].named if probe > after else []
        if chunks[probe].sym not in ("BE", "INCL", "COMMA", "COLON", "DASH", "OPEN", "AMONG"):
            return []
    return []


def _core_group(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``the core group, made up of Britain and Canada``: the states that put forward a text of the Human Rights Council."""
    for probe in range(at + 1, min(len(chunks), at + 10)):
        before = chunks[probe - 1]
        told = before.sym in ("OF", "BE", "COLON", "OPEN", "DASH", "INCL") or before.unit.lower in ("comprising", "comprises")
        if chunks[probe].sym == "LIST" and told:
            _emit(found, chunks[probe].named, chunks[at], at, "sponsor.group")
            return
        if chunks[probe].sym in ("STOP", "SEMI", "ACT", "PASS", "FAIL"):
            return
