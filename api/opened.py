"""A store opened for one command, with failures as one line on stderr and exit status 1."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from api.settings import Settings, SettingsError
from claimwire.errors import ClaimwireError


@contextmanager
def opened_store(context: click.Context, url: str | None = None) -> Iterator[Settings]:
    """Open the store that the environment names (or ``url``), and close it afterwards."""
    from models import base

    with errors_as_exit(context):
        try:
            settings = Settings.from_environment(database_url=url)
            base.connect(settings.database_url)
            yield settings
        finally:
            base.close()


@contextmanager
def errors_as_exit(context: click.Context) -> Iterator[None]:
    """A failure becomes a line on stderr and an exit status: 2 for a wrong setting, else 1."""
    try:
        yield
    except ClaimwireError as error:
        click.echo(f"claimwire: {error.message}", err=True)
        context.exit(2 if isinstance(error, SettingsError) else 1)
