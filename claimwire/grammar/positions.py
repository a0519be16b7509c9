"""Who voted how in one sentence: subjects, companions, lists after an act or a count, inverted and gapped clauses."""

from __future__ import annotations

from claimwire.grammar.aligning import joined, joined_by, sides
from claimwire.grammar.carrying import others, repeated
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import is_object_of_relative, represented, subject_of
from claimwire.grammar.companions import companions, derive, leading
from claimwire.grammar.facts import Fact, Reading, emit
from claimwire.grammar.listings import heads_list, listed_after
from claimwire.grammar.participles import of_clause, of_participle
from claimwire.grammar.pointing import meant
from claimwire.grammar.predicates import among, bracketed, gapped, is_copular, predicate, were_those
from claimwire.grammar.switching import switched
from claimwire.grammar.tallied import tallied
from claimwire.grammar.votenouns import blocked, came_from, nouns
from claimwire.grammar.wordlists import word_list

_SPOKE = word_list("positions.spoke")
_PARTS = word_list("positions.parts")
_NEGATIVE = frozenset({"NOT", "REFUSE", "MODAL", "UNREAL"})
_TAKING_SIDES = frozenset({"oppose", "reject", "support", "approve", "lend"})
_LOOSE = word_list("positions.loose")
_OF_PLACES = word_list("positions.of_places")
_LEAVING = word_list("positions.leaving")
_NOT_OF_IT = word_list("positions.often") | word_list("positions.parts_of_texts")


def positions_of(chunks: list[Chunk], labelled: dict[int, tuple[str, int]], reading: Reading) -> list[Fact]:
    """The position facts of a sentence, and derived counts; ``reading`` gives ``it`` and the last list."""
    found: list[Fact] = []
    acts = [
        k
        for k, c in enumerate(chunks)
        if c.sym in ("ACT", "PASSIVE", "BACKING") or k in labelled or is_copular(chunks, k) or heads_list(chunks, k)
    ]
    for order, at in enumerate(acts):
        chunk = chunks[at]
        option, number = labelled.get(at, (chunk.option, at))
        if chunk.sym in ("LABEL", "WEAK") and at and chunks[at - 1].unit.lower in _SPOKE:
            continue
        if chunk.sym == "BACKING" and option == "yes" and at and chunks[at - 1].unit.lower in ("against", "over", "despite", "without"):
            option = "no" if chunks[at - 1].unit.lower == "against" else None
        if chunk.sym == "BACKING" and "votes" in chunk.unit.lower and at + 2 < len(chunks) and chunks[at + 2].sym in ("WEAK", "LABEL"):
            emit(found, chunks[at + 1].named, chunks[at + 2].option or "", at + 2, chunk, "position.backing", at)
            continue  # "the votes of Chad and Mali against it"
        if option is None or option == "void" or chunk.gated or chunk.sym in ("PASS", "FAIL"):
            continue
        if _alternative(chunks, at) or (at + 1 < len(chunks) and chunks[at + 1].unit.lower in _NOT_OF_IT):
            continue
        if chunk.sym == "PASSIVE" and option == "yes" and not chunk.has("passive") and at and _is_of_sponsors(chunks, at):
            continue
        previous = acts[order - 1] if order else -1
        if any(c.sym == "NOT" and c.unit.lower == "neither" for c in chunks[previous + 1 : at]):
            continue
        subject = None
        counted = chunk.sym == "WEAK" and at > 0 and chunks[at - 1].has("the")
        told_of = predicate(chunks, at) if chunk.sym in ("ACT", "LABEL") or counted else None
        if told_of is not None:
            named = meant(chunks, chunks.index(told_of), reading) if told_of.sym == "IT" else told_of.named
            emit(found, named, option, at, chunk, "position.predicate", at)
        elif chunk.sym in ("ACT", "WEAK", "LABEL"):
            subject = _subject(chunks, at, option, previous, reading, found)
        size = chunks[number].value if number != at or chunk.form != "ing" or not at else chunks[at - 1].value
        listed_after(chunks, at, max(at, number), option, found, subject, size)
    among(chunks, labelled, found)
    gapped(chunks, acts, found)
    bracketed(chunks, found)
    tallied(chunks, found)
    switched(chunks, found)
    joined(chunks, found)
    joined_by(chunks, found)
    nouns(chunks, found)
    came_from(chunks, found)
    blocked(chunks, found)
    sides(chunks, found)
    others(chunks, found, reading)
    were_those(chunks, found)
    repeated(chunks, acts, found, reading)
    _without_refusals(chunks, found)
    _loosen(chunks, found)
    if found:
        listed = [f for f in found if f.rule in ("position.including", "position.list", "position.inverted", "position.among")]
        reading.option = (listed or found[-1:])[0].option
    elif labelled or acts:
        sides_told = {o for o, _ in labelled.values()} or {
            chunks[k].option or "" for k in acts if chunks[k].sym == "ACT" and not chunks[k].gated
        }
        reading.option = sides_told.pop() if len(sides_told) == 1 else None
    if labelled or acts:
        reading.size = next((chunks[n].value for _, n in labelled.values()), -1) if len(labelled) == 1 else -1
    return found


def _loosen(chunks: list[Chunk], found: list[Fact]) -> None:
    """Marks sides taken on what need be no motion (a deal, a plan): they count where the article tells more of that vote."""
    for fact in found:
        chunk = chunks[fact.verb]
        if fact.kind != "position" or chunk.unit.tag != "VERB" or chunk.unit.sense.id not in _TAKING_SIDES:
            continue
        object_ = next((c.phrase for c in chunks[fact.verb + 1 : fact.verb + 3] if c.phrase is not None), None)
        if object_ is not None and (not object_.head or object_.noun in _LOOSE) and not object_.title:
            fact.flags |= {"weak"}


def _is_of_a_place(chunks: list[Chunk], at: int) -> bool:
    """``the mayor of Lima``, ``the people of Chad``: not the state."""
    return at > 0 and chunks[at].sym == "OF" and chunks[at - 1].unit.lower in _OF_PLACES


def _is_of_sponsors(chunks: list[Chunk], at: int) -> bool:
    """``a text drafted by Chad and backed by Mali``: who put it forward, not who voted for it."""
    if chunks[at - 1].sym == "WORD":
        return True
    return chunks[at - 1].sym in ("AND", "COMMA") and any(c.sym == "SPONSOR" for c in chunks[max(0, at - 5) : at - 1])


def _without_refusals(chunks: list[Chunk], found: list[Fact]) -> None:
    """``X refused to back it and abstained``, ``X, who voted no, left the hall``: the other side that the sentence tells stands."""
    refused = [f for f in found if chunks[f.at].has("refused") or (f.option == "absent" and chunks[f.at].unit.lower in _LEAVING)]
    for fact in refused:
        if any(f is not fact and f.named and fact.named and f.named.actor == fact.named.actor and f.option != fact.option for f in found):
            found.remove(fact)


def _alternative(chunks: list[Chunk], at: int) -> bool:
    """``choosing to abstain or side with Chad``: one of two acts, and it is not said which."""
    before, after = chunks[at - 1] if at else None, chunks[at + 1 : at + 3]
    if before is not None and before.unit.lower == "or" and at > 1 and chunks[at - 2].sym in ("ACT", "SIDE"):
        return True
    return len(after) == 2 and after[0].unit.lower == "or" and after[1].sym in ("ACT", "SIDE")


def _subject(chunks: list[Chunk], at: int, option: str, previous: int, reading: Reading, found: list[Fact]) -> Chunk | None:
    chunk = chunks[at]
    before = chunks[at - 1] if at else None
    subject: Chunk | None = None
    if (
        before is not None
        and before.sym == "LIST"
        and not is_object_of_relative(chunks, at - 1)
        and (
            at < 2
            or chunks[at - 2].sym not in ("WITH", "BY", "JOIN", "SIDE", "BACKING", "IN", "TO", "EXCEPT")
            or (at == 2 and chunks[0].sym == "WITH")
            or (chunks[at - 2].unit.lower == "from" and represented(chunks, at - 1))
        )
        and not _is_of_a_place(chunks, at - 2)
    ) or (before is not None and before.sym in ("COUNT", "NUM", "SUB") and at > 1 and chunks[at - 2].sym == "W"):
        subject = before
    else:
        subject = subject_of(chunks, at) or _in_apposition(chunks, at)
        if subject is None or subject.sym in ("MOTION", "IT", "BODY") or (before is not None and before.sym == "COMMA"):
            subject = (of_participle(chunks, at) if chunk.sym == "ACT" else None) or subject
    if subject is None or (subject.sym == "MOTION" and before is not None and before.sym == "AND"):
        previous = next(
            (k for k in range(at - 1, max(-1, at - 9), -1) if chunks[k].sym in ("ACT", "UNREAL", "SPONSOR", "VETONOUN") or k == previous),
            -1,
        )
        if previous >= 0 and _carried(chunks, previous, at) and chunk.form != "ing":
            denied = previous and chunks[previous].sym in ("UNREAL", "VETONOUN") and chunks[previous - 1].sym == "NOT"
            earlier = subject_of(chunks, previous - 1 if denied else previous)
            if earlier is not None and earlier.sym == "LIST":
                emit(found, earlier.named, option, at, chunk, "position.carried", at)
        joint = before.unit.lower if before is not None and before.sym in ("CONTRAST", "AND") else ""
        if previous < 0 and joint in ("but", "yet", "and") and chunk.form == "past":
            named = of_clause(chunks, at - 1)
            emit(found, named.named if named is not None else [], option, at, chunk, "position.carried", at)
        if chunk.sym == "ACT" and at > 4 and [c.sym for c in chunks[at - 4 : at]] == ["COMMA", "INCL", "LIST", "COMMA"]:
            emit(found, chunks[at - 2].named, option, at, chunk, "position.companion", at)  # "the rest of the council, including Chad,"
        leading(chunks, at, at, option, found)
        return None
    if subject.sym == "MOTION":
        return subject
    index = chunks.index(subject)
    if subject.sym == "LIST":
        if subject.has("part") and any(n.actor and n.actor.kind != "country" for n in subject.named):
            companions(chunks, index, at, option, found, reading)
            return subject
        if any(chunks[k].sym in ("JOIN", "SIDE") and chunks[k - 1].sym in _NEGATIVE for k in range(index + 1, at)):
            return subject
        if index and (
            chunks[index - 1].sym == "THRESHOLD" or (index > 1 and chunks[index - 1].sym == "OF" and chunks[index - 2].unit.lower in _PARTS)
        ):
            return subject
        if any(c.sym == "EXCEPT" for c in chunks[index + 1 : at + 4]) and any(n.actor and n.actor.kind != "country" for n in subject.named):
            return subject
        if chunk.sym == "ACT" or before is None or before.sym in ("BE", "LIST", "COMMA") or is_copular(chunks, at):
            emit(found, subject.named, option, at, chunk, "position.subject", at)
            derive(subject, option, at, chunk, found)
            companions(chunks, index, at, option, found, reading)
            leading(chunks, index, at, option, found)
    elif subject.sym in ("COUNT", "NUM", "SUB", "VOTES", "REL", "VOTER", "BODY"):
        companions(chunks, index, at, option, found, reading)
        leading(chunks, index, at, option, found)
        if subject.has("none") and chunk.sym == "ACT":
            left = next((k for k in range(index + 1, at - 1) if chunks[k].sym == "EXCEPT" and chunks[k + 1].sym == "LIST"), None)
            emit(
                found, chunks[left + 1].named if left is not None else [], option, at, chunk, "position.subject", at
            )  # "no one except Chad"
        if chunk.sym == "ACT":
            emit(found, meant(chunks, index, reading), option, at, chunk, "position.pronoun", at)
    elif subject.sym == "IT" and chunk.sym == "ACT":
        emit(found, meant(chunks, index, reading), option, at, chunk, "position.pronoun", at)
        companions(chunks, index, at, option, found, reading)
        leading(chunks, index, at, option, found)
    return subject


def _in_apposition(chunks: list[Chunk], at: int) -> Chunk | None:
    """``two heavyweights, Chad and Mali, abstained``: the names between the commas, where nothing before them is known."""
    if at > 3 and [c.sym for c in chunks[at - 3 : at]] == ["COMMA", "LIST", "COMMA"] and chunks[at - 4].sym in ("WORD", "VOTER"):
        return chunks[at - 2]
    return None


def _carried(chunks: list[Chunk], previous: int, at: int) -> bool:
    return any(chunks[k].sym in ("AND", "CONTRAST", "COMMA") for k in range(max(previous, at - 3), at))
