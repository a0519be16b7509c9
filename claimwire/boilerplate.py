"""What is not the article: masks shared by outlets, and the layout of a page nobody knows."""

from __future__ import annotations

from dataclasses import replace

from claimwire.articles import Layout, Page
from claimwire.pages.datelines import dateline_of
from claimwire.pages.layout import html_layout
from claimwire.pages.text import text_layout


def generic_layout(page: Page) -> Layout:
    """Roles for every line of a page or a plain text, and the place in front of its first paragraph."""
    layout = html_layout(page) if page.is_html else text_layout(page)
    opening = sorted((b.start, b.end) for b in layout.blocks if b.role in ("body", "subtitle"))[:2]
    places = (dateline_of(page.text[start:end]) for start, end in opening)
    return replace(layout, dateline=layout.dateline or next((place for place in places if place), None))


def body_text(html: str, url: str = "") -> str:
    """A page's body alone: body, headings, lists and quotations in order, a line each, without title, captions and live posts."""
    from claimwire.html import render_html

    return _body(render_html(html, url or None))


def body_of_text(text: str, url: str = "") -> str:
    """The same for a plain-text dump of a page."""
    from claimwire.render import text_lines

    return _body(Page(text, tuple(text_lines(text)), url=url or None))


def _body(page: Page) -> str:
    wanted = {"heading", "body", "list", "quotation", "table"}
    blocks = sorted(generic_layout(page).blocks, key=lambda b: b.start)
    return "\n".join(page.text[b.start : b.end] for b in blocks if b.role in wanted)
