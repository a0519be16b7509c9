"""The built-in extractor: votes, statements and figures of one article, in that order."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.articles import Article
from claimwire.claims import Claim
from claimwire.grammar.speech import read_statements
from claimwire.grammar.votes import read_votes
from claimwire.hookspecs import hookimpl


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """All claims of the article's readable blocks, in order of their start."""
    claims: list[Claim] = list(read_votes(article))
    claims += read_statements(article)
    return claims
