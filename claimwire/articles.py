"""Pages and articles: a frozen text, and what each part of it is.

The host renders a document to a ``Page`` (text with lines). An outlet's plugin
answers with a ``Layout`` (roles for spans of that text, and metadata). The host
makes an ``Article`` of both. Text is masked, never shortened.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from claimwire.pages.tree import Element

Role = Literal[
    "title", "subtitle", "byline", "dateline", "date", "caption", "heading", "body",
    "list", "quotation", "table", "live", "note", "boilerplate",
]  # fmt: skip

BODY_ROLES: Final[frozenset[Role]] = frozenset({"heading", "body", "list", "quotation", "table", "live"})
"""Roles that are the article's own running text."""

READ_ROLES: Final[frozenset[Role]] = BODY_ROLES | {"title", "subtitle"}
"""Roles in which claims may be found."""


@dataclass(frozen=True, slots=True)
class Block:
    """A span of the text with its role; ``rule`` says what found it (always given for boilerplate)."""

    role: Role
    start: int
    end: int
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a rendered page: of a plain text, one line that is not blank.

    ``tag`` and ``path`` are empty for plain text. For a page, ``tag`` is the block
    element (``p``, ``h2``, ``li`` …) and ``path`` the chain of ancestors with ids and
    classes, outermost first, as ``article#main.story/div.body/p``.
    """

    start: int
    end: int
    tag: str = ""
    path: str = ""
    role: Role | None = None
    """What the renderer itself is sure of (a ``figcaption`` is a caption), else ``None``."""
    link_share: float = 0.0
    """Share of the line's characters that stand inside links, 0..1."""
    element: int = -1
    """Number of the block element in ``Page.elements``; -1 for plain text."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself, each value with where it was found (``sources[field]``)."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime.date | None = None
    modified: datetime.date | None = None
    language: str | None = None
    canonical_url: str | None = None
    site_name: str | None = None
    section: str | None = None
    agency: str | None = None
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered document: the whole visible text, frozen, as lines. ``is_html`` tells its origin."""

    text: str
    lines: tuple[Line, ...]
    is_html: bool = False
    url: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    problems: tuple[str, ...] = ()
    elements: Sequence[Element] = field(default=(), repr=False, compare=False)
    """All elements of an HTML page in order of the source; empty for plain text."""
    stated_body: str = field(default="", repr=False, compare=False)
    """What the page's JSON-LD calls its ``articleBody``: evidence for a layout, never text of the article."""
    stated_posts: str = field(default="", repr=False, compare=False)
    """The posts of a live blog that the JSON-LD lists: evidence as well."""


@dataclass(frozen=True, slots=True)
class Layout:
    """An outlet's answer: labelled spans of the page's text, and metadata it vouches for.

    What no span covers is body. Spans may be in any order but never overlap.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    published: datetime.date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What an outlet published, as its parser understood it. Offsets are code points of ``text``."""

    outlet: str
    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    published: datetime.date | None = None
    language: str | None = None

    def spans(self, *roles: Role) -> Iterator[Block]:
        """The blocks of these roles, in order of the text."""
        return (b for b in self.blocks if b.role in roles)

    def readable(self) -> Iterator[Block]:
        """The blocks in which claims may be found, in order of the text."""
        return (b for b in self.blocks if b.role in READ_ROLES)

    def __hash__(self) -> int:
        return hash(self.text)

    def masked(self) -> str:
        """The text with all that must not be read blanked out: same length, line breaks kept."""
        return _masked(self)

    def body(self) -> str:
        """Body, headings, lists, quotations and tables, a line each, without captions and live posts."""
        wanted = BODY_ROLES - {"live"}
        return "\n".join(self.text[b.start : b.end] for b in self.blocks if b.role in wanted)

    def revision(self) -> str:
        """A hash of title and body: the same while only clocks, counters and menus change."""
        digest = hashlib.sha256()
        for part in (self.title or "", *(self.text[b.start : b.end] for b in self.readable())):
            digest.update(" ".join(part.split()).encode("utf-8"))
            digest.update(b"\n")
        return digest.hexdigest()[:32]


@functools.lru_cache(maxsize=1)
def _masked(article: Article) -> str:
    """The last article's is kept, since votes, dates, statements and checks ask for it in turn."""
    parts: list[str] = []
    at = 0
    for block in article.readable():
        parts.append(_blank(article.text[at : block.start]))
        parts.append(article.text[block.start : block.end])
        at = block.end
    parts.append(_blank(article.text[at:]))
    return "".join(parts)


def _blank(text: str) -> str:
    if "\n" not in text:
        return " " * len(text)
    return "\n".join([" " * len(line) for line in text.split("\n")])
