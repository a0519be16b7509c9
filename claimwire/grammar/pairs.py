"""Pairs of numbers that are tallies: where the sentence speaks of a vote, and of no seats, lead or forecast."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.facts import Fact
from claimwire.grammar.forecasts import is_forecast
from claimwire.grammar.wordlists import word_list

_HOLDING: Final = word_list("pairs.holding")
_SEATS: Final = word_list("pairs.seats")
_TIES: Final = word_list("pairs.ties")
_SHARES: Final = word_list("pairs.shares")
_BREAKING: Final = word_list("pairs.breaking")
_ENDING: Final = word_list("pairs.ending")
_TO_COME: Final = frozenset({"MODAL", "TO", "UNREAL"})


def tallies_of(chunks: list[Chunk], string: str, used: set[int]) -> list[Fact]:
    """The tallies of a sentence (``string`` its letters, ``used`` chunks that a rule took), turned round where words say so."""
    facts: list[Fact] = []
    if "T" not in string:
        return facts
    for at, chunk in enumerate(chunks):
        if chunk.sym != "TALLY" or at in used:
            continue
        if (
            not _is_vote(chunks, at, string)
            or _is_broken(chunks, at)
            or is_forecast(chunks, at)
            or ("h" in string and not any(s in string for s in "MPFA"))
        ):
            continue
        governor = chunks[at - 1] if at else None
        flags = frozenset(
            {"reversed"}
            if (governor is not None and governor.sym in ("ACT", "FAIL") and governor.option == "no" and chunk.start < governor.end)
            or _is_majority_against(chunks, at)
            or _noes_had_it(chunks, at)
            else ()
        )
        facts.append(Fact("tally", at, chunk.start, chunk.end, "count.tally", at, tally=chunk, flags=flags))
    return facts


def _is_majority_against(chunks: list[Chunk], at: int) -> bool:
    """``a 101 to 23 majority against``: the first number is of those against."""
    after = chunks[at + 1 : at + 3]
    return len(after) == 2 and after[0].unit.lower in ("majority", "vote", "margin") and after[1].unit.lower == "against"


def _noes_had_it(chunks: list[Chunk], at: int) -> bool:
    """``The noes had it by 136 to 78``, ``the noes won, 136-78``."""
    before = chunks[max(0, at - 3) : at]
    return len(before) == 3 and before[0].sym == "LABEL" and before[0].option == "no" and before[1].unit.lower in ("it", "won", "prevailed")


def _is_vote(chunks: list[Chunk], at: int, string: str) -> bool:
    """A pair of numbers is a tally only where the sentence speaks of a vote."""
    tally = chunks[at]
    if _tells_seats(chunks, at):
        return False
    if tally.third is not None or (at and chunks[at - 1].sym == "BE"):
        return True
    if tally.value == tally.high and _is_tie(chunks, at, string):
        return True
    if tally.has("votes"):
        return not any(s in string for s in "h") or any(s in string for s in "PFM")
    if (at and chunks[at - 1].sym in ("BY", "OUTCOME", "FINAL")) or (
        at >= 2 and chunks[at - 1].sym in ("COMMA", "COLON", "BE", "OF") and chunks[at - 2].sym in ("OUTCOME", "FINAL")
    ):
        return True
    if _is_of_a_defeat(chunks, at) or _is_done_to_it(chunks, at):
        return True
    if tally.has("to") and any(c.option == "abstain" for c in chunks[at + 1 : at + 7]):
        return True
    if tally.has("to"):
        return any(s in string[max(0, at - 10) : at] for s in "cjPFyAp")
    return any(s in string for s in "cjPFAaOMB")


def _is_of_a_defeat(chunks: list[Chunk], at: int) -> bool:
    """``suffered the worst defeat, 421 to 138``."""
    before = chunks[max(0, at - 5) : at]
    return any(c.unit.lower == "suffered" for c in before) and any(c.unit.lower in ("defeat", "defeats") for c in before)


def _is_done_to_it(chunks: list[Chunk], at: int) -> bool:
    """``defeating it 272 to 264``."""
    return at > 1 and chunks[at - 1].sym == "IT" and chunks[at - 2].unit.sense.result is not None


def _is_broken(chunks: list[Chunk], at: int) -> bool:
    """``18-17 after he broke a 17-17 tie``: the other tally of the sentence is the final one."""
    if chunks[at].value != chunks[at].high:
        return False
    if chunks[at + 1 : at + 2] and chunks[at + 1].unit.lower in _SHARES and any(c.sym == "TALLY" for c in chunks[:at]):
        return True  # "voted 30-12 to keep the 50-50 split"
    if "at one point" in " ".join(c.unit.lower for c in chunks[max(0, at - 9) : at]):
        return True
    return any(c.unit.lower in _BREAKING for c in chunks[max(0, at - 3) : at]) and any(
        c.sym == "TALLY" and c.value != c.high for c in chunks
    )


def _is_tie(chunks: list[Chunk], at: int, string: str) -> bool:
    """``The rezoning died on a 3-3 tie``."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if after is None or after.unit.lower not in _TIES:
        return False
    return "M" in string or any(c.unit.lower in _ENDING for c in chunks[max(0, at - 4) : at])


def _tells_seats(chunks: list[Chunk], at: int) -> bool:
    """``hold a 61-39 majority``, ``the Senate is split 23-14``: who sits there, not who voted."""
    before = chunks[at - 1] if at else None
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if before is not None and before.unit.lower in ("split", "divided") and at >= 2 and chunks[at - 2].sym == "BE":
        return chunks[at - 2].unit.lower in ("is", "are")
    if before is not None and before.unit.lower in ("split", "divided") and after is not None and after.sym == "COMMA":
        coming = [c.sym for c in chunks[at + 2 : at + 5] if c.sym != "BE"]
        return bool(coming) and coming[0] in _TO_COME  # "the Senate, split 50-50, is to vote"
    if before is not None and before.sym == "BY" and any(c.unit.lower in _HOLDING for c in chunks[max(0, at - 5) : at]):
        return True
    if before is not None and before.unit.possessive and after is not None and after.unit.lower in _SEATS:
        return True  # "the court's 6-3 makeup"
    holds = before is not None and before.sym in ("WORD", "GET", "OF", "W", "IN") and before.unit.lower not in ("on", "in")
    return holds and after is not None and after.sym == "WORD" and after.unit.lower in _SEATS
