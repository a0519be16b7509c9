"""Tables of what was handed in: articles, their revisions, and what went wrong while reading them."""

from __future__ import annotations

from peewee import BigAutoField, BigIntegerField, BlobField, IntegerField, TextField

from models.base import Table


class ArticleRow(Table):
    """One article of one outlet. A deleted one keeps its row as a tombstone, without revisions.

    ``id`` is a hash of its identity: the canonical URL, or outlet and content where it has none.
    ``signature`` tells near copies (``claimwire.syndication``); ``story`` is the family they make, derived.
    """

    seq = BigAutoField()
    id = TextField()
    outlet = TextField()
    url = TextField(null=True)
    document = TextField(null=True)
    revision = BigIntegerField(null=True)
    published = TextField(null=True)
    title = TextField(null=True)
    signature = BlobField(null=True)
    story = TextField(null=True)
    stored_at = TextField()
    deleted_at = TextField(null=True)

    class Meta:
        """One row an article, dead or alive."""

        table_name = "articles"


class RevisionRow(Table):
    """One text of an article, never altered. ``record`` is the extraction record without text and claims."""

    seq = BigAutoField()
    article = BigIntegerField()
    number = IntegerField()
    hash = TextField()
    document = TextField(null=True)
    parser = TextField()
    recognised_by = TextField()
    retrieved = TextField(null=True)
    stored_at = TextField()
    text = TextField()
    record = TextField()

    class Meta:
        """Numbered from 1 within its article."""

        table_name = "revisions"


class InconsistencyRow(Table):
    """An article at odds with itself or the calendar. ``live`` is 0 for a replaced revision's."""

    seq = BigAutoField()
    revision = BigIntegerField()
    article = BigIntegerField()
    outlet = TextField()
    live = IntegerField()
    kind = TextField()
    record = TextField()

    class Meta:
        """As the checks gave them."""

        table_name = "inconsistencies"


class OutletRow(Table):
    """What is known of an outlet, in numbers kept up to date with each write.

    ``compared`` counts values that others or the record speak of too, ``alone`` those
    where it stands against all others, ``against_record`` those the record contradicts.
    """

    slug = TextField(primary_key=True)
    parser = TextField()
    articles = IntegerField()
    recognised = IntegerField()
    with_claims = IntegerField()
    claims = IntegerField()
    with_problems = IntegerField()
    compared = IntegerField()
    alone = IntegerField()
    against_record = IntegerField()

    class Meta:
        """Derived."""

        table_name = "outlets"
