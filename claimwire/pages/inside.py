"""What each line is that stands in the container of an article."""

from __future__ import annotations

import re
from typing import Final

from claimwire.articles import Line, Page, Role
from claimwire.pages.container import HEADINGS
from claimwire.pages.furniture import furniture_rule, plain
from claimwire.pages.line_kinds import is_byline, is_caption, is_date_line, is_note
from claimwire.pages.tree import Element

_PICTURES: Final = frozenset({"img", "picture", "video", "amp-img", "amp-video"})
_LIST_TAGS: Final = frozenset({"li", "dd", "dt"})
_COMMENTS: Final = re.compile(
    r"(?:(?:top|top rated|reader|user|all|recent|view|\d+)\s+)*(?:comments?|kommentare?|comentarios?|commentaires?)(?:\s*\(\d+\))?:?$"
    r"|leave a (?:comment|reply)$|join the (?:conversation|discussion)$|\d+ (?:thoughts?|responses?|replies) (?:on|to)\b",
    re.IGNORECASE,
)


class Reader:
    """Roles of the lines in the container, asked for in order."""

    def __init__(self, page: Page, texts: list[str], weights: list[float], first: int, cards: list[bool], title: str) -> None:
        self.page = page
        self.texts = texts
        self.weights = weights
        self.first = first
        self.cards = cards
        self.title = plain(title)
        self.pictures = beside_pictures(page, texts)
        self.link_lists = lists_of_links(page, texts)
        self.related = False
        self.names = {plain(name) for name in page.metadata.byline}
        self.end = min(comments_from(page, texts, weights), _next_article(page, texts, weights, first, self.title))
        self.about = False

    def role(self, number: int) -> tuple[Role, str | None]:
        """Role of the line, and the rule that found it."""
        line, text = self.page.lines[number], self.texts[number]
        weight = self.weights[number]
        if line.role == "caption":
            return "caption", None
        if self.cards[line.element]:
            return "boilerplate", "page.teaser"
        if number >= self.end:
            return "boilerplate", "page.after"
        if number > self.first and (
            plain(text) in self.names or (self.about and any(name.split()[0] in plain(text) for name in self.names))
        ):
            self.about = plain(text) in self.names
            return "boilerplate", "page.author"
        self.about = False
        rule = furniture_rule(text)
        if rule:
            self.related = rule == "line.related"
            return "boilerplate", rule
        if weight and line.tag not in _LIST_TAGS:
            self.related = False
        if line.tag in HEADINGS and self.title and plain(text) == self.title:
            return "title", None
        if not any(c.isalnum() for c in text):
            return "boilerplate", "line.ornament"
        if is_note(text):
            return "note", "line.note"
        if weight < 300 and (is_caption(text) or (line.element in self.pictures and not weight)):
            return "caption", None
        if number < self.first and is_byline(text):
            return "byline", None
        if (number < self.first or line.tag not in ("p", "li", "td", "tr")) and is_date_line(text):
            return "date", None
        if self.related and (line.link_share > 0.2 or line.tag in _LIST_TAGS):
            return "boilerplate", "page.after-related"
        if line.link_share > 0.8 and (len(text) > 15 if line.tag not in _LIST_TAGS else line.element in self.link_lists):
            return "boilerplate", "page.link"
        if number < self.first and line.tag not in ("p", "h2", "h3", "h4", "li", "blockquote", "td", "tr") and not weight:
            return "boilerplate", "page.before"
        return self._body_role(line)

    def _body_role(self, line: Line) -> tuple[Role, str | None]:
        if line.role:
            return line.role, None
        if line.tag in HEADINGS:
            return "heading", None
        at: Element | None = self.page.elements[line.element]
        for _ in range(4):
            if at is None:
                break
            if at.tag == "blockquote":
                return "quotation", None
            at = at.parent
        return ("list", None) if line.tag in _LIST_TAGS else ("body", None)


def comments_from(page: Page, texts: list[str], weights: list[float]) -> int:
    """Number of the heading behind which readers write, if a tenth of the prose and three sentences stand before it."""
    total, before = sum(weights), 0.0
    for number, line in enumerate(page.lines):
        if line.tag in HEADINGS and before >= max(300, total / 10) and _COMMENTS.match(texts[number]):
            return number
        before += weights[number]
    return len(page.lines)


def _next_article(page: Page, texts: list[str], weights: list[float], first: int, title: str) -> int:
    """Number of another ``h1`` behind three lines of prose with a byline or a day right under it; the number of lines where none is."""
    prose = 0
    for number in range(first, len(page.lines)):
        if page.lines[number].tag == "h1" and prose >= 3 and plain(texts[number]) != title:
            below = texts[number + 1 : number + 5]
            if any(is_byline(text) or is_date_line(text) for text in below):
                return number
        prose += weights[number] > 0
    return len(page.lines)


def beside_pictures(page: Page, texts: list[str]) -> set[int]:
    """Elements of text that share a small box with a picture or a video, but are no paragraphs."""
    size = [0] * len(page.elements)
    picture = [False] * len(page.elements)
    for line, text in zip(page.lines, texts, strict=True):
        size[line.element] += len(text)
    for element in reversed(page.elements):
        picture[element.number] = picture[element.number] or element.tag in _PICTURES
        if element.parent is not None:
            size[element.parent.number] += size[element.number]
            picture[element.parent.number] = picture[element.parent.number] or picture[element.number]
    found: set[int] = set()
    for line in page.lines:
        if line.tag in ("p", "li", "h1", "h2"):
            continue
        at: Element | None = page.elements[line.element]
        for _ in range(3):
            if at is None or size[at.number] > 250:
                break
            if picture[at.number]:
                found.add(line.element)
                break
            at = at.parent
    return found


def lists_of_links(page: Page, texts: list[str]) -> set[int]:
    """List items of lists that are nothing but links: of several words each, or two and more that no sentence leads to."""
    linked: dict[int, list[int]] = {}
    for number, line in enumerate(page.lines):
        parent = page.elements[line.element].parent if line.tag == "li" else None
        if parent is not None:
            led = number > 0 and texts[number - 1].endswith((":", ".", ",", ";"))
            tally = linked.setdefault(parent.number, [0, 0, 0, led])
            tally[0] += 1
            tally[1] += line.link_share > 0.8
            tally[2] += len(texts[number].split())
    dropped = {
        number
        for number, (lines, links, words, led) in linked.items()
        if links >= 0.8 * lines and (words >= 4 * lines or (lines > 1 and not led))
    }
    return {
        line.element
        for line in page.lines
        if line.tag == "li" and (p := page.elements[line.element].parent) is not None and p.number in dropped
    }
