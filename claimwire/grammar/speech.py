"""Statements: who said the words inside quotation marks, where anybody is said to have said them."""

from __future__ import annotations

from claimwire.articles import Article
from claimwire.claims import StatementClaim
from claimwire.grammar.listening import listen


def read_statements(article: Article) -> list[StatementClaim]:
    """The statements of an article in order; ``text[start:end] == claim.text`` for each. Linear in the text."""
    return list(listen(article).statements)
