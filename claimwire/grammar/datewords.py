"""The words of a date, found in one linear pass: which day, weekday, month, year or shift they tell.

Nothing is resolved here. Alternatives of the one pattern begin with different words
and repeat nothing without a bound, so the cost is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from claimwire.grammar.calendar import WEEKDAYS, month_number, number_of, weekday_number

Kind = Literal["day", "weekday", "shift", "week", "month", "year", "anniversary"]

_S: Final = r"[^\S\n]{1,3}"
"""A gap between words of one date: it never goes over a line's end."""
_COUNT: Final = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ONES: Final = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINAL: Final = (
    rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:{_TENS})-(?:{_ONES})|{_ONES}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})(?=-year))"
)
_YEAR: Final = r"(?:19|20)\d\d(?![\d-])"
_FULL_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"


def _month_pattern() -> str:
    """Full and shortened names, as ``February``, ``Feb.``, ``FEB``; never all lower case (``may``, ``march``)."""
    forms = []
    for name in _FULL_MONTH.split("|"):
        cut = 4 if name == "September" else 3
        for start, rest in ((name[:cut], name[cut:]), (name[:cut].upper(), name[cut:].upper())):
            forms.append(f"{start}(?:{rest}|\\.)?" if rest else start)
    return "(?:" + "|".join([*forms, "Sep(?:\\.)?", "SEP(?:\\.)?"]) + r")(?![A-Za-z])"


_MONTH: Final = _month_pattern()
_WEEKDAY: Final = "|".join(form for name in WEEKDAYS for form in (name, name.upper()))
_NOT_A_DAY: Final = r"(?![\d%]|[.,:]\d|-\w|\s(?:votes|countries|states|nations|members|lawmakers|MPs|people|to\s\d))"

_PIECES: Final = (
    r"(?P<iso>\d{4}-\d\d-\d\d)(?![\d-])",
    r"(?P<slash>\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)(?!\d)",
    rf"(?P<range1>\d{{1,2}}\s?[-–—]\s?)?(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?:{_S}of)?(?:{_S}|-)(?P<month1>{_MONTH})"
    rf"(?:(?:,?{_S}|-|{_S}of{_S})(?P<year1>{_YEAR}))?",
    rf"(?P<month2>{_MONTH}){_S}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?P<range2>\s?[-–—]\s?\d{{1,2}}(?!\d))?{_NOT_A_DAY}"
    rf"(?:,?{_S}(?P<year2>{_YEAR}))?",
    rf"(?:(?P<pre>(?i:last|past|this{_S}past|previous|next|coming|this{_S}coming|this)){_S})?(?P<weekday>{_WEEKDAY})(?!s?[A-Za-z])"
    rf"(?:['’]s\b)?(?:{_S}(?:morning|afternoon|evening|night|midday))?(?:{_S}(?:of{_S})?(?P<post>last|next){_S}week)?",
    rf"(?P<short>(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?),?(?={_S}(?:\d{{1,2}}{_S})?{_MONTH})",
    rf"(?i:on{_S}the{_S})(?P<the>\d{{1,2}})(?:st|nd|rd|th)(?=[,.;)\n]|$)",
    rf"(?:(?P<ord>{_ORDINAL})(?:-year)?{_S})?(?P<anniversary>[Aa]nniversary)\b",
    rf"(?i:exactly|precisely|mark(?:s|ed|ing)?){_S}(?P<years>{_COUNT}){_S}years?(?:{_S}to{_S}the{_S}day)?{_S}(?:since|after|ago|of)\b",
    rf"(?P<years2>{_COUNT}){_S}years?{_S}to{_S}the{_S}day{_S}(?:since|after)\b",
    rf"(?i:(?P<yesterday>yesterday|last{_S}night)|(?P<today>today|tonight|this{_S}(?:morning|afternoon|evening))|(?P<tomorrow>tomorrow))\b",
    rf"(?i:(?:(?P<count>{_COUNT}){_S}(?P<unit>days?|weeks?)|the{_S}day){_S}(?P<dir>ago|earlier|before|prior|later|after|afterwards?))\b",
    rf"(?i:the{_S}(?P<side>previous|preceding|following|next|same){_S}day)\b",
    rf"(?i:(?P<which>last|this|next|past|the{_S}(?:previous|following|same)){_S}(?P<span>week|weekend|month|year))\b",
    rf"(?i:(?P<agos>{_COUNT}){_S}(?P<agounit>months?|years?){_S}(?:ago|earlier|before))\b",
    rf"(?i:in|since|last|this|late|early|mid|from|until|by|of|during)(?:{_S}|-)(?P<month3>{_FULL_MONTH})\b(?!{_S}\d{{1,2}}(?!\d))(?:,?{_S}(?:of{_S})?(?P<year3>{_YEAR}))?",
    rf"(?i:in|since|from|during|of|by|until|late|early|and|to|for){_S}(?P<year4>{_YEAR})",
)
_SECOND: Final = "[JFMASOND12]"
_UNIT: Final = "[dDwWmMyY]"
_NUMBER: Final = rf"[0-9]{{1,4}}(?:[-–—snrt]|[/.]\d|\s[-–—]|{_S}(?:of(?:{_S}|-))?[JFMASONDdDwWmMyY])"
_FIRST: Final = (
    rf"(?={_NUMBER}|A[pPuU]|[aA](?:[nN]?{_S}{_UNIT}|[nN][dD]{_S}[12]|[nN][nN])|b[yY](?:{_S}|-){_SECOND}|c[oO][mM][iI]|"
    rf"D[eE][cC]|[dD][uU][rR]|[eE](?:[iI][gG]|[lL][eE][vV]|[xX][aA][cC]|[aA][rR])|F(?:[eE][bB]|[rR][iI])|"
    rf"[fF](?:[iI]|[rR][oO][mM](?:{_S}|-){_SECOND}|[oO](?:[uU][rR]|[rR](?:[tT]|{_S}[12])))|[iI][nN](?:{_S}|-){_SECOND}|J[aAuU]|"
    rf"[lL][aA][sStT]|M(?:[aA][yY]|[oO][nN])|[mM](?:[aA][rR]|[iI][dD])|N[oO][vV]|[nN](?:[iI][nN]|[eE][xX])|O[cC][tT]|"
    rf"[oO](?:[nN](?:[eE](?:-|{_S}{_UNIT})|{_S}[tT])|[fF](?:{_S}|-){_SECOND})|[pP](?:[aA][sS][tT]|[rR][eE][vVcC])|"
    rf"S(?:[eE][pP]|[aA][tT]|[uU][nN])|[sS](?:[eE](?:[cC][oO]|[vV])|[iI][xXnN])|T[uU][eE]|"
    rf"[tT](?:[hH](?:[uUiIrR]|[eE]{_S}[dDpPfFnNsS])|[wW]|[eE][nN]|[oO](?:[dDmMnN]|{_S}[12]))|W[eE][dD]|[yY][eE][sS])"
)
"""How the words of a date can begin; nearly all words fail here, before the alternatives are tried one by one."""
_IN_BRACKETS: Final = r"(?<=\()(?<![\w$€£.]\()(?P<paren>\d{1,2})\)"
_WORDS: Final = re.compile(rf"\b(?=[0-9AabcDdEeFfIiJLlMmNnOoPpSsTtWwYy])(?<![$€£.])(?:{_FIRST}(?:{'|'.join(_PIECES)})|{_IN_BRACKETS})")

_NO_DAY: Final = (
    "Black", "Good", "Super", "Ash", "Bloody", "Easter", "Palm", "Maundy", "Holy", "Cyber", "Giving", "Mail on", "Throwback", "Casual",
)  # fmt: skip
_NO_DAY_AFTER: Final = (
    "Times", "Telegraph", "Mirror", "Express", "Night Live", "Addams", "World", "Morning Herald", "Herald", "Post", "Mass",
    "prayers", "school", "Mail",
)  # fmt: skip
_JOIN: Final = re.compile(r"[^\S\n]{0,2},?[^\S\n]{0,2}\(?(?:the )?")
_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the words ``text[start:end]`` tell. ``days`` is a shift, or an anniversary's years; ``weekday`` 0 is Monday."""

    start: int
    end: int
    kind: Kind
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    modifier: str | None = None
    days: int = 0


def find_words(text: str, start: int, end: int) -> Iterator[DateWords]:
    """All words of dates in ``text[start:end]``, a weekday joined with the date that stands beside it."""
    last: DateWords | None = None
    for match in _WORDS.finditer(text, start, end):
        words = _words(match, text)
        if words is None:
            continue
        if last is not None and _beside(last, words, text):
            last = _joined(last, words)
        elif words.kind == "weekday" or words.modifier != "beside":
            if last is not None and last.modifier != "beside":
                yield last
            last = words
    if last is not None and last.modifier != "beside":
        yield last


def _beside(left: DateWords, right: DateWords, text: str) -> bool:
    if right.start - left.end > _GAP or not {left.kind, right.kind} <= {"day", "weekday"} or left.modifier == "last week":
        return False
    if (left.weekday is None) == (right.weekday is None) or (left.day is None) == (right.day is None):
        return False
    gap = text[left.end : right.start]
    if left.day is not None and (("(" not in gap and "," not in gap) or text[right.start : right.end].endswith("s")):
        return False
    return _JOIN.fullmatch(gap) is not None


def _joined(left: DateWords, right: DateWords) -> DateWords:
    dated, named = (left, right) if left.day is not None else (right, left)
    return replace(dated, start=left.start, end=right.end, weekday=named.weekday, modifier=None)


def _words(match: re.Match[str], text: str) -> DateWords | None:
    at, to = match.span()
    group = match.groupdict()
    if group["iso"]:
        numbers = [int(part) for part in group["iso"].split("-")]
        return DateWords(at, to, "day", numbers[2], numbers[1], numbers[0])
    if group["slash"]:
        return _slashed(group["slash"], at, to)
    for which in "12":
        if group[f"month{which}"]:
            year_words = group[f"year{which}"]
            month, year = month_number(group[f"month{which}"]), int(year_words) if year_words else None
            if group[f"range{which}"]:
                return DateWords(at, to, "week", None, month, year)
            day = int(group[f"day{which}"])
            return DateWords(at, to, "day", day, month, year) if 1 <= day <= 31 else None
    if group["weekday"]:
        return _named_weekday(match, text)
    if group["short"]:
        return DateWords(
            at, match.start() + len(group["short"].rstrip()), "weekday", weekday=weekday_number(group["short"]), modifier="beside"
        )
    if group["paren"]:
        day = int(group["paren"])
        return DateWords(at - 1, to, "day", day, modifier="beside") if 1 <= day <= 31 else None
    if group["the"]:
        day = int(group["the"])
        return DateWords(at, to, "day", day) if 1 <= day <= 31 else None
    if group["anniversary"]:
        return DateWords(at, to, "anniversary", days=number_of(group["ord"] or "") or 0)
    if group["years"] or group["years2"]:
        count = number_of(group["years"] or group["years2"] or "")
        return DateWords(at, to, "anniversary", days=count) if count else None
    return _relative(group, at, to)


def _slashed(words: str, at: int, to: int) -> DateWords | None:
    """``24/02/2025``: only where day and month cannot be exchanged."""
    first, second, year = (int(part) for part in re.split(r"[/.]", words))
    if first == second or (first > 12 >= second):
        return DateWords(at, to, "day", first, second, year)
    return DateWords(at, to, "day", second, first, year) if second > 12 >= first else None


def _named_weekday(match: re.Match[str], text: str) -> DateWords | None:
    before, after = text[max(0, match.start() - 10) : match.start()].rstrip(), text[match.end() : match.end() + 16].lstrip()
    if before.endswith(_NO_DAY) or after.startswith(_NO_DAY_AFTER):
        return None
    pre = (match["pre"] or "").lower()
    modifier = {"last": "last", "next": "next", "coming": "coming", "this coming": "coming"}.get(pre)
    if match["post"]:
        modifier = f"{match['post']} week"
    return DateWords(*match.span(), "weekday", weekday=weekday_number(match["weekday"]), modifier=modifier)


_SIDES: Final = {"previous": -1, "preceding": -1, "following": 1, "next": 1, "same": 0}
_WHICH: Final = {"last": -1, "this": 0, "next": 1, "past": -1, "the previous": -1, "the following": 1, "the same": 0}
_BACK: Final = frozenset({"ago", "earlier", "before", "prior"})


def _relative(group: dict[str, str | None], at: int, to: int) -> DateWords | None:
    if group["yesterday"] or group["today"] or group["tomorrow"]:
        days = -1 if group["yesterday"] else 1 if group["tomorrow"] else 0
        return DateWords(at, to, "shift", modifier="published", days=days)
    if direction := (group["dir"] or "").lower():
        count = number_of(group["count"] or "a") or 0
        days = count * (7 if (group["unit"] or "").lower().startswith("week") else 1) * (-1 if direction in _BACK else 1)
        if abs(days) > 13:
            return DateWords(at, to, "week", modifier="relative", days=days // 7)
        return DateWords(at, to, "shift", modifier="published" if direction == "ago" else "told", days=days)
    if group["side"]:
        return DateWords(at, to, "shift", modifier="told", days=_SIDES[group["side"].lower()])
    if group["span"]:
        kind: Kind = "year" if group["span"].lower() == "year" else "month" if group["span"].lower() == "month" else "week"
        return DateWords(at, to, kind, modifier="relative", days=_WHICH[" ".join((group["which"] or "").lower().split())])
    if group["agos"]:
        count = number_of(group["agos"]) or 0
        return DateWords(
            at, to, "year" if (group["agounit"] or "").lower().startswith("year") else "month", modifier="relative", days=-count
        )
    if group["month3"]:
        return DateWords(at, to, "month", month=month_number(group["month3"]), year=int(group["year3"]) if group["year3"] else None)
    if group["year4"]:
        return DateWords(at, to, "year", year=int(group["year4"]))
    return None
