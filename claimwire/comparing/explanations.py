"""The one sentence that says what a conflict is about."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claimwire import actors

_COUNTS: Final = {
    "yes": "Votes in favour",
    "no": "Votes against",
    "abstain": "Abstentions",
    "absent": "Members absent",
    "not voting": "Members not voting",
    "present": "Members voting present",
    "invalid": "Invalid votes",
    "blank": "Blank votes",
}
_VOTED: Final = {
    "yes": "voted in favour",
    "no": "voted against",
    "abstain": "abstained",
    "absent": "was absent",
    "not voting": "did not vote",
    "present": "voted present",
    "invalid": "cast an invalid vote",
    "blank": "cast a blank vote",
}
_RESULTS: Final = {"pass": "passed", "fail": "failed"}
_QUALIFIERS: Final = {
    "about": "about {}",
    "over": "over {}",
    "at-least": "at least {}",
    "under": "under {}",
    "up-to": "up to {}",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a conflict: who says it (outlets' slugs), and whether the official record does."""

    value: int | float | str
    outlets: tuple[str, ...]
    record: bool = False
    qualifier: str = "exact"
    high: float | None = None
    bases: frozenset[str] = frozenset()


def explain(
    kind: str, subject: Mapping[str, str], sides: Sequence[Side], names: Mapping[str, str] | None = None, corrected: Sequence[Side] = ()
) -> str:
    """A conflict in one sentence, as ``Abstentions: The Independent says 64; Encore Weekly and the official record say 65.``"""
    told = [_told(kind, side, names or {}) for side in sides]
    told += [f"{_tellers(side, names or {})} said {_value(kind, side)} before a correction" for side in corrected]
    return f"{_about(kind, subject)}: {'; '.join(told)}{_day_note(kind, sides)}."


def name_of(actor: str) -> str:
    """An actor's name; of one that the gazetteer does not hold, its id as words."""
    try:
        return actors.actor(actor).name
    except KeyError:
        return " ".join(word.capitalize() for word in actor.split("-"))


def _about(kind: str, subject: Mapping[str, str]) -> str:
    if kind == "count":
        option = subject.get("option", "")
        return _COUNTS.get(option, f"Votes {option}")
    if kind == "position":
        return f"How {name_of(subject.get('actor', ''))} voted"
    if kind == "figure":
        of = f" ({subject['population'].replace('-', ' ')})" if subject.get("population") else ""
        return f"{subject.get('measure', 'figure').capitalize()}{of}"
    return {"result": "Result", "date": "Day of the vote", "title": "Title", "sponsorship": "Sponsor"}.get(kind, kind)


def _told(kind: str, side: Side, names: Mapping[str, str]) -> str:
    many = len(side.outlets) + side.record > 1
    return f"{_tellers(side, names)} {'say' if many else 'says'} {_value(kind, side)}"


def _tellers(side: Side, names: Mapping[str, str]) -> str:
    tellers = [names.get(o) or _plain_name(o) for o in side.outlets]
    if len(tellers) > 4:
        tellers = [*tellers[:3], f"{len(tellers) - 3} more outlets"]
    tellers += ["the official record"] if side.record else []
    return tellers[0] if len(tellers) == 1 else f"{', '.join(tellers[:-1])} and {tellers[-1]}"


def _plain_name(outlet: str) -> str:
    return outlet if "." in outlet else " ".join(word.capitalize() for word in outlet.split("-"))


def _value(kind: str, side: Side) -> str:
    if kind == "position":
        return f"it {_VOTED.get(str(side.value), str(side.value))}"
    if kind == "result":
        return f"it {_RESULTS.get(str(side.value), str(side.value))}"
    if kind == "date":
        day = datetime.date.fromisoformat(str(side.value))
        return f"{day.day} {day:%B %Y}"
    if kind == "title":
        return f"“{side.value}”"
    if kind == "sponsorship":
        return name_of(str(side.value))
    if side.qualifier == "range" and side.high is not None:
        return f"{_number(side.value)} to {_number(side.high)}"
    return _QUALIFIERS.get(side.qualifier, "{}").format(_number(side.value))


def _number(value: float | str) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}" if isinstance(value, float) else value


def _day_note(kind: str, sides: Sequence[Side]) -> str:
    """Where a weekday counted back from the day of publication gives the day after another's: maybe two time zones."""
    if kind != "date" or len(sides) != 2:
        return ""
    early, late = sorted(sides, key=lambda s: str(s.value))
    apart = datetime.date.fromisoformat(str(late.value)) - datetime.date.fromisoformat(str(early.value))
    if apart.days != 1:
        return ""
    return " (one day apart, possibly a matter of time zones)" if late.bases == {"weekday+published"} else " (one day apart)"
