"""Roles for the lines of a page: marks that exclude, the container of the article, and what stands in it."""

from __future__ import annotations

from typing import Final

from claimwire.articles import Block, Layout, Line, Page, Role
from claimwire.pages.container import beside_title, container_of, masses, prose_weight, supported, within
from claimwire.pages.dates import day_in
from claimwire.pages.exclusion import excluded, teasers
from claimwire.pages.furniture import furniture_rule, plain
from claimwire.pages.inside import Reader, comments_from
from claimwire.pages.line_kinds import is_byline, is_date_line
from claimwire.pages.marks import Mark

_ROLE_OF_RULE: Final[dict[str, Role]] = {
    "page.media": "caption",
    "page.live": "live",
    "page.subtitle": "subtitle",
    "page.keypoints": "subtitle",
}


def html_layout(page: Page) -> Layout:
    """Roles for every line of an HTML page; each line gets exactly one block."""
    if not page.lines:
        return Layout(())
    texts = [page.text[line.start : line.end] for line in page.lines]
    weights = [prose_weight(text, line) for text, line in zip(texts, page.lines, strict=True)]
    weights = supported(page, texts, weights)
    blocked = excluded(page, weights, masses(page, weights))
    cards = teasers(page, texts)
    comments = comments_from(page, texts, weights)
    for number, line in enumerate(page.lines):
        if blocked[line.element] or cards[line.element] or number >= comments or (weights[number] and not _is_prose(texts[number])):
            weights[number] = 0.0
    weights = beside_title(page, weights)
    inside = within(page, container_of(page, weights, masses(page, weights)))
    headline = _headline(page, texts)
    if headline > 0 and not any(
        weight and inside[line.element] for weight, line in zip(weights[headline:], page.lines[headline:], strict=True)
    ):
        behind = [0.0] * headline + weights[headline:]
        if any(behind):
            weights = behind
            inside = within(page, container_of(page, weights, masses(page, weights)))
    title = _title_line(page, texts, weights, inside)
    first = _first_prose(page, weights, inside, title)
    reader = Reader(page, texts, weights, first, cards, texts[title] if title >= 0 else "")
    head = range(max(0, title - 3), first) if 0 <= title < first else range(0)
    blocks: list[Block] = []
    for number, line in enumerate(page.lines):
        mark = blocked[line.element]
        role: Role
        rule: str | None = None
        if number == title:
            role = "title"
        elif mark is not None and not (mark.rule == "page.subtitle" and number > first and inside[line.element]):
            role, rule = _marked_role(mark, texts[number], line, page)
        elif not inside[line.element]:
            role, rule = "boilerplate", "page.outside"
        elif number < title:
            role, rule = ("caption", None) if line.role == "caption" else ("boilerplate", "page.before")
        else:
            role, rule = reader.role(number)
        if role == "boilerplate" and number in head and (told := _head_role(page, texts[number], line, number > title, mark)):
            role, rule = told, f"page.{told}"
        blocks.append(Block(role, line.start, line.end, rule))
    _drop_last_headings(blocks)
    return Layout(tuple(blocks), title=texts[title] if title >= 0 else None)


def _is_prose(text: str) -> bool:
    return furniture_rule(text) is None and not is_byline(text) and not is_date_line(text)


def _head_role(page: Page, text: str, line: Line, below: bool, mark: Mark | None) -> Role | None:
    """What a line around the headline is: who wrote it, when, or the standfirst; ``None`` for furniture."""
    if furniture_rule(text) or len(text) > 400:
        return None
    names = [name.lower() for name in page.metadata.byline]
    if is_byline(text) or (len(text) <= 160 and names and all(name in text.lower() for name in names)):
        return "byline"
    if is_date_line(text) or (len(text) <= 80 and page.metadata.published is not None and day_in(text) == page.metadata.published):
        return "date"
    standing = mark is None or mark.rule in ("page.furniture", "page.before")
    if below and standing and line.tag in ("p", "h2", "h3") and line.link_share < 0.5 and len(text.split()) >= 6:
        return "subtitle"
    return None


def _marked_role(mark: Mark, text: str, line: Line, page: Page) -> tuple[Role, str | None]:
    role = _ROLE_OF_RULE.get(mark.rule, "boilerplate")
    if role != "boilerplate":
        rule = furniture_rule(text)
        if rule:
            return "boilerplate", rule
        if role == "live" and len(text) <= 160 and is_date_line(_without_names(text, page)):
            return "date", mark.rule
        if role == "subtitle" and (line.link_share > 0.5 or len(text.split()) < 4):
            return "boilerplate", mark.rule
    return role, mark.rule


def _without_names(text: str, page: Page) -> str:
    """A line less the name of the page's author that stands in front: ``Jane Doe 2 March 2024 22:10``."""
    return next((text[len(name) :].lstrip(" ,|•·-–—") for name in page.metadata.byline if text.startswith(name)), text)


def _drop_last_headings(blocks: list[Block]) -> None:
    """Headings with nothing of the article behind them belong to what follows."""
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if block.role == "heading":
            blocks[number] = Block("boilerplate", block.start, block.end, "page.after")
        elif block.role in ("body", "list", "quotation", "table", "live"):
            return


def _first_prose(page: Page, weights: list[float], inside: list[bool], title: int) -> int:
    """Number of the first line of prose in the container, behind the title; the number of lines where there is none."""
    prose = (n for n, line in enumerate(page.lines) if n > title and weights[n] and inside[line.element])
    return next(prose, len(page.lines))


def _is_headline(words: str, wanted: str) -> bool:
    """Whether a heading is the wanted title, perhaps with a label of four words at most in front."""
    return words == wanted or (words.endswith(" " + wanted) and len(words.split()) <= len(wanted.split()) + 4 and len(wanted.split()) >= 4)


def _headline(page: Page, texts: list[str]) -> int:
    """The first ``h1`` or ``h2`` that is what the metadata call the title; -1 where none is."""
    wanted = plain(page.metadata.title or "")
    heads = (n for n, line in enumerate(page.lines) if line.tag in ("h1", "h2") and len(texts[n]) < 400)
    return next((n for n in heads if wanted and _is_headline(plain(texts[n]), wanted)), -1)


def _title_line(page: Page, texts: list[str], weights: list[float], inside: list[bool]) -> int:
    """The line that is the headline: what the metadata say, else the last ``h1`` before the prose; else -1.

    A line with much of the container's prose before it is not the headline. Where no
    heading is, a line that is the stated title is it.
    """
    wanted = plain(page.metadata.title or "")
    total = sum(weight for line, weight in zip(page.lines, weights, strict=True) if inside[line.element])
    before, last, plainly = 0.0, -1, -1
    for number, line in enumerate(page.lines):
        if before > 0.3 * total:
            break
        if line.tag == "h1" or (line.tag in ("h2", "h3") and wanted):
            if wanted and len(texts[number]) < 400 and _is_headline(plain(texts[number]), wanted):
                return number
            if line.tag == "h1" and not before:
                last = number
        elif plainly < 0 and wanted and line.link_share < 0.5 and len(texts[number]) < 400 and plain(texts[number]) == wanted:
            plainly = number
        before += weights[number] if inside[line.element] else 0.0
    return last if last >= 0 else plainly
