"""Which articles are near copies of one story: families, kept with their articles and told to their reports.

A family is what near copies connect, named by the smallest id in it, so it does not depend on what came first. An
article joins the families of its copies: of each family that it shares a band with, one copy is enough, so that the
thousandth copy of a story costs what the second did. Where an article goes, the rest of its family is looked at anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from claimwire.articles import Article
from claimwire.syndication import bands, copies, families, relatives, signature
from models import base, reporting
from models.looking import select_in

FEW: Final = 100
"""Rows under an article's bands up to which they are read at once."""
STEP: Final = 20
"""Members of a family that are compared at once where the first is no copy."""


def join(article: int, public: str, told: Article) -> set[int]:
    """Sign an article's text and join it to the families of its copies; the rows of articles whose family changed."""
    signed = signature(told.body())
    base.raw("UPDATE articles SET signature = ? WHERE seq = ?", (signed, article))
    names = tuple(dict.fromkeys(bands(signed)))
    found = _families_of_copies(signed, names) - {public}
    base.raw_many("INSERT INTO article_bands (name, story, article) VALUES (?, ?, ?)", [(name, public, article) for name in names])
    return _unite({public, *found}) if found else set()


def leave(article: int) -> set[int]:
    """Take an article out of its family; the rows of articles, without it, whose family changed."""
    base.raw("DELETE FROM article_bands WHERE article = ?", (article,))
    ((story,),) = base.raw("SELECT story FROM articles WHERE seq = ?", (article,))
    base.raw("UPDATE articles SET signature = NULL, story = NULL WHERE seq = ?", (article,))
    if story is None:
        return set()
    rows = base.raw("SELECT id, signature FROM articles WHERE story = ?", (story,))
    signed = {identity: bytes(text) for identity, text in rows}
    return _name(signed, families(signed))


def tell_families(articles: Iterable[str]) -> set[int]:
    """Find the families of these articles anew; the rows of those whose family changed."""
    wanted = sorted(set(articles))
    rows = select_in("SELECT id, signature FROM articles WHERE signature IS NOT NULL AND id IN {in}", wanted)
    everyone = relatives({identity: bytes(text) for identity, text in rows}, _under)
    return _name({*everyone, *wanted}, families(everyone))


def _families_of_copies(signed: bytes, names: tuple[str, ...]) -> set[str]:
    """Names of the families (of a lone article, its id) in which a near copy is stored."""
    marks = ", ".join("?" * len(names))
    rows = base.raw(f"SELECT name, story FROM article_bands WHERE name IN ({marks}) LIMIT {FEW}", names) if names else []  # noqa: S608
    under: dict[str, set[str]] = {}
    for name, story in rows:
        under.setdefault(story, set()).add(name)
    if len(rows) == FEW:
        under = _families_under(names)
    return {story for story, shared in sorted(under.items()) if _holds_a_copy(signed, story, sorted(shared))}


def _families_under(names: tuple[str, ...]) -> dict[str, set[str]]:
    """Family -> bands, each family of a band found by one step in the index, however many members it has there."""
    under: dict[str, set[str]] = {}
    for name in names:
        last = ""
        while rows := base.raw("SELECT story FROM article_bands WHERE name = ? AND story > ? ORDER BY story LIMIT 1", (name, last)):
            last = rows[0][0]
            under.setdefault(last, set()).add(name)
    return under


def _holds_a_copy(signed: bytes, story: str, names: list[str]) -> bool:
    tried: set[int] = set()
    for name in names:
        last = 0
        while rows := base.raw(
            "SELECT b.article, a.signature FROM article_bands b JOIN articles a ON a.seq = b.article "  # noqa: S608
            f"WHERE b.name = ? AND b.story = ? AND b.article > ? ORDER BY b.article LIMIT {STEP if last else 1}",
            (name, story, last),
        ):
            last = rows[-1][0]
            for article, other in rows:
                if article not in tried and copies(signed, bytes(other)):
                    return True
                tried.add(article)
    return False


def _unite(names: set[str]) -> set[int]:
    """Make one family of several, and of lone articles; the rows of those whose family changed."""
    family = min(names)
    rows = {seq: (identity, story) for seq, identity, story in select_in("SELECT seq, id, story FROM articles WHERE id IN {in}", names)}
    rows |= {
        seq: (identity, story)
        for seq, identity, story in select_in("SELECT seq, id, story FROM articles WHERE story IN {in}", names - {family})
    }
    return _set_stories({seq: (identity, story, family) for seq, (identity, story) in rows.items()})


def _name(articles: Iterable[str], named: Mapping[str, str]) -> set[int]:
    rows = select_in("SELECT seq, id, story FROM articles WHERE id IN {in}", sorted(set(articles)))
    return _set_stories({seq: (identity, story, named.get(identity)) for seq, identity, story in rows})


def _set_stories(rows: Mapping[int, tuple[str, Any, str | None]]) -> set[int]:
    """Article row -> (id, family so far, family now): write down what changed; the rows of those."""
    changed = {seq: (identity, family) for seq, (identity, story, family) in sorted(rows.items()) if story != family}
    for seq, (identity, family) in changed.items():
        base.raw("UPDATE articles SET story = ? WHERE seq = ?", (family, seq))
        base.raw("UPDATE article_bands SET story = ? WHERE article = ?", (family or identity, seq))
        base.raw("UPDATE figures SET source = ? WHERE article = ? AND source IS NOT NULL", (family or identity, seq))
        reporting.tell_story(seq, family)
    return set(changed)


def _under(names: frozenset[str]) -> dict[str, bytes]:
    rows = select_in(
        "SELECT a.id, a.signature FROM article_bands b JOIN articles a ON a.seq = b.article "
        "WHERE a.signature IS NOT NULL AND b.name IN {in}",
        sorted(names),
    )
    return {identity: bytes(text) for identity, text in rows}
