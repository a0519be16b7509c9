"""``claimwire records import``."""

from __future__ import annotations

from pathlib import Path

import click

from api.opened import opened_store


def run(context: click.Context, file: Path) -> None:
    """Import a file; bad rows go to stderr, and the exit status is then 1."""
    from api.progress import bar
    from claimwire.cli import plugins_of
    from claimwire.records import BadRow
    from models import records

    def on_bad(row: BadRow) -> None:
        click.echo(f"claimwire: {file}:{row.line}: {row.reason}", err=True)

    with opened_store(context), bar("rows") as progress:
        imported = records.import_records(file, progress=lambda rows: progress(rows, None), on_bad=on_bad, using=plugins_of(context))
    told = f"{imported.rows} rows, {imported.records} results: {imported.created} new, {imported.revised} revised, "
    click.echo(f"{told}{imported.unchanged} unchanged" + (f"; {imported.bad} rows skipped" if imported.bad else ""), err=True)
    if imported.bad:
        context.exit(1)
