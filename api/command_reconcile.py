"""``claimwire reconcile --rebuild``."""

from __future__ import annotations

import click

from api.opened import opened_store


def run(context: click.Context) -> None:
    """Derive everything anew and print what changed, a line each."""
    from api.progress import bar
    from models import store

    with opened_store(context), bar("deriving") as progress:
        changed = store.rebuild(progress=progress)
    for line in changed:
        click.echo(line)
    click.echo(f"{len(changed)} changed" if changed else "nothing changed", err=True)
