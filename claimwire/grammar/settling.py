"""Verbs that can tell an act or an outcome, settled by their subject, object and agent."""

from __future__ import annotations

from itertools import pairwise

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.confidence import settle_confidence
from claimwire.grammar.cues import CUES
from claimwire.grammar.deciding import mark_decisions
from claimwire.grammar.objects import has_object
from claimwire.grammar.tallies import number_at
from claimwire.grammar.units import Unit
from claimwire.grammar.verdicts import mark_verdicts
from claimwire.grammar.wordlists import word_list


def settle(units: list[Unit], chunks: list[Chunk]) -> None:
    """VERB chunks become ACT, PASSIVE, PASS or FAIL."""
    settle_confidence(units, chunks)
    for index in range(len(chunks) - 2):
        if (
            chunks[index].unit.lower in ("got", "get", "gets")
            and chunks[index + 1].sym in ("MOTION", "IT")
            and chunks[index + 2].unit.lower == "through"
        ):
            _get_through(chunks, index)
        if (
            chunks[index].unit.lower in ("gave", "gives", "give")
            and chunks[index + 1].sym in ("MOTION", "IT", "LIST")
            and any(c.phrase is not None and c.phrase.stage for c in chunks[index + 1 : index + 4])
        ):
            chunks[index].sym, chunks[index].result = "PASS", "pass"
    mark_verdicts(units, chunks)
    mark_decisions(units, chunks)
    for index in range(len(chunks) - 1, -1, -1):
        if chunks[index].sym == "UNREAL" and chunks[index].has("did-not-support") and index and chunks[index - 1].sym == "NOT":
            subject = subject_of(chunks, index - 1)
            if subject is not None and subject.sym in ("COUNT", "NUM", "SUB"):
                chunks[index].sym, chunks[index].option = "ACT", "no"
                del chunks[index - 1]
    for index, chunk in enumerate(chunks):
        if chunk.sym == "ACT" and chunk.unit.tag in ("VOTE", "VOTES") and chunk.option in ("yes", "no") and not chunk.has("voted-to"):
            subject = subject_of(chunks, index)
            if subject is not None and subject.sym == "BODY" and not _is_in_part(chunks, index, subject):
                chunk.sym, chunk.result = ("PASS", "pass") if chunk.option == "yes" else ("FAIL", "fail")
            continue
        if (
            chunk.sym == "ACT"
            and chunk.has("voted-to")
            and chunk.form == "ing"
            and index
            and chunks[index - 1].sym in ("COUNT", "NUM", "SUB")
        ):
            continue  # "with 60 lawmakers voting to override it"
        if chunk.sym == "ACT" and chunk.has("voted-to"):
            subject = subject_of(chunks, index)
            if (subject is not None and subject.sym == "BODY") or subject is None:
                chunk.sym = "PASS" if chunk.result == "pass" else "FAIL"
            continue
        if chunk.sym == "VOTE" and _is_voted_through(chunks, index):
            chunk.sym, chunk.option = "ACT", "yes"
            continue
        if (
            chunk.sym == "VOTE"
            and chunk.form == "past"
            and not chunk.gated
            and chunks[index + 1 : index + 2]
            and _votes_that(chunks, index)
        ):
            chunk.sym, chunk.result = "PASS", "pass"
            continue
        if chunk.sym != "VERB":
            continue
        result = "PASS" if chunk.result == "pass" else "FAIL" if chunk.result == "fail" else None
        if chunk.option is None:
            chunk.sym = _outcome(units, chunks, index, result)
            continue
        agent = _agent(units, chunk.after)
        participle = chunk.form in ("past", "participle")
        if participle and (chunk.has("passive") or agent is not None):
            if agent == "actors":
                chunk.sym = "PASSIVE"
            elif result is None:
                chunk.sym = "ACT" if chunk.option in ("no", "abstain") else "WORD"
            elif chunk.has("weak") and agent in (None, "other"):
                chunk.sym = "WORD"
            else:
                chunk.sym = result
            continue
        subject = subject_of(chunks, index)
        if chunk.form == "ing" and index > 1 and chunks[index - 1].sym in ("COUNT", "NUM", "SUB") and chunks[index - 2].sym == "W":
            subject = chunks[index - 1]  # "with 98 deputies supporting it"
        if participle and result is not None and not chunk.has("weak") and _is_told_of(chunks, index, subject):
            chunk.sym = result
        elif chunk.has("veto") and chunk.has("has") and subject is not None and subject.sym == "LIST" and _vetoed_one(chunks, index):
            chunk.sym = "ACT"
        elif not has_object(chunks, index, subject):
            chunk.sym = "WORD"
        elif result is not None and subject is not None and subject.sym in ("BODY", "VOTER") and not _such_as(chunks, subject):
            chunk.sym = result
        elif (
            subject is not None
            and subject.sym in ("MOTION", "IT")
            and result is not None
            and chunk.has("weak")
            and not _is_speaker(chunks, subject)
        ):
            chunk.sym = "WORD"
        else:
            chunk.sym = "ACT"


def _get_through(chunks: list[Chunk], index: int) -> None:
    """``got the bill through``, ``could not get the bill through``; nothing where it only may."""
    before = chunks[max(0, index - 3) : index]
    denied = any(c.sym == "NOT" or c.unit.lower in ("failed", "unable", "couldn't", "didn't") for c in before)
    if denied:
        chunks[index].sym, chunks[index].result, chunks[index].flags = "FAIL", "fail", frozenset({"denied"})
    elif not any(c.sym in ("MODAL", "TO", "UNREAL") for c in before):
        chunks[index].sym, chunks[index].result = "PASS", "pass"


def _vetoed_one(chunks: list[Chunk], index: int) -> bool:
    """``has vetoed a Council draft that …``: one text, told as news; not ``has vetoed twelve texts``, ``has before vetoed``."""
    goal = next((c for c in chunks[index + 1 : index + 7] if c.sym == "MOTION"), None)
    before = chunks[max(0, index - 2) : index]
    counted = any(c.sym in ("NUM", "COUNT", "EARLIER", "OTHERS") for c in (*chunks[index + 1 : index + 3], *before))
    return goal is not None and goal.phrase is not None and not goal.phrase.plural and not counted


def _votes_that(chunks: list[Chunk], index: int) -> bool:
    """``The council voted on Monday that the ban be kept``: it decided so."""
    that = chunks[index + 1]
    subject = subject_of(chunks, index)
    return that.sym == "REL" and that.unit.lower == "that" and subject is not None and subject.sym == "BODY"


def _is_voted_through(chunks: list[Chunk], index: int) -> bool:
    """``94 deputies voted it``, ``voted the text``: a number before the verb and the motion right behind it."""
    if chunks[index].form != "past" or chunks[index].gated or index == 0 or index + 1 >= len(chunks):
        return False
    after = chunks[index + 1]
    if index + 2 < len(chunks) and chunks[index + 2].sym == "WEAK":
        return False
    return chunks[index - 1].sym in ("COUNT", "NUM", "SUB") and (after.sym == "MOTION" or (after.sym == "IT" and after.unit.lower == "it"))


_NO_OBJECT = frozenset({"STOP", "COMMA", "IN", "W", "CONTRAST", "OPEN", "TALLY", "DASH", "COLON", "UNANIMOUS", "OUTCOME", "BY"})


def _is_told_of(chunks: list[Chunk], index: int, subject: Chunk | None) -> bool:
    """``Bill rejected in Senate``, ``the text adopted on Monday``: a participle without ``be`` says what became of its motion."""
    if subject is None or subject.sym != "MOTION" or chunks[index].form not in ("past", "participle") or chunks[index].has("has"):
        return False
    after = index + 2 if index + 1 < len(chunks) and chunks[index + 1].unit.lower in ("unchanged", "unamended") else index + 1
    return after >= len(chunks) or chunks[after].sym in _NO_OBJECT


def _is_in_part(chunks: list[Chunk], index: int, subject: Chunk) -> bool:
    """``blamed some council members for voting against it``: members who voted so, not the body."""
    if chunks[index].form == "ing" and index and chunks[index - 1].sym in ("WEAK", "IN", "BY", "W", "OF"):
        return True
    at = chunks.index(subject)
    before = chunks[at - 1] if at else None
    if subject.unit.tag != "BODY" or subject.unit.sense.bodies[0].role != "voters" or before is None:
        return False
    return before.sym in ("COUNT", "NUM", "SUB", "OF") or before.unit.lower in word_list("settling.partial")


def _outcome(units: list[Unit], chunks: list[Chunk], index: int, result: str | None) -> str:
    chunk = chunks[index]
    if result is None:
        return "WORD"
    subject = subject_of(chunks, index)
    if subject is None and index and chunks[index - 1].unit.lower in ("but", "and", "then"):
        subject = _shared_subject(chunks, index)
    if chunk.unit.sense.id == "fail" and _of_no_vote(chunks, index, subject):
        return "WORD"
    if chunk.unit.sense.id == "decide" and chunk.form in ("base", "third") and units[max(0, chunk.first - 1)].lower in _DETERMINERS:
        return "WORD"
    if chunk.unit.sense.id == "decide":
        tally = any(c.sym == "TALLY" for c in chunks)
        return result if tally and subject is not None and subject.sym == "BODY" and chunk.form in ("past", "third") else "WORD"
    if chunk.unit.sense.id == "declare":
        body = subject is not None and subject.sym == "BODY" and chunk.form in ("past", "third") and not chunk.has("passive")
        if not any(c.unit.lower in ("veto", "vetoes") for c in chunks[index + 1 : index + 5]):
            chunk.flags = chunk.flags | {"declared"}
        told = chunk.has("passive") and subject is not None and subject.sym == "MOTION"
        return result if body or told else "WORD"
    if chunk.unit.sense.id == "block":
        blocked = _blocked(chunks, index, subject)
        if blocked is not None:
            return blocked
    if chunk.has("passive") or _agent(units, chunk.after) is not None:
        return result
    if subject is None and index and chunks[index - 1].unit.lower in word_list("settling.times"):
        return "WORD"
    if subject is None and chunk.unit.sense.id == "fail" and _is_attempt(chunks, index):
        return result
    if subject is None and result == "FAIL" and chunk.has("intransitive") and any(c.sym == "TALLY" for c in chunks[index + 1 : index + 5]):
        return result
    if subject is None:
        if (
            chunk.unit.sense.id in ("fail", "pass")
            and chunk.form == "past"
            and [c.sym for c in chunks[index + 1 : index + 3]] == ["OUTCOME", "TALLY"]
        ):
            return result
        return result if chunk.unit.sense.id in ("pass", "adopt") and chunk.form in ("past", "participle", "third") else "WORD"
    if subject.sym == "BODY":
        if chunk.unit.sense.id in ("pass", "block", "fail") and chunk.unit.sense.form and chunk.unit.lower.split()[0] not in _PASSING:
            follows = [c.sym for c in chunks[index + 1 : index + 4]]
            return result if chunk.unit.sense.id == "block" or "MOTION" in follows[:2] or "IT" in follows[:1] else "WORD"
        return result
    if subject.sym in ("MOTION", "IT", "REL"):
        if chunk.has("intransitive") or _is_told_of(chunks, index, subject):
            return result
        return "WORD"
    if subject.sym in ("LIST", "COUNT", "SUB"):
        # Liberals passed it; Nordic nations passed two texts; Kenya beat Peru is no outcome
        object_ = chunks[index + 1] if index + 1 < len(chunks) else None
        if object_ is not None and object_.sym in ("MOTION", "IT") and not chunk.has("intransitive") | (chunk.unit.sense.id == "fail"):
            return result
        if object_ is not None and object_.sym == "MOTION" and chunk.unit.sense.id == "pass":
            return result
        return "WORD"
    return "WORD"


_LOST = frozenset(
    {"STOP", "COMMA", "BY", "TALLY", "W", "SEMI", "CONTRAST", "AND", "DASH", "OPEN", "IN", "OUTCOME", "VOTES", "UNANIMOUS", "TO"}
)


def _of_no_vote(chunks: list[Chunk], index: int, subject: Chunk | None) -> bool:
    """``a bus fell into the river``, ``the budget fell by 3 percent``, ``he said that it had lost its way``."""
    after = [c.sym for c in chunks[index + 1 : index + 5]]
    if subject is None and _is_attempt(chunks, index):
        return False
    if subject is None:
        return "TALLY" not in after or not _LOST.issuperset(after[: after.index("TALLY")])
    if chunks[index].unit.lower not in word_list("settling.sinking") or chunks[index].has("passive"):
        return False
    if after[:1] == ["BY"] and "POLL" in after:
        return True
    return subject.sym in ("IT", "REL") and bool(after) and after[0] not in _LOST


def _shared_subject(chunks: list[Chunk], index: int) -> Chunk | None:
    """The motion of ``the bill passed the Senate but failed in the House``: what the outcome before was told of."""
    for probe in range(index - 2, max(-1, index - 12), -1):
        if chunks[probe].sym in ("PASS", "FAIL"):
            subject = subject_of(chunks, probe)
            return next((c for c in [subject, chunks[0]] if c is not None and c.sym == "MOTION"), None)
        if chunks[probe].sym in ("STOP", "SEMI", "CONTRAST"):
            return None
    return None


def _is_attempt(chunks: list[Chunk], index: int) -> bool:
    """``an attempt to put it to the people failed by 30 votes to 9``: told with numbers, and no verb of another between."""
    if not any(c.sym in ("TALLY", "VOTES", "LABEL") for c in chunks[index + 1 : index + 14]):
        return False
    for probe in range(index - 1, max(-1, index - 16), -1):
        chunk = chunks[probe]
        if chunk.unit.lower in word_list("settling.attempts"):
            return True
        if chunk.sym in ("STOP", "SEMI", "PASS", "FAIL", "ACT", "CONTRAST", "BODY", "MODAL"):
            return False
    return False


_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "these", "those", "all"})


def _blocked(chunks: list[Chunk], index: int, subject: Chunk | None) -> str | None:
    """What a verb of stopping tells that is no vote on a text: people killed, a minister dismissed, a draft blocked for weeks."""
    chunk = chunks[index]
    lower = chunk.unit.lower
    if lower in ("killed", "sank", "sunk") and chunk.has("passive"):
        return None if subject is not None and subject.sym in ("MOTION", "REL", "IT") and subject.unit.lower != "they" else "WORD"
    after = chunks[index + 1 : index + 6]
    if (
        lower.startswith("dismiss")
        and subject is not None
        and subject.sym == "BODY"
        and not any(c.sym in ("MOTION", "IT") for c in after[:3])
    ):
        chunk.result, chunk.flags = "pass", chunk.flags | {"declared"}
        return "PASS"
    for_weeks = any(c.sym == "WEAK" and d.unit.lower in word_list("settling.times") for c, d in pairwise(after))
    from_going = any(c.unit.lower == "from" for c in after[1:4])
    return "WORD" if subject is not None and subject.sym == "LIST" and (for_weeks or from_going) else None


_PASSING = frozenset("pass passes passed passing".split())


def _agent(units: list[Unit], at: int) -> str | None:
    """What follows ``by`` right after a participle: ``actors``, ``body``, ``votes``, or ``None`` without ``by``."""
    probe = at
    while (
        probe < len(units)
        and probe - at < 4
        and (
            units[probe].tag in ("NOISE", "DATE")
            or units[probe].lower.endswith("ly")
            or (units[probe].tag == "IN" and probe + 1 < len(units) and units[probe + 1].tag == "DATE")
        )
    ):
        probe += 1
    if probe >= len(units) or units[probe].tag != "BY":
        return None
    probe += 1
    while probe < len(units) and units[probe].tag in ("NOISE", "QUAL", "DATE"):
        probe += 1
    if probe >= len(units):
        return "other"
    unit = units[probe]
    if unit.tag in ("BODY", "UN"):
        return "body"
    if unit.tag in ("NAME", "CAP", "TITLE"):
        return "actors"
    if unit.tag in ("NUM", "NONE"):
        chunk = number_at(units, probe) if unit.tag == "NUM" else None
        if chunk is not None and chunk[0].sym in ("TALLY", "VOTES"):
            return "votes"
        return "actors"
    if any(
        u.tag in ("VOTER", "OTHERS") or (u.tag == "NAME" and any(n.use == "group" for n in u.sense.names)) for u in units[probe : probe + 4]
    ):
        return "actors"
    return "other"


def _is_speaker(chunks: list[Chunk], subject: Chunk) -> bool:
    """``Chad said (that) it supported the text``: the pronoun is who says so."""
    at = chunks.index(subject) - 1
    if at > 0 and chunks[at].sym == "REL" and chunks[at].unit.lower == "that":
        at -= 1
    return subject.sym == "IT" and at > 0 and chunks[at].unit.lower in CUES and chunks[at - 1].sym == "LIST"


def _such_as(chunks: list[Chunk], subject: Chunk) -> bool:
    """``Countries such as Chad and Mali backed it``: those named, not the whole body."""
    at = chunks.index(subject)
    return subject.sym == "VOTER" and [c.sym for c in chunks[at + 1 : at + 3]] == ["INCL", "LIST"]
