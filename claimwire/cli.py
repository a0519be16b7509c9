"""The ``claimwire`` command: what needs no database. The rest is added by plugins (``register_commands``)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

EPILOG = "The store is named by CLAIMWIRE_DATABASE_URL (default: sqlite:///claimwire.db in the working folder)."


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimwire")
@click.option(
    "--plugins-dir",
    "plugins_dirs",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder of plugin files; may be given more than once.",
)
@click.pass_context
def cli(context: click.Context, plugins_dirs: tuple[Path, ...]) -> None:
    """Read what outlets report about votes; show where they contradict each other or the record."""
    context.obj = plugins_dirs


def plugins_of(context: click.Context) -> Any:
    """The plugins for this call: the installation's, with the folders of ``--plugins-dir``. Load problems go to stderr."""
    from claimwire import plugins

    folders: tuple[Path, ...] = context.find_root().obj or ()
    found = plugins.load(folders) if folders else plugins.default()
    for problem in found.problems:
        click.echo(f"claimwire: plugin {problem.outlet}: {problem.message}", err=True)
    return found


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["ndjson", "table"]), default=None, help="One record a line, or a table to read.")
@click.option("--explain", is_flag=True, help="Show the article with its blocks, its claims and the rule behind each.")
@click.pass_context
def extract(context: click.Context, paths: tuple[Path, ...], form: str | None, explain: bool) -> None:
    """Read documents and print their claims. No database is touched.

    PATHS are .txt, .html, .json and .ndjson files (also .gz) and folders of them.
    Exit status 1 when some could not be read; the others are done.
    """
    from claimwire.inputs import InputProblem, documents_from
    from claimwire.reading import read

    using = plugins_of(context)
    form = form or ("table" if sys.stdout.isatty() else "ndjson")
    failed = False
    for document in documents_from(paths):
        if isinstance(document, InputProblem):
            click.echo(f"claimwire: {document.where}: {document.message}", err=True)
            failed = True
            continue
        extraction = read(document, using=using)
        for problem in extraction.problems:
            click.echo(f"claimwire: {document.id}: {problem.outlet}: {problem.hook}: {problem.message}", err=True)
        if explain:
            from claimwire.explain import explain as show

            show(extraction)
        elif form == "table":
            from claimwire.explain import table

            table(extraction)
        else:
            click.echo(json.dumps(extraction.to_record(), ensure_ascii=False))
    context.exit(1 if failed else 0)


@cli.command("new-outlet")
@click.argument("name")
@click.argument("sample", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--url", help="The sample's address, where the page does not name it.")
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), default=Path("plugins"), show_default=True, help="Folder of the plugin."
)
@click.option(
    "--cases",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("tests/outlets"),
    show_default=True,
    help="Folder of the case.",
)
@click.pass_context
def new_outlet(context: click.Context, name: str, sample: Path, url: str | None, into: Path, cases: Path) -> None:
    """Write a plugin for the outlet NAME and a golden case from SAMPLE (.html or .txt)."""
    from claimwire import kit
    from claimwire.errors import ClaimwireError

    try:
        made = kit.new_outlet(name, sample, plugins=into, cases=cases, url=url)
    except ClaimwireError as error:
        click.echo(f"claimwire: {error.message}", err=True)
        context.exit(2)
    click.echo(f"wrote {made.plugin} and {made.case}/")
    click.echo(f"next: claimwire extract --explain {sample}, correct {made.plugin}, then pytest {cases}")


def main() -> None:
    """The entry point: add the commands of plugins, then run."""
    _add_plugin_commands()
    try:
        cli()
    except BrokenPipeError:
        # The reader of our output went away (head, less): nothing is wrong here.
        sys.stderr.close()
        sys.exit(0)


def _add_plugin_commands() -> None:
    """Commands come by the hook ``register_commands``; only entry points named ``commands…`` are asked, to keep start-up short."""
    import importlib.metadata

    for point in importlib.metadata.entry_points(group="claimwire"):
        if not point.name.startswith("commands"):
            continue
        try:
            point.load().register_commands(cli)
        except Exception as error:
            click.echo(f"claimwire: plugin {point.name}: {type(error).__name__}: {error}", err=True)
