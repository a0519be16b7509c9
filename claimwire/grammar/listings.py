"""Names after an act or a count: including-lists, colons, brackets, agents, ``one of them by X``."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.companions import leading
from claimwire.grammar.facts import Fact, emit
from claimwire.grammar.votenouns import side_of_noun
from claimwire.grammar.wordlists import word_list

REACH = 10
_VOTERS = word_list("listings.voters")
_DESCRIBED = word_list("naming.described")


_STOPS = frozenset({"ACT", "PASS", "FAIL", "COUNT", "NUM", "VOTES", "SEMI", "STOP", "TALLY", "UNREAL", "PASSIVE", "VOTE"})


def heads_list(chunks: list[Chunk], at: int) -> bool:
    """``Those in support of the resolution included X``, ``Abstentions came from Y``: an option, then its list."""
    if (
        chunks[at].sym not in ("LABEL", "WEAK", "OUTCOME")
        or chunks[at].option in (None, "void")
        or (chunks[at].sym == "WEAK" and at > 1 and chunks[at - 1].sym not in ("SEMI", "COMMA", "STOP", "OPEN", "COLON"))
    ):
        return False
    if at + 2 < len(chunks) and [c.sym for c in chunks[at + 1 : at + 3]] == ["COMMA", "LIST"] and at and chunks[at - 1].sym == "SEMI":
        return True
    told = side_of_noun(chunks[at]) is not None
    if _is_set_beside(chunks, at):
        return True
    for probe in range(at + 1, min(len(chunks) - 1, at + 6)):
        sym, lower = chunks[probe].sym, chunks[probe].unit.lower
        if sym in ("INCL", "BE", "COLON", "VOTE") and chunks[probe + 1].sym == "LIST":
            return True
        if sym == "COLON" and [c.sym for c in chunks[probe + 1 : probe + 4]] == ["NUM", "OPEN", "LIST"]:
            return True
        if lower == "from" and chunks[probe + 1].sym == "LIST" and chunks[at].sym in ("LABEL", "OUTCOME"):
            return True
        if told and (sym == "BY" or lower == "of") and chunks[probe + 1].sym == "LIST":
            return True
        if sym in ("DASH", "OPEN") and chunks[probe + 1].sym == "LIST" and chunks[at].unit.lower in _VOTERS:
            return True
        if (
            told
            and sym == "BE"
            and (chunks[probe + 1].unit.tag == "CAST" or chunks[probe + 1].sym == "OF" or chunks[probe + 1].sym == "BY")
        ):
            continue
        if sym not in ("MOTION", "IT", "IN", "WORD", "OF", "VOTE", "VOTER", "OUTCOME"):
            return False
    return False


def _is_set_beside(chunks: list[Chunk], at: int) -> bool:
    """``for it were Chad and Mali, against it Togo``: a side, its pronoun and its names, and nothing behind."""
    follows = [c.sym for c in chunks[at + 1 : at + 4]]
    return chunks[at].sym == "WEAK" and follows[:2] == ["IT", "LIST"] and follows[2:] in ([], ["STOP"], ["SEMI"], ["COMMA"])


def listed_after(chunks: list[Chunk], at: int, last: int, option: str, found: list[Fact], subject: Chunk | None, size: int = -1) -> None:
    """Positions of those named right of the act or label at ``at``; reading begins after ``last``; ``size`` is the number told."""
    chunk = chunks[at]
    probe = last + 1
    limit = min(len(chunks), last + 1 + REACH)
    listing = False
    counted = (
        chunk.sym in ("LABEL", "WEAK")
        or subject is None
        or subject.has("part")
        or subject.sym in ("COUNT", "NUM", "SUB", "VOTES", "REL", "OTHERS", "VOTER")
    )
    if chunk.sym == "BACKING" and probe + 1 < limit and chunks[probe].unit.lower in _DESCRIBED:
        probe += 1  # "support from its ally Chad"
    if probe < limit and probe <= at + 2 and chunks[probe].sym == "LIST" and chunk.sym == "BACKING":
        if not _has_motion(chunks, at) and option == "yes":
            return
        emit(found, chunks[probe].named, option, at, chunk, "position.backing", at)
        leading(chunks, at, at, option, found)
        probe += 1
    while probe < limit:
        item = chunks[probe]
        sym = item.sym
        if sym == "LIST":
            before = chunks[probe - 1].sym
            after = chunks[probe + 1].sym if probe + 1 < len(chunks) else None
            distance = probe - at
            if before == "INCL" and chunks[probe - 2].sym == "NOT":
                break
            if before == "OF" and probe >= 3 and "INCL" in (chunks[probe - 2].sym, chunks[probe - 3].sym):
                before = "INCL"  # "including those of Chad", "including that of Chad"
            if before == "OF" and probe >= 3 and chunks[probe - 2].sym in ("VOTER", "DELEGATE"):
                before = chunks[probe - 3].sym
            if (
                before in ("INCL", "WITH")
                or (before == "SIDE" and "ing " in chunks[probe - 1].unit.lower)
                or (before == "WORD" and chunks[probe - 2].sym == "W")
            ):
                emit(found, item.named, option, at, chunk, "position.including" if before == "INCL" else "position.companion", at)
                if before == "WITH" and subject is not None and subject.sym == "LIST" and item.rest and item.rest > 0:
                    value = len(item.named) + item.rest + len(subject.named)
                    found.append(Fact("count", at, subject.start, item.end, "count.derived", at, option, value, derived=True))
            elif chunk.sym == "PASSIVE" and chunks[at + 1].sym == "BY" and _is_agent(chunks, at, probe):
                if option == "yes" and not chunk.has("passive") and _is_told_of(chunks, at):
                    break
                emit(found, item.named, option, at, chunk, "position.agent", at)
            elif after == "INCL" and before in ("COMMA", "OPEN", "DASH", "W", "AND"):
                emit(found, item.named, option, at, chunk, "position.including", at)
            elif before == "COLON" and _has_own_verb(chunks, probe):
                break
            elif (before in ("COLON", "DASH", "OPEN") and counted) or (
                listing and (before in ("SEMI", "LIST") or "from" in (chunks[probe - 1].unit.lower, chunks[probe - 2].unit.lower))
            ):
                emit(found, item.named, option, at, chunk, "position.list", at)
                listing = listing or before == "COLON"
            elif before in ("BE", "VOTE") and _inverts(chunks, at, probe, subject):
                emit(found, item.named, option, at, chunk, "position.inverted", at)
                listing = True
            elif (
                (chunk.sym in ("LABEL", "OUTCOME") or (chunk.sym == "WEAK" and size >= 0))
                and (distance <= 5 or (distance <= 9 and any(c.unit.lower == "came" for c in chunks[at + 1 : probe])))
                and (before == "BY" or chunks[probe - 1].unit.lower in (("from",) if chunk.sym == "WEAK" else ("from", "of")))
                and not any(c.sym in ("AND", "VETONOUN", "LABEL") for c in chunks[at + 1 : probe])
            ):
                emit(found, [n for n in item.named if n.actor is None or n.actor.kind != "group"], option, at, chunk, "position.from", at)
                leading(chunks, at, at, option, found)
            elif before == "IT" and probe == at + 2 and _is_set_beside(chunks, at):
                emit(found, item.named, option, at, chunk, "position.inverted", at)
                break
            elif before == "EXCEPT":
                break
            elif before == "COMMA" and counted and _is_named(chunks, probe, size):
                emit(found, item.named, option, at, chunk, "position.list", at)
            elif before in ("IN", "OF", "TO", "WEAK", "BY", "W", "MOTION", "SEMI") or (
                after == "BE" and _inverts(chunks, at, probe + 2, subject)
            ):
                pass
            else:
                break
        elif (
            sym == "NUM"
            and item.value == 1
            and probe + 2 < len(chunks)
            and chunks[probe + 2].sym == "LIST"
            and (chunks[probe + 1].sym == "BY" or chunks[probe + 1].unit.lower == "from")
        ):
            emit(found, chunks[probe + 2].named[:1], option, at, chunk, "position.from", at)
            other = chunks[probe + 3 : probe + 7]
            if [c.sym for c in other] == ["AND", "OTHERS", chunks[probe + 1].sym, "LIST"]:
                emit(found, other[3].named[:1], option, at, chunk, "position.from", at)
            break
        elif sym == "VOTE" and probe + 1 < limit and chunks[probe + 1].sym == "LIST" and _inverts(chunks, at, probe + 1, subject):
            pass
        elif (
            (sym in _STOPS and not (listing and sym == "SEMI") and not (sym == "NUM" and _is_bracketed(chunks, probe)))
            or (sym in ("LABEL", "WEAK") and probe + 1 < len(chunks) and chunks[probe + 1].sym in ("COLON", "DASH"))
            or (sym == "CONTRAST" and item.unit.lower != "as")
            or item.unit.lower == "than"
            or (sym in ("LABEL", "WEAK") and chunks[probe - 1].sym == "SEMI")
        ):
            break
        probe += 1


def _is_told_of(chunks: list[Chunk], at: int) -> bool:
    """``a text backed by Chad``, ``Chad, backed by Mali,``: who helps whom, not who voted."""
    before = chunks[at - 2 : at] if at > 1 else chunks[:at]
    syms = [c.sym for c in before]
    return syms[-1:] in (["MOTION"], ["LIST"]) or syms == ["LIST", "COMMA"]


def _has_motion(chunks: list[Chunk], at: int) -> bool:
    """Whether a motion is the subject of ``had the support of France``."""
    if any(c.sym in ("MOTION", "IT") for c in chunks[max(0, at - 6) : at]):
        return True
    if at and chunks[at - 1].sym == "GET" and any(c.sym in ("OUTCOME", "VOTE", "MOTION", "ACT") for c in chunks[at + 2 : at + 10]):
        return True
    return any(c.sym == "COMMA" for c in chunks[at + 2 : at + 3]) and any(c.sym == "MOTION" for c in chunks[at + 3 : at + 5])


def _is_bracketed(chunks: list[Chunk], at: int) -> bool:
    """``Votes against: 3 (Chad, Mali, Togo)``: the number between a colon and as many names."""
    listed = chunks[at + 2] if at + 2 < len(chunks) and chunks[at + 1].sym == "OPEN" and chunks[at - 1].sym == "COLON" else None
    return listed is not None and listed.sym == "LIST" and len(listed.named) == chunks[at].value


def _verb_follows(chunks: list[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].sym in ("ACT", "BE", "WORD", "JOIN", "PASS", "FAIL", "UNREAL", "MODAL", "SPONSOR")


def _has_own_verb(chunks: list[Chunk], at: int) -> bool:
    """``Two voted against: Peru abstained``: the name behind the colon is the subject of another vote."""
    verb, after = chunks[at + 1 : at + 2], chunks[at + 2 : at + 3]
    return bool(verb) and verb[0].sym == "ACT" and verb[0].form == "past" and not (after and after[0].sym in ("COLON", "DASH", "NUM"))


def _is_named(chunks: list[Chunk], at: int, size: int) -> bool:
    """``two abstentions, Chad and Mali.``, or more names behind a list; not the subject of a clause of its own."""
    if chunks[at - 2].sym == "LIST" and not _verb_follows(chunks, at):
        return True
    if at > 2 and chunks[at - 3].sym == "SEMI" and not _verb_follows(chunks, at):
        return True
    told = chunks[at - 2]
    if told.sym in ("SUB", "COUNT", "NUM") and told.value == len(chunks[at].named) and not _verb_follows(chunks, at):
        return True
    return size == len(chunks[at].named) and (at + 1 == len(chunks) or chunks[at + 1].sym in ("STOP", "SEMI", "CLOSE", "COMMA"))


_CLAUSE = frozenset({"ACT", "PASS", "FAIL", "COMMA", "CONTRAST", "SEMI", "STOP", "COLON", "LABEL", "PASSIVE"})


def _inverts(chunks: list[Chunk], at: int, list_at: int, subject: Chunk | None) -> bool:
    """``Voting against were X``, ``Against it voted X``, ``The only states to vote no on the text were X``."""
    chunk = chunks[at]
    if (
        list_at >= len(chunks)
        or chunk.sym not in ("ACT", "LABEL", "WEAK", "OUTCOME")
        or any(c.sym in _CLAUSE for c in chunks[at + 1 : list_at])
    ):
        return False
    if subject is None or subject.sym == "VOTER":
        return True
    if chunk.form == "ing" and chunks[at - 1] is subject and subject.sym in ("COUNT", "NUM", "SUB"):
        return True
    if at == 0 or chunks[at - 1].sym not in ("REL", "TO") or any(c.sym == "AMONG" for c in chunks[max(0, at - 8) : at]):
        return False
    counted = ("COUNT", "NUM", "SUB", "OTHERS")
    return subject.sym in counted or subject.has("the") or (subject.sym == "REL" and at > 1 and chunks[at - 2].sym in (*counted, "VOTER"))


def _is_agent(chunks: list[Chunk], at: int, list_at: int) -> bool:
    """``vetoed by Chad``, ``vetoed by permanent member Chad``."""
    between = [c.sym for c in chunks[at + 2 : list_at]]
    return not between or (len(between) < 3 and between[-1] == "VOTER" and set(between) <= {"WORD", "VOTER"})
