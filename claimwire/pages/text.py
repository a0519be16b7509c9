"""Roles for the lines of a plain text: a clean article is kept whole, of a dump of a page the stretch that is prose.

A clean text loses only lines whose wording says that they are furniture. A text
with long runs of labels (menus, teasers, footers) is a dump: the stretch of lines
with the greatest sum of prose less labels is the article.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final

from claimwire.articles import Block, Layout, Page, Role
from claimwire.pages.authors import clean_names
from claimwire.pages.dates import day_in, is_change
from claimwire.pages.furniture import furniture_rule, plain
from claimwire.pages.languages import language_of
from claimwire.pages.posts import is_clock, posts_from
from claimwire.pages.stretch import is_dump, stretch_of, title_of
from claimwire.pages.units import BULLET, SENTENCE_END, Unit, is_listed, units_of

_SENTENCE: Final = re.compile(r"[^.!?…]*[.!?…]+[\"'”’»)\]]*\s+|[^.!?…]+$")
_PUBLISHED: Final = re.compile(r"(?:first )?(?:published|posted)(?: on)?\b.{0,60}$", re.IGNORECASE)


def text_layout(page: Page) -> Layout:
    """Roles for every line of a plain text."""
    units = units_of(page)
    if not units:
        return Layout(())
    title = title_of(units, page.url)
    start, end = stretch_of(units, title) if is_dump(units) else (0, len(units))
    posts = posts_from(units, start, end)
    blocks: list[Block] = []
    seen_prose = False
    titles: set[str] = {plain(units[title].text)} if title >= 0 else set()
    for number, unit in enumerate(units):
        if number == title:
            blocks.append(Block("title", unit.start, unit.end))
        elif not start <= number < end:
            blocks.append(_outside(unit, titles))
        elif number >= posts and unit.rule is None and unit.kind != "caption":
            blocks.append(Block("date" if is_clock(unit) else "live", unit.start, unit.end, "line.date" if is_clock(unit) else "text.live"))
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
        language=language_of(page.text),
        published=_published(units, blocks),
    )


def _published(units: Sequence[Unit], blocks: Sequence[Block]) -> datetime.date | None:
    """The day that is told as that of publication, or stands alone in one of the two lines behind the headline or the byline."""
    told = next((day for unit in units[:15] if _PUBLISHED.match(unit.text) and (day := day_in(unit.text))), None)
    if told is not None:
        return told
    heads = {b.start for b in blocks if b.role in ("title", "byline")}
    near = 0
    for unit in units:
        near = 2 if unit.start in heads else near - 1
        if near >= 0 and unit.kind == "date" and not is_change(unit.text) and (day := day_in(unit.text)):
            return day
    return None


def _outside(unit: Unit, titles: set[str]) -> Block:
    if titles and plain(unit.text) in titles:
        return Block("title", unit.start, unit.end)
    if unit.kind == "byline" or unit.kind == "date":
        return Block(unit.kind, unit.start, unit.end, f"line.{unit.kind}")
    return Block("boilerplate", unit.start, unit.end, unit.rule or "text.outside")


def _inside(units: Sequence[Unit], number: int, titles: set[str], seen_prose: bool, *, clean: bool) -> tuple[Role, str | None]:
    unit = units[number]
    if unit.rule:
        return "boilerplate", unit.rule
    if titles and plain(unit.text) in titles:
        return "title", None
    if unit.kind == "caption":
        return "caption", "line.caption"
    if unit.kind and (not seen_prose or not clean):
        return unit.kind, f"line.{unit.kind}"
    if not any(c.isalnum() for c in unit.text):
        return "boilerplate", "line.ornament"
    if BULLET.match(unit.text) and unit.words <= 60:
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
            "heading" if after and unit.words <= 16 and not SENTENCE_END.search(unit.text) and not unit.text.endswith(":") else "body"
        ), None
    if is_listed(units, number):
        return "list", None
    if unit.text.endswith(":") and number + 1 < len(units) and units[number + 1].rule is None:
        return "body", None
    if after and unit.words <= 14:
        return ("body" if SENTENCE_END.search(unit.text) or unit.text.endswith(":") else "heading"), None
    if before and SENTENCE_END.search(unit.text):
        return "body", None
    return "boilerplate", "text.label"


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
