"""The day that a figure is told as of: ``as of 10 March``, ``by Tuesday``, ``stood at 3,411 on 9 March``, ``so far``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from claimwire.claims import FigureClaim
from claimwire.grammar.calendar import latest_weekday
from claimwire.grammar.dates import DateMention

Dates = Callable[[], Sequence[DateMention]]

_HINT: Final = re.compile(r"\b(?:as of|as at|by|until|till|up to|through|so far|to date|on)\b", re.IGNORECASE)
_LEADS: Final = re.compile(
    r"\b(?:as of|as at|by|until|till|up to|through)(?: the (?:morning|evening|night|end) of| late| early| midday| noon| midnight| on)?$",
    re.IGNORECASE,
)
_ON: Final = re.compile(r"\b(?:on|by)$", re.IGNORECASE)
_SO_FAR: Final = re.compile(r"\b(?:so far|to date|until now|up to now)\b", re.IGNORECASE)
_MODALS: Final = re.compile(
    r"\b(?:will|would|could|may|might|should|must|shall|expected|expects|aims?|plans?|hopes?|likely|targets?|goal)\b", re.IGNORECASE
)
_OWNS: Final = re.compile(r"['’]s\b")
_LEAD: Final = 32
"""So many characters before a date hold the words that lead to it."""
_TOLLS: Final = frozenset(("figure.toll", "figure.earlier", "figure.bare"))


def as_of(
    figures: Sequence[FigureClaim], text: str, start: int, end: int, dates: Dates, published: datetime.date | None
) -> list[datetime.date | None]:
    """The day of each figure of the sentence ``text[start:end]``, or ``None`` where it tells none.

    A day that lies behind the day of publication is none, nor any in a sentence that
    tells what may or will be. ``so far`` is the day of publication where a source is
    named: then two reports of that day speak of the same count.
    """
    none: list[datetime.date | None] = [None] * len(figures)
    if not figures or _HINT.search(text, start, end) is None or _MODALS.search(text, start, end) is not None:
        return none
    told = [_over(m, published) for m in dates() if start <= m.start and m.end <= end and m.date and m.precision == "day" and m.explicit]
    told = [m for m in told if (published is None or m.date is None or m.date <= published) and not _OWNS.search(text, m.start, m.end + 2)]
    led = [m for m in told if _LEADS.search(text[max(start, m.start - _LEAD) : m.start].rstrip())]
    on = [m for m in told if m not in led and _ON.search(text[max(start, m.start - _LEAD) : m.start].rstrip())]
    days = [_day_of(figure, led, on) for figure in figures]
    if published is not None and not led and _SO_FAR.search(text, start, end) is not None:
        return [day or (published if figure.attributed_to else None) for day, figure in zip(days, figures, strict=True)]
    return days


def _over(mention: DateMention, published: datetime.date | None) -> DateMention:
    """``By Tuesday, 312 were dead`` tells of the Tuesday that is over: ``by`` alone looks ahead."""
    if published is None or mention.date is None or mention.weekday is None or mention.year_given or mention.basis != "weekday+published":
        return mention
    return replace(mention, date=latest_weekday(mention.date.weekday(), published)) if mention.date > published else mention


def _day_of(figure: FigureClaim, led: Sequence[DateMention], on: Sequence[DateMention]) -> datetime.date | None:
    beside = [m for m in on if 0 <= m.start - figure.end <= 4 and figure.rule in _TOLLS]
    if beside:
        return beside[0].date
    if figure.superseded or not led:
        return None
    return min(led, key=lambda m: abs(m.start - figure.start)).date
