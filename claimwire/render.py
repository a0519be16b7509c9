"""The whole visible text of a document, frozen: a plain text is itself, a page becomes text with lines."""

from __future__ import annotations

from claimwire.articles import Line, Page
from claimwire.documents import Document


def render(document: Document) -> Page:
    """A page whose ``text`` never changes again; offsets are code points of it."""
    if document.text is not None:
        return Page(document.text, tuple(text_lines(document.text)), url=document.url)
    raise NotImplementedError("html")


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
    """The domain a publisher registers: ``bbc.co.uk`` of ``www.bbc.co.uk``."""
    return host.removeprefix("www.")
