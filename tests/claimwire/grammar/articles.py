"""Articles made of a few sentences, for tests of the grammar."""

from __future__ import annotations

import datetime

from claimwire.articles import Article, Block


def article(text: str, published: datetime.date | None = None, outlet: str = "paper") -> Article:
    """An article whose every line is body."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("body", at, at + len(line)))
        at += len(line) + 1
    return Article(outlet=outlet, text=text, blocks=tuple(blocks), published=published)
