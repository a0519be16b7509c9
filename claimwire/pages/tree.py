"""Elements of a page with their text: enough of the standard's tree to know what stands in what.

Nesting has no limit. Every search up the open elements is either bounded or paid
for by what it closes, so a page costs time in proportion to its length.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib import resources
from typing import Final

from claimwire.pages.tokens import RAW_TEXT, Source, attributes

_KINDS: Final = {
    name: frozenset(words)
    for name, words in tomllib.loads(resources.files("claimwire.data").joinpath("html_elements.toml").read_text("utf-8")).items()
}
INLINE: Final = _KINDS["inline"]
"""Elements that stand inside a line of text."""

VOID: Final = _KINDS["void"]
HEAD: Final = _KINDS["head"]
UNSEEN: Final = _KINDS["unseen"]
"""Elements whose content a reader does not see as text. ``RAW_TEXT`` is unseen as well."""

_CLOSES_P: Final = _KINDS["closes_p"]
_SPECIAL: Final = _KINDS["special"]
_LI_PASSES: Final = frozenset({"address", "div", "p"})
_IN_SELECT: Final = _KINDS["in_select"]
_ENDS_SELECT: Final = _KINDS["ends_select"]
_BARRIERS: Final = _KINDS["barriers"]
_TABLE_PARTS: Final = _KINDS["table_parts"]
_KEPT: Final = _KINDS["attributes"]
_OFF_SCREEN: Final = _KINDS["off_screen"]
_ROWS: Final = frozenset({"thead", "tbody", "tfoot"})
_BACK_TO: Final = {
    "td": _ROWS | {"tr"}, "th": _ROWS | {"tr"}, "tr": _ROWS,
    "thead": frozenset(), "tbody": frozenset(), "tfoot": frozenset(),
    "caption": frozenset(), "colgroup": frozenset(), "col": frozenset({"colgroup"}),
}  # fmt: skip
"""Parts of a table, and the parts in which each stands."""
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OPTIONS: Final = frozenset({"option", "optgroup"})
_NONE: Final[dict[str, str]] = {}
_LOOK_BACK: Final = 64


@dataclass(slots=True, eq=False)
class Element:
    """An open or closed element. ``number`` counts elements in order of the source."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    number: int
    unseen: bool = False
    """The reader sees nothing of it: hidden itself, or inside of something hidden."""


@dataclass(slots=True)
class Run:
    """Text without a break, in pieces, and the block around it."""

    block: Element
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    """Characters inside of links."""


class Tree:
    """Elements, runs of visible text and raw texts (scripts, title) of one page, in order."""

    def __init__(self, html: str) -> None:
        self.source = Source(html)
        self.root = Element("", {}, None, 0)
        self.elements: list[Element] = [self.root]
        self.runs: list[Run] = []
        self.raws: list[tuple[Element, str]] = []
        self.hidden = 0
        """Characters of text inside hidden elements."""
        self._stack: list[Element] = [self.root]
        self._open: dict[str, int] = {}
        self._frames: list[tuple[int, dict[str, int]]] = [(0, {})]
        self._link: Element | None = None
        self._run: Run | None = None
        self._known: dict[str, tuple[dict[str, str], bool]] = {}
        self._build()

    def _build(self) -> None:
        start, end, text = self._start, self._end, self._text
        for kind, name, data in self.source.tokens():
            if kind == "text":
                text(data)
            elif kind == "start":
                start(name, data)
            elif kind == "end":
                end(name)
            else:
                self.raws.append((self.elements[-1], data))
                end(name)

    def _text(self, text: str) -> None:
        top = self._stack[-1]
        if top.unseen:
            if top.tag == "head" and not text.isspace():
                self._end("head")
                top = self._stack[-1]
            else:
                self.hidden += 0 if text.isspace() else len(text)
                return
        run = self._run
        if run is None:
            if text.isspace():
                return
            run = self._run = Run(self._block())
            self.runs.append(run)
        run.pieces.append(text)
        if self._link is not None:
            run.linked += len(text)

    def _block(self) -> Element:
        for at in range(len(self._stack) - 1, max(-1, len(self._stack) - 1 - _LOOK_BACK), -1):
            if self._stack[at].tag not in INLINE:
                return self._stack[at]
        return self._stack[-1]

    def _start(self, tag: str, source: str) -> None:
        stack, opened = self._stack, self._open
        if opened.get("head") and tag not in HEAD and tag != "head":
            self._end("head")
        if tag in ("body", "html") and opened.get(tag):
            return
        if opened.get("select") and tag not in _IN_SELECT:
            if tag not in _ENDS_SELECT and not (tag in _TABLE_PARTS and opened.get("table")):
                return
            self._end("select")
            if tag == "select":
                return
        if tag in _BACK_TO and not opened.get("table"):
            self._run = None
            return
        if tag not in INLINE:
            self._run = None
            self._close_before(tag)
        elif tag == "a" or tag == "nobr":
            self._link = None if tag == "a" else self._link
            if opened.get(tag):
                self._end(tag)
        kept, hidden = self._attributes(tag, source)
        parent = stack[-1]
        element = Element(tag, kept, parent, len(self.elements))
        element.unseen = parent.unseen or hidden or tag in UNSEEN or tag in RAW_TEXT or (tag == "dialog" and "open" not in kept)
        self.elements.append(element)
        if tag in VOID:
            return
        if tag == "a" and "href" in kept:
            self._link = element
        stack.append(element)
        opened[tag] = opened.get(tag, 0) + 1
        if tag in _BARRIERS:
            self._frames.append((len(stack) - 1, {}))
        counts = self._frames[-1][1]
        counts[tag] = counts.get(tag, 0) + 1

    def _attributes(self, tag: str, source: str) -> tuple[dict[str, str], bool]:
        """The attributes that are kept, and whether they hide the element; those of one source are shared."""
        if not source:
            return _NONE, False
        known = self._known.get(source)
        if known is None or tag == "meta" or tag == "link":
            attrs = attributes(source, None if tag == "meta" or tag == "link" else _KEPT)
            known = self._known[source] = (attrs, is_hidden(attrs))
        return known

    def _close_before(self, tag: str) -> None:
        """Close what the standard closes when this element starts."""
        if tag in _CLOSES_P:
            self._close_implied(("p",), ("button",))
        if tag == "li":
            self._close_implied(("li",), None)
        elif tag in ("dd", "dt"):
            self._close_implied(("dd", "dt"), None)
        elif tag in _BACK_TO:
            self._close_to(_BACK_TO[tag])
        elif tag == "button":
            self._end("button")
        elif self._stack[-1].tag in (_HEADINGS if tag in _HEADINGS else _OPTIONS if tag in _OPTIONS else ()):
            self._pop(len(self._stack) - 1)

    def _close_to(self, parts: frozenset[str]) -> None:
        """Close cells and what stands wrongly in a table, up to the part of the table that takes the new one."""
        while self._stack[self._frames[-1][0]].tag not in ("table", "template", ""):
            self._pop(self._frames[-1][0])
        while self._stack[-1].tag not in parts and self._stack[-1].tag not in ("table", "template", ""):
            self._pop(len(self._stack) - 1)

    def _end(self, tag: str) -> None:
        if tag not in INLINE:
            self._run = None
        if tag == "a":
            self._link = None
        if tag in _HEADINGS and not self._open.get(tag):
            tag = next((level for level in _HEADINGS if self._open.get(level)), tag)
        if not self._open.get(tag):
            return
        if self._open.get("select") and tag not in ("select", "template", "script"):
            if tag not in _TABLE_PARTS or not self._open.get(tag):
                return
            self._end("select")
        stack = self._stack
        if tag not in _SPECIAL:
            for at in range(len(stack) - 1, max(0, len(stack) - _LOOK_BACK), -1):
                if stack[at].tag == tag:
                    self._pop(at)
                    return
                if stack[at].tag in _SPECIAL:
                    return
            return
        if tag == "li":
            self._close_implied(("li",), ("ul", "ol"))
            return
        if tag not in _TABLE_PARTS and not self._frames[-1][1].get(tag):
            return
        if tag in ("td", "th", "tr", "tbody", "thead", "tfoot", "caption") and not self._in_this_table(tag):
            return
        at = len(stack) - 1
        while at > 0 and stack[at].tag != tag:
            at -= 1
        if at:
            self._pop(at)

    def _in_this_table(self, tag: str) -> bool:
        for position, counts in self._frames[: -_LOOK_BACK - 1 : -1]:
            if counts.get(tag):
                return True
            if self._stack[position].tag == "table":
                return False
        return False

    def _close_implied(self, tags: tuple[str, ...], barriers: tuple[str, ...] | None) -> None:
        counts = self._frames[-1][1]
        if not any(map(counts.get, tags)):
            return
        stack = self._stack
        for at in range(len(stack) - 1, max(0, len(stack) - _LOOK_BACK), -1):
            tag = stack[at].tag
            if tag in tags:
                self._pop(at)
                return
            if tag in _BARRIERS or (tag in barriers if barriers is not None else tag in _SPECIAL and tag not in _LI_PASSES):
                return

    def _pop(self, position: int) -> None:
        while len(self._stack) > position:
            element = self._stack.pop()
            self._open[element.tag] -= 1
            if len(self._frames) > 1 and self._frames[-1][0] >= len(self._stack):
                self._frames.pop()
            else:
                self._frames[-1][1][element.tag] -= 1
            if element is self._link:
                self._link = None
            if element.tag not in INLINE:
                self._run = None


def is_hidden(attrs: dict[str, str]) -> bool:
    """Whether the element's own attributes keep it off the screen."""
    if not attrs:
        return False
    if "hidden" in attrs and attrs["hidden"].lower() != "until-found":
        return True
    style = attrs.get("style")
    if style:
        plain = style.replace(" ", "").lower()
        if "display:none" in plain or "visibility:hidden" in plain:
            return True
    names = attrs.get("class", "")
    return not _OFF_SCREEN.isdisjoint(names.lower().split())
