"""The whole visible text of a document, frozen: a plain text is itself, a page becomes text with lines."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from claimwire.articles import Line, Page
from claimwire.documents import Document

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def render(document: Document) -> Page:
    """A page whose ``text`` never changes again; offsets are code points of it.

    A plain text is kept to the character. Of an HTML page the text is what a reader
    sees, a line a block (see ``claimwire.html.render_html``).
    """
    if document.text is not None:
        return Page(document.text, tuple(text_lines(document.text)), url=document.url)
    from claimwire.html import render_html

    return render_html(document.html or "", document.url)


def text_lines(text: str) -> list[Line]:
    """The lines of a plain text that are not blank, without the white space around them."""
    lines, at = [], 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = at + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(words)))
        at += len(raw) + 1
    return lines


def registrable_domain(host: str) -> str:
    """The domain a publisher registers: ``bbc.co.uk`` of ``www.bbc.co.uk``; an address or a lone name is itself."""
    host = host.strip().lower().rstrip(".")
    if not host or host.replace(".", "").isdigit() or ":" in host or len(host) > 253:
        return host
    return _suffixes().privatesuffix(host) or host.removeprefix("www.")


@functools.cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
