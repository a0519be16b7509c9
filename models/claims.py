"""Tables of what articles say: claims, and the reports they make together."""

from __future__ import annotations

from peewee import BigAutoField, BigIntegerField, CompositeKey, IntegerField, TextField

from models.base import Table


class ClaimRow(Table):
    """One claim of one revision; ``record`` is the contract's JSON. ``live`` is 0 for a replaced revision's."""

    seq = BigAutoField()
    revision = BigIntegerField()
    article = BigIntegerField()
    outlet = TextField()
    live = IntegerField()
    kind = TextField()
    report = BigIntegerField(null=True)
    actor = TextField(null=True)
    opt = TextField(null=True)
    published = TextField(null=True)
    record = TextField()

    class Meta:
        """Never altered, apart from ``live``."""

        table_name = "claims"


class ReportRow(Table):
    """What one revision says of one vote, as ``claimwire.reports`` writes it, and the vote event it was joined to.

    ``id`` is ``<article>/<ref>``, of a replaced revision ``<article>@<number>/<ref>``.
    ``membership`` is how and why it was joined, or between which votes it is undecided.
    """

    seq = BigAutoField()
    id = TextField()
    article = BigIntegerField()
    revision = BigIntegerField()
    outlet = TextField()
    ref = TextField()
    vote = TextField()
    event = BigIntegerField(null=True)
    membership = TextField(null=True)

    class Meta:
        """The joining is derived; the rest is said."""

        table_name = "reports"


class ReportKeyRow(Table):
    """A key under which a report is found by others that may speak of the same vote."""

    name = TextField()
    report = BigIntegerField()

    class Meta:
        """Derived."""

        table_name = "report_keys"
        primary_key = CompositeKey("name", "report")
