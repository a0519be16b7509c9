"""Which lines of a page are its article: prose, the container it stands in, and marks that exclude."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claimwire.articles import Block, Layout, Line, Page, Role
from claimwire.html_marks import Mark, marks_of
from claimwire.html_tree import Element

_TAG_RULES: Final[dict[str, Mark]] = {
    "nav": Mark("page.navigation", 0.8),
    "footer": Mark("page.footer", 0.8),
    "aside": Mark("page.sidebar", 0.6),
    "form": Mark("page.form", 0.9),
    "button": Mark("page.button", 0.9),
    "label": Mark("page.form", 0.9),
    "figure": Mark("page.media", 0.6),
    "figcaption": Mark("page.media", 0.9),
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
_SENTENCE: Final = re.compile(r"[.!?…。؟][\"'”’»)\]]*$")
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Sheet:
    """A page with what was computed about its elements, by element number."""

    page: Page
    mass: list[float]
    blocked: list[Mark | None]
    container: int


def html_layout(page: Page) -> Layout:
    """Roles for every line of an HTML page."""
    weights = [prose_weight(page.text[line.start : line.end], line) for line in page.lines]
    mass = masses(page, weights)
    blocked = blocks_of(page, mass)
    weights = [0.0 if blocked[line.element] else weight for line, weight in zip(page.lines, weights, strict=True)]
    mass = masses(page, weights)
    container = container_of(page, mass)
    inside = within(page, container)
    blocks = []
    for line in page.lines:
        mark = blocked[line.element]
        if mark is not None:
            blocks.append(Block(line.role if line.role == "caption" else "boilerplate", line.start, line.end, mark.rule))
        elif not inside[line.element]:
            blocks.append(Block("boilerplate", line.start, line.end, "page.outside"))
        else:
            blocks.append(Block(_role(line), line.start, line.end))
    return Layout(tuple(blocks))


def _role(line: Line) -> Role:
    if line.role:
        return line.role
    if line.tag in HEADINGS:
        return "heading"
    if line.tag in ("li", "dd", "dt"):
        return "list"
    return "body"


def prose_weight(text: str, line: Line) -> float:
    """How much a line counts as running text: its length, less for links, nothing for labels."""
    size = len(text)
    if size < 40 or line.link_share > 0.6 or line.tag in HEADINGS:
        return 0.0
    ends = _SENTENCE.search(text) is not None
    if not ends and size < 100:
        return 0.0
    return min(size, 800) * (1 - line.link_share) * (1.0 if ends else 0.5)


def masses(page: Page, weights: list[float]) -> list[float]:
    """The prose inside each element."""
    mass = [0.0] * len(page.elements)
    for line, weight in zip(page.lines, weights, strict=True):
        mass[line.element] += weight
    for element in reversed(page.elements):
        if element.parent is not None:
            mass[element.parent.number] += mass[element.number]
    return mass


def blocks_of(page: Page, mass: list[float]) -> list[Mark | None]:
    """For each element the mark that excludes it, its own or an ancestor's."""
    total = mass[0] or 1.0
    blocked: list[Mark | None] = [None] * len(page.elements)
    for element in page.elements[1:]:
        parent = element.parent
        above = blocked[parent.number] if parent is not None else None
        blocked[element.number] = above or _own_mark(element, mass[element.number] / total)
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
    if element.tag == "article":
        return None
    for name in ("class", "id"):
        if attrs.get(name):
            for mark in marks_of(attrs[name])[0]:
                if share <= mark.strength:
                    return mark
    return None


def container_of(page: Page, mass: list[float]) -> int:
    """The deepest element that still holds nearly all the prose."""
    best: dict[int, Element] = {}
    for element in page.elements[1:]:
        parent = element.parent
        number = parent.number if parent is not None else 0
        if number not in best or mass[element.number] > mass[best[number].number]:
            best[number] = element
    at = 0
    while at in best:
        child = best[at]
        if child.tag == "p" or mass[child.number] < 0.7 * mass[at]:
            break
        at = child.number
    return at


def within(page: Page, container: int) -> list[bool]:
    """For each element whether it is the container or inside of it."""
    inside = [False] * len(page.elements)
    for element in page.elements:
        inside[element.number] = element.number == container or (element.parent is not None and inside[element.parent.number])
    return inside
