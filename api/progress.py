"""A progress bar on a terminal; nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Advance(Protocol):
    """Told how many are done, and of how many where that is known."""

    def __call__(self, done: int, of: int | None = None) -> None:
        """Show it."""


@contextmanager
def bar(what: str, total: int | None = None) -> Iterator[Advance]:
    """A bar on stderr for the time of the block."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task(what, total=total)

        def advance(done: int, of: int | None = None) -> None:
            progress.update(task, completed=done, total=of if of is not None else total)

        yield advance


def _nothing(done: int, of: int | None = None) -> None:
    """Stands for a bar where nobody looks."""
