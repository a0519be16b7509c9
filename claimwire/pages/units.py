"""The units of a plain text: its lines, those of hard-wrapped paragraphs joined, with what their wording says."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimwire.articles import Page, Role
from claimwire.pages.furniture import furniture_rule
from claimwire.pages.line_kinds import is_byline, is_caption, is_date_line

SENTENCE_END: Final = re.compile(r"[.!?…。؟][\"'”’»)\]]*$")
BULLET: Final = re.compile(r"^(?:[-–—•●▪◦‣·*○■□►➢✓]\s*|\(?\d{1,3}[.)]\s+)\S")

LABEL: Final = 1.2
FURNITURE: Final = 2.5
MOST_WORDS: Final = 50
"""What a label and a line of furniture cost; ten words of a sentence gain 1, up to this many words.

Chosen on half of the outlets of the annotated pages, checked on the other half: the optimum is flat.
"""

PASSING: Final = 0.2
"""What an advertisement, an item with a bullet and a line that leads to a list cost: they stand between paragraphs as well."""

SHORT: Final = 60
"""What is said of a line of so many characters is remembered."""


@dataclass(slots=True)
class Unit:
    """One line, or the lines of one hard-wrapped paragraph, with what its wording says."""

    start: int
    end: int
    text: str
    words: int
    rule: str | None
    kind: Role | None
    """``byline``, ``date`` or ``caption`` by how it is written."""
    prose: bool
    value: float = 0.0


def units_of(page: Page) -> list[Unit]:
    """The units in order of the text."""
    wrapped = _is_wrapped([page.text[line.start : line.end] for line in page.lines])
    spans: list[tuple[int, int]] = []
    for line in page.lines:
        between = page.text[spans[-1][1] : line.start] if spans else ""
        if wrapped and spans and between.count("\n") < 2 and not BULLET.match(page.text[line.start : line.start + 20]):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return [_unit(page.text, start, end) for start, end in spans]


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines of a text were broken at one width, in the middle of sentences."""
    if len(lines) < 8:
        return False
    full = sum(1 for line in lines if 50 <= len(line) <= 100)
    broken = sum(1 for line in lines if 50 <= len(line) <= 100 and not SENTENCE_END.search(line))
    return full > 0.6 * len(lines) and broken > 0.5 * len(lines) and max(map(len, lines)) <= 110


def _unit(text: str, start: int, end: int) -> Unit:
    line = text[start:end]
    words, rule, kind, prose, value = _short_line(line) if len(line) <= SHORT else _line(line)
    return Unit(start, end, line, words, rule, kind, prose, value)


def _line(text: str) -> tuple[int, str | None, Role | None, bool, float]:
    """What a line's wording says: words, rule, kind, whether it is prose, and what it is worth."""
    words = len(text.split())
    rule = furniture_rule(text)
    kind: Role | None = "byline" if is_byline(text) else "date" if is_date_line(text) else "caption" if is_caption(text) else None
    prose = rule is None and kind is None and (words >= 25 or (words >= 8 and SENTENCE_END.search(text) is not None))
    if prose:
        return words, rule, kind, prose, min(words, MOST_WORDS) / 10
    if rule:
        return words, rule, kind, prose, -PASSING if rule == "line.advertisement" else -FURNITURE
    return words, rule, kind, prose, -PASSING if text.endswith(":") or BULLET.match(text) else -LABEL


_short_line: Final = functools.lru_cache(maxsize=4096)(_line)
"""The same for labels, buttons and menus, which an outlet's pages repeat."""


def is_listed(units: Sequence[Unit], number: int) -> bool:
    """Whether a short line is an item of a list: it has a bullet, or a line that ends in a colon leads to it."""
    if BULLET.match(units[number].text):
        return True
    at = number - 1
    while at >= 0 and number - at <= 40 and not units[at].prose and units[at].rule is None:
        if units[at].text.endswith(":"):
            return True
        at -= 1
    return at >= 0 and units[at].prose and units[at].text.endswith(":")
