"""Tables of vote events, derived from reports and records, and of what outlives a derivation: ids, redirects, decisions."""

from __future__ import annotations

from peewee import BigAutoField, BigIntegerField, BlobField, CompositeKey, IntegerField, TextField

from models.base import Table


class VoteRow(Table):
    """One vote event. ``document`` is its JSON, ready to serve, ``summary`` the short form for lists.

    ``content`` is a hash of what was derived, ``inputs`` of what it was derived from.
    """

    seq = BigAutoField()
    id = TextField()
    organization = TextField(null=True)
    day = TextField()
    title = TextField(null=True)
    symbol = TextField(null=True)
    result = TextField(null=True)
    official = BigIntegerField(null=True)
    reports = IntegerField()
    conflicts = IntegerField()
    disputed = IntegerField()
    summary = BlobField()
    document = BlobField()
    etag = TextField()
    content = TextField()
    inputs = TextField()

    class Meta:
        """Derived."""

        table_name = "votes"


class VoteRedirectRow(Table):
    """An id that a vote once had: ``target`` is its id now, or null where nothing is left of it."""

    id = TextField(primary_key=True)
    target = TextField(null=True)
    at = TextField()

    class Meta:
        """A stored fact, outside every rebuild."""

        table_name = "vote_redirects"


class VoteNameRow(Table):
    """The id of the vote that a report belongs to, kept so that a rebuild gives the same ids."""

    report = TextField(primary_key=True)
    vote = TextField()

    class Meta:
        """A stored fact, outside every rebuild."""

        table_name = "vote_names"


class VoteDecisionRow(Table):
    """An editor's merge or split of votes, with the reports it was taken on (``DecidedReportRow``)."""

    seq = BigAutoField()
    kind = TextField()
    vote = TextField()
    record = TextField()
    note = TextField()
    at = TextField()

    class Meta:
        """A stored fact, outside every rebuild."""

        table_name = "vote_decisions"


class DecidedReportRow(Table):
    """A report that an editor's decision names; ``side`` 0 or 1."""

    report = TextField()
    decision = BigIntegerField()
    side = IntegerField()

    class Meta:
        """A stored fact, outside every rebuild."""

        table_name = "decided_reports"
        primary_key = CompositeKey("report", "decision")
