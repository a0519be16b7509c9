"""The built-in extractor: votes, statements and figures of one article, in that order."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.articles import Article
from claimwire.claims import Claim
from claimwire.grammar.figures import read_figures
from claimwire.grammar.speech import read_statements
from claimwire.grammar.votes import read_votes
from claimwire.hookspecs import hookimpl


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """All claims of the article's readable blocks: votes first, then statements and figures."""
    votes = read_votes(article)
    return [*votes, *read_statements(article), *read_figures(article, votes)]
