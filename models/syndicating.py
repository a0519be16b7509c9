"""Which articles are near copies of one story: families, kept with their articles and told to their reports."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.syndication import families
from models.base import raw
from models.looking import select_in
from models.saving import rewrite_reports


def near(articles: Iterable[int]) -> frozenset[int]:
    """Articles that share a band with any of these, and those that share one with them, and so on."""
    known: set[int] = set()
    fresh = set(articles)
    while fresh:
        known |= fresh
        names = {name for (name,) in select_in("SELECT DISTINCT name FROM article_bands WHERE article IN {in}", sorted(fresh))}
        fresh = {seq for (seq,) in select_in("SELECT DISTINCT article FROM article_bands WHERE name IN {in}", sorted(names))} - known
    return frozenset(known)


def tell_families(articles: Iterable[int]) -> list[int]:
    """Find the families of these articles and their likes anew; the articles whose family changed."""
    rows = list(select_in("SELECT seq, id, story, signature FROM articles WHERE revision IS NOT NULL AND seq IN {in}", sorted(near(articles))))
    found = families({identity: bytes(signature) for _, identity, _, signature in rows if signature})
    changed = []
    for seq, identity, story, _ in rows:
        family = found.get(identity)
        if family != story:
            raw("UPDATE articles SET story = ? WHERE seq = ?", (family, seq))
            rewrite_reports(seq, story=family)
            changed.append(seq)
    return changed
