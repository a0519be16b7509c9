"""Bands carry the family of their article, so that a new copy is compared with one member of a family and not with all."""

from __future__ import annotations

import peewee

from models.migrations import run

STATEMENTS = """
ALTER TABLE article_bands RENAME TO bands_without_family;
DROP INDEX article_bands_article;
CREATE TABLE article_bands (name {text} NOT NULL, story {text} NOT NULL, article BIGINT NOT NULL,
    PRIMARY KEY (name, story, article)){rowless};
INSERT INTO article_bands (name, story, article)
    SELECT b.name, COALESCE(a.story, a.id), b.article FROM bands_without_family b JOIN articles a ON a.seq = b.article
    ORDER BY b.name, COALESCE(a.story, a.id), b.article;
DROP TABLE bands_without_family;
CREATE INDEX article_bands_article ON article_bands (article);
CREATE INDEX articles_story ON articles (story) WHERE story IS NOT NULL;
"""


def apply(database: peewee.Database) -> None:
    """Make the table anew, with what it held."""
    run(database, STATEMENTS)
