"""An article of plain paragraphs, and what the grammar of speech and figures finds in it."""

from __future__ import annotations

from claimwire.articles import Article, Block
from claimwire.claims import FigureClaim, StatementClaim
from claimwire.grammar.figures import read_figures
from claimwire.grammar.quotes import paragraphs
from claimwire.grammar.speech import read_statements


def article(text: str, *, title: str = "") -> Article:
    """Every line a paragraph; the first is the title where one is given."""
    whole = f"{title}\n\n{text}" if title else text
    blocks = [Block("body", first, last) for first, last in paragraphs(whole, 0, len(whole))]
    if title:
        blocks[0] = Block("title", blocks[0].start, blocks[0].end)
    return Article("test", whole, tuple(blocks), title=title or None)


def statements(text: str, *, title: str = "") -> list[StatementClaim]:
    """The statements of a text."""
    return read_statements(article(text, title=title))


def said(text: str, *, title: str = "") -> list[tuple[str, str]]:
    """(name of the speaker, words) of each statement."""
    return [(c.actor.name, c.text) for c in statements(text, title=title)]


def figures(text: str) -> list[FigureClaim]:
    """The figures of a text."""
    return read_figures(article(text))
