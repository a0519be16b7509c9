"""A web page as text: the whole visible text in document order, a line a block, each line with its element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimwire.articles import Line, Page, Role
from claimwire.pages.encodings import decode, readable
from claimwire.pages.metadata import metadata_of
from claimwire.pages.rows import Cell, rows_of
from claimwire.pages.tree import Element, Tree

MAX_PATH: Final = 2000
"""Characters of a line's path; deeper elements keep the path of the last ancestor that fits."""

MANY_ELEMENTS: Final = 20_000
"""Pages with more elements keep paths of a tenth of that, so that paths cannot fill the memory."""

INVISIBLE: Final = "\u00ad\u200b\u2060\ufeff\0"
"""Characters that take no space on the screen."""

WRAPPED: Final = 45
"""Characters from which on each line but the last of a preformatted paragraph is taken for broken at the margin."""

_BLANK_LINE: Final = re.compile(r"\n[ \t\r\f\v]*+\n")
_WITHOUT: Final = str.maketrans(dict.fromkeys(INVISIBLE, None))
_ROLE_OF_TAG: Final[dict[str, Role]] = {"figcaption": "caption", "table": "table", "caption": "caption"}


def render_html(html: str | bytes, url: str | None = None) -> Page:
    """The visible text of a page as a ``Page``; never raises, whatever the bytes.

    Lines are separated by one line feed, white space inside a line is one space. The
    short cells of a table's row are one line with a tab between cells; of a table
    with one row under its heads each column is a line. Characters that take no space
    on the screen (soft hyphens, zero-width spaces) are left out. What stays out for
    another reason than being hidden is a problem.
    """
    problems: list[str] = []
    source = decode(html, problems) if isinstance(html, bytes) else readable(html, problems)
    tree = Tree(source)
    problems += tree.source.problems
    paths: dict[int, str] = {}
    longest = MAX_PATH if len(tree.elements) <= MANY_ELEMENTS else MAX_PATH // 10
    parts: list[str] = []
    lines: list[Line] = []
    at = 0
    for block, words, before, linked in _shown(tree):
        start, end = at + before, at + len(words)
        lines.append(Line(start, end, block.tag, path_of(block, paths, longest), _role_of(block), linked, block.number))
        parts.append(words)
        at = end + 1
    text = "\n".join(parts)
    if tree.hidden > max(500, len(text)):
        problems.append(f"{tree.hidden} characters are hidden by the page itself, more than it shows; they stay out")
    data = max((len(raw) for element, raw in tree.raws if "json" in element.attributes.get("type", "")), default=0)
    if len(text) < 300 and data > 1000:
        problems.append(f"the page shows {len(text)} characters, a script has the rest: {data} characters of data stay out")
    meta, stated_body, stated_posts = metadata_of(tree, url, text, lines, problems)
    opening = " ".join(stated_body[:400].split())[:60]
    if len(stated_body) > 300 and "<" not in opening and opening.lower() not in text.lower():
        problems.append(f"the JSON-LD states a body of {len(stated_body)} characters that the page does not show; it stays out")
    return Page(
        text,
        tuple(lines),
        is_html=True,
        url=url,
        metadata=meta,
        problems=tuple(problems),
        elements=tree.elements,
        stated_body=stated_body,
        stated_posts=stated_posts,
    )


def _shown(tree: Tree) -> Iterator[tuple[Element, str, int, float]]:
    """Each line: its element, its text, the characters before its first word (empty cells), the share of it that is linked."""
    rows = rows_of(tree)
    row: Element | None = None
    cells: list[Cell] = []
    for run in tree.runs:
        words = "".join(run.pieces)
        if any(character in words for character in INVISIBLE):
            words = words.translate(_WITHOUT)
        *before, words = _set_lines(words) if run.block.tag == "pre" else (" ".join(words.split()),)
        if not words:
            continue
        place = rows.place(run)
        if row is not None and (place is None or place[0] is not row):
            yield from rows.lines(row, cells)
            row, cells = None, []
        if place is None:
            for line in (*before, words):
                yield run.block, line, 0, run.linked / sum(map(len, run.pieces))
        else:
            row = place[0]
            cells.append(Cell(place[1], words, run))
    if row is not None:
        yield from rows.lines(row, cells)


def _set_lines(text: str) -> list[str]:
    """The lines of preformatted text: paragraphs that were broken at one width are one line each."""
    found: list[str] = []
    for paragraph in _BLANK_LINE.split(text):
        lines = [" ".join(line.split()) for line in paragraph.split("\n")]
        lines = [line for line in lines if line]
        wrapped = len(lines) > 1 and min(map(len, lines[:-1])) >= WRAPPED
        found += [" ".join(lines)] if wrapped else lines
    return found or [""]


def path_of(element: Element, known: dict[int, str], longest: int = MAX_PATH) -> str:
    """The element and its ancestors, outermost first: ``body/article#main.story/p.lead``."""
    chain: list[Element] = []
    at: Element | None = element
    while at is not None and at.tag and at.number not in known:
        chain.append(at)
        at = at.parent
    path = known[at.number] if at is not None and at.tag else ""
    for one in reversed(chain):
        longer = f"{path}/{_segment(one)}" if path else _segment(one)
        path = longer if len(longer) <= longest else path
        known[one.number] = path
    return path


def _segment(element: Element) -> str:
    attrs = element.attributes
    if not attrs:
        return element.tag
    parts = [element.tag]
    if attrs.get("id"):
        parts.append("#" + "-".join(attrs["id"].split()))
    if attrs.get("class"):
        parts += ["." + name for name in attrs["class"].split()]
    parts += [f"[{name}={attrs[name]}]" for name in ("itemprop", "role", "data-component") if attrs.get(name)]
    return "".join(parts)


def _role_of(block: Element) -> Role | None:
    at: Element | None = block
    for _ in range(8):
        if at is None:
            return None
        role = _ROLE_OF_TAG.get(at.tag)
        if role is not None:
            return role
        at = at.parent
    return None
