"""Names after an act or a count: including-lists, colons, brackets, agents, ``one of them by X``."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.companions import leading
from claimwire.grammar.facts import Fact, emit

REACH = 10


_STOPS = frozenset({"ACT", "PASS", "FAIL", "COUNT", "NUM", "VOTES", "SEMI", "STOP", "TALLY", "UNREAL", "PASSIVE", "VOTE"})


def heads_list(chunks: list[Chunk], at: int) -> bool:
    """``Those in support of the resolution included X``, ``Abstentions came from Y``: an option, then its list."""
    if (
        chunks[at].sym not in ("LABEL", "WEAK")
        or chunks[at].option in (None, "void")
        or (chunks[at].sym == "WEAK" and at > 1 and chunks[at - 1].sym not in ("SEMI", "COMMA"))
    ):
        return False
    for probe in range(at + 1, min(len(chunks) - 1, at + 5)):
        sym = chunks[probe].sym
        if sym in ("INCL", "BE", "COLON", "VOTE") and chunks[probe + 1].sym == "LIST":
            return True
        if chunks[probe].unit.lower == "from" and chunks[probe + 1].sym == "LIST" and chunks[at].sym == "LABEL":
            return True
        if sym not in ("MOTION", "IT", "IN", "WORD", "OF", "VOTE"):
            return False
    return False


def listed_after(chunks: list[Chunk], at: int, last: int, option: str, found: list[Fact], subject: Chunk | None) -> None:
    """Positions of those named to the right of the act or label at ``at``; reading begins after ``last``."""
    chunk = chunks[at]
    probe = last + 1
    limit = min(len(chunks), last + 1 + REACH)
    listing = False
    counted = chunk.sym in ("LABEL", "WEAK") or subject is None or subject.sym in ("COUNT", "NUM", "SUB", "VOTES", "REL", "OTHERS", "VOTER")
    if probe < limit and probe == at + 1 and chunks[probe].sym == "LIST" and chunk.sym == "BACKING":
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
            if before == "OF" and probe >= 3 and chunks[probe - 2].sym in ("REL", "WORD") and chunks[probe - 3].sym == "INCL":
                before = "INCL"
            if before in ("INCL", "WITH", "SIDE") or (before == "WORD" and chunks[probe - 2].sym == "W"):
                emit(found, item.named, option, at, chunk, "position.including" if before == "INCL" else "position.companion", at)
                if before == "WITH" and subject is not None and subject.sym == "LIST" and item.rest and item.rest > 0:
                    value = len(item.named) + item.rest + len(subject.named)
                    found.append(Fact("count", at, subject.start, item.end, "count.derived", at, option, value, derived=True))
            elif before == "BY" and chunk.sym == "PASSIVE" and distance == 2:
                if option == "yes" and not chunk.has("passive") and at and chunks[at - 1].sym == "MOTION":
                    break
                emit(found, item.named, option, at, chunk, "position.agent", at)
            elif after == "INCL" and before in ("COMMA", "OPEN", "DASH", "W", "AND"):
                emit(found, item.named, option, at, chunk, "position.including", at)
            elif (before in ("COLON", "DASH", "OPEN") and counted) or (listing and before in ("SEMI", "LIST")):
                emit(found, item.named, option, at, chunk, "position.list", at)
                listing = listing or before == "COLON"
            elif (
                before in ("BE", "VOTE")
                and (subject is None or subject.sym == "VOTER")
                and distance <= 3
                and chunk.sym in ("ACT", "LABEL", "WEAK")
            ):
                emit(found, item.named, option, at, chunk, "position.inverted", at)
            elif chunk.sym == "LABEL" and distance <= 3 and (before == "BY" or chunks[probe - 1].unit.lower in ("from", "of")):
                emit(found, item.named, option, at, chunk, "position.from", at)
            elif before == "EXCEPT":
                break
            elif before == "COMMA" and counted and probe - 2 >= 0 and chunks[probe - 2].sym == "LIST" and not _verb_follows(chunks, probe):
                emit(found, item.named, option, at, chunk, "position.list", at)
            elif before in ("IN", "OF", "TO", "WEAK", "BY", "W", "MOTION", "SEMI"):
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
            break
        elif (
            (sym in _STOPS and not (listing and sym == "SEMI"))
            or (sym == "CONTRAST" and item.unit.lower != "as")
            or item.unit.lower == "than"
        ):
            break
        probe += 1


def _has_motion(chunks: list[Chunk], at: int) -> bool:
    """Whether a motion is the subject of ``had the support of France``."""
    return any(c.sym in ("MOTION", "IT") for c in chunks[max(0, at - 6) : at])


def _verb_follows(chunks: list[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].sym in ("ACT", "BE", "WORD", "JOIN", "PASS", "FAIL", "UNREAL", "MODAL", "SPONSOR")
