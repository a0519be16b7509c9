"""Table of who votes, speaks or sponsors."""

from __future__ import annotations

from peewee import IntegerField, TextField

from models.base import Table


class ActorRow(Table):
    """An actor under the name most articles use; ``uses`` is how many live revisions name it."""

    id = TextField(primary_key=True)
    name = TextField()
    kind = TextField()
    record = TextField()
    uses = IntegerField()

    class Meta:
        """Derived."""

        table_name = "actors"
