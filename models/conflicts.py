"""Tables of conflicts, derived, and of editors' decisions on them, stored apart."""

from __future__ import annotations

from peewee import BigAutoField, BigIntegerField, BlobField, CompositeKey, TextField

from models.base import Table


class ConflictRow(Table):
    """Claims on one subject that cannot all be true. ``document`` is its JSON, ready to serve."""

    seq = BigAutoField()
    id = TextField()
    kind = TextField()
    vote = TextField(null=True)
    subject = TextField()
    state = TextField()
    day = TextField()
    decision = TextField(null=True)
    document = BlobField()
    etag = TextField()
    content = TextField()
    opened_at = TextField()
    changed_at = TextField()
    closed_at = TextField(null=True)

    class Meta:
        """Derived, apart from when it was first seen."""

        table_name = "conflicts"


class ConflictOutletRow(Table):
    """An outlet whose words are in a conflict."""

    outlet = TextField()
    conflict = BigIntegerField()

    class Meta:
        """Derived."""

        table_name = "conflict_outlets"
        primary_key = CompositeKey("outlet", "conflict")


class ConflictNameRow(Table):
    """What a conflict's id stands for, kept so that an id of a merged vote's conflict leads on."""

    id = TextField(primary_key=True)
    vote = TextField(null=True)
    kind = TextField()
    subject = TextField()

    class Meta:
        """A stored fact, outside every rebuild."""

        table_name = "conflict_names"


class ConflictDecisionRow(Table):
    """What an editor decided on a conflict: a stored fact that every rebuild keeps."""

    conflict = TextField(primary_key=True)
    vote = TextField(null=True)
    kind = TextField()
    subject = TextField()
    status = TextField()
    note = TextField()
    at = TextField()

    class Meta:
        """A stored fact, outside every rebuild."""

        table_name = "conflict_decisions"
