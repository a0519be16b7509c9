"""Full-text search over articles and statements: FTS5 on SQLite, tsvector with GIN on PostgreSQL."""

from __future__ import annotations

import peewee

from models.migrations import run

SQLITE = """
CREATE VIRTUAL TABLE article_search USING fts5 (words, content='', tokenize='unicode61');
CREATE VIRTUAL TABLE statement_search USING fts5 (words, content='', tokenize='unicode61');
"""

POSTGRESQL = """
CREATE TABLE article_search (rowid BIGINT PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX article_search_words ON article_search USING gin (words);
CREATE TABLE statement_search (rowid BIGINT PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX statement_search_words ON statement_search USING gin (words);
"""


def apply(database: peewee.Database) -> None:
    """Make the two indexes; a store of the first layout holds no article yet that they would miss."""
    run(database, POSTGRESQL if isinstance(database, peewee.PostgresqlDatabase) else SQLITE)
