"""Sponsors told by a verb: ``drafted by Kenya``, ``Kenya tabled the text``, ``the text that Kenya had put to the Council``."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact
from claimwire.grammar.forecasts import is_forecast
from claimwire.grammar.sponsor_agents import agents, by, emit_sponsors, modified
from claimwire.grammar.wordlists import word_list


def told_by_verb(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """Sponsors by the verb of putting forward at ``chunks[at]``."""
    form = chunks[at].unit.sense.form
    if by(chunks, at) is not None and form not in ("third", "ing"):
        told_by_participle(chunks, at, found)
    elif form == "ing":
        _gerund(chunks, at, found)
    else:
        told_actively(chunks, at, found)


def told_by_participle(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``a text on Mali drafted by Kenya``, ``the text was tabled by Kenya``, ``Drafted by Kenya, the text …``."""
    agent = by(chunks, at)
    named = agents(chunks, agent) if agent is not None else []
    if not named or agent is None:
        return
    motion = modified(chunks, at)
    if motion is None and at <= 1:
        motion = _opened(chunks, agent)
    if motion is None and at <= 1 and chunks[agent].sym == "COLON":
        motion = at
    if motion is not None and not (is_forecast(chunks, at) and any(c.sym == "MODAL" for c in chunks[motion:at])):
        emit_sponsors(found, named, chunks[at], motion, "sponsor.passive")


def led_by(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Led by Kenya, the resolution …`` at the start of a sentence."""
    if len(chunks) < 4 or chunks[0].unit.lower != "led by" or chunks[1].sym != "LIST":
        return
    motion = _opened(chunks, 2)
    if motion is not None:
        emit_sponsors(found, chunks[1].named, chunks[0], motion, "sponsor.passive")


def _opened(chunks: list[Chunk], agent: int) -> int | None:
    """The motion after a participle that opens its sentence."""
    return next((k for k in range(agent, min(len(chunks), agent + 9)) if chunks[k].sym == "MOTION" or chunks[k].unit.lower == "it"), None)


def _gerund(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``Introducing the draft, the representative of Kenya said …``, ``Kenya's delegate, introducing the draft, said …``."""
    motion = next((k for k in range(at + 1, min(len(chunks), at + 3)) if chunks[k].sym == "MOTION"), None)
    if motion is None:
        return
    if at >= 2 and chunks[at - 1].sym == "COMMA" and chunks[at - 2].sym == "LIST":
        emit_sponsors(found, chunks[at - 2].named, chunks[motion], motion, "sponsor.gerund")
    if at > 1:
        return
    comma = next((k for k in range(motion + 1, min(len(chunks), motion + 8)) if chunks[k].sym == "COMMA"), None)
    if comma is not None:
        emit_sponsors(found, agents(chunks, comma + 1), chunks[motion], motion, "sponsor.gerund")


def told_actively(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``Kenya tabled the draft``, ``the draft that Kenya tabled``, ``Kenya, which tabled the draft, …``."""
    chunk = chunks[at]
    if is_forecast(chunks, at) and chunks[at - 1].sym != "AND":
        return
    subject = _whose_country(chunks, at) or _carried(chunks, at) or _represented(chunks, at) or subject_of(chunks, at)
    goal = _goal(chunks, at)
    if subject is not None and subject.sym in ("COUNT", "NUM", "SUB"):
        if goal is not None:
            listed = next((k for k in range(1, len(chunks)) if chunks[k].sym == "LIST" and chunks[k - 1].sym in ("INCL", "AMONG")), None)
            if listed is not None and chunks.index(subject) < listed < goal + 5:
                emit_sponsors(found, chunks[listed].named, chunks[listed], goal, "sponsor.including")
        return
    if subject is None or subject.sym != "LIST":
        return
    index = chunks.index(subject)
    if any(chunks[k].sym == "NOT" for k in range(index, at)):
        return
    if index and chunks[index - 1].sym in ("REL", "MOTION"):
        owner = index - 1 if chunks[index - 1].sym == "MOTION" else modified(chunks, index - 1)
        if owner is not None and chunks[owner].sym == "MOTION":
            emit_sponsors(found, subject.named, chunk, owner, "sponsor.relative")
            return
    if goal is None:
        return
    phrase = chunks[goal].phrase
    if chunk.unit.lower in word_list("sponsors.loose") and (phrase is None or phrase.sponsors):
        return
    for name in (*subject.named, *_with_it(chunks, index, at)):
        emit_sponsors(found, [name], chunks[goal], goal, "sponsor.active")


def is_put_before(chunks: list[Chunk], at: int) -> bool:
    """``put to the Council``, ``laid before it``: put forward; not ``put to the vote``."""
    return (
        chunks[at].unit.lower in word_list("sponsors.putting")
        and at + 2 < len(chunks)
        and (chunks[at + 1].sym == "TO" or chunks[at + 1].unit.lower == "before")
        and (chunks[at + 2].sym == "BODY" or chunks[at + 2].unit.lower == "it")
    )


def _goal(chunks: list[Chunk], at: int) -> int | None:
    """The motion that is the object of the verb: ``tabled the draft``, ``submitted to the Assembly a draft``."""
    goal = next((k for k in range(at + 1, min(len(chunks), at + 4)) if chunks[k].sym in ("MOTION", "IT")), None)
    if goal is None:
        return None
    to_body = goal == at + 3 and chunks[at + 1].sym == "TO" and chunks[at + 2].sym == "BODY" and chunks[goal].sym == "MOTION"
    return goal if to_body or not any(chunks[k].sym in ("IN", "TO", "WEAK", "BY") for k in range(at + 1, goal)) else None


def _with_it(chunks: list[Chunk], subject: int, verb: int) -> list[Named]:
    """The states in ``Kenya, together with Peru, tabled``."""
    return [n for k in range(subject + 2, verb) if chunks[k].sym == "LIST" and chunks[k - 1].sym in ("W", "WITH") for n in chunks[k].named]


def _whose_country(chunks: list[Chunk], at: int) -> Chunk | None:
    """The state in ``Kenya's envoy, whose country tabled``."""
    if at < 2 or chunks[at - 2].unit.lower != "whose" or chunks[at - 1].sym not in ("VOTER", "WORD", "DELEGATE"):
        return None
    return next((chunks[k] for k in range(at - 3, max(-1, at - 8), -1) if chunks[k].sym == "LIST"), None)


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
