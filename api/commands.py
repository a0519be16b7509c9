"""The commands that need a server or a database; each one's work is imported only when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))


def register_commands(cli: Any) -> None:
    """Add them to ``claimwire``."""
    for command in (serve, ingest, check, conflicts, outlets, records, reconcile, openapi, keys, backup, restore, demo):
        cli.add_command(command)


@click.command()
@click.option("--host", default=None, help="The address to bind (CLAIMWIRE_HOST; default 127.0.0.1).")
@click.option("--port", default=None, type=click.IntRange(0, 65535), help="The port (CLAIMWIRE_PORT; default 8000; 0 for any free one).")
@click.pass_context
def serve(context: click.Context, host: str | None, port: int | None) -> None:
    """Serve the API with a production server.

    Bound to anything but this machine it wants a key first: claimwire keys create.
    """
    from api.command_serve import run

    run(context, host, port)


@click.command()
@PATHS
@click.option("--seconds", default=None, type=click.IntRange(1, 3600), help="Time budget for a document (CLAIMWIRE_READ_SECONDS; 60).")
@click.pass_context
def ingest(context: click.Context, paths: tuple[Path, ...], seconds: int | None) -> None:
    """Read documents into the store.

    PATHS are .txt, .html, .json and .ndjson files (also .gz) and folders of them. A bad document is named on
    stderr and does not stop the rest; the exit status is then 1.
    """
    from api.command_ingest import run

    run(context, paths, seconds)


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def check(context: click.Context, path: Path, form: str) -> None:
    """Hold a draft against the store and the record; nothing is stored.

    Exit status 3 when anything contradicts it.
    """
    from api.command_check import run

    run(context, path, form)


@click.command()
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def conflicts(context: click.Context, form: str) -> None:
    """Show where outlets contradict each other or the record."""
    from api.command_conflicts import run

    run(context, form)


@click.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--health", is_flag=True, help="Of those in the store: how well they are read of late, and a warning where that falls.")
@click.pass_context
def outlets(context: click.Context, form: str, health: bool) -> None:
    """List the outlets that plugins speak for."""
    from api.command_outlets import run

    run(context, form, health)


@click.group()
def records() -> None:
    """Official results."""


@records.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_context
def import_records(context: click.Context, file: Path) -> None:
    """Import official results (UN Digital Library voting CSV, also .gz). Twice is the same as once."""
    from api.command_records import run

    run(context, file)


@click.command()
@click.option("--rebuild", is_flag=True, required=True, help="Derive all votes and conflicts anew.")
@click.pass_context
def reconcile(context: click.Context, rebuild: bool) -> None:
    """Derive votes and conflicts anew from what outlets said; prints what changed (nothing should)."""
    from api.command_reconcile import run

    run(context)


@click.command()
def openapi() -> None:
    """Print openapi.yaml."""
    from api.application import make
    from api.openapi import yaml_text
    from api.settings import Settings

    click.echo(yaml_text(make(Settings(), connect=False)), nl=False)


@click.group()
def keys() -> None:
    """API keys."""


@keys.command("create")
@click.argument("name")
@click.option(
    "--scope", "scopes", multiple=True, type=click.Choice(["read", "ingest", "edit", "admin"]), help="May be given more than once."
)
@click.pass_context
def create_key(context: click.Context, name: str, scopes: tuple[str, ...]) -> None:
    """Make a key for NAME and show it, this once. Without --scope it may read and ingest."""
    from api.command_keys import create

    create(context, name, scopes or ("read", "ingest"))


@keys.command("list")
@click.pass_context
def list_keys(context: click.Context) -> None:
    """List keys, without their secrets."""
    from api.command_keys import show

    show(context)


@keys.command("rotate")
@click.argument("id")
@click.option(
    "--keep-hours", default=0, type=click.IntRange(0, 24 * 30), help="For how long the old secret is still good (0: it ends at once)."
)
@click.pass_context
def rotate_key(context: click.Context, id: str, keep_hours: int) -> None:
    """Give a key a new secret, with the same name and scopes, and show it, this once."""
    from api.command_keys import rotate

    rotate(context, id, keep_hours)


@keys.command("revoke")
@click.argument("id")
@click.pass_context
def revoke_key(context: click.Context, id: str) -> None:
    """End a key at once."""
    from api.command_keys import revoke

    revoke(context, id)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def backup(context: click.Context, file: Path) -> None:
    """Write the whole store into FILE, while others go on writing, and check it.

    FILE must not be there yet. It can be put back into a SQLite or a PostgreSQL store, whichever it came from.
    """
    from api.command_backup import save

    save(context, file)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Put it in the place of all that the store holds now.")
@click.pass_context
def restore(context: click.Context, file: Path, replace: bool) -> None:
    """Put a backup into the store, all of it or nothing; a store that holds anything is left alone without --replace."""
    from api.command_backup import put_back

    put_back(context, file, replace)


@click.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Read the examples into a throw-away store and show where they contradict each other."""
    from api.command_demo import run

    run(context)
