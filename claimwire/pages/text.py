"""Roles for the lines of a plain text: a clean article is kept whole, of a dump of a page the stretch that is prose.

A clean text loses only lines whose wording says that they are furniture. A text
with long runs of labels (menus, teasers, footers) is a dump: the stretch of lines
with the greatest sum of prose less labels is the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from claimwire.articles import Block, Layout, Page, Role
from claimwire.pages.authors import clean_names
from claimwire.pages.dates import day_in
from claimwire.pages.furniture import furniture_rule, plain
from claimwire.pages.line_kinds import is_byline, is_caption, is_date_line

_SENTENCE_END: Final = re.compile(r"[.!?…。؟][\"'”’»)\]]*$")
_SENTENCE: Final = re.compile(r"[^.!?…]*[.!?…]+[\"'”’»)\]]*\s+|[^.!?…]+$")
_BULLET: Final = re.compile(r"^(?:[-–—•●▪◦‣·*○■□►➢✓]\s*|\(?\d{1,3}[.)]\s+)\S")
_PUBLISHED: Final = re.compile(r"(?:first )?(?:published|posted)(?: on)?\b.{0,60}$", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W\d_]+")

LABEL: Final = 1.2
FURNITURE: Final = 2.5
MOST_WORDS: Final = 80


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


def text_layout(page: Page) -> Layout:
    """Roles for every line of a plain text."""
    units = units_of(page)
    if not units:
        return Layout(())
    title = _title(units, page.url)
    start, end = _stretch(units, title) if is_dump(units) else (0, len(units))
    blocks: list[Block] = []
    seen_prose = False
    titles: set[str] = {plain(units[title].text)} if title >= 0 else set()
    for number, unit in enumerate(units):
        if number == title:
            blocks.append(Block("title", unit.start, unit.end))
        elif not start <= number < end:
            blocks.append(_outside(unit, titles))
        else:
            role, rule = _inside(units, number, titles, seen_prose, clean=end - start == len(units))
            blocks += _split(unit, role, rule)
            seen_prose = seen_prose or role == "body"
            if role == "title":
                titles.add(plain(unit.text))
    return Layout(
        tuple(blocks),
        title=next((page.text[b.start : b.end] for b in blocks if b.role == "title"), None),
        byline=next((clean_names([page.text[b.start : b.end]]) for b in blocks if b.role == "byline"), ()),
        published=next((day for unit in units[:15] if _PUBLISHED.match(unit.text) and (day := day_in(unit.text))), None),
    )


def units_of(page: Page) -> list[Unit]:
    """The lines of a text, those of hard-wrapped paragraphs joined."""
    wrapped = _is_wrapped([page.text[line.start : line.end] for line in page.lines])
    units: list[Unit] = []
    for line in page.lines:
        if (
            wrapped
            and units
            and "\n\n" not in page.text[units[-1].end : line.start].replace(" ", "")
            and not _BULLET.match(page.text[line.start : line.end])
        ):
            units[-1] = _unit(page.text, units[-1].start, line.end)
        else:
            units.append(_unit(page.text, line.start, line.end))
    return units


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines of a text were broken at one width, in the middle of sentences."""
    if len(lines) < 8:
        return False
    full = sum(1 for line in lines if 50 <= len(line) <= 100)
    broken = sum(1 for line in lines if 50 <= len(line) <= 100 and not _SENTENCE_END.search(line))
    return full > 0.6 * len(lines) and broken > 0.5 * len(lines) and max(map(len, lines)) <= 110


def _unit(text: str, start: int, end: int) -> Unit:
    words_of = text[start:end]
    words = len(words_of.split())
    rule = furniture_rule(words_of)
    kind: Role | None = (
        "byline" if is_byline(words_of) else "date" if is_date_line(words_of) else "caption" if is_caption(words_of) else None
    )
    ends = _SENTENCE_END.search(words_of) is not None
    prose = rule is None and kind is None and ((ends and words >= 8) or words >= 25)
    unit = Unit(start, end, words_of, words, rule, kind, prose)
    unit.value = min(words, MOST_WORDS) / 10 if prose else -FURNITURE if rule else -1.0 if kind else -LABEL
    return unit


def is_dump(units: Sequence[Unit]) -> bool:
    """Whether a text has the furniture of a page around the article."""
    labels = 0
    for number, unit in enumerate(units):
        listed = _BULLET.match(unit.text) or _FIGURE.search(unit.text) or (number and units[number - 1].text.endswith(":"))
        labels += not unit.prose and not listed
    furniture = sum(1 for unit in units if unit.rule)
    return labels >= 12 and labels + furniture > 0.4 * len(units) and furniture >= 3


def _stretch(units: Sequence[Unit], title: int) -> tuple[int, int]:
    """First and last+1 of the units whose values have the greatest sum, behind the title if most prose is there."""
    total, start, end = _greatest(units, 0)
    if title >= 0:
        behind = _greatest(units, title + 1)
        if behind[0] >= 0.4 * total:
            _, start, end = behind
    while end < len(units) and units[end].rule is None and _is_listed(units, end):
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


def _title(units: Sequence[Unit], url: str | None) -> int:
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
        words = plain(unit.text)
        if words in seen and 4 <= unit.words <= 40 and not unit.text.endswith(".") and unit.rule is None and unit.kind is None:
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


def _outside(unit: Unit, titles: set[str]) -> Block:
    if plain(unit.text) in titles:
        return Block("title", unit.start, unit.end)
    if unit.kind == "byline" or unit.kind == "date":
        return Block(unit.kind, unit.start, unit.end, f"line.{unit.kind}")
    return Block("boilerplate", unit.start, unit.end, unit.rule or "text.outside")


def _inside(units: Sequence[Unit], number: int, titles: set[str], seen_prose: bool, *, clean: bool) -> tuple[Role, str | None]:
    unit = units[number]
    if unit.rule:
        return "boilerplate", unit.rule
    if plain(unit.text) in titles:
        return "title", None
    if unit.kind == "caption":
        return "caption", "line.caption"
    if unit.kind and (not seen_prose or not clean):
        return unit.kind, f"line.{unit.kind}"
    if not any(c.isalnum() for c in unit.text):
        return "boilerplate", "line.ornament"
    if _BULLET.match(unit.text) and unit.words <= 60:
        return "list", None
    if unit.prose:
        return "body", None
    if clean and not seen_prose and not titles and unit.words >= 3 and not unit.text.endswith((":", ".", ",", ";")):
        return "title", None
    if not seen_prose and any(plain(unit.text).endswith(" " + title) and unit.words <= len(title.split()) + 6 for title in titles):
        return "boilerplate", "line.breadcrumb"
    before = number > 0 and units[number - 1].prose
    after = number + 1 < len(units) and units[number + 1].prose
    if clean:
        return (
            "heading" if after and unit.words <= 16 and not _SENTENCE_END.search(unit.text) and not unit.text.endswith(":") else "body"
        ), None
    if _is_listed(units, number):
        return "list", None
    if after and unit.words <= 14:
        return ("body" if _SENTENCE_END.search(unit.text) or unit.text.endswith(":") else "heading"), None
    if before and _SENTENCE_END.search(unit.text):
        return "body", None
    return "boilerplate", "text.label"


def _is_listed(units: Sequence[Unit], number: int) -> bool:
    """Whether a short line is an item of a list: it has a bullet, or a line that ends in a colon leads to it."""
    if _BULLET.match(units[number].text):
        return True
    at = number - 1
    while at >= 0 and number - at <= 40 and not units[at].prose and units[at].rule is None:
        if units[at].text.endswith(":"):
            return True
        at -= 1
    return at >= 0 and units[at].prose and units[at].text.endswith(":")


def _split(unit: Unit, role: Role, rule: str | None) -> list[Block]:
    """The unit as one block, or as furniture and body where a long line begins with sentences of furniture."""
    if role != "body" or unit.words < 40:
        return [Block(role, unit.start, unit.end, rule)]
    at, found = 0, None
    for _ in range(12):
        sentence = _SENTENCE.match(unit.text, at)
        kind = furniture_rule(sentence[0]) if sentence else None
        if sentence is None or kind is None:
            break
        at, found = sentence.end(), found or kind
    if found is None or at >= len(unit.text):
        return [Block(role, unit.start, unit.end, rule)]
    ends = len(unit.text[:at].rstrip())
    return [Block("boilerplate", unit.start, unit.start + ends, found), Block("body", unit.start + at, unit.end)]
