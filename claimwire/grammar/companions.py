"""Who did the same: companions in asides and at the start, lists pointed back to, and sums of names and rests."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.facts import Fact, Reading, emit


def _anaphor(chunks: list[Chunk], at: int, reading: Reading) -> list[Named]:
    """``the four kingdoms``: the last list, if it has that many names and a determiner points back to it."""
    chunk = chunks[at]
    if chunk.sym not in ("NUM", "COUNT", "SUB") or chunk.value < 2 or chunks[at - 1].sym not in ("WITH", "JOIN", "SIDE"):
        return []
    if chunk.sym == "NUM" and not (at + 1 < len(chunks) and chunks[at + 1].sym in ("WORD", "VOTER")):
        return []
    return next((named for named in reversed(reading.lists) if len(named) == chunk.value), [])


def companions(chunks: list[Chunk], subject: int, at: int, option: str, found: list[Fact], reading: Reading) -> None:
    """Lists in an aside between subject and verb: ``, along with China,``, ``(including Chad)``."""
    for probe in range(subject + 1, at):
        chunk = chunks[probe]
        start, end = min(chunk.start, chunks[at].start), max(chunk.end, chunks[at].end)
        found += [
            Fact("position", at, start, end, "position.anaphor", at, option, named=name)
            for name in _anaphor(chunks, probe, reading)
            if name.actor is not None
        ]
        if chunk.sym == "COUNT" and chunk.has("other") and chunks[probe - 1].sym == "WITH" and chunks[subject].sym == "LIST":
            value = len(chunks[subject].named) + chunk.value
            start, end = chunks[subject].start, chunks[at].end
            found.append(Fact("count", at, start, end, "count.derived", at, option, value, derived=True))
        if chunk.sym != "LIST":
            continue
        before = chunks[_named_by(chunks, probe) - 1]
        after = chunks[probe + 1] if probe + 1 < at else None
        if before.sym == "EXCEPT" or (before.sym == "INCL" and chunks[probe - 2].sym == "NOT"):
            continue
        if before.sym in ("INCL", "WITH") or (
            after is not None
            and (after.sym == "INCL" or (after.unit.lower == "both" and probe + 2 < at and chunks[probe + 2].sym == "INCL"))
        ):
            emit(found, chunk.named, option, at, chunks[at], "position.companion", at)
        elif (
            before.sym in ("DASH", "OPEN", "COMMA", "COLON")
            and chunks[subject].sym in ("COUNT", "NUM", "SUB", "LIST")
            and (after is not None and after.sym in ("DASH", "CLOSE", "COMMA"))
        ):
            emit(found, chunk.named, option, at, chunks[at], "position.apposition", at)


def _named_by(chunks: list[Chunk], at: int) -> int:
    """Where the phrase of a list begins: ``(, )permanent members Chad and Mali``."""
    if at > 2 and chunks[at - 1].sym == "VOTER":
        at -= 1
        while at > 2 and chunks[at - 1].sym == "WORD":
            at -= 1
    return at


def leading(chunks: list[Chunk], subject: int, at: int, option: str, found: list[Fact]) -> None:
    """``With India, China ... abstained``; ``Besides the US, the no votes came from ...``."""
    if subject < 2:
        return
    for probe in (1, 2):
        if (
            probe < subject
            and chunks[probe].sym == "LIST"
            and (chunks[probe - 1].sym in ("WITH", "W") or chunks[probe - 1].unit.lower == "like")
            and probe + 1 < len(chunks)
            and chunks[probe + 1].sym == "COMMA"
        ):
            if any(chunks[k].sym in ("ACT", "SEMI", "PASS", "FAIL") for k in range(probe + 1, subject)):
                return
            emit(found, chunks[probe].named, option, at, chunks[at], "position.leading-companion", at)
            _derive_pair(chunks, probe, subject, option, at, found)


def _derive_pair(chunks: list[Chunk], companions: int, subject: int, option: str, at: int, found: list[Fact]) -> None:
    first, second = chunks[companions], chunks[subject]
    if second.sym == "LIST" and first.rest and first.rest > 0:
        value = len(first.named) + first.rest + len(second.named)
        found.append(Fact("count", at, first.start, chunks[at].end, "count.derived", at, option, value, derived=True))


def derive(subject: Chunk, option: str, at: int, chunk: Chunk, found: list[Fact]) -> None:
    """Names and a rest that is only counted, added up: a count marked derived."""
    if subject.rest and subject.rest > 0:
        value = len(subject.named) + subject.rest
        start, end = min(subject.start, chunk.start), max(subject.end, chunk.end)
        found.append(Fact("count", at, start, end, "count.derived", at, option, value, derived=True))
