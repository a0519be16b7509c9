"""``claimwire backup`` and ``claimwire restore``."""

from __future__ import annotations

from pathlib import Path

import click

from api.opened import opened_store


def save(context: click.Context, file: Path) -> None:
    """Write the store into a file and check it."""
    from models import backup

    with opened_store(context):
        counts = backup.backup(file)
    click.echo(f"{file}: {_told(counts)}; checked", err=True)


def put_back(context: click.Context, file: Path, replace: bool) -> None:
    """Put a backup into the store."""
    from models import backup

    with opened_store(context) as settings:
        counts = backup.restore(file, replace=replace)
    kind = settings.database_url.partition(":")[0]
    click.echo(f"the {kind} store holds {_told(counts)} again", err=True)


def _told(counts: dict[str, int]) -> str:
    names = ("articles", "claims", "votes", "conflicts", "records", "api_keys", "webhooks")
    return ", ".join(f"{counts.get(name, 0)} {name.replace('api_', '')}" for name in names)
