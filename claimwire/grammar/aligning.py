"""Who voted with whom: joins and sides taken, with the counts they imply."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact, emit
from claimwire.grammar.predicates import predicate


def sides(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Only X sided with Y``, ``this put X on the side of Y``: settled later by what one side did, or by the numbers."""
    for at, chunk in enumerate(chunks):
        if at + 1 >= len(chunks) or chunks[at + 1].sym != "LIST":
            continue
        aligned = chunk.sym == "WITH" and chunk.unit.lower.startswith("in ") and at and chunks[at - 1].sym == "LIST"
        if chunk.sym != "SIDE" and not aligned:
            continue
        subject = chunks[at - 1] if aligned else _beside(chunks, at) or subject_of(chunks, at)
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


def _those_who(chunks: list[Chunk], at: int) -> bool:
    """``the 12 countries that voted against``."""
    follows = chunks[at : at + 3]
    if len(follows) < 3 or follows[0].sym not in ("COUNT", "NUM", "SUB", "VOTER") or follows[1].sym != "REL":
        return False
    return follows[2].sym == "ACT" and follows[2].option not in (None, "void")


def _beside(chunks: list[Chunk], at: int) -> Chunk | None:
    """``with Chad and Mali siding with Togo``: the names right before the participle."""
    ing = chunks[at].unit.lower.split()[0].endswith("ing")
    return chunks[at - 1] if ing and at > 1 and chunks[at - 1].sym == "LIST" and chunks[at - 2].sym == "W" else None


def joined_by(chunks: list[Chunk], found: list[Fact]) -> None:
    """``X and Y were joined in opposition to it by Z``."""
    for at in range(2, len(chunks) - 3):
        if chunks[at].sym != "JOIN" or chunks[at - 1].sym != "BE" or chunks[at - 2].sym != "LIST":
            continue
        verb = next((k for k in range(at + 1, min(len(chunks), at + 4)) if chunks[k].sym in ("ACT", "LABEL")), None)
        if verb is None or chunks[verb].option in (None, "void"):
            continue
        by = next((k for k in range(verb + 1, min(len(chunks) - 1, verb + 6)) if chunks[k].sym == "BY"), None)
        if by is not None and chunks[by + 1].sym == "LIST":
            for named in (chunks[at - 2].named, chunks[by + 1].named):
                emit(found, named, chunks[verb].option or "", verb, chunks[verb], "position.joined", verb)


def joined(chunks: list[Chunk], found: list[Fact]) -> None:
    """``X joined Y in voting against``: both; ``seventeen countries joined Y in ...``: a derived count."""
    for at, chunk in enumerate(chunks):
        if chunk.sym == "JOIN" and at and _those_who(chunks, at + 1):
            subject = subject_of(chunks, at)
            named = subject.named if subject is not None and chunks[at - 1].sym not in ("NOT", "MODAL", "UNREAL", "REFUSE", "TO") else []
            emit(found, named, chunks[at + 3].option or "", at + 3, chunks[at + 3], "position.joined", at + 3)
            continue
        with_them = chunk.sym == "WITH" and chunk.unit.lower == "joined by" and at > 1 and chunks[at - 1].sym == "BE"
        if not (chunk.sym in ("JOIN", "SIDE") or with_them) or at + 1 >= len(chunks) or chunks[at + 1].sym != "LIST":
            continue
        says = ("ACT", "LABEL", "WEAK") if chunk.unit.lower.startswith(("vote ", "voted ", "voting ")) else ("ACT", "LABEL")
        verb = next((k for k in range(at + 2, min(len(chunks), at + 8)) if chunks[k].sym in says), None)
        if verb is None or chunks[verb].option in (None, "void") or any(chunks[k].sym in ("SEMI", "CONTRAST") for k in range(at, verb)):
            continue
        if chunks[verb].sym == "ACT" and chunks[verb].form not in ("ing", "base"):
            continue
        subject = (predicate(chunks, at) if chunk.sym == "SIDE" else None) or _beside(chunks, at) or subject_of(chunks, at)
        option, sayer = chunks[verb].option or "", chunks[verb]
        denied = chunks[at - 1].sym if at else ""
        if denied in ("MODAL", "UNREAL"):
            continue
        if denied in ("NOT", "REFUSE"):
            subject = None
        emit(found, chunks[at + 1].named, option, verb, sayer, "position.joined", verb)
        if subject is not None and subject.sym == "LIST":
            emit(found, subject.named, option, verb, sayer, "position.joined", verb)
        if subject is None and at == 0 and chunk.sym == "SIDE":
            were = next((k for k in range(verb + 1, min(len(chunks) - 1, verb + 6)) if chunks[k].sym == "BE"), None)
            if were is not None and chunks[were + 1].sym == "LIST":
                emit(found, chunks[were + 1].named, option, verb, sayer, "position.inverted", verb)
        if subject is not None and subject.sym in ("COUNT", "NUM") and subject.value > 0:
            value = subject.value + len(chunks[at + 1].named)
            found.append(
                Fact("count", verb, min(subject.start, sayer.start), sayer.end, "count.derived", verb, option, value, derived=True)
            )
