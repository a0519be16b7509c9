"""Entries of the ledger written out as claims, each with its rule, its reason and the vote it sits on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from claimwire import bodies
from claimwire.claims import (
    CountClaim,
    DateClaim,
    Option,
    PositionClaim,
    Result,
    ResultClaim,
    SponsorshipClaim,
    TitleClaim,
    Vote,
    VoteClaim,
)
from claimwire.grammar.chunks import Phrase
from claimwire.grammar.facts import Fact
from claimwire.grammar.motions import VoteState
from claimwire.grammar.patterns import tentative_rules
from claimwire.grammar.votebodies import possible
from claimwire.grammar.votedates import VoteDay


class Entry:
    """A fact under its vote, with the reason it stands there; ``gone`` where it was read better later."""

    __slots__ = ("fact", "gone", "reason", "state")

    def __init__(self, fact: Fact, state: VoteState, reason: str) -> None:
        self.fact, self.state, self.reason = fact, state, reason
        self.gone = False


def claims_of(
    state: VoteState, ref: str, entries: Sequence[Entry], day: VoteDay | None, title: Phrase | None, sponsors: Sequence[Fact]
) -> list[VoteClaim]:
    """The claims of one vote."""
    body, candidates = possible(state)
    name = title.title if title else None
    vote = Vote(ref, body, day.date if day else None, name, state.motion.identifier, candidates, state.earlier)
    made = [claim for entry in entries if not entry.gone and (claim := _claim(entry, vote)) is not None]
    if day is not None:
        rule = "date.sitting" if day.basis == "sitting" else "date.sentence"
        made.append(
            DateClaim(
                start=day.start, end=day.end, vote=vote, rule=rule, reason=day.reason, date=day.date, basis=day.basis, derived=day.derived
            )
        )
    if title is not None and name:
        reason = "the title beside the motion"
        made.append(TitleClaim(start=title.title_start, end=title.title_end, vote=vote, rule="title.phrase", reason=reason, text=name))
    seen = set()
    for fact in sponsors:
        actor = fact.named.actor if fact.named is not None else None
        if actor is not None and actor.id not in seen and _may_sponsor(body, fact):
            seen.add(actor.id)
            made.append(
                SponsorshipClaim(start=fact.start, end=fact.end, vote=vote, rule=fact.rule, reason="named with the motion", actor=actor)
            )
    return made


def _may_sponsor(body: str | None, fact: Fact) -> bool:
    """Whether who is named can put a motion forward there: persons where persons sit, states where states do."""
    named = fact.named
    if named is None or named.actor is None or body is None:
        return True
    by_persons = bodies.body(body).members == "persons"
    return named.actor.kind != "country" if by_persons else named.home is None


def _claim(entry: Entry, vote: Vote) -> VoteClaim | None:
    fact = entry.fact
    common: dict[str, Any] = {
        "start": fact.start, "end": fact.end, "rule": fact.rule, "reason": entry.reason, "vote": vote,
        "tentative": fact.tentative or fact.rule in tentative_rules(),
        "superseded": fact.superseded, "quoted": "quoted" in fact.flags,
    }  # fmt: skip
    if fact.kind == "count":
        option = cast(Option, fact.option)
        return CountClaim(option=option, value=fact.value, qualifier=fact.qualifier, high=fact.high, derived=fact.derived, **common)
    if fact.kind == "position" and fact.named is not None and fact.named.actor is not None:
        return PositionClaim(actor=fact.named.actor, option=cast(Option, fact.option), **common)
    if fact.kind == "result":
        return ResultClaim(result=cast(Result, fact.result), **common)
    return None
