"""Full-text search: what is indexed, and how a reader's words become a query of either database.

Words are folded (no case, no accents) before either database sees them, so that both find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Final

from claimwire.articles import READ_ROLES
from models import base
from models.canonical import loads

LONGEST: Final = 200_000
"""Characters of one article that are indexed: PostgreSQL's tsvector ends at 1 MB."""


def fold(text: str) -> str:
    """Lower case without accents, cut at ``LONGEST``."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST]).lower()
    return "".join(c for c in plain if not unicodedata.combining(c))


def index_article(article: int) -> None:
    """Put an article's title and readable text, and its statements, into the indexes."""
    _add("article_search", _article_words(article))
    _add("statement_search", _statements(article))


def forget_article(article: int) -> None:
    """Take an article out of the indexes; it must stand in the tables as it did when it was indexed."""
    _remove("article_search", _article_words(article))
    _remove("statement_search", _statements(article))


def matching(index: str, words: str) -> tuple[str, list[Any]] | None:
    """An SQL condition ``rowid IN (…)`` for ``index`` (article_search or statement_search), with its parameters.

    All words must occur; words between double quotes stand together. ``None``
    where the words hold nothing to search for.
    """
    phrases = [" ".join(re.findall(r"\w+", phrase)) for phrase in re.findall(r'"([^"]*)"|(\S+)', fold(words)[:500]) for phrase in phrase]
    phrases = [phrase for phrase in phrases if phrase]
    if not phrases:
        return None
    if base.is_postgresql():
        query = " && ".join("phraseto_tsquery('simple', %s)" for _ in phrases)
        return f"(SELECT rowid FROM {index} WHERE words @@ ({query}))", list(phrases)  # noqa: S608
    quoted = " ".join(f'"{phrase}"' for phrase in phrases)
    return f"(SELECT rowid FROM {index} WHERE {index} MATCH ?)", [quoted]  # noqa: S608


def _article_words(article: int) -> list[tuple[int, str]]:
    rows = base.raw("SELECT r.text, r.record FROM articles a JOIN revisions r ON r.seq = a.revision WHERE a.seq = ?", (article,))
    if not rows:
        return []
    ((text, record),) = rows
    told = loads(record)["article"]
    parts = [told["title"] or "", *(text[b["start"] : b["end"]] for b in told["blocks"] if b["role"] in READ_ROLES)]
    return [(article, fold("\n".join(parts)))]


def _statements(article: int) -> list[tuple[int, str]]:
    rows = base.raw("SELECT seq, record FROM claims WHERE article = ? AND live = 1 AND kind = 'statement'", (article,))
    return [(seq, fold(loads(record)["text"])) for seq, record in rows]


def _add(index: str, rows: Iterable[tuple[int, str]]) -> None:
    words = "to_tsvector('simple', ?)" if base.is_postgresql() else "?"
    base.raw_many(f"INSERT INTO {index} (rowid, words) VALUES (?, {words})", list(rows))  # noqa: S608


def _remove(index: str, rows: Iterable[tuple[int, str]]) -> None:
    if base.is_postgresql():
        base.raw_many(f"DELETE FROM {index} WHERE rowid = ?", [(row,) for row, _ in rows])  # noqa: S608
    else:
        # A contentless FTS5 table forgets a row only when it is told the words again.
        base.raw_many(f"INSERT INTO {index} ({index}, rowid, words) VALUES ('delete', ?, ?)", list(rows))  # noqa: S608
