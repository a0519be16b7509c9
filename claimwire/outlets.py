"""Outlets: the base class whose files are mostly data, and the generic outlet for all others."""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Final
from urllib.parse import urlsplit

from claimwire.articles import Article, Block, Layout, Line, Page, Role
from claimwire.boilerplate import generic_layout
from claimwire.claims import Claim
from claimwire.documents import Document
from claimwire.hookspecs import hookimpl
from claimwire.pages.dates import day_in

MONTHS: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
"""The names of the months in full, for the ``line`` of a rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What an outlet knows about its own lines.

    ``line`` is a regular expression matched at the start of each line of text; what it
    matches gets the role (a group ``part`` narrows it). ``path`` is one searched in the
    path of each line of a page (``article#main/div.caption/p``). With both, both must
    hold. ``to_end`` takes everything after it too. ``until`` is the last day on which
    the layout was seen: articles published later are read without the rule.
    Named groups ``name``, ``place`` and ``day`` give byline, dateline and day of publication.
    """

    id: str
    role: Role | None = None
    line: str | None = None
    path: str | None = None
    to_end: bool = False
    until: datetime.date | None = None


class Outlet:
    """One publisher. Subclasses set the data; the methods do the common case."""

    slug: ClassVar[str] = ""
    name: ClassVar[str] = ""
    domains: ClassVar[tuple[str, ...]] = ()
    marks: ClassVar[tuple[str, ...]] = ()
    rules: ClassVar[tuple[Rule, ...]] = ()

    @hookimpl
    def recognise(self, document: Document) -> float:
        """1.0 for a URL of ``domains``, 0.6 where the text has one of ``marks``, else 0.0."""
        host = host_of(document.url)
        if host:
            return 1.0 if any(host == d or host.endswith("." + d) for d in self.domains) else 0.0
        if document.text:
            for mark in self.marks:
                if mark in document.text:
                    return 0.6
        return 0.0

    @hookimpl
    def strip_boilerplate(self, page: Page) -> Layout:
        """The generic layout, refined by ``rules``; the first rule that fits a line wins."""
        return refine(generic_layout(page), page, self.rules)

    @hookimpl
    def extract_claims(self, article: Article) -> Iterable[Claim]:
        """Nothing beyond the built-in grammar."""
        return ()


class GenericOutlet(Outlet):
    """Speaks for every document that no plugin recognises."""

    name = "generic"


def refine(layout: Layout, page: Page, rules: tuple[Rule, ...]) -> Layout:
    """The layout with the rules' spans laid over its own, and the metadata that the rules name."""
    spans: list[Block] = []
    found: dict[str, str] = {}
    for line in page.lines:
        for rule in rules:
            if rule.until and page.metadata.published and page.metadata.published > rule.until:
                continue
            span = _apply(rule, line, page, found)
            if span is None:
                continue
            if rule.to_end:
                spans.append(replace(span, end=len(page.text.rstrip())))
                return _with(layout, page, spans, found)
            spans.append(span)
            if span.end >= line.end:
                break
            line = replace(line, start=_skip_space(page.text, span.end, line.end))
    return _with(layout, page, spans, found)


def repeated_title(page: Page, layout: Layout, within: int = 12) -> str | None:
    """The first line that stands again among the first ``within`` lines, is no boilerplate, and is long enough for a headline."""
    known = {b.start for b in layout.blocks if b.role == "boilerplate"}
    seen: set[str] = set()
    for line in page.lines[:within]:
        words = page.text[line.start : line.end]
        if words in seen and len(words.split()) >= 4:
            return words
        if line.start not in known:
            seen.add(words)
    return None


def published_by_date_line(layout: Layout, page: Page) -> Layout:
    """The layout, published on the first day that stands in a block of dates where nothing else gave a day."""
    days = (day_in(page.text[block.start : block.end]) for block in layout.blocks if block.role == "date")
    return replace(layout, published=layout.published or next((day for day in days if day), None))


def _apply(rule: Rule, line: Line, page: Page, found: dict[str, str]) -> Block | None:
    if rule.path is not None and not _compiled(rule.path).search(line.path):
        return None
    start, end = line.start, line.end
    if rule.line is not None:
        match = _compiled(rule.line).match(page.text, line.start, line.end)
        if match is None:
            return None
        groups = match.groupdict()
        for name in ("name", "place", "day"):
            if groups.get(name):
                found.setdefault(name, groups[name].strip(" ,"))
        start, end = match.span("part" if groups.get("part") else 0)
    elif rule.path is None:
        return None
    if rule.role is None or start >= end:
        return None
    return Block(rule.role, start, end, rule.id)


def _with(layout: Layout, page: Page, spans: list[Block], found: dict[str, str]) -> Layout:
    day = found.get("day")
    published = layout.published
    if day:
        try:
            published = datetime.date.fromisoformat(day)
        except ValueError:
            published = layout.published
    blocks = tuple(sorted([*_without(layout.blocks, spans, page.text), *spans], key=lambda b: b.start))
    titles = [b for b in blocks if b.role == "title"]
    return replace(
        layout,
        blocks=blocks,
        title=layout.title or (page.text[titles[0].start : titles[0].end] if titles else None),
        byline=_names(found["name"]) if "name" in found else layout.byline,
        dateline=found.get("place", layout.dateline),
        published=published,
    )


def _without(blocks: Iterable[Block], taken: list[Block], text: str) -> Iterator[Block]:
    """The blocks less the taken spans; what is left of a block keeps its role."""
    spans = sorted(taken, key=lambda b: b.start)
    first = 0
    for block in sorted(blocks, key=lambda b: b.start):
        while first < len(spans) and spans[first].end <= block.start:
            first += 1
        at, index = block.start, first
        while index < len(spans) and spans[index].start < block.end:
            if at < spans[index].start:
                yield from _trimmed(block, at, spans[index].start, text)
            at = max(at, spans[index].end)
            index += 1
        if at < block.end:
            yield from _trimmed(block, at, block.end, text)


def _trimmed(block: Block, start: int, end: int, text: str) -> Iterator[Block]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start == block.start and end == block.end:
        yield block
    elif start < end:
        yield replace(block, start=start, end=end)


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r",| and | & ", text) if part.strip())


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def host_of(url: str | None) -> str:
    """The host name of a URL in lower case, or an empty string."""
    if not url:
        return ""
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


def slug_of(name: str) -> str:
    """A slug: lower case ASCII letters and digits joined by hyphens; ``The`` in front is dropped."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return "-".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
