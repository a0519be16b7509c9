"""The units of a plain text: its lines, those of hard-wrapped paragraphs joined, with what their wording says."""

from __future__ import annotations

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
    words_of = text[start:end]
    words = len(words_of.split())
    rule = furniture_rule(words_of)
    kind: Role | None = (
        "byline" if is_byline(words_of) else "date" if is_date_line(words_of) else "caption" if is_caption(words_of) else None
    )
    ends = SENTENCE_END.search(words_of) is not None
    prose = rule is None and kind is None and ((ends and words >= 8) or words >= 25)
    unit = Unit(start, end, words_of, words, rule, kind, prose)
    if prose:
        unit.value = min(words, MOST_WORDS) / 10
    elif rule:
        unit.value = -PASSING if rule == "line.advertisement" else -FURNITURE
    else:
        unit.value = -PASSING if words_of.endswith(":") or BULLET.match(words_of) else -LABEL
    return unit


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
