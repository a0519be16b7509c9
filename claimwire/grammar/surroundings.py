"""What stands around a date: is it a dateline, is the day still to come, does it date something else than a vote?

Every look goes at most ``REACH`` characters away and never over the end of a sentence.
"""

from __future__ import annotations

import re
from typing import Final, Literal

REACH: Final = 70

_FUTURE_BEFORE: Final = re.compile(
    r"\b(?:will|would|due|expected|scheduled|slated|set|planned|plans?|likely|upcoming|shall|"
    r"(?:could|may|might) (?:be|come|vote|take|hold|meet|return|follow|happen|decide)|"
    r"to (?:vote|meet|hold|consider|debate|take|convene|discuss|decide|be (?:held|put|taken|voted)))\b(?P<between>[^.;:!?\n]*)$",
    re.IGNORECASE,
)
_FIRST_TO: Final = re.compile(
    r"\b(?:was|were|been|became)\b[^.;:!?\n]{0,40}\b(?:only|one|first|sole|last|lone)\b[^.;:!?\n]{0,30}$", re.IGNORECASE
)
"""``were the only members to vote for it on Thursday``: that day is past."""
_LIMIT: Final = re.compile(r"\b(?:until|till|by|no later than)(?: the)?\s*$", re.IGNORECASE)
_FUTURE_AFTER: Final = re.compile(
    r"^(?P<between>[^.;!?\n]{0,60}?)\b(?:will|is (?:due|expected|scheduled|set|likely|to)|are (?:due|expected|scheduled|set|to)|would)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:voted|adopted|passed|approved|rejected|abstained|backed|defeated|failed|vetoed|won|said|told|saw|was|were|had|did|"
    r"agreed|endorsed|elected|cleared|condemned|called|demanded|blocked|supported|opposed|decided|ruled|held)\b",
    re.IGNORECASE,
)
_HAPPENING: Final = (
    r"(?P<event>invasion|invaded|invading|invade|attacks?|attacked|assault|massacre|annexation|annexed|outbreak|war|coup|referendum|elections?|"
    r"born|died|killed|killing|launched|founded|ceasefire|uprising|genocide)\b"
)
_EVENT: Final = re.compile(r"\b" + _HAPPENING, re.IGNORECASE)
_EVENT_AFTER: Final = re.compile(r"^[,\s]{1,3}(?:[A-Z][\w-]*\s){0,2}" + _HAPPENING)
_SINCE: Final = re.compile(r"\b(?P<event>since|until|till|before|after|by|from)(?:\s+the)?\s+$", re.IGNORECASE)
_VOTED: Final = re.compile(
    r"\b(?:vote[ds]?|voting|adopt(?:ed|s|ion)?|pass(?:ed|es|age)|approv(?:ed|es|al)|reject(?:ed|s|ion)|abstain(?:ed|s)?|defeated|vetoed|"
    r"resolution|motion|amendment|ballot|veto|endorsed|backed)\b",
    re.IGNORECASE,
)
_OF_VOTE: Final = re.compile(r"^\s?(?:\w+\s){0,2}(?:vote|ballot|resolution|session|meeting|decision)\b", re.IGNORECASE)
_STAMP: Final = re.compile(r"^\W*(?:date|published|updated|posted)?:?\W*$", re.IGNORECASE)
_STAMPED: Final = re.compile(r"^\W{0,3}(?:date\s)?\d{4}-\d\d-\d\d\s", re.IGNORECASE)
_NAMED_DAY: Final = re.compile(
    r"\b(?:making|makes?|made|declar(?:e|es|ed|ing)|designat(?:e|es|ed|ing)|proclaim(?:s|ed|ing)?|commemorat(?:e|es|ed|ing)|nam(?:es|ed|ing)|"
    r"establish(?:es|ed|ing)?|observ(?:e|es|ed|ing))(?:\s+the)?\s+$",
    re.IGNORECASE,
)
"""``making 11 July a day of remembrance``: what a text makes of a day is not when it was voted on."""
_POST: Final = re.compile(r"\(@\w{1,30}\)\s*[,—–-]?\s*$")
_PLACE: Final = re.compile(
    r"^\W{0,4}(?:[A-Z][\w.'’-]*|\[\w{2,20}\]|of|de|the|/|,|\()(?:[\s,/(]{1,3}(?:[A-Z][\w.'’-]*|\[\w{2,20}\]|of|de|the|/))*[\s,(|]*$"
)
_AGENCY: Final = re.compile(r"^\)?\s*(?:\([^()\n]{2,40}\)|\[[^\[\]\n]{2,40}\])?\s*(?:[-–—:]|--)")
_FURNITURE: Final = re.compile(
    r"\b(?:published|updated|posted|last|modified|on|at|by|date|AM|PM|am|pm|a\.m\.|p\.m\.|[A-Z]{2,4}|GMT[+-]?\d*)\b|[\d:|,.•·–—\s()+/-]+"
)
_END: Final = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"‘])|\n")


def dateline(text: str, start: int, end: int, *, year_given: bool) -> Literal["wire", "line"] | None:
    """``wire`` for ``NEW YORK, Feb 24 (Reuters) -``, ``line`` where a line holds a full date and little else."""
    first = text.rfind("\n", max(0, start - 100), start) + 1
    if first == 0 and start > 100:
        return None
    before = _STAMPED.sub("", text[first:start])
    last = text.find("\n", end, end + 100)
    after = text[end : last if last >= 0 else min(len(text), end + 100)]
    if text[start : start + 5].rstrip("-").isdecimal() and _STAMP.match(before):
        return "line"
    if before.strip() and len(before) <= 80 and before.strip()[:1].isupper() and _AGENCY.match(after) and _PLACE.match(before):
        return "wire"
    ends = last >= 0 or end + 100 >= len(text)
    left = _FURNITURE.sub(" ", before + after).split()
    if year_given and ends and sum(map(len, left)) <= 12 and not any(word[0].islower() for word in left):
        return "line"
    return None


def time_of(text: str, start: int, end: int, within: tuple[int, int]) -> Literal["future", "open"]:
    """``future`` where the words around say that the day is still to come."""
    before, after = _before(text, start, within[0]), _after(text, end, within[1])
    if _LIMIT.search(before):
        return "future"
    told = _FUTURE_BEFORE.search(before)
    if told and not _FIRST_TO.search(before, 0, told.start()) and not _PAST.search(told["between"]):
        return "future"
    told = _FUTURE_AFTER.match(after)
    return "future" if told and not _PAST.search(told["between"]) and not _PAST.search(before) else "open"


def event_of(text: str, start: int, end: int, within: tuple[int, int]) -> str | None:
    """What the date dates, where that is not a vote: an invasion, a post, the start or end of a span."""
    before, after = _before(text, start, within[0]), _after(text, end, within[1])
    if _POST.search(before):
        return "post"
    if _NAMED_DAY.search(before):
        return "named day"
    if _OF_VOTE.match(after):
        return None
    bound = _SINCE.search(before)
    if bound:
        return bound["event"].lower()
    clause = re.split(r"[,;:()]", before)[-1][-40:]
    if _VOTED.search(clause):
        return None
    named = next(iter(list(_EVENT.finditer(clause))[-1:]), None)
    if named and not _PAST.search(clause, named.end()):
        return named["event"].lower()
    ahead = _EVENT_AFTER.match(after)
    return ahead["event"].lower() if ahead else None


def _before(text: str, start: int, first: int) -> str:
    words = text[max(first, start - REACH) : start]
    at = 0
    for match in _END.finditer(words):
        at = match.end()
    return words[at:]


def _after(text: str, end: int, last: int) -> str:
    words = text[end : min(last, end + REACH)]
    match = _END.search(words)
    return words[: match.start()] if match else words
