"""Dates told in running text: what day is meant, how that is known, and whether weekday and date agree.

Three steps: ``datewords`` finds the words in one linear pass; here each is resolved
against the publication date (never a clock, never the page's furniture); last, an
article without a publication date takes its weekdays from an anniversary it names.
"""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from claimwire.claims import Basis
from claimwire.grammar import surroundings
from claimwire.grammar.anniversaries import Event, anniversary, dated_events, known_events, told_of
from claimwire.grammar.calendar import WEEKDAYS, day, latest_weekday, near_years, next_weekday, shifted
from claimwire.grammar.datewords import DateWords, find_words

Precision = Literal["day", "week", "month", "year"]
Time = Literal["past", "future", "open"]

SLACK: Final = 1
"""A report may be dated one day before the day it tells, where time zones differ."""


FIRST: Final = 4
"""A dateline is among the first so many dates."""
LATE: Final = 14
"""A story may be published so many days after the day of its dateline."""
MOST: Final = 2_000
"""Words of dates beyond this many are left out, since each costs a look around; ``unread_from`` says where they begin."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date told in ``text[start:end]``.

    ``date`` is ``None`` where only a week, month or year is told (then ``year`` and
    ``month`` may be known), or where a weekday or a day without a year has no
    publication date to be reckoned from. ``event`` names what the date dates where
    that is something other than a vote (``invasion``, ``since``, ``post``).
    ``time`` is ``past`` where a week, month or year is told that is over.
    ``problem`` says in one sentence why weekday and date do not fit each other.
    """

    start: int
    end: int
    date: datetime.date | None = None
    basis: Basis | None = None
    precision: Precision = "day"
    time: Time = "open"
    event: str | None = None
    weekday: str | None = None
    problem: str | None = None
    year_given: bool = False
    year: int | None = None
    month: int | None = None

    @property
    def explicit(self) -> bool:
        """Whether the day itself is said, not inferred."""
        return self.date is not None and self.basis in ("stated", "weekday+published")


def find_dates(
    text: str,
    published: datetime.date | None = None,
    start: int = 0,
    end: int | None = None,
    *,
    events: Sequence[Event] | None = None,
) -> list[DateMention]:
    """The dates told in ``text[start:end]``, in order.

    Give the masked text of a whole article: event dates, datelines and anniversaries
    are learned from all of it. ``events`` are those whose anniversaries are known
    (default: ``claimwire/data/events.toml``).
    """
    last = len(text) if end is None else end
    return list(_known_dates(text, published, start, last) if events is None else _dates(text, published, start, last, events))


def unread_from(text: str) -> int | None:
    """Where the first words of a date stand that ``find_dates`` leaves out in a whole text; ``None`` where it reads them all."""
    words = _words(text, 0, len(text)) if len(text) > 4 * MOST else ()
    return words[MOST].start if len(words) > MOST else None


@functools.lru_cache(maxsize=1)
def _words(text: str, start: int, end: int) -> tuple[DateWords, ...]:
    """The words of dates and the first of those left out; the last text's are kept."""
    return tuple(itertools.islice(find_words(text, start, end), MOST + 1))


@functools.lru_cache(maxsize=1)
def _known_dates(text: str, published: datetime.date | None, start: int, end: int) -> list[DateMention]:
    """The dates among the events of the data; the last text is kept, since votes and checks ask for it in turn."""
    return _dates(text, published, start, end, known_events())


def _dates(text: str, published: datetime.date | None, start: int, end: int, events: Sequence[Event]) -> list[DateMention]:
    words = _words(text, start, end)[:MOST]
    datelines: dict[int, str | None] = {
        w.start: surroundings.dateline(text, w.start, w.end, year_given=w.year is not None) for w in words if w.kind == "day"
    }
    reference, basis = published, "weekday+published"
    if published is not None:
        reference = _of_wire(words, datelines, published) or published
    else:
        told = (day(w.year, w.month, w.day) for w in words if datelines.get(w.start) == "wire" and w.year and w.month and w.day)
        reference, basis = next(filter(None, told), None), "dateline"
    known = (*dated_events(text, words, (start, end)), *told_of(text, events))
    found: list[DateMention] = []
    anchor: DateMention | None = None
    for word in words:
        mention = _resolve(word, text, reference, anchor, known, (start, end))
        if mention is None:
            continue
        if datelines.get(word.start) or (basis == "dateline" and mention.basis == "weekday+published"):
            mention = replace(mention, basis="dateline")
        found.append(mention)
        if mention.date and mention.precision == "day" and mention.event is None and mention.basis != "dateline":
            anchor = mention
    return _dated_by_anniversary(found, text) if reference is None else found


def _of_wire(words: Sequence[DateWords], datelines: Mapping[int, str | None], published: datetime.date) -> datetime.date | None:
    """The day of a wire's dateline, where the story was published some days after it was filed."""
    for word in words[:FIRST]:
        if datelines.get(word.start) == "wire" and word.month and word.day:
            near = [
                d for d in near_years(word.month, word.day, published) if 0 <= (published - d).days <= LATE and word.year in (None, d.year)
            ]
            return near[0] if near else None
    return None


def resolve(mention: DateMention, published: datetime.date) -> DateMention:
    """The mention with its weekday reckoned from a publication date that was learned later."""
    if mention.date is not None or mention.weekday is None or mention.precision != "day":
        return mention
    return replace(mention, date=_weekday(WEEKDAYS.index(mention.weekday), None, published, mention.time), basis="weekday+published")


def _resolve(
    word: DateWords,
    text: str,
    reference: datetime.date | None,
    anchor: DateMention | None,
    events: Sequence[Event],
    within: tuple[int, int],
) -> DateMention | None:
    time = surroundings.time_of(text, word.start, word.end, within)
    plain = DateMention(word.start, word.end, time=time, weekday=None if word.weekday is None else WEEKDAYS[word.weekday])
    if word.kind == "anniversary":
        return anniversary_mention(plain, word, text, reference, events)
    plain = replace(plain, event=surroundings.event_of(text, word.start, word.end, within))
    if word.kind == "day":
        return _stated(plain, word, reference)
    if word.kind == "weekday":
        return _of_weekday(plain, word, reference)
    if word.kind == "shift":
        return _shifted(plain, word, reference, anchor)
    return _imprecise(plain, word, reference)


def _stated(plain: DateMention, word: DateWords, reference: datetime.date | None) -> DateMention | None:
    """``24 February 2025``, ``Monday (Feb 24)``, ``Wednesday (31)``: year and month from publication where not said."""
    assert word.day is not None
    if word.year is not None and word.month is not None:
        date = day(word.year, word.month, word.day)
        return None if date is None else _with_weekday(replace(plain, date=date, basis="stated", year_given=True), word.weekday, sure=True)
    if word.month is None:
        return _day_of_month(plain, word, reference)
    if reference is None:
        return replace(plain, month=word.month) if day(2024, word.month, word.day) else None
    near = list(near_years(word.month, word.day, reference))
    if plain.time == "future":
        date = next((d for d in near if d >= reference), None)
    else:
        date = next((d for d in reversed(near) if d <= shifted(reference, SLACK)), None)
    if date is None:
        return None
    if word.weekday is not None and date.weekday() != word.weekday:
        date = next((d for d in reversed(near) if d.weekday() == word.weekday and abs((d - reference).days) < 45), date)
    sure = abs((date - reference).days) <= 31
    return _with_weekday(replace(plain, date=date, basis="stated"), word.weekday, sure=sure)


def _with_weekday(mention: DateMention, weekday: int | None, *, sure: bool) -> DateMention:
    """Keep the date as stated; say so where the weekday beside it does not fit."""
    assert mention.date is not None
    if weekday is None or not sure or mention.date.weekday() == weekday:
        return mention
    date, is_day = mention.date, WEEKDAYS[mention.date.weekday()]
    told = f"{date.day} {date:%B %Y}"
    return replace(mention, problem=f"The article says {WEEKDAYS[weekday]}, but {told} was a {is_day}.")


def _day_of_month(plain: DateMention, word: DateWords, reference: datetime.date | None) -> DateMention | None:
    """``Wednesday (31)``, ``on the 24th``: the latest such day up to publication."""
    if reference is None or word.day is None:
        return plain if plain.weekday else None
    for back in range(-SLACK, 62):
        date = shifted(reference, -back)
        if date.day == word.day and word.weekday in (None, date.weekday()):
            return replace(plain, date=date, basis="stated")
    return None


def _of_weekday(plain: DateMention, word: DateWords, reference: datetime.date | None) -> DateMention:
    if word.modifier in ("next", "coming"):
        plain = replace(plain, time="future")
    if reference is None or word.weekday is None:
        return plain
    date = _weekday(word.weekday, word.modifier, reference, plain.time)
    return replace(plain, date=date, basis="weekday+published")


def _weekday(weekday: int, modifier: str | None, reference: datetime.date, time: Time) -> datetime.date:
    if modifier == "last week":
        return shifted(reference, weekday - reference.weekday() - 7)
    if modifier == "next week":
        return shifted(reference, weekday - reference.weekday() + 7)
    if modifier == "last" and reference.weekday() == weekday:
        return shifted(reference, -7)
    if modifier == "next" and reference.weekday() == weekday:
        return shifted(reference, 7)
    return next_weekday(weekday, reference) if time == "future" else latest_weekday(weekday, reference)


def _shifted(plain: DateMention, word: DateWords, reference: datetime.date | None, anchor: DateMention | None) -> DateMention | None:
    """``yesterday`` from publication; ``a day earlier`` from the date told before it."""
    if word.modifier == "published":
        if reference is None:
            return plain
        return replace(plain, date=shifted(reference, word.days), basis="weekday+published", time="future" if word.days > 0 else plain.time)
    if anchor is None or anchor.date is None:
        return None
    return replace(plain, date=shifted(anchor.date, word.days), basis=anchor.basis)


def _imprecise(plain: DateMention, word: DateWords, reference: datetime.date | None) -> DateMention:
    precision: Precision = "year" if word.kind == "year" else "month" if word.kind == "month" else "week"
    year, month = word.year, word.month
    if reference is not None and word.modifier == "relative":
        if precision == "year":
            year = reference.year + word.days
        elif precision == "month" and month is None:
            index = reference.year * 12 + reference.month - 1 + word.days
            year, month = divmod(index, 12)[0], index % 12 + 1
    time: Time = plain.time
    if (
        precision == "month"
        and year is None
        and month is not None
        and reference is not None
        and month != reference.month
        and time == "open"
    ):
        time = "past"
    if word.modifier == "relative" and word.days:
        time = "future" if word.days > 0 else "past"
    elif reference is not None and year is not None and (year, month or 12) < (reference.year, reference.month):
        time = "past"
    return replace(plain, precision=precision, year=year, month=month, time=time, year_given=word.year is not None)


def anniversary_mention(
    plain: DateMention, word: DateWords, text: str, reference: datetime.date | None, events: Sequence[Event]
) -> DateMention:
    """The day of an anniversary of an event that the text or the data dates; no date where neither does."""
    found = anniversary(text, word, reference, events)
    if found is None:
        return replace(plain, event="anniversary")
    if found.ahead:
        return replace(plain, date=found.date, basis="anniversary", time="future", event="anniversary")
    return replace(plain, date=found.date, basis="anniversary", time="open")


def _dated_by_anniversary(found: list[DateMention], text: str) -> list[DateMention]:
    """Weekdays of an undated article, reckoned from the one anniversary it names.

    ``Monday was the third anniversary``: that Monday is the day. Other weekdays are
    the latest such up to it. Nothing where two anniversaries disagree.
    """
    days = {m.date for m in found if m.basis == "anniversary" and m.date}
    if len(days) != 1:
        return found
    anchor = days.pop()
    name = WEEKDAYS[anchor.weekday()]
    if not any(m.weekday == name and m.date is None for m in found):
        return found
    return [
        replace(m, date=latest_weekday(WEEKDAYS.index(m.weekday), anchor), basis="anniversary")
        if m.weekday and m.date is None and m.precision == "day" and (m.time != "future" or m.weekday == name)
        else m
        for m in found
    ]
