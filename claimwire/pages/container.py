"""The element in which a page's article stands: the deepest one that holds its prose and all prose of the same kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from claimwire.articles import Line, Page
from claimwire.pages.furniture import plain
from claimwire.pages.tree import Element

_SENTENCE: Final = re.compile(r"[.!?…。؟:][\"'”’»)\]]*$")
_BODY_PROPERTIES: Final = frozenset({"articleBody", "text", "reviewBody"})
_STEPS: Final = 60
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def prose_weight(text: str, line: Line) -> float:
    """How much a line counts as running text: its length, less for links, nothing for labels."""
    size = len(text)
    if size < 40 or line.link_share > 0.6 or line.tag in HEADINGS:
        return 0.0
    ends = _SENTENCE.search(text) is not None
    if not ends and size < 100:
        return 0.0
    weight = min(size, 800) * (1 - line.link_share) * (1.0 if ends else 0.5)
    return weight if line.tag in ("p", "blockquote") else weight * 0.7


def supported(page: Page, texts: Sequence[str], weights: list[float]) -> list[float]:
    """The weights, doubled for lines that the page's JSON-LD has in its body and lowered for those it has not.

    Nothing changes where it states no body, or one in which few of the lines stand.
    """
    stated = plain(page.stated_body[:200_000])
    if len(stated) < 500 or len(texts) > 5_000:
        return weights
    has = [weight > 0 and plain(text[:80]) in stated for text, weight in zip(texts, weights, strict=True)]
    if sum(weight for weight, found in zip(weights, has, strict=True) if found) < 0.2 * sum(weights):
        return weights
    return [weight * (2.0 if found else 0.3) for weight, found in zip(weights, has, strict=True)]


def beside_title(page: Page, weights: list[float]) -> list[float]:
    """The weights, doubled for lines in the innermost element that holds the headline and two lines of prose.

    Nothing changes where that element has less than a quarter of the page's prose.
    """
    wanted = plain(page.metadata.title or "")
    at = next(
        (line for line in page.lines if line.tag in ("h1", "h2") and wanted and plain(page.text[line.start : line.end]) == wanted), None
    )
    if at is None:
        return weights
    prose = [0] * len(page.elements)
    for line, weight in zip(page.lines, weights, strict=True):
        prose[line.element] += weight > 0
    for element in reversed(page.elements):
        if element.parent is not None:
            prose[element.parent.number] += prose[element.number]
    holder = next((number for number in ancestors(page.elements[at.element]) if prose[number] >= 2), 0)
    inside = within(page, holder)
    held = sum(weight for line, weight in zip(page.lines, weights, strict=True) if inside[line.element])
    if held < 0.25 * sum(weights):
        return weights
    return [weight * 2 if inside[line.element] else weight for line, weight in zip(page.lines, weights, strict=True)]


def masses(page: Page, weights: list[float]) -> list[float]:
    """The prose inside each element, by element number."""
    mass = [0.0] * len(page.elements)
    for line, weight in zip(page.lines, weights, strict=True):
        mass[line.element] += weight
    for element in reversed(page.elements):
        if element.parent is not None:
            mass[element.parent.number] += mass[element.number]
    return mass


def container_of(page: Page, weights: list[float], mass: list[float]) -> int:
    """Number of the element that holds the article."""
    best: dict[int, Element] = {}
    for element in page.elements[1:]:
        number = element.parent.number if element.parent is not None else 0
        if mass[element.number] > 0 and (number not in best or mass[element.number] > mass[best[number].number]):
            best[number] = element
    stated = _stated(page, mass)
    at, steps, most = 0, 0, min(_STEPS, 2 + 1_000_000 // len(page.elements))
    while at in best:
        child = best[at].number
        outside = mass[at] - mass[child]
        if at == stated or mass[child] < 0.5 * mass[at] or best[at].tag in ("p", "blockquote"):
            break
        if outside > 0.001 * mass[at] and steps < most and stated < 0:
            steps += 1
            if _kin_outside(page, weights, at, child) > 0.4 * outside:
                break
        at = child
    return at


def _stated(page: Page, mass: list[float]) -> int:
    """The element that says in microdata that it is the body, where it holds most of the prose; of several, what holds all; else -1."""
    found = [
        element
        for element in page.elements[1:]
        if element.attributes and element.attributes.get("itemprop") in _BODY_PROPERTIES and mass[element.number] > 0
    ]
    if not found or sum(mass[e.number] for e in found) < 0.5 * mass[0]:
        return -1
    common = ancestors(found[0])
    for element in found[1:_STEPS]:
        chain = set(ancestors(element))
        common = [number for number in common if number in chain]
    return common[0]


def ancestors(element: Element) -> list[int]:
    """Numbers of the element and what it stands in, innermost first, at most 1,000."""
    chain: list[int] = []
    at: Element | None = element
    while at is not None and len(chain) < 1000:
        chain.append(at.number)
        at = at.parent
    return chain


def signature(element: Element) -> tuple[str, str]:
    """What lines of one kind share: tag and class of their block, or of its parent where it has none."""
    names = element.attributes.get("class", "")
    if not names and element.parent is not None:
        return element.tag, "<" + element.parent.tag + " " + element.parent.attributes.get("class", "")
    return "", names


def _kin_outside(page: Page, weights: list[float], at: int, child: int) -> float:
    """Prose inside of ``at`` and outside of ``child`` that is written in the same elements as the prose inside."""
    inside: Counter[tuple[str, str]] = Counter()
    outside: Counter[tuple[str, str]] = Counter()
    parents_kin = 0.0
    below_at, below_child = within(page, at), within(page, child)
    for line, weight in zip(page.lines, weights, strict=True):
        if not weight or not below_at[line.element]:
            continue
        element = page.elements[line.element]
        if below_child[line.element]:
            inside[signature(element)] += weight  # type: ignore[assignment]
        elif element.tag == "p" and element.parent is not None and element.parent.number == at:
            parents_kin += weight
        else:
            outside[signature(element)] += weight  # type: ignore[assignment]
    total = sum(inside.values()) or 1.0
    return parents_kin + sum(weight for key, weight in outside.items() if inside[key] > 0.2 * total)


def within(page: Page, container: int) -> list[bool]:
    """For each element whether it is the container or inside of it."""
    inside = [False] * len(page.elements)
    for element in page.elements:
        inside[element.number] = element.number == container or (element.parent is not None and inside[element.parent.number])
    return inside
