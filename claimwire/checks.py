"""An article against itself and the calendar: flags, never drops."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimwire.articles import Article
from claimwire.claims import Claim, Inconsistency


def check(article: Article, claims: Sequence[Claim]) -> Iterable[Inconsistency]:
    """Inconsistencies of one article: weekday, sum, list, sides, council."""
    return ()
