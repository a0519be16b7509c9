"""Votes told by nouns: ``the US no vote``, ``Chad's abstention``, ``the Chadian vote against``, ``Chad's decision to abstain``."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact, emit
from claimwire.grammar.naming import actor_of
from claimwire.grammar.participles import behind
from claimwire.grammar.wordlists import word_list

_BLOCKING = word_list("votenouns.blocking")
_DECISIONS = word_list("votenouns.decisions")
_EXPLAINING = word_list("votenouns.explaining")
_SUPPORT = word_list("votenouns.support")
_OPPOSITION = word_list("votenouns.opposition")
_OPEN = frozenset({"MODAL", "UNREAL", "NOT", "REFUSE"})
_BREAKS = frozenset({"COMMA", "SEMI", "STOP", "COLON", "CONTRAST", "ACT", "PASS", "FAIL"})


def nouns(chunks: list[Chunk], found: list[Fact]) -> None:
    """Adds the positions that nouns of voting tell with whose they are."""
    for at in range(1, len(chunks)):
        told = _decided(chunks, at) or _voted(chunks, at) or _vetoed(chunks, at) or _explained(chunks, at)
        if told is None:
            continue
        option, owner_at, last = told
        if not _is_open(chunks, owner_at, last):
            emit(found, owners(chunks, owner_at), option, at, chunks[last], "position.noun", at)


def came_from(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Support for the text came from Chad``, ``opposition to it came from Mali``."""
    for at in range(2, len(chunks) - 2):
        if chunks[at].unit.lower != "came" or chunks[at + 1].unit.lower != "from" or chunks[at + 2].sym != "LIST":
            continue
        noun = next((k for k in range(at - 1, max(-1, at - 5), -1) if chunks[k].sym == "WORD"), None)
        about = {c.sym for c in chunks[noun + 1 : at]} if noun is not None else set()
        if noun is None or not about & {"MOTION", "IT"} or not about & {"WEAK", "TO"}:
            continue
        lower = chunks[noun].unit.lower
        option = "yes" if lower in _SUPPORT else "no" if lower in _OPPOSITION else None
        if option is not None:
            emit(found, chunks[at + 2].named, option, at, chunks[noun], "position.backing", at)


def owners(chunks: list[Chunk], at: int) -> list[Named]:
    """Who owns what follows the chunk at ``at``: a list, or names with ``'s`` or as adjectives, joined by ``and``."""
    if chunks[at].sym == "LIST":
        return chunks[at].named
    named: list[Named] = []
    while at >= 0 and chunks[at].sym == "WORD" and chunks[at].unit.tag == "NAME":
        unit = chunks[at].unit
        named.insert(0, Named(actor_of(unit), unit.start, unit.end))
        if at < 2 or chunks[at - 1].sym not in ("AND", "COMMA"):
            break
        at -= 2
    return named


def side_of_noun(chunk: Chunk) -> str | None:
    """The option of a noun that tells a vote cast: an abstention, a no vote, a vote against."""
    if chunk.sym == "OUTCOME":
        return chunk.option
    if chunk.sym != "LABEL" or chunk.option not in ("yes", "no", "abstain"):
        return None
    lower = chunk.unit.lower
    return chunk.option if "vote" in lower or "ballot" in lower or lower.startswith("abstention") else None


def _voted(chunks: list[Chunk], at: int) -> tuple[str, int, int] | None:
    """(option, index of whose it is, index of the noun) of ``X's vote against``, ``the X 'no' vote``."""
    chunk, before = chunks[at], chunks[at - 1]
    listed = before.sym == "LIST" and chunk.first == before.after
    if not listed and not (before.sym == "WORD" and before.unit.tag == "NAME"):
        return None
    option = side_of_noun(chunk)
    if option is not None:
        of_one = before.unit.tag == "NAME" and before.first + 1 == before.after and _is_also_adjective(before)
        if listed and not of_one and not chunk.unit.lower.rstrip("'’\"”").endswith("vote"):
            return None
        of_text = any(c.sym in ("MOTION", "IT") for c in chunks[at + 1 : at + 4])
        return (option, at - 1, at) if chunk.sym == "LABEL" or option != "yes" or of_text else None
    if chunk.sym == "WEAK" and chunk.unit.lower in ("no", "yes") and at + 1 < len(chunks) and chunks[at + 1].sym in ("OUTCOME", "VOTE"):
        return chunk.option or "no", at - 1, at + 1
    return None


def _is_also_adjective(chunk: Chunk) -> bool:
    return any(n.use == "adjective" for n in chunk.unit.sense.names)


def _vetoed(chunks: list[Chunk], at: int) -> tuple[str, int, int] | None:
    """(option, index of whose, index of the noun) of ``Chad's veto of the draft``."""
    if chunks[at].sym != "VETONOUN" or chunks[at].unit.lower != "veto":
        return None
    follows = chunks[at + 1 : at + 3]
    of_text = (
        len(follows) > 1 and follows[1].sym in ("MOTION", "IT") and (follows[0].sym == "OF" or follows[0].unit.lower in ("against", "on"))
    )
    of_text = of_text or (at == 2 and chunks[0].sym == "W" and any(c.sym == "FAIL" for c in chunks))
    before = chunks[at - 1]
    owned = before.sym == "WORD" and before.unit.tag == "NAME" and before.unit.possessive
    return ("no", at - 1, at) if of_text and owned else None


def _explained(chunks: list[Chunk], at: int) -> tuple[str, int, int] | None:
    """(option, index of who explains, index of the noun) of ``Chad explained its abstention``, ``Explaining its vote against, Chad``."""
    option, verb = side_of_noun(chunks[at]), chunks[at - 1]
    blamed = chunks[at].has("own") and at > 1 and verb.unit.lower in ("for", "over") and chunks[at - 2].sym == "WORD"
    if option is None or not (blamed or (verb.unit.lower in _EXPLAINING and verb.sym == "WORD")):
        return None
    who = subject_of(chunks, at - 1) if at > 1 else behind(chunks, at)
    return (option, chunks.index(who), at) if who is not None and who.sym == "LIST" else None


def _decided(chunks: list[Chunk], at: int) -> tuple[str, int, int] | None:
    """(option, index of whose, index of the act) of ``Chad's decision to abstain``."""
    chunk = chunks[at]
    if at < 3 or chunk.sym not in ("ACT", "UNREAL") or chunk.option in (None, "void") or chunk.form != "base" or chunk.has("voted-to"):
        return None
    if chunks[at - 1].sym != "TO" or chunks[at - 2].unit.lower not in _DECISIONS or not owners(chunks, at - 3):
        return None
    return chunk.option or "", at - 3, at


def _is_open(chunks: list[Chunk], first: int, last: int) -> bool:
    """Whether a modal, a plan or a denial stands in the clause before the owner, or right behind the noun."""
    for probe in range(first - 1, max(-1, first - 5), -1):
        if chunks[probe].sym in _OPEN or chunks[probe].unit.tag == "UNREAL" or chunks[probe].unit.lower in ("without", "avoid"):
            return True
        if chunks[probe].sym in _BREAKS:
            break
    for probe in range(last + 1, min(len(chunks), last + 5)):
        if chunks[probe].sym == "MODAL":
            return True
        if chunks[probe].sym in _BREAKS:
            break
    return False


def blocked(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Chad blocked the resolution``: a state that stops a text votes no."""
    for at, chunk in enumerate(chunks[:-1]):
        plural = chunk.unit.lower == "block" and at == 1 and len(chunks[0].named) > 1
        if chunk.sym != "FAIL" or not (plural or chunk.unit.lower in _BLOCKING) or chunk.has("passive") or chunk.gated:
            continue
        if not any(c.sym == "MOTION" for c in chunks[at + 1 : at + 3]) or any(c.sym in _OPEN for c in chunks[max(0, at - 2) : at]):
            continue
        subject = subject_of(chunks, at)
        if subject is not None and subject.sym == "LIST" and all(n.actor is not None and n.actor.kind == "country" for n in subject.named):
            emit(found, subject.named, "no", at, chunk, "position.veto", at)


def vetoed_by(chunks: list[Chunk], outcomes: list[Fact]) -> list[Fact]:
    """Whose the vetoes are that a sentence's results tell by a noun: ``a Chadian veto``, ``a double veto from Chad and Mali``."""
    found: list[Fact] = []
    for fact in outcomes:
        if fact.rule != "result.veto-noun" or chunks[fact.at].sym != "VETONOUN":
            continue
        at = fact.at
        named = owners(chunks, at - 1) if at and chunks[at - 1].sym == "WORD" else []
        follows = chunks[at + 1 : at + 3]
        if (
            not named
            and len(follows) == 2
            and follows[1].sym == "LIST"
            and (follows[0].sym in ("BY", "OF") or follows[0].unit.lower == "from")
        ):
            named = follows[1].named
        emit(found, named, "no", at, chunks[at], "position.veto", at)
    return found
