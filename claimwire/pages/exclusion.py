"""What is no part of an article by what a page says of its elements: tags, roles, class names, and cards that link elsewhere."""

from __future__ import annotations

from collections import Counter
from typing import Final

from claimwire.articles import Page
from claimwire.pages.container import HEADINGS, ancestors
from claimwire.pages.furniture import plain
from claimwire.pages.marks import Mark, element_marks, marks_of
from claimwire.pages.tree import Element

_TAGS, _ROLES = element_marks()
_LIVE: Final = Mark("page.live", 2.0)
_OTHER: Final = Mark("page.other-article", 2.0)


def excluded(page: Page, weights: list[float], mass: list[float]) -> list[Mark | None]:
    """For each element the mark that excludes it, its own or an ancestor's.

    What a page states in microdata to be its ``articleBody`` is not taken for posts
    of a live blog. A name that much of the prose bears, a paragraph each, says
    nothing against it.
    """
    total = mass[0] or 1.0
    named: Counter[str] = Counter()
    for line, weight in zip(page.lines, weights, strict=True):
        if weight:
            for name in set(page.elements[line.element].attributes.get("class", "")[:300].split()):
                named[name] += weight / total  # type: ignore[assignment]
    blocked: list[Mark | None] = [None] * len(page.elements)
    stated = [False] * len(page.elements)
    posts = listed_posts(page)
    others = other_articles(page)
    for element in page.elements[1:]:
        above, number = element.parent.number if element.parent is not None else 0, element.number
        stated[number] = stated[above] or (bool(element.attributes) and element.attributes.get("itemprop") == "articleBody")
        mark = blocked[above]
        if mark is not None and mark.rule == "page.media" and element.tag == "table":
            mark = None
        if element.tag == "figcaption":
            mark = _TAGS["figcaption"]
        elif mark is None or mark.rule == "page.media":
            own = _LIVE if number in posts else _OTHER if number in others else _own_mark(element, mass[number] / total, named)
            mark = _within_media(mark, own) or mark
        blocked[number] = None if mark is not None and mark.rule == "page.live" and stated[number] else mark
    return blocked


def listed_posts(page: Page) -> set[int]:
    """Elements that hold the posts of a live blog, one each, where the page's JSON-LD lists the posts.

    They are the children of the innermost element that holds most of the lines
    which stand in that list.
    """
    listed = plain(page.stated_posts)
    if not listed:
        return set()
    chains = [
        ancestors(page.elements[line.element])
        for line in page.lines[:5_000]
        if line.end - line.start >= 25 and plain(page.text[line.start : line.start + 60]) in listed
    ]
    if len(chains) < 3:
        return set()
    held = Counter(number for chain in chains for number in chain)
    common = max(number for number, lines in held.items() if lines >= 0.8 * len(chains))
    return {chain[chain.index(common) - 1] for chain in chains if common in chain and chain[0] != common}


def other_articles(page: Page) -> set[int]:
    """``article`` elements with an ``h1`` of their own, where the page's title stands in another: the next article, loaded behind it."""
    wanted = plain(page.metadata.title or "")
    holders: dict[int, bool] = {}
    own: set[int] = set()
    for line in page.lines:
        if line.tag != "h1":
            continue
        chain = ancestors(page.elements[line.element])
        articles = [number for number in chain if page.elements[number].tag == "article"]
        if plain(page.text[line.start : line.end]) == wanted:
            own |= set(articles)
        elif articles:
            holders[articles[0]] = True
    return {number for number in holders if number not in own} if own else set()


def _within_media(media: Mark | None, own: Mark | None) -> Mark | None:
    """The mark of an element that may stand in a picture's box: rights and footers in it are the picture's."""
    return None if media is not None and own is not None and own.rule == "page.footer" else own


def _own_mark(element: Element, share: float, named: Counter[str]) -> Mark | None:
    if element.tag in ("body", "html", "main"):
        return None
    mark = _TAGS.get(element.tag)
    if mark is not None and share <= mark.strength:
        return mark
    attrs = element.attributes
    if not attrs:
        return None
    mark = _ROLES.get(attrs.get("role", ""))
    if mark is not None and share <= mark.strength:
        return mark
    if element.tag in ("article", "tr", "tbody", "thead") or attrs.get("itemprop") == "articleBody":
        return None
    for attribute in ("class", "id", "data-component"):
        for name in attrs.get(attribute, "")[:300].split():
            for mark in marks_of(name)[0]:
                if max(share, named.get(name, 0.0)) <= mark.strength:
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
