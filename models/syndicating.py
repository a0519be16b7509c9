"""Which articles are near copies of one story: families, kept with their articles and told to their reports."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.articles import Article
from claimwire.syndication import bands, families, relatives, signature
from models import base, reporting
from models.looking import select_in


def sign(article: int, told: Article) -> set[str]:
    """Sign the text of an article; ids of the articles that were or are near copies of it, or of its copies."""
    before = related(article)
    forget(article)
    signed = signature(told.body())
    base.raw("UPDATE articles SET signature = ? WHERE seq = ?", (signed, article))
    rows = [(name, article) for name in dict.fromkeys(bands(signed))]
    base.raw_many("INSERT INTO article_bands (name, article) VALUES (?, ?)", rows)
    return before | related(article)


def forget(article: int) -> None:
    """Take an article out of the index of near copies."""
    base.raw("DELETE FROM article_bands WHERE article = ?", (article,))
    base.raw("UPDATE articles SET signature = NULL WHERE seq = ?", (article,))


def related(article: int) -> set[str]:
    """Ids of the articles that near copies connect with this one, without it where it has no copy."""
    rows = base.raw("SELECT id, signature, story FROM articles WHERE seq = ?", (article,))
    if not rows or not rows[0][1]:
        return set()
    found = set(relatives({rows[0][0]: bytes(rows[0][1])}, _under))
    return found if len(found) > 1 or rows[0][2] else set()


def tell_families(articles: Iterable[str]) -> set[int]:
    """Find the families of these articles anew; the rows of those whose family changed."""
    signed = {}
    for identity, text in select_in("SELECT id, signature FROM articles WHERE signature IS NOT NULL AND id IN {in}", sorted(set(articles))):
        signed[identity] = bytes(text)
    everyone = relatives(signed, _under) if signed else {}
    found = families(everyone)
    changed = set()
    for seq, identity, story in list(select_in("SELECT seq, id, story FROM articles WHERE id IN {in}", sorted({*everyone, *articles}))):
        family = found.get(identity)
        if family != story:
            base.raw("UPDATE articles SET story = ? WHERE seq = ?", (family, seq))
            reporting.tell_story(seq, family)
            changed.add(seq)
    return changed


def _under(names: frozenset[str]) -> dict[str, bytes]:
    rows = select_in(
        "SELECT a.id, a.signature FROM article_bands b JOIN articles a ON a.seq = b.article "
        "WHERE a.signature IS NOT NULL AND b.name IN {in}",
        sorted(names),
    )
    return {identity: bytes(text) for identity, text in rows}
