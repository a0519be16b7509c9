"""Days, weekdays and months as numbers, and arithmetic on them. No clock is ever asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ORDINALS: Final = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TENTHS: Final = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90}


def month_number(word: str) -> int | None:
    """1..12 for a month's name or its first three or four letters, in any case; else ``None``."""
    key = word.rstrip(".").lower()[:3]
    return next((i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(key)), None) if len(key) == 3 else None


def weekday_number(word: str) -> int | None:
    """0 (Monday) .. 6 for a weekday's name or its first three letters, in any case; else ``None``."""
    key = word.rstrip(".").lower()[:3]
    return next((i for i, name in enumerate(WEEKDAYS) if name.lower().startswith(key)), None) if len(key) == 3 else None


def number_of(word: str) -> int | None:
    """The number of ``3``, ``3rd``, ``three``, ``third``, ``twenty-fifth`` or ``a``; else ``None``."""
    word = word.lower().strip()
    digits = word.rstrip("stndrh")
    if digits.isdecimal():
        return int(digits) if len(digits) < 5 else None
    if word in ("a", "an"):
        return 1
    for table in (_NUMBERS, _ORDINALS):
        if word in table:
            return table.index(word)
    if word in _TENS or word in _TENTHS:
        return _TENS.get(word) or _TENTHS[word]
    tens, _, ones = word.partition("-")
    if tens in _TENS and ones:
        rest = number_of(ones)
        return _TENS[tens] + rest if rest is not None and rest < 10 else None
    return None


def day(year: int, month: int, day_of_month: int) -> datetime.date | None:
    """That day, or ``None`` where there is none."""
    try:
        return datetime.date(year, month, day_of_month)
    except ValueError:
        return None


def latest_weekday(weekday: int, until: datetime.date) -> datetime.date:
    """The last such weekday up to and with a day."""
    return shifted(until, -((until.weekday() - weekday) % 7))


def next_weekday(weekday: int, since: datetime.date) -> datetime.date:
    """The first such weekday from a day on, that day included."""
    return shifted(since, (weekday - since.weekday()) % 7)


def shifted(date: datetime.date, days: int) -> datetime.date:
    """The day so many days later; stays where the calendar ends."""
    try:
        return date + datetime.timedelta(days=days)
    except OverflowError:
        return date


def years_later(date: datetime.date, years: int) -> datetime.date | None:
    """The anniversary so many years on; of 29 February, 28 February in common years."""
    return day(date.year + years, date.month, date.day) or day(date.year + years, date.month, 28)


def near_years(month: int, day_of_month: int, published: datetime.date) -> Iterator[datetime.date]:
    """That day of the year before, of and after publication, where it exists."""
    for year in (published.year - 1, published.year, published.year + 1):
        found = day(year, month, day_of_month) if 1 <= year <= 9999 else None
        if found:
            yield found
