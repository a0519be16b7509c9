"""``claimwire ingest``."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.opened import opened_store

if TYPE_CHECKING:
    from api.ingest import Read
    from claimwire.documents import Document
    from claimwire.errors import ClaimwireError

BATCH = 20
"""How many articles one transaction stores; what is derived from them is derived once."""
MOST_NAMED = 20
"""Problems while reading that are named; the end says how many there were."""


def run(context: click.Context, paths: tuple[Path, ...], seconds: int | None) -> None:
    """Read, store, and say what became of it; exit status 1 where some failed."""
    from api.ingest import Failed, read_all
    from api.progress import bar
    from api.reading import Readers
    from claimwire.cli import plugins_of
    from claimwire.inputs import count_documents

    became: Counter[str] = Counter()
    reported, troubled = 0, 0
    folders = [str(folder) for folder in context.find_root().obj or ()]
    plugins_of(context)
    with opened_store(context) as settings, bar("reading", count_documents(paths)) as progress:
        from api import events

        events.register()
        readers = Readers(_processes(), seconds or settings.read_seconds, [*settings.plugin_folders, *folders])
        batch: list[Read[str]] = []
        try:
            for result in read_all(_documents(paths), readers):
                if isinstance(result, Failed):
                    became["failed"] += 1
                    click.echo(f"claimwire: {result.tag}: {result.error.message}", err=True)
                else:
                    troubled += bool(result.extraction.problems)
                    for problem in result.extraction.problems:
                        reported += 1
                        if reported <= MOST_NAMED:
                            first = problem.message.partition("\n")[0]
                            click.echo(f"claimwire: {result.tag}: {problem.outlet}: {problem.hook}: {first}", err=True)
                    batch.append(result)
                    if len(batch) >= BATCH:
                        became += _store(batch)
                        batch = []
                progress(became.total() + len(batch), None)
            became += _store(batch)
        finally:
            readers.close()
    told = [
        f"{became['created']} stored",
        *(f"{became[status]} {status}" for status in ("revised", "unchanged", "failed") if became[status]),
    ]
    click.echo(", ".join(told + [f"{troubled} with problems while reading"] * bool(troubled)), err=True)
    if became["failed"]:
        context.exit(1)


def _processes() -> int:
    return max(1, min(8, os.cpu_count() or 1))


def _documents(paths: Iterable[Path]) -> Iterator[tuple[str, Document | ClaimwireError]]:
    from claimwire.errors import InputError
    from claimwire.inputs import InputProblem, documents_from

    for document in documents_from(paths):
        if isinstance(document, InputProblem):
            yield document.where, InputError(document.message, field=document.field)
        else:
            yield document.id or "document", document


def _store(batch: list[Read[str]]) -> Counter[str]:
    """How many were created, revised, unchanged, failed. Where the store refuses one, each is stored alone and the refused are named."""
    from claimwire.errors import ClaimwireError
    from models import store
    from models.errors import StoreUnavailable

    if not batch:
        return Counter()
    now = datetime.datetime.now(datetime.UTC)
    try:
        saved = store.save_many([read.extraction for read in batch], retrieved=[read.document.retrieved for read in batch], now=now)
        return Counter(one.status for one in saved)
    except StoreUnavailable:
        raise
    except ClaimwireError as error:
        if len(batch) == 1:
            click.echo(f"claimwire: {batch[0].tag}: {error.message}", err=True)
            return Counter(failed=1)
    return sum((_store([read]) for read in batch), Counter())
