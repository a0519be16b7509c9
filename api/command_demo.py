"""``claimwire demo``."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from api.opened import opened_store

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def run(context: click.Context) -> None:
    """Read examples/ into a store that is thrown away, and show what contradicts what."""
    from api.command_conflicts import every_conflict
    from api.conflict_table import show
    from claimwire.inputs import InputProblem, documents_from
    from claimwire.reading import read
    from models import queries, store

    if not EXAMPLES.is_dir():
        click.echo("claimwire: the examples are not here: the demo runs in a checkout of the project", err=True)
        context.exit(1)
    with tempfile.TemporaryDirectory(prefix="claimwire-demo-") as folder, opened_store(context, f"sqlite:///{folder}/demo.db"):
        documents = [d for d in documents_from([EXAMPLES]) if not isinstance(d, InputProblem)]
        store.save_many([read(document) for document in documents])
        votes = queries.votes(limit=200).rows
        found = list(every_conflict())
        click.echo(f"{len(documents)} articles on {len(votes)} votes were read. Where they cannot all be right:\n")
        show(found)
        _tell_inconsistencies()
    click.echo("\nThe demo's store is gone again. To keep one and open the API on it:\n")
    click.echo(
        f"  claimwire ingest {_shown(EXAMPLES)}\n  claimwire serve\n\nthen http://127.0.0.1:8000/v1/conflicts, and /docs for all calls."
    )


def _tell_inconsistencies() -> None:
    import json

    from models import queries

    rows = [json.loads(row) for row in queries.inconsistencies(limit=200).rows]
    if rows:
        click.echo("\nAt odds with themselves or the calendar:\n")
        for row in rows:
            click.echo(f"  {row['outlet']}: {row['message']} (“{row['quote']['exact']}”)")


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
