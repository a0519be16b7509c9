"""Sides told with ``be``: X was against, X was the only one to oppose it, X was among those who abstained; and gapped verbs."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import aside_start
from claimwire.grammar.facts import Fact, emit
from claimwire.grammar.wordlists import word_list

_SOLE = word_list("predicates.sole")
_ENDS = frozenset({"STOP", "COMMA", "SEMI", "AND", "MOTION", "IT", "CONTRAST", "CLOSE", "DASH", "IN"})
_STOOD = word_list("predicates.stood")
_GOVERNING = frozenset({"IN", "OF", "BY", "TO", "WITH"})
_DOING = word_list("predicates.doing")
_FIGURING = word_list("predicates.figuring")
_OPTED = word_list("predicates.opted")


def is_copular(chunks: list[Chunk], at: int) -> bool:
    """``France was against``, ``Kenya was absent``: an option beside ``be`` with an actor as its subject."""
    chunk = chunks[at]
    if chunk.sym not in ("LABEL", "WEAK") or chunk.option == "void":
        return False
    before = chunks[at - 1].sym if at else None
    if before == "BE":
        if chunks[at - 1].unit.lower in ("is", "are") and chunk.sym == "WEAK" and at > 1 and chunks[at - 2].sym == "LIST":
            return False  # what a state thinks now
        follows = chunks[at + 1].sym if at + 1 < len(chunks) else "STOP"
        return chunk.sym == "LABEL" or chunk.unit.lower == "for" or follows in _ENDS
    if _is_the_one(chunks, at) or _is_sole(chunks, at) or (before == "LIST" and chunk.unit.lower in _DOING):
        return True
    if chunk.unit.lower in _DOING and before == "IN" and at > 1 and (chunks[at - 2].unit.lower in _STOOD or chunks[0] is chunks[at - 2]):
        return True
    beside = at > 1 and (chunks[at - 2].sym in ("W", "OPEN", "SEMI", "COLON") or _ends_headline(chunks, at))
    if beside and before == "LIST" and chunk.unit.lower not in ("no", "yes"):
        return at + 1 == len(chunks) or chunks[at + 1].sym in _ENDS
    return chunk.sym == "LABEL" and chunk.option == "absent" and (before == "LIST" or (before == "COMMA" and chunks[at - 2].sym == "LIST"))


def _is_the_one(chunks: list[Chunk], at: int) -> bool:
    """``(Chad) was the only one against``."""
    if at < 3 or chunks[at].sym != "WEAK" or chunks[at - 2].sym != "BE" or chunks[at - 3].sym != "LIST":
        return False
    return chunks[at - 1].sym in ("NUM", "COUNT", "SUB", "VOTER") and chunks[at - 1].has("the")


def _ends_headline(chunks: list[Chunk], at: int) -> bool:
    """``UN adopts text, Chad against``: nothing but a comma and the names between an outcome and the last word."""
    return at + 1 == len(chunks) and chunks[at - 2].sym == "COMMA" and any(c.sym in ("PASS", "FAIL", "TALLY") for c in chunks[: at - 2])


def _is_sole(chunks: list[Chunk], at: int) -> bool:
    """``was the lone no vote``, ``opted for a no vote``, ``chose abstention``."""
    if chunks[at].sym != "LABEL":
        return False
    probe = at - 1
    if probe > 0 and chunks[probe].unit.lower == "for":
        probe -= 1
        return chunks[probe].unit.lower in _OPTED
    if probe > 0 and chunks[probe].unit.lower in _OPTED:
        return True
    if probe > 0 and chunks[probe].unit.lower in _SOLE:
        return chunks[probe - 1].sym == "BE"
    return False


def predicate(chunks: list[Chunk], at: int) -> Chunk | None:
    """``X and Y were the two states opposed to it``, ``X was the only country to vote against``: the list before ``be``."""
    for probe in range(at - 1, max(0, at - 8), -1):
        sym = chunks[probe].sym
        if sym == "BE":
            who = probe - 1
            if chunks[who].sym == "COMMA":
                who = (aside_start(chunks, who) or 1) - 1
            if chunks[who].sym == "IT" and chunks[who].unit.lower == "it" and who == 0 and probe + 1 < at and chunks[probe + 1].has("the"):
                return chunks[who]
            if who != probe - 1:
                return chunks[who] if chunks[who].sym == "LIST" and (who == 0 or chunks[who - 1].sym not in _GOVERNING) else None
            return chunks[probe - 1] if chunks[probe - 1].sym == "LIST" and (probe < 2 or chunks[probe - 2].sym not in _GOVERNING) else None
        if sym in ("COMMA", "DASH") and chunks[probe - 1].sym == "LIST" and _is_the_only(chunks, probe + 1):
            return chunks[probe - 1]
        group = sym == "LIST" and all(n.actor is not None and n.actor.kind == "group" for n in chunks[probe].named)
        if sym not in ("COUNT", "NUM", "SUB", "VOTER", "WORD", "REL", "TO", "AMONG", "OTHERS", "OF", "BODY", "IN") and not group:
            return None
    return None


def _is_the_only(chunks: list[Chunk], at: int) -> bool:
    """``, the only five to oppose it,``: a counted noun pointed at, and its act."""
    return chunks[at].sym in ("NUM", "COUNT", "SUB", "VOTER") and chunks[at].has("the") and chunks[at + 1].sym in ("TO", "REL", "VOTER")


def were_those(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Russia and China were the two states opposed to the text``: an adjective of the side behind the number."""
    for at in range(3, len(chunks)):
        chunk = chunks[at]
        if chunk.sym != "WORD" or chunk.option in (None, "void") or chunks[at - 2].sym != "BE" or chunks[at - 3].sym != "LIST":
            continue
        noun = chunks[at - 1]
        if noun.unit.lower == "ones" or noun.sym == "VOTER" or (noun.sym == "COUNT" and noun.value == len(chunks[at - 3].named)):
            emit(found, chunks[at - 3].named, chunk.option or "", at, chunk, "position.predicate", at)


def among(chunks: list[Chunk], labelled: dict[int, tuple[str, int]], found: list[Fact]) -> None:
    """``X was among those who abstained``, ``Among the noes were X and Y``."""
    for at, chunk in enumerate(chunks):
        if chunk.sym != "AMONG":
            continue
        near = range(at + 1, min(len(chunks), at + 9))
        says = ("ACT", "LABEL", "WEAK")
        option_at = next(
            (
                k
                for k in near
                if (chunks[k].sym in says or (k == at + 1 and chunks[k].unit.lower == "opposed"))
                and (chunks[k].option or k in labelled)
                and chunks[k].option != "void"
            ),
            None,
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
        if (
            left == at - 2
            and chunks[at - 1].sym == "COMMA"
            and chunks[at + 1].sym in ("COUNT", "NUM")
            and chunks[option_at - 1].sym == "REL"
        ):
            emit(found, chunks[left].named, option, option_at, sayer, "position.among", option_at)
            continue
        if left is not None and (
            any(chunks[k].sym == "BE" for k in range(left, at)) or chunks[at - 1].unit.lower in _FIGURING or left == 0 == at - 1
        ):
            emit(found, chunks[left].named, option, option_at, sayer, "position.among", option_at)
            for joined in range(at + 1, option_at):
                if chunks[joined].sym == "JOIN" and chunks[joined + 1].sym == "LIST":
                    emit(found, chunks[joined + 1].named, option, option_at, sayer, "position.joined", option_at)
            if left >= 2 and chunks[0].sym in ("W", "WITH") and chunks[1].sym == "LIST":
                emit(found, chunks[1].named, option, option_at, sayer, "position.leading-companion", option_at)
            continue
        right = next((k for k in range(option_at + 1, min(len(chunks), option_at + 8)) if chunks[k].sym == "LIST"), None)
        between = [chunks[k].sym for k in range(option_at + 1, right)] if right is not None else []
        if right is not None and {"BE", "COMMA", "COLON"} & set(between) and not {"CONTRAST", "ACT", "SEMI", "STOP"} & set(between):
            if "BE" not in between and chunks[at + 1].sym == "LIST":
                continue
            emit(found, chunks[right].named, option, option_at, sayer, "position.among", option_at)
            follows = [c.sym for c in chunks[right + 1 : right + 4]]
            if follows == ["COMMA", "WITH", "LIST"]:
                emit(found, chunks[right + 3].named, option, option_at, sayer, "position.companion", option_at)


def gapped(chunks: list[Chunk], acts: list[int], found: list[Fact]) -> None:
    """``Ukraine voted yes, Russia no``: an option right after a name, once the verb was said."""
    for at in range(1, len(chunks)):
        chunk = chunks[at]
        if chunk.sym != "WEAK" or chunk.unit.lower == "for" or chunks[at - 1].sym != "LIST":
            continue
        after = chunks[at + 1].sym if at + 1 < len(chunks) else None
        parted = at > 1 and after in ("IT", "MOTION") and chunks[at - 2].sym in ("COMMA", "SEMI", "AND")
        if (parted or after in (None, "COMMA", "STOP", "SEMI", "AND")) and any(
            k < at and chunks[k].sym in ("ACT", "LABEL", "WEAK") for k in acts
        ):
            emit(found, chunks[at - 1].named, chunk.option or "no", at, chunk, "position.gapped", at)


def bracketed(chunks: list[Chunk], found: list[Fact]) -> None:
    """``Chad (no), Mali (abstained)``: one name, and its side in brackets."""
    for at in range(len(chunks) - 3):
        name, opening, side, closing = chunks[at : at + 4]
        if name.sym != "LIST" or len(name.named) != 1 or (opening.sym, closing.sym) != ("OPEN", "CLOSE"):
            continue
        if side.sym in ("LABEL", "WEAK", "ACT") and side.option not in (None, "void"):
            emit(found, name.named, side.option or "", at + 2, side, "position.gapped", at + 2)
