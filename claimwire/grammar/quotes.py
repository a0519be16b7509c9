"""Quotation marks of every style, paired inside a paragraph.

Straight, curly, low, single marks and guillemets, mixed as they come. A mark
that is never shut costs its own paragraph only; a paragraph that reopens the
mark carries the quotation of the one before. Apostrophes, inches, feet and
shortened words (``'90s``, ``'em``) are no marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Literal

Family = Literal["double", "guillemet", "angle", "corner", "single"]

WRAPPED_AT: Final = 60
"""A line at least this long that ends without a stop, before one in lower case, was wrapped by hand."""

MAX_QUOTATIONS: Final = 10_000
"""In a text with more quotations than this none is read; ``unpaired`` says so."""

MAX_ENDING: Final = 1_000
"""A quotation left open in one paragraph is shut so early in the next, or not by it."""

MAX_DEPTH: Final = 4
MAX_MARKS: Final = 4_000
"""In a paragraph with more marks than this none is paired; ``unpaired`` says so."""

_MARKS: Final = "\"“”„‟″«»‹›「」『』‘’‚‛'`´"
_MARK: Final = re.compile(f"``|''|[{_MARKS}]")
_FAMILY: Final[dict[str, Family]] = {
    **dict.fromkeys(("``", "''", '"', "“", "”", "„", "‟", "″"), "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "angle"),
    **dict.fromkeys("「」『』", "corner"),
    **dict.fromkeys("‘’‚‛'`´", "single"),
}
_OPENERS: Final = frozenset(("``", *"“„‟«‹「『‘‚‛"))
_BEFORE_OPENING: Final = frozenset("([{<—–-―/:;,.…|•*@=~\"“”„«‹‘'")
_AFTER_CLOSING: Final = frozenset(")]}>—–-―/:;,.!?…|\"”»›’'")
_ELISIONS: Final = re.compile(r"(?:\d|(?:em|tis|twas|til|till|cause|bout|n|round|cos|cuz|im|er|is|ere)\b)", re.IGNORECASE)
_STOP_BEFORE: Final = frozenset(",.!?…")
_LINE: Final = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` are the words inside the marks; ``outer_start:outer_end`` has the marks too.

    ``depth`` 0 stands in nobody else's words, 1 inside a quotation. ``closed`` is
    false where no mark shuts it in its paragraph (``end`` is the paragraph's);
    ``reopened`` then says that the next paragraph takes it up, and that one's
    ``continues`` is true; where no mark reopens it, ``outer_start`` is ``start``.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    closed: bool = True
    continues: bool = False
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    family: Family
    mark: str
    start: int
    inner: int


def quotation_spans(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of ``text[start:end]``, nested ones too, in order of their start. Linear in the text."""
    found: list[Quotation] = []
    pending: Quotation | None = None
    for first, last in paragraphs(text, start, len(text) if end is None else end):
        here = _pair(text, first, last)
        if pending is not None:
            here = _ending(text, first, last, here, pending) or here
            if here and here[0].outer_start == first and (here[0].continues or _family_at(text, here[0]) == _family_at(text, pending)):
                here[0] = replace(here[0], continues=True)
                found[-1] = replace(pending, reopened=True)
            pending = None
        found += here
        if len(found) > MAX_QUOTATIONS:
            return []
        if found and not found[-1].closed and found[-1].end == last and found[-1].depth == 0:
            pending = found[-1]
    return found


def unpaired(text: str) -> int | None:
    """Where the text or the paragraph begins whose quotation marks are too many to be paired; ``None`` where all were read."""
    if sum(map(text.count, _MARKS)) <= MAX_MARKS:
        return None
    for first, last in paragraphs(text, 0, len(text)):
        if sum(1 for _ in islice(_MARK.finditer(text, first, last), MAX_MARKS + 1)) > MAX_MARKS:
            return first
    return None if quotation_spans(text) else 0


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines that are not blank, without white space around them; lines wrapped by hand are one paragraph."""
    held: tuple[int, int] | None = None
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        words = line.strip()
        if not words:
            continue
        first = match.start() + len(line) - len(line.lstrip())
        last = first + len(words)
        if held is not None:
            wrapped = (
                words[0].islower()
                and match.start() - held[1] <= 2
                and (text[held[1] - 1].isalnum() or text[held[1] - 1] in ",-’'")
                and held[1] - (text.rfind("\n", held[0], held[1]) + 1 or held[0]) >= WRAPPED_AT
            )
            if wrapped:
                held = (held[0], last)
                continue
            yield held
        held = (first, last)
    if held is not None:
        yield held


def _ending(text: str, first: int, last: int, here: list[Quotation], pending: Quotation) -> list[Quotation] | None:
    """The paragraph's quotations where its first mark can only shut the one left open above: no mark reopens it."""
    match = _MARK.search(text, first, here[0].outer_start if here else min(last, first + MAX_ENDING))
    family = _family_at(text, pending)
    if match is None or match.start() - first < 3 or _FAMILY[match.group()] != family or family == "single":
        return None
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1] or " "
    if before.isspace() or not (before in _STOP_BEFORE or before.isalnum()) or not (after.isspace() or after in _AFTER_CLOSING):
        return None
    return [Quotation(first, match.start(), first, match.end(), continues=True), *here]


def _family_at(text: str, quotation: Quotation) -> Family | None:
    match = _MARK.match(text, quotation.outer_start)
    return _FAMILY[match.group()] if match else None


def _pair(text: str, first: int, last: int) -> list[Quotation]:
    if last - first < 3 or _MARK.search(text, first, last) is None:
        return []
    marks = [m.span() for m in islice(_MARK.finditer(text, first, last), MAX_MARKS + 1)]
    if len(marks) > MAX_MARKS:
        return []
    strong, any_closer = _single_closers(text, marks, first, last)
    last_of = {_FAMILY[text[begin:end]]: at for at, (begin, end) in enumerate(marks)}
    stack: list[_Open] = []
    found: list[Quotation] = []
    for at, (begin, end) in enumerate(marks):
        mark = text[begin:end]
        family = _FAMILY[mark]
        before = text[begin - 1] if begin > first else " "
        after = text[end] if end < last else " "
        opened = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].family == family), None)
        if family == "single":
            verdict = _read_single(text, mark, before, after, end, opened is not None, strong[at], any_closer[at])
        else:
            verdict = _read_mark(mark, before, after, stack[opened].mark if opened is not None else None, last_of[family] == at)
        if verdict == "open":
            if opened is not None:
                del stack[opened:]
            if len(stack) < MAX_DEPTH:
                stack.append(_Open(family, mark, begin, end))
        elif verdict == "close" and opened is not None:
            quotation = _inside(text, stack[opened], begin, end)
            if quotation is not None:
                found.append(quotation)
            del stack[opened:]
    for left in stack:
        if left.family != "single" or left.mark == "‘":
            quotation = _inside(text, left, last, last)
            if quotation is not None:
                found.append(replace(quotation, closed=False))
                break
    return _with_depth(found)


def _inside(text: str, opened: _Open, begin: int, end: int) -> Quotation | None:
    words = text[opened.inner : begin]
    stripped = words.strip()
    if not stripped:
        return None
    start = opened.inner + len(words) - len(words.lstrip())
    return Quotation(start, start + len(stripped), opened.start, end)


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    """In order of their start, with how many others stand around each."""
    found.sort(key=lambda q: (q.outer_start, -q.outer_end))
    around: list[int] = []
    kept: list[Quotation] = []
    for quotation in found:
        while around and around[-1] <= quotation.outer_start:
            around.pop()
        kept.append(replace(quotation, depth=len(around)) if around else quotation)
        around.append(quotation.outer_end)
    return kept


def _read_mark(mark: str, before: str, after: str, opened: str | None, last: bool) -> Literal["open", "close"] | None:
    """What a double mark or a guillemet does here, by its shape and its neighbours."""
    apart_before, apart_after = before.isspace(), after.isspace()
    may_open = not apart_after and (apart_before or before in _BEFORE_OPENING) and after not in ",.;:)!?]"
    may_close = not apart_before and (apart_after or after in _AFTER_CLOSING)
    if mark in ("''", "``", '"', "″"):
        if opened is not None:
            if apart_before and not apart_after and (after.isalnum() or after in "[(…") and opened != "„":
                return "open"
            return "close"
        if before.isdigit() and not after.isalnum():
            return None
        return "open" if may_open or (apart_before and apart_after) else None
    if opened is None:
        if mark in _OPENERS:
            return "open"
        return "open" if may_open and not may_close else None
    if mark in _OPENERS:
        if opened in ("„", "”", "»", "›") or (may_close and not may_open) or (last and after.islower()):
            return "close"
        return "open"
    if opened == mark and may_open and not may_close:
        return "open"
    return "close"


def _read_single(
    text: str, mark: str, before: str, after: str, end: int, opened: bool, strong_ahead: bool, closer_ahead: bool
) -> Literal["open", "close"] | None:
    """What a single mark does here: most of them are apostrophes."""
    if before.isalnum() and after.isalnum():
        return None
    if mark in ("‘", "‚", "‛", "`"):
        if after.isspace() or before.isalnum() or (mark != "‘" and not closer_ahead):
            return "close" if opened and not before.isspace() else None
        return None if not closer_ahead and _ELISIONS.match(text, end) else "open"
    if opened and not before.isspace():
        possessive = before in "sS" and after.isspace() and end + 1 < len(text) and text[end + 1].islower()
        return None if possessive and strong_ahead else "close"
    if mark == "'" and not opened and closer_ahead and (before.isspace() or before in _BEFORE_OPENING):
        opens = after.isalnum() or after in '[(…“"'
        return "open" if opens and not _ELISIONS.match(text, end) else None
    return None


def _single_closers(text: str, marks: list[tuple[int, int]], first: int, last: int) -> tuple[list[bool], list[bool]]:
    """For each mark: does one follow that surely shuts a single quotation, and does any that may."""
    strong, some = [False] * len(marks), [False] * len(marks)
    strong_ahead = some_ahead = False
    for at in range(len(marks) - 1, -1, -1):
        strong[at], some[at] = strong_ahead, some_ahead
        begin, end = marks[at]
        if end - begin > 1 or text[begin] not in "’'´":
            if text[begin] == "‘":
                strong_ahead = False
            continue
        before = text[begin - 1] if begin > first else " "
        after = text[end] if end < last else " "
        if before.isspace():
            if not after.isspace():
                strong_ahead = False
            continue
        if after.isalnum():
            continue
        some_ahead = True
        strong_ahead = strong_ahead or before in _STOP_BEFORE or not after.isspace() or end == last
    return strong, some
