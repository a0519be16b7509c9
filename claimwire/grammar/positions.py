"""Who voted how in one sentence: subjects, companions, lists after an act or a count, inverted and gapped clauses."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.companions import companions, derive, leading
from claimwire.grammar.facts import Fact, Reading, emit
from claimwire.grammar.listings import heads_list, listed_after


def positions_of(chunks: list[Chunk], labelled: dict[int, tuple[str, int]], reading: Reading) -> list[Fact]:
    """The position facts of a sentence, and derived counts; ``reading`` gives ``it`` and the last list."""
    found: list[Fact] = []
    acts = [
        k
        for k, c in enumerate(chunks)
        if c.sym in ("ACT", "PASSIVE", "BACKING") or k in labelled or _copular(chunks, k) or heads_list(chunks, k)
    ]
    for order, at in enumerate(acts):
        chunk = chunks[at]
        option, number = labelled.get(at, (chunk.option, at))
        if (
            chunk.sym in ("LABEL", "WEAK")
            and at
            and chunks[at - 1].unit.lower in ("spoke", "speaking", "speak", "argued", "lobbied", "campaigned")
        ):
            continue
        if option is None or option == "void" or chunk.gated or chunk.sym in ("PASS", "FAIL", "GET"):
            continue
        if _alternative(chunks, at):
            continue
        previous = acts[order - 1] if order else -1
        if any(c.sym == "NOT" and c.unit.lower == "neither" for c in chunks[previous + 1 : at]):
            continue
        subject = None
        predicate = _predicate(chunks, at) if chunk.sym in ("ACT", "LABEL") else None
        if predicate is not None:
            emit(found, predicate.named, option, at, chunk, "position.predicate", at)
        elif chunk.sym in ("ACT", "WEAK", "LABEL"):
            subject = _subject(chunks, at, option, previous, reading, found)
        listed_after(chunks, at, max(at, number), option, found, subject)
    _among(chunks, labelled, found)
    _gapped(chunks, acts, found)
    _join(chunks, found)
    _nouns(chunks, found)
    _sides(chunks, found)
    _others(chunks, found, reading)
    _were_those(chunks, found)
    _repeated(chunks, acts, found, reading)
    if found:
        listed = [f for f in found if f.rule in ("position.including", "position.list", "position.inverted", "position.among")]
        reading.option = (listed or found[-1:])[0].option
    elif labelled or acts:
        reading.option = None
    return found


def _alternative(chunks: list[Chunk], at: int) -> bool:
    """``choosing to abstain or side with Chad``: one of two acts, and it is not said which."""
    before, after = chunks[at - 1] if at else None, chunks[at + 1 : at + 3]
    if before is not None and before.unit.lower == "or" and at > 1 and chunks[at - 2].sym in ("ACT", "SIDE"):
        return True
    return len(after) == 2 and after[0].unit.lower == "or" and after[1].sym in ("ACT", "SIDE")


def _sides(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Only X sided with Y``, ``this put X on the side of Y``: settled later by what one side did, or by the numbers."""
    for at, chunk in enumerate(chunks):
        if at + 1 >= len(chunks) or chunks[at + 1].sym != "LIST":
            continue
        aligned = chunk.sym == "WITH" and chunk.unit.lower.startswith("in ") and at and chunks[at - 1].sym == "LIST"
        if chunk.sym != "SIDE" and not aligned:
            continue
        subject = chunks[at - 1] if aligned else subject_of(chunks, at)
        if subject is None or subject.sym != "LIST" or any(c.sym in ("ACT", "UNREAL") for c in chunks):
            continue
        other = chunks[at + 1]
        size = len(subject.named) + len(other.named) + max(other.rest or 0, 0)
        for mine, theirs in ((subject, other), (other, subject)):
            leaders = frozenset(f"leader:{n.actor.id}" for n in theirs.named if n.actor is not None)
            for name in mine.named:
                if name.actor is not None:
                    start, end = min(name.start, chunk.start), max(name.end, chunk.end)
                    found.append(Fact("side", at, start, end, "position.sided", at, named=name, flags=leaders | {f"size:{size}"}))
        if other.rest and other.rest > 0:
            found.append(
                Fact(
                    "side",
                    at,
                    subject.start,
                    other.end,
                    "count.derived",
                    at,
                    value=size,
                    flags=frozenset(f"leader:{n.actor.id}" for n in subject.named if n.actor),
                )
            )


def _were_those(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Russia and China were the two states opposed to the text``: an adjective of the side behind the number."""
    for at in range(3, len(chunks)):
        chunk = chunks[at]
        if chunk.sym != "WORD" or chunk.option in (None, "void") or chunks[at - 1].sym != "COUNT" or chunks[at - 2].sym != "BE":
            continue
        if chunks[at - 3].sym == "LIST" and chunks[at - 1].value == len(chunks[at - 3].named):
            emit(found, chunks[at - 3].named, chunk.option or "", at, chunk, "position.predicate", at)


def _others(chunks: list[Chunk], found: list[Fact], reading: Reading) -> None:
    """``Others were Iran and Cuba``: more of the list of the sentence before."""
    if found or reading.option is None or len(chunks) < 3 or chunks[0].sym not in ("OTHERS", "SAME"):
        return
    for at in range(1, min(4, len(chunks))):
        if chunks[at].sym == "LIST" and chunks[at - 1].sym in ("BE", "INCL"):
            emit(found, chunks[at].named, reading.option, at, chunks[at], "position.others", at)
            for later in range(at + 1, min(len(chunks), at + 12)):
                if chunks[later].sym == "LIST" and chunks[later - 1].sym in ("COMMA", "AND", "OF", "WITH", "WORD"):
                    emit(found, chunks[later].named, reading.option, later, chunks[later], "position.others", later)
            return


def _repeated(chunks: list[Chunk], acts: list[int], found: list[Fact], reading: Reading) -> None:
    """``Mali and Niger did the same``: the option of the act before, in this sentence or the one right before it."""
    act, doers = (reading.act, reading.doers) if chunks[0].start - reading.act_end < 5 else (None, 0)
    for at in acts:
        chunk = chunks[at]
        if chunk.sym != "ACT" or chunk.gated or chunk.form == "ing":
            continue
        if chunk.option is not None:
            named = [f for f in found if f.at == at and f.rule == "position.subject" and f.option == chunk.option]
            subject = subject_of(chunks, at)
            alone = subject is not None and subject.sym == "LIST" and not subject.rest
            act, doers = (None if chunk.option == "void" else chunk.option), len(named) if alone else 0
            continue
        subject = subject_of(chunks, at)
        if (
            act is None
            or subject is None
            or subject.sym != "LIST"
            or any(c.sym in ("NOT", "MODAL", "UNREAL") for c in chunks[max(0, at - 2) : at])
        ):
            continue
        emit(found, subject.named, act, at, chunk, "position.repeated", at)
        if subject.rest and subject.rest > 0 and doers:
            value = doers + len(subject.named) + subject.rest
            found.append(Fact("count", at, subject.start, chunk.end, "count.derived", at, act, value, derived=True))
            doers = 0
    reading.act, reading.doers = act, doers
    if acts:
        reading.act_end = chunks[-1].end


def _copular(chunks: list[Chunk], at: int) -> bool:
    """``France was against``, ``Kenya was absent``: an option beside ``be`` with an actor as its subject."""
    chunk = chunks[at]
    if chunk.sym not in ("LABEL", "WEAK") or chunk.option == "void":
        return False
    before = chunks[at - 1].sym if at else None
    if before == "BE":
        return True
    return chunk.sym == "LABEL" and chunk.option == "absent" and (before == "LIST" or (before == "COMMA" and chunks[at - 2].sym == "LIST"))


def _predicate(chunks: list[Chunk], at: int) -> Chunk | None:
    """``X and Y were the two states opposed to it``, ``X was the only country to vote against``: the list before ``be``."""
    for probe in range(at - 1, max(0, at - 8), -1):
        sym = chunks[probe].sym
        if sym == "BE":
            return (
                chunks[probe - 1]
                if chunks[probe - 1].sym == "LIST" and (probe < 2 or chunks[probe - 2].sym not in ("IN", "OF", "BY", "TO", "WITH"))
                else None
            )
        if sym not in ("COUNT", "NUM", "SUB", "VOTER", "WORD", "REL", "TO", "AMONG", "OTHERS", "OF", "BODY", "IN"):
            return None
    return None


def _subject(chunks: list[Chunk], at: int, option: str, previous: int, reading: Reading, found: list[Fact]) -> Chunk | None:
    chunk = chunks[at]
    before = chunks[at - 1] if at else None
    subject: Chunk | None = None
    if (
        before is not None
        and before.sym == "LIST"
        and (
            at < 2
            or chunks[at - 2].sym not in ("WITH", "BY", "JOIN", "SIDE", "BACKING", "IN", "TO")
            or (at == 2 and chunks[0].sym == "WITH")
        )
    ):
        subject = before
    else:
        subject = subject_of(chunks, at)
    if subject is None:
        previous = next(
            (k for k in range(at - 1, max(-1, at - 9), -1) if chunks[k].sym in ("ACT", "UNREAL", "SPONSOR") or k == previous), -1
        )
        if previous >= 0 and _carried(chunks, previous, at) and chunk.form != "ing":
            earlier = subject_of(
                chunks, previous - 1 if chunks[previous].sym == "UNREAL" and chunks[previous - 1].sym == "NOT" else previous
            )
            if earlier is not None and earlier.sym == "LIST":
                emit(found, earlier.named, option, at, chunk, "position.carried", at)
        leading(chunks, at, at, option, found)
        return None
    index = chunks.index(subject)
    if subject.sym == "LIST":
        if chunk.sym == "ACT" or before is None or before.sym in ("BE", "LIST", "COMMA"):
            emit(found, subject.named, option, at, chunk, "position.subject", at)
            derive(subject, option, at, chunk, found)
            companions(chunks, index, at, option, found, reading)
            leading(chunks, index, at, option, found)
    elif subject.sym in ("COUNT", "NUM", "SUB", "VOTES", "REL", "VOTER"):
        companions(chunks, index, at, option, found, reading)
        leading(chunks, index, at, option, found)
    elif subject.sym == "IT" and chunk.sym == "ACT" and subject.unit.lower == "it":
        object_of_verb = index > 0 and chunks[index - 1].sym in ("ACT", "WEAK", "LABEL", "PASS", "FAIL", "BY", "OF", "W", "WITH", "TO")
        if len(reading.subject) == 1 and not object_of_verb:
            emit(found, reading.subject, option, at, chunk, "position.pronoun", at)
        companions(chunks, index, at, option, found, reading)
    elif subject.sym == "IT" and subject.unit.lower == "they" and chunk.sym == "ACT" and len(reading.subject) > 1:
        emit(found, reading.subject, option, at, chunk, "position.pronoun", at)
    return subject


def _carried(chunks: list[Chunk], previous: int, at: int) -> bool:
    return any(chunks[k].sym in ("AND", "CONTRAST", "COMMA") for k in range(max(previous, at - 3), at))


def _among(chunks: list[Chunk], labelled: dict[int, tuple[str, int]], found: list[Fact]) -> None:
    for at, chunk in enumerate(chunks):
        if chunk.sym != "AMONG":
            continue
        near = range(at + 1, min(len(chunks), at + 9))
        says = ("ACT", "LABEL", "WEAK")
        option_at = next(
            (k for k in near if chunks[k].sym in says and (chunks[k].option or k in labelled) and chunks[k].option != "void"), None
        )
        if option_at is None or any(chunks[k].sym in ("SEMI", "STOP") for k in range(at, option_at)):
            continue
        sayer = chunks[option_at]
        option = labelled[option_at][0] if option_at in labelled else sayer.option
        if sayer.sym in ("LABEL", "WEAK") and chunks[option_at - 1].unit.lower in ("spoke", "speaking"):
            continue
        if option is None or (sayer.sym == "WEAK" and sayer.unit.lower == "for"):
            continue
        if any(chunks[k].sym == "NOT" for k in range(max(0, at - 3), at)):
            continue
        left = next((k for k in range(at - 1, max(-1, at - 4), -1) if chunks[k].sym == "LIST"), None)
        if left is not None and any(chunks[k].sym == "BE" for k in range(left, at)):
            emit(found, chunks[left].named, option, option_at, sayer, "position.among", option_at)
            for joined in range(at + 1, option_at):
                if chunks[joined].sym == "JOIN" and chunks[joined + 1].sym == "LIST":
                    emit(found, chunks[joined + 1].named, option, option_at, sayer, "position.joined", option_at)
            if left >= 2 and chunks[0].sym in ("W", "WITH") and chunks[1].sym == "LIST":
                emit(found, chunks[1].named, option, option_at, sayer, "position.leading-companion", option_at)
            continue
        right = next((k for k in range(option_at + 1, min(len(chunks), option_at + 8)) if chunks[k].sym == "LIST"), None)
        if right is not None and any(chunks[k].sym in ("BE", "COMMA", "COLON") for k in range(option_at, right)):
            emit(found, chunks[right].named, option, option_at, sayer, "position.among", option_at)


def _gapped(chunks: list[Chunk], acts: list[int], found: list[Fact]) -> None:
    """``Ukraine voted yes, Russia no``: an option right after a name, once the verb was said."""
    for at in range(1, len(chunks)):
        chunk = chunks[at]
        if chunk.sym != "WEAK" or chunk.unit.lower == "for" or chunks[at - 1].sym != "LIST":
            continue
        after = chunks[at + 1].sym if at + 1 < len(chunks) else None
        if after in (None, "COMMA", "STOP", "SEMI", "AND") and any(k < at and chunks[k].sym == "ACT" for k in acts):
            emit(found, chunks[at - 1].named, chunk.option or "no", at, chunk, "position.gapped", at)


def _join(chunks: list[Chunk], found: list[Fact]) -> None:
    """``X joined Y in voting against``: both; ``seventeen countries joined Y in ...``: a derived count."""
    for at, chunk in enumerate(chunks):
        if chunk.sym not in ("JOIN", "SIDE") or at + 1 >= len(chunks) or chunks[at + 1].sym != "LIST":
            continue
        says = ("ACT", "LABEL", "WEAK") if chunk.unit.lower.startswith(("vote ", "voted ", "voting ")) else ("ACT", "LABEL")
        verb = next((k for k in range(at + 2, min(len(chunks), at + 8)) if chunks[k].sym in says), None)
        if verb is None or chunks[verb].option in (None, "void") or any(chunks[k].sym in ("SEMI", "CONTRAST") for k in range(at, verb)):
            continue
        if chunks[verb].sym == "ACT" and chunks[verb].form not in ("ing", "base"):
            continue
        subject = (_predicate(chunks, at) if chunk.sym == "SIDE" else None) or subject_of(chunks, at)
        option, sayer = chunks[verb].option or "", chunks[verb]
        emit(found, chunks[at + 1].named, option, verb, sayer, "position.joined", verb)
        if subject is not None and subject.sym == "LIST":
            emit(found, subject.named, option, verb, sayer, "position.joined", verb)
        if subject is not None and subject.sym in ("COUNT", "NUM") and subject.value > 0:
            value = subject.value + len(chunks[at + 1].named)
            found.append(
                Fact("count", verb, min(subject.start, sayer.start), sayer.end, "count.derived", verb, option, value, derived=True)
            )


def _nouns(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Russia's vote against``, ``the US 'No' vote on it``."""
    for at, chunk in enumerate(chunks):
        if (
            chunk.sym == "WEAK"
            and at
            and chunk.first == chunks[at - 1].after
            and chunk.unit.lower in ("no", "yes")
            and chunks[at - 1].sym == "LIST"
            and at + 1 < len(chunks)
            and chunks[at + 1].sym in ("OUTCOME", "VOTE")
        ):
            emit(found, chunks[at - 1].named, chunk.option or "no", at, chunks[at + 1], "position.noun", at)
        elif (
            chunk.sym == "LABEL"
            and chunk.unit.lower.rstrip("'’\"”").endswith("vote")
            and chunk.option in ("yes", "no")
            and at
            and chunk.first == chunks[at - 1].after
            and chunks[at - 1].sym == "LIST"
        ):
            emit(found, chunks[at - 1].named, chunk.option, at, chunk, "position.noun", at)
