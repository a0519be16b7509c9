"""Anniversaries: ``the third anniversary of the invasion`` is a day where the invasion's day is known.

The day comes from the article itself (``invaded on Feb. 24, 2022``) or from
``claimwire/data/events.toml``.
"""

from __future__ import annotations

import datetime
import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from claimwire.grammar.calendar import day, shifted, years_later
from claimwire.grammar.datewords import DateWords
from claimwire.grammar.surroundings import event_of
from claimwire.grammar.wordlists import word_list

REACH: Final = 110
"""How far after (and half as far before) the word ``anniversary`` its event is looked for."""

_HAPPENED: Final = {"invaded": "invasion", "attacked": "attack", "annexed": "annexation"}
_HAPPENS: Final = word_list("anniversaries.happens")
_STOP: Final = re.compile(r"[.!?;][\"”’)]*\s|\n")
_AHEAD: Final = re.compile(
    r"\b(?:ahead of|before|prior to|days? (?:from|before)|approaches|nears|approaching|nearing|upcoming|coming)(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_EVE: Final = re.compile(r"\beve of(?:\s+(?:the|its|their))?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day. ``words`` name it (``owners``' or ``context``'s, not another's: the Gulf war),
    one of ``context`` must stand in the article, and nothing of ``against`` beside them.
    """

    id: str
    date: datetime.date
    words: tuple[str, ...]
    context: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The day meant; ``ahead`` where the article speaks of it as still to come."""

    date: datetime.date
    event: str
    ahead: bool = False


@functools.cache
def known_events() -> tuple[Event, ...]:
    """The events of ``claimwire/data/events.toml``, in its order."""
    text = resources.files("claimwire.data").joinpath("events.toml").read_text("utf-8")
    return tuple(
        Event(e["id"], e["date"], tuple(e["words"]), tuple(e["context"]), tuple(e["against"]), tuple(e["owners"]))
        for e in tomllib.loads(text)["event"]
    )


def dated_events(text: str, words: Sequence[DateWords], within: tuple[int, int]) -> list[Event]:
    """Events that the article itself dates: ``the coup of Feb. 1, 2021``."""
    found: dict[str, Event] = {}
    for word in words:
        date = day(word.year, word.month, word.day) if word.year and word.month and word.day else None
        named = event_of(text, word.start, word.end, within) if date else None
        named = _HAPPENED.get(named or "", named)
        if date and named and named in _HAPPENS:
            found.setdefault(named, Event(named, date, (named,)))
    return list(found.values())


def told_of(text: str, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events of which an article may speak: one of their ``context`` words stands in it."""
    return tuple(event for event in events if not event.context or any(word in text for word in event.context))


def anniversary(text: str, word: DateWords, published: datetime.date | None, events: Sequence[Event]) -> Anniversary | None:
    """Which day an anniversary is, or ``None`` where its event or its number is not known (``events``: see ``told_of``)."""
    after = text[word.end : word.end + REACH]
    stop = _STOP.search(after)
    named = after[: stop.start()] if stop else after
    before = text[max(0, word.start - REACH // 2) : word.start]
    for event in events:
        if not _is_named(event, named, before):
            continue
        date = _day_of(event, word.days, published)
        if date is None:
            return None
        if _EVE.search(before):
            return Anniversary(shifted(date, -1), event.id)
        return Anniversary(date, event.id, ahead=bool(_AHEAD.search(before)))
    return None


def _is_named(event: Event, after: str, before: str) -> bool:
    """The event's words stand after (or possessive, right before) ``anniversary``, and nothing speaks against it."""
    if any(w in after or w in before for w in event.against):
        return False
    ahead = before.replace("’", "'").lower()
    return any(f"{word.lower()}'s" in ahead or _is_meant(event, word, after) for word in event.words)


def _is_meant(event: Event, word: str, after: str) -> bool:
    """The word stands there and no other proper name owns it: ``the Gulf war`` is not the war in Ukraine."""
    for match in re.finditer(re.escape(word), after, re.IGNORECASE):
        before = after[: match.start()].split()
        owner = before[-1].replace("’", "'").removesuffix("'s") if before else ""
        if not owner[:1].isupper() or owner.startswith((*event.context, *event.owners)):
            return True
    return False


def _day_of(event: Event, years: int, published: datetime.date | None) -> datetime.date | None:
    if years:
        return years_later(event.date, years)
    if published is None:
        return None
    near = years_later(event.date, published.year - event.date.year)
    return near if near and abs((near - published).days) <= 60 else None
