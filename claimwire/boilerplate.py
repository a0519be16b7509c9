"""What is not the article: masks shared by outlets, and the layout of a page nobody knows."""

from __future__ import annotations

from claimwire.articles import Layout, Page
from claimwire.pages.layout import html_layout
from claimwire.pages.text import text_layout


def generic_layout(page: Page) -> Layout:
    """Roles for every line of a page or a plain text."""
    if page.is_html:
        return html_layout(page)
    return text_layout(page)


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
