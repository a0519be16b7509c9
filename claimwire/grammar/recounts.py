"""A number told again: another vote, the same vote better told, or a number that was corrected in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.facts import Fact
from claimwire.grammar.motions import VoteState

if TYPE_CHECKING:
    from claimwire.grammar.ledger import Ledger
    from claimwire.grammar.placing import Scene

_MARKS: Final = frozenset({"FIRST", "FINAL"})
_NUMBERS: Final = frozenset({"NUM", "COUNT", "VOTES", "TALLY"})
_TURNS: Final = frozenset("but before until while whereas though although yet".split())


def restart(ledger: Ledger, state: VoteState, told: dict[str, int], reason: str, scene: Scene) -> tuple[VoteState, str]:
    """Another vote where a sentence tells two or more numbers that clash with a tally told before.

    The same two numbers the other way round are the same vote, better told: the first reading goes.
    """
    clash = [o for o, v in told.items() if o in state.counts and state.counts[o] != v]
    if (
        not clash
        or any(_marks(scene.chunks, at) for at in range(len(scene.chunks)))
        or any(_is_provisional(ledger, state, o) for o in clash)
    ):
        return state, reason
    if len(told) < 2 or scene.restarted:
        return state, reason
    if _breaks_tie(state, told):
        for option in clash:
            state.counts.pop(option, None)
            for standing in ledger.counted.pop((id(state), option), []):
                standing.superseded = True
        return state, reason
    if len(state.counts) < 2:
        for option in clash:
            state.counts.pop(option, None)
        for entry in ledger.of_state.get(id(state), []):
            entry.gone = entry.gone or (entry.fact.kind == "count" and entry.fact.option in clash)
        return state, reason
    scene.restarted = True
    if told.get("yes") == state.counts.get("no") and told.get("no") == state.counts.get("yes"):
        for entry in ledger.of_state.get(id(state), []):
            entry.gone = entry.gone or entry.fact.rule == "count.tally"
        state.counts.pop("yes", None)
        state.counts.pop("no", None)
        return state, reason
    motion = ledger.register.open(None, set(), "restart")
    fresh = ledger.register.vote(motion, state.body, state.candidates)
    scene.moved[id(state)] = fresh
    ledger.last_at[id(fresh)] = scene.number
    return fresh, "a complete tally was told before, and this is another"


def _breaks_tie(state: VoteState, told: dict[str, int]) -> bool:
    """``The vote stood at 50-50. Her casting vote made it 51-50``: one side had one more in the end."""
    level = state.counts.get("yes", -1)
    return level > 0 and state.counts.get("no") == level and sorted((told.get("yes", -1), told.get("no", -1))) == [level, level + 1]


def count(ledger: Ledger, state: VoteState, fact: Fact, reason: str, scene: Scene) -> VoteState:
    """Enters a count; where its vote has another number for the option, one of the two gives way or the vote is another."""
    option = fact.option or ""
    old = state.counts.get(option)
    if "pending" in fact.flags and old is not None:
        return state
    mark = mark_of(scene.chunks, fact.at)
    if mark == "superseded":
        fact.flags = fact.flags | {"provisional"}
    if not fact.derived and old is not None and old != fact.value:
        provisional = _is_provisional(ledger, state, option)
        if mark == "superseded" and not provisional:
            fact.superseded = True
            ledger.add(fact, state, reason)
            return state
        if _is_told_exactly(ledger, state, fact):
            pass  # "more than 90 rejected it", then "94 voted against"
        elif mark == "corrected" or (provisional and mark != "superseded"):
            for standing in ledger.counted.pop((id(state), option), []):
                standing.superseded = True
        elif option == "yes" and mark is None and (len(state.counts) >= 2 or any(c.sym == "MOTION" for c in scene.chunks)):
            motion = ledger.register.open(None, set(), "restart")
            fresh = ledger.register.vote(motion, state.body, state.candidates)
            ledger.last_at[id(fresh)] = scene.number
            for key in [k for k, v in scene.moved.items() if v is state]:
                scene.moved[key] = fresh
            scene.moved[id(state)] = fresh
            state = fresh
            reason = "a complete tally was told before, and this is another number in favour"
        else:
            return state
    if not fact.derived:
        state.counts[option] = fact.value
        if option == "no":
            ledger.opposed.setdefault(id(state), []).append(scene.number)
    if "pending" in fact.flags:
        ledger.pending.append((fact, state, scene.number))
    ledger.counted.setdefault((id(state), option), []).append(fact)
    ledger.add(fact, state, reason)
    return state


NEAR: Final = 2
"""How many sentences away the noes may stand that make ``Kyiv got 100 votes`` a count."""


def drop_unopposed(ledger: Ledger) -> None:
    """Takes back ``she got 188 votes`` where no number against stands near: then it tells of an election."""
    for fact, state, number in ledger.pending:
        if any(abs(other - number) <= NEAR for other in ledger.opposed.get(id(state), ())):
            continue
        if state.counts.get(fact.option or "") == fact.value:
            del state.counts[fact.option or ""]
        for entry in ledger.of_state.get(id(state), []):
            entry.gone = entry.gone or entry.fact is fact


def drop_broken_ties(ledger: Ledger, states: list[VoteState]) -> None:
    """Takes back ``to break the 50-50 tie`` where another vote of the article tells 51-50: the same vote, and how it ended."""
    told = {(s.counts.get("yes", -1), s.counts.get("no", -1)) for s in states}
    for state in states:
        level = state.counts.get("yes", -1)
        if level <= 0 or state.counts.get("no") != level or not told & {(level + 1, level), (level, level + 1)}:
            continue
        entries = [e for e in ledger.of_state.get(id(state), []) if not e.gone]
        if all(e.fact.kind in ("count", "result") for e in entries):
            for entry in entries:
                entry.gone = True


def mark_of(chunks: list[Chunk], at: int) -> str | None:
    """``superseded``, ``corrected`` or ``final`` where a word beside a number says so: ``at first 54``."""
    for probe in range(at - 1, -1, -1):
        chunk = chunks[probe]
        if _marks(chunks, probe):
            return chunk.unit.sense.id
        if chunk.sym in ("SEMI", "STOP") or (chunk.sym == "CONTRAST" and chunk.unit.lower in _TURNS):
            break
    for probe in range(at + 1, min(len(chunks), at + 9)):
        chunk = chunks[probe]
        if chunk.sym == "FIRST" and _marks(chunks, probe):
            return chunk.unit.sense.id
        if (
            chunk.sym in _NUMBERS
            or chunk.sym in ("SEMI", "STOP", "COMMA", "AND")
            or (chunk.sym == "CONTRAST" and chunk.unit.lower in _TURNS)
        ):
            break
    return None


def _is_told_exactly(ledger: Ledger, state: VoteState, fact: Fact) -> bool:
    """Whether the number before was only about, over or under, and this one is exact and within it."""
    standing = ledger.counted.get((id(state), fact.option or ""))
    if not standing or fact.qualifier != "exact":
        return False
    old = standing[-1]
    if old.qualifier in ("over", "at-least"):
        return old.value <= fact.value <= 2 * old.value
    if old.qualifier == "under":
        return old.value // 2 <= fact.value <= old.value
    return old.qualifier == "about" and abs(fact.value - old.value) <= old.value // 5


def _marks(chunks: list[Chunk], at: int) -> bool:
    """Whether the words are of a number, not of a motion: ``a revised text`` corrects nothing."""
    if chunks[at].sym not in _MARKS:
        return False
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    return after is None or (after.sym not in ("MOTION", "OUTCOME", "VOTE") and after.unit.lower not in ("reading", "sight", "glance"))


def _is_provisional(ledger: Ledger, state: VoteState, option: str) -> bool:
    standing = ledger.counted.get((id(state), option))
    return standing is not None and len(standing) > 0 and "provisional" in standing[-1].flags
