"""Where the article stands in a dump of a page: its headline, and the stretch of lines that is prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from claimwire.pages.furniture import plain
from claimwire.pages.units import BULLET, PASSING, Unit, is_listed

_FIGURE: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W\d_]+")


def is_dump(units: Sequence[Unit]) -> bool:
    """Whether a text has the furniture of a page around the article."""
    labels = 0
    for number, unit in enumerate(units):
        listed = BULLET.match(unit.text) or _FIGURE.search(unit.text) or (number and units[number - 1].text.endswith(":"))
        labels += not unit.prose and not listed
    furniture = sum(1 for unit in units if unit.rule)
    return labels >= 12 and labels + furniture > 0.4 * len(units) and furniture >= 3


def stretch_of(units: Sequence[Unit], title: int) -> tuple[int, int]:
    """First and last+1 of the units whose values have the greatest sum, behind the title if most prose is there."""
    _discount_teasers(units)
    total, start, end = _greatest(units, 0)
    if title >= 0:
        behind = _greatest(units, title + 1)
        if behind[0] >= 0.4 * total:
            _, start, end = behind
    while end < len(units) and units[end].rule is None and is_listed(units, end):
        end += 1
    return start, end


def _greatest(units: Sequence[Unit], first: int) -> tuple[float, int, int]:
    best, best_start, best_end = 0.0, first, first
    current, start = 0.0, first
    for number in range(first, len(units)):
        if current <= 0:
            current, start = 0.0, number
        current += units[number].value
        if current > best:
            best, best_start, best_end = current, start, number + 1
    return best, best_start, best_end


def title_of(units: Sequence[Unit], url: str | None) -> int:
    """The unit that says what the last part of the URL says, else the first of repeated short lines; -1 where neither is."""
    slug = _slug_words(url)
    best, found = 0.0, -1
    if len(slug) >= 3:
        for number, unit in enumerate(units):
            if 3 <= unit.words <= 40 and not unit.text.endswith("."):
                words = {word.lower() for word in _WORD.findall(unit.text)}
                share = len(slug & words) / len(slug)
                if share > best + 0.05 and share >= 0.6:
                    best, found = share, number
    return found if found >= 0 else _repeated(units)


def _repeated(units: Sequence[Unit]) -> int:
    """The first of the first 12 units that stands again among them, four words or longer and no sentence; else -1."""
    seen: dict[str, int] = {}
    for number, unit in enumerate(units[:12]):
        if not 4 <= unit.words <= 40:
            continue
        words = plain(unit.text)
        if words in seen and not unit.text.endswith(".") and unit.rule is None and unit.kind is None:
            return seen[words]
        seen.setdefault(words, number)
    return -1


def _slug_words(url: str | None) -> set[str]:
    if not url:
        return set()
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return set()
    parts = [re.split(r"[-_.+\s]+", part.lower()) for part in path.split("/")]
    longest = max(parts, key=lambda words: sum(len(w) > 2 and w.isalpha() for w in words), default=[])
    return {
        word
        for word in longest
        if len(word) > 2 and word.isalpha() and word not in ("html", "htm", "story", "article", "the", "and", "for")
    }


def _discount_teasers(units: Sequence[Unit]) -> None:
    """A sentence of fewer than 30 words alone between labels is mostly the first line of another article: it gains a fifth."""
    standing = [unit for unit in units if unit.value != -PASSING]
    for number, unit in enumerate(standing):
        beside = (number > 0 and standing[number - 1].prose) or (number + 1 < len(standing) and standing[number + 1].prose)
        if unit.prose and unit.words < 30 and not beside:
            unit.value /= 5
