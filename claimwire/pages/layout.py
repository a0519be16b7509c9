"""Roles for the lines of a page: marks that exclude, the container of the article, and what stands in it."""

from __future__ import annotations

from typing import Final

from claimwire.articles import Block, Layout, Line, Page, Role
from claimwire.pages.container import HEADINGS, container_of, masses, prose_weight, within
from claimwire.pages.dates import day_in
from claimwire.pages.furniture import furniture_rule, plain
from claimwire.pages.line_kinds import is_byline, is_caption, is_date_line
from claimwire.pages.marks import Mark, marks_of
from claimwire.pages.tree import Element

_TAG_RULES: Final[dict[str, Mark]] = {
    "nav": Mark("page.navigation", 0.8),
    "footer": Mark("page.footer", 0.8),
    "aside": Mark("page.sidebar", 0.6),
    "form": Mark("page.form", 0.9),
    "button": Mark("page.button", 0.9),
    "label": Mark("page.form", 0.9),
    "figure": Mark("page.media", 0.6),
    "figcaption": Mark("page.media", 0.9),
    "amp-live-list": Mark("page.live", 2.0),
    "amp-sidebar": Mark("page.navigation", 0.8),
}
_ROLE_RULES: Final[dict[str, Mark]] = {
    "navigation": Mark("page.navigation", 0.8),
    "contentinfo": Mark("page.footer", 0.8),
    "complementary": Mark("page.sidebar", 0.6),
    "banner": Mark("page.navigation", 0.8),
    "search": Mark("page.form", 0.9),
    "dialog": Mark("page.consent", 0.5),
    "menu": Mark("page.navigation", 0.8),
    "tooltip": Mark("page.consent", 0.5),
}
_ROLE_OF_RULE: Final[dict[str, Role]] = {
    "page.media": "caption",
    "page.live": "live",
    "page.subtitle": "subtitle",
    "page.keypoints": "subtitle",
}
_PICTURES: Final = frozenset({"img", "picture", "video", "amp-img", "amp-video"})
_LIST_TAGS: Final = frozenset({"li", "dd", "dt"})


def html_layout(page: Page) -> Layout:
    """Roles for every line of an HTML page; each line gets exactly one block."""
    if not page.lines:
        return Layout(())
    texts = [page.text[line.start : line.end] for line in page.lines]
    weights = [prose_weight(text, line) for text, line in zip(texts, page.lines, strict=True)]
    blocked = excluded(page, masses(page, weights))
    cards = teasers(page, texts)
    for number, line in enumerate(page.lines):
        if blocked[line.element] or cards[line.element] or (weights[number] and not _is_prose(texts[number])):
            weights[number] = 0.0
    container = container_of(page, weights, masses(page, weights))
    inside = within(page, container)
    first, last = _extent(page, weights, inside)
    title = _title_line(page, texts, first)
    reader = _Inside(page, texts, weights, first, last, cards, texts[title] if title >= 0 else "")
    head = range(max(0, title - 3), first) if 0 <= title < first else range(0)
    blocks: list[Block] = []
    for number, line in enumerate(page.lines):
        mark = blocked[line.element]
        role: Role
        rule: str | None = None
        if number == title:
            role = "title"
        elif mark is not None and not (mark.rule == "page.subtitle" and number > first and inside[line.element]):
            role, rule = _marked_role(mark, texts[number], line)
        elif not inside[line.element]:
            role, rule = "boilerplate", "page.outside"
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


def _marked_role(mark: Mark, text: str, line: Line) -> tuple[Role, str | None]:
    role = _ROLE_OF_RULE.get(mark.rule, "boilerplate")
    if role != "boilerplate":
        rule = furniture_rule(text)
        if rule or (role == "live" and is_date_line(text)):
            return "boilerplate", rule or mark.rule
        if role == "subtitle" and (line.link_share > 0.5 or len(text.split()) < 4):
            return "boilerplate", mark.rule
    return role, mark.rule


def _drop_last_headings(blocks: list[Block]) -> None:
    """Headings with nothing of the article behind them belong to what follows."""
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if block.role == "heading":
            blocks[number] = Block("boilerplate", block.start, block.end, "page.after")
        elif block.role in ("body", "list", "quotation", "table", "live"):
            return


class _Inside:
    """Roles of the lines in the container, asked for in order."""

    def __init__(self, page: Page, texts: list[str], weights: list[float], first: int, last: int, cards: list[bool], title: str) -> None:
        self.page = page
        self.texts = texts
        self.weights = weights
        self.first = first
        self.last = last
        self.cards = cards
        self.title = plain(title)
        self.pictures = beside_pictures(page, texts)
        self.link_lists = lists_of_links(page, texts)
        self.related = False

    def role(self, number: int) -> tuple[Role, str | None]:
        """Role of the line, and the rule that found it."""
        line, text = self.page.lines[number], self.texts[number]
        weight = self.weights[number]
        if line.role == "caption":
            return "caption", None
        if self.cards[line.element]:
            return "boilerplate", "page.teaser"
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
        if weight < 300 and (is_caption(text) or (line.element in self.pictures and not weight)):
            return "caption", None
        if number < self.first and is_byline(text):
            return "byline", None
        if (number < self.first or line.tag not in ("p", "li", "td")) and is_date_line(text):
            return "date", None
        if self.related and (line.link_share > 0.2 or line.tag in _LIST_TAGS):
            return "boilerplate", "page.after-related"
        if line.link_share > 0.8 and (len(text) > 15 if line.tag not in _LIST_TAGS else line.element in self.link_lists):
            return "boilerplate", "page.link"
        if number < self.first and line.tag not in ("p", "h2", "h3", "h4", "li", "blockquote", "td") and not weight:
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
    """List items of lists that are nothing but links of several words each."""
    linked: dict[int, list[int]] = {}
    for line, text in zip(page.lines, texts, strict=True):
        parent = page.elements[line.element].parent if line.tag == "li" else None
        if parent is not None:
            tally = linked.setdefault(parent.number, [0, 0, 0])
            tally[0] += 1
            tally[1] += line.link_share > 0.8
            tally[2] += len(text.split())
    dropped = {number for number, (lines, links, words) in linked.items() if links >= 0.8 * lines and words >= 4 * lines}
    return {
        line.element
        for line in page.lines
        if line.tag == "li" and (p := page.elements[line.element].parent) is not None and p.number in dropped
    }


def _extent(page: Page, weights: list[float], inside: list[bool]) -> tuple[int, int]:
    """Numbers of the first and the last line of prose in the container."""
    prose = [n for n, line in enumerate(page.lines) if weights[n] and inside[line.element]]
    return (prose[0], prose[-1]) if prose else (len(page.lines), -1)


def _title_line(page: Page, texts: list[str], first: int) -> int:
    """The line that is the headline: what the metadata say, else the last ``h1`` before the prose; else -1."""
    wanted = plain(page.metadata.title or "")
    candidates = [n for n, line in enumerate(page.lines[: first + 1]) if line.tag == "h1"]
    for number in candidates:
        if wanted and plain(texts[number]) == wanted:
            return number
    return candidates[-1] if candidates else -1


def excluded(page: Page, mass: list[float]) -> list[Mark | None]:
    """For each element the mark that excludes it, its own or an ancestor's.

    What a page states in microdata to be its ``articleBody`` is not taken for posts
    of a live blog.
    """
    total = mass[0] or 1.0
    blocked: list[Mark | None] = [None] * len(page.elements)
    stated = [False] * len(page.elements)
    for element in page.elements[1:]:
        above, number = element.parent.number if element.parent is not None else 0, element.number
        stated[number] = stated[above] or (bool(element.attributes) and element.attributes.get("itemprop") == "articleBody")
        mark = blocked[above]
        if mark is None or mark.rule == "page.media":
            mark = _own_mark(element, mass[number] / total) or mark
        blocked[number] = None if mark is not None and mark.rule == "page.live" and stated[number] else mark
    return blocked


def _own_mark(element: Element, share: float) -> Mark | None:
    if element.tag in ("body", "html", "main", "p"):
        return None
    mark = _TAG_RULES.get(element.tag)
    if mark is not None and share <= mark.strength:
        return mark
    attrs = element.attributes
    if not attrs:
        return None
    mark = _ROLE_RULES.get(attrs.get("role", ""))
    if mark is not None and share <= mark.strength:
        return mark
    if element.tag == "article" or attrs.get("itemprop") == "articleBody":
        return None
    for name in ("class", "id"):
        if attrs.get(name):
            for mark in marks_of(attrs[name])[0]:
                if share <= mark.strength:
                    return mark
    return None


def teasers(page: Page, texts: list[str]) -> list[bool]:
    """For each element whether it is a card that links to another article: a linked heading with a few lines."""
    count = [0] * len(page.elements)
    size = [0] * len(page.elements)
    for line, text in zip(page.lines, texts, strict=True):
        count[line.element] += 1
        size[line.element] += len(text)
    for element in reversed(page.elements):
        if element.parent is not None:
            count[element.parent.number] += count[element.number]
            size[element.parent.number] += size[element.number]
    card = [False] * len(page.elements)
    for line, text in zip(page.lines, texts, strict=True):
        if line.tag in HEADINGS and line.tag != "h1" and line.link_share > 0.9 and len(text) > 20:
            at = page.elements[line.element]
            for _ in range(5):
                if at.parent is None or count[at.parent.number] > 8 or size[at.parent.number] > 900:
                    break
                at = at.parent
            card[at.number] = True
    for element in page.elements[1:]:
        if element.parent is not None and card[element.parent.number]:
            card[element.number] = True
    return card
