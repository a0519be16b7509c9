"""When a page says it was first published and last changed, as local days.

A time is the outlet's own day as written. A time in UTC may be a day off from the
day that the outlet printed, so another stamp of the same instant with an offset, or
a day in the URL or beside the headline that is one day away, tells the local day.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Final

_ISO: Final = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?")
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero janeiro",
            "feb february februar février febrero fevereiro",
            "mar march märz mars marzo março",
            "apr april avril abril",
            "may mai mayo maio",
            "jun june juni juin junio junho",
            "jul july juli juillet julio julho",
            "aug august août agosto",
            "sep sept september septembre septiembre setembro",
            "oct october oktober octobre octubre outubro",
            "nov november novembre noviembre novembro",
            "dec december dezember décembre diciembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_NAMES: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LONG: Final = re.compile(
    rf"(?<!\w)(?:({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})|(\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?({_NAMES})\.?,?\s+(?:de\s+)?(\d{{4}}))(?!\d)",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    r"\b(?:updated?|modified|corrected|aktualisiert|actualizado|atualizado|mis à jour|aggiornato)\b", re.IGNORECASE
)
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:\(?(GMT|UTC|Z)(?:\+0000)?)?")
_FIGURES: Final = re.compile(
    r"(?<![\d./-])(?:((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\5((?:19|20)\d\d))(?![\d/-]|\.\d)"
)
_IN_URL: Final = re.compile(r"(?<!\d)(20\d\d|19\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as written, the instant where the zone is known, and where it was found."""

    day: datetime.date
    source: str
    instant: datetime.datetime | None = None
    local: bool = True
    """Whether the day is the outlet's own: not a time given in UTC."""


def stamp_of(value: str, source: str) -> Stamp | None:
    """The stamp of an ISO date or a date in words; ``None`` where there is none or it is impossible."""
    found = _ISO.search(value[:80])
    try:
        if found is not None:
            day = datetime.date(int(found[1]), int(found[2]), int(found[3]))
            if not 1900 <= day.year <= 2100:
                return None
            if found[4] is None:
                return Stamp(day, source)
            clock = datetime.datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), int(found[6] or 0))
            return _zoned(day, clock, found[7], source)
        day_only = day_in(value[:80])
        if day_only is None:
            return None
        clock_found = _CLOCK.search(value)
        if clock_found is not None and clock_found[4]:
            clock = datetime.datetime(
                day_only.year, day_only.month, day_only.day, int(clock_found[1]), int(clock_found[2]), int(clock_found[3] or 0)
            )
            return _zoned(day_only, clock, "Z", source)
        return Stamp(day_only, source)
    except (ValueError, OverflowError):
        return None


def _zoned(day: datetime.date, clock: datetime.datetime, zone: str | None, source: str) -> Stamp:
    if zone is None:
        return Stamp(day, source, clock.replace(tzinfo=datetime.UTC), local=False)
    if zone in ("Z", "UTC", "GMT") or zone.strip("+-0:") == "":
        return Stamp(day, source, clock.replace(tzinfo=datetime.UTC), local=False)
    digits = zone[1:].replace(":", "")
    offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return Stamp(day, source, (clock - (offset if zone[0] == "+" else -offset)).replace(tzinfo=datetime.UTC))


def day_in(text: str) -> datetime.date | None:
    """The first day written in words, as ``March 2, 2024`` or ``2 March 2024``; else in figures, where they can be read one way only."""
    found = _LONG.search(text)
    if found is None:
        return _day_in_figures(text)
    month, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    try:
        return datetime.date(int(year), _MONTHS[month.lower()], int(day))
    except ValueError:
        return None


def _day_in_figures(text: str) -> datetime.date | None:
    """``2024-03-02``, ``02.03.2024`` (dots: the day first), ``25/03/2024``; ``None`` for ``02/03/2024``."""
    found = _FIGURES.search(text)
    if found is None:
        return None
    if found[1]:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        day, month, year = int(found[4]), int(found[6]), int(found[7])
        if found[5] != ".":
            if day <= 12 and month <= 12 and day != month:
                return None
            day, month = (day, month) if month <= 12 else (month, day)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def is_change(text: str) -> bool:
    """Whether the first day written in a line is told as that of a change: ``Updated 3:10 pm, March 2, 2024``."""
    found = _LONG.search(text)
    return found is not None and _CHANGED.search(text, 0, found.start()) is not None


def day_in_url(url: str) -> datetime.date | None:
    """The day in a URL such as ``/2024/02/28/`` or ``-2024-03-04``."""
    found = _IN_URL.search(url)
    if found is None:
        return None
    month = _MONTHS.get(found[2].lower()) if found[2].isalpha() else int(found[2])
    try:
        return datetime.date(int(found[1]), month or 0, int(found[3]))
    except ValueError:
        return None


def first_day(
    stated: list[Stamp], others: list[Stamp], printed: datetime.date | None, in_url: datetime.date | None
) -> tuple[datetime.date, str] | None:
    """The day of first publication with the reason; ``None`` where the page does not say.

    ``stated`` are publication times in order of trust, ``others`` any stamps of the
    page, ``printed`` a day beside the headline.
    """
    best = _earliest(stated)
    if best is None:
        if printed is not None:
            return printed, "a day printed beside the headline"
        return (in_url, "the day in the URL") if in_url is not None else None
    if best.local or best.instant is None:
        return best.day, best.source
    for other in (*stated, *others):
        if other.local and other.instant is not None and abs((other.instant - best.instant).total_seconds()) <= 120:
            return other.day, f"{best.source}, as local time by {other.source}"
    for day, reason in ((in_url, "URL"), (printed, "printed date")):
        if best.day in (in_url, printed):
            break
        if day is not None and abs((day - best.day).days) == 1:
            return day, f"{best.source} is in UTC; the {reason} has the local day"
    return best.day, best.source


def _earliest(stated: list[Stamp]) -> Stamp | None:
    """The most trusted stamp, or another that says an earlier day at most a year before."""
    if not stated:
        return None
    best = stated[0]
    for stamp in stated[1:]:
        if 1 < (best.day - stamp.day).days <= 366:
            best = stamp
    return best
