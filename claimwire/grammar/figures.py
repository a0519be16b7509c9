"""Figures: numbers told about the world, with unit, measure, population, qualifier and source."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.articles import Article
from claimwire.claims import CountClaim, FigureClaim, VoteClaim
from claimwire.grammar.listening import listen


def read_figures(article: Article, vote_claims: Sequence[VoteClaim] = ()) -> list[FigureClaim]:
    """The figures of an article in order, without the numbers that its vote claims count. Linear in the text."""
    taken = [(c.start, c.end, c.value) for c in vote_claims if isinstance(c, CountClaim)]
    return [f for f in listen(article).figures if not _is_count(f, taken)]


def _is_count(figure: FigureClaim, taken: Sequence[tuple[int, int, int]]) -> bool:
    return figure.unit == "people" and any(
        start <= figure.start and figure.end <= end and value == figure.value for start, end, value in taken
    )
