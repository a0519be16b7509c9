"""The only writer. Each function is one transaction: all of it is stored, or nothing.

Every function raises ``StoreUnavailable`` where the database is locked, read-only, full or gone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal

from claimwire.reading import Extraction
from models import base, deciding, exporting, rebuilding, saving
from models.articles import ArticleRow
from models.changes import Changes, ConflictChange, changed, on_changes
from models.deriving import derive
from models.errors import NotFound
from models.figuring import derive_figures, figure_names
from models.looking import Finder, reached

__all__ = ["Deleted", "Saved", "decide", "delete", "export", "merge", "on_changes", "rebuild", "save", "save_many", "split", "undo"]

Status = Literal["confirmed", "dismissed", "resolved"]
BATCH: Final = 200
"""Articles that ``save_many`` derives together."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a document: ids of its article and of the votes and conflicts that were touched."""

    article: str
    status: saving.Status
    revision: int
    votes: tuple[str, ...]
    conflicts: tuple[str, ...]
    changes: tuple[ConflictChange, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a deletion touched."""

    article: str
    votes: tuple[str, ...]
    conflicts: tuple[str, ...]
    changes: tuple[ConflictChange, ...]


def save(extraction: Extraction, *, retrieved: str | None = None, now: datetime | None = None) -> Saved:
    """Store one document's extraction and derive the votes and conflicts it touches.

    A document that is stored already changes nothing. A new text at a known URL is
    a new revision that takes the old one's place, unless ``retrieved`` (an ISO
    date-time) says that it is the older of the two.
    """
    return save_many([extraction], retrieved=[retrieved], now=now)[0]


def save_many(
    extractions: Sequence[Extraction], *, retrieved: Sequence[str | None] | None = None, now: datetime | None = None
) -> list[Saved]:
    """Store several documents in one transaction; all answers name all votes and conflicts of those articles."""
    at = _at(now)
    with base.writing():
        written = []
        figures: set[str] = set()
        for extraction, when in zip(extractions, retrieved or [None] * len(extractions), strict=True):
            one = saving.write(extraction, retrieved=when, at=at)
            written.append(one)
            if one.status != "unchanged":
                figures |= figure_names(one.seq)
        fresh = {w.seq for w in written if w.status != "unchanged"}
        regrouped = {article for w in written for article in w.regrouped}
        rows = {row for w in written for row in w.reached}
        changes = _derive(fresh | regrouped, figures | _figures_of(regrouped), at, reached=rows) if fresh else Changes()
        changed(changes)
        return [
            Saved(w.id, w.status, w.revision, *deciding.touched(w.seq), changes.events if w.status != "unchanged" else ()) for w in written
        ]


def delete(article: str, *, now: datetime | None = None) -> Deleted:
    """Take out an article with all it said, leaving a tombstone; votes and conflicts are derived as if it had never been.

    Deleting twice is the same. Raises ``NotFound``.
    """
    at = _at(now)
    with base.writing():
        row = ArticleRow.get_or_none(ArticleRow.id == base.storable(article))
        if row is None:
            raise NotFound(f"there is no article {article!r}", field="id")
        if row.deleted_at:
            return Deleted(article, (), (), ())
        finder = Finder()
        finder.of_articles([row.seq])
        events = {event for event in finder.events.values() if event is not None}
        reachable = reached([row.seq])
        figures = figure_names(row.seq)
        regrouped = saving.remove(row, at)
        changes = _derive(regrouped, figures | _figures_of(regrouped), at, emptied=events, reached=reachable)
        changed(changes)
        return Deleted(article, changes.votes, changes.conflicts, changes.events)


def decide(conflict: str, status: Status | None, note: str = "", *, now: datetime | None = None) -> bytes:
    """Set an editor's decision on a conflict, or clear it with ``None``; the conflict's document.

    Raises ``NotFound``, and ``Refused`` for a status that is none.
    """
    with base.writing():
        return deciding.decide(conflict, status, note, _at(now))


def merge(vote: str, into: str, note: str = "", *, now: datetime | None = None) -> tuple[str, ...]:
    """Make one vote of two, by an editor's word; the ids that are left. Raises ``NotFound``, ``Refused``."""
    with base.writing():
        return deciding.merge(vote, into, note, _at(now))


def split(vote: str, articles: Sequence[str], note: str = "", *, now: datetime | None = None) -> tuple[str, ...]:
    """Take the reports of some articles out of a vote, by an editor's word; the ids of the votes there are now.

    Raises ``NotFound``, and ``Refused`` where the articles are none or all of the vote's.
    """
    with base.writing():
        return deciding.split(vote, articles, note, _at(now))


def undo(decision: int, *, now: datetime | None = None) -> tuple[str, ...]:
    """Take back a merge or a split; the ids of the votes it touched. Raises ``NotFound``."""
    with base.writing():
        return deciding.undo(decision, _at(now))


def rebuild(progress: Callable[[int, int], None] | None = None, *, now: datetime | None = None) -> list[str]:
    """Derive all votes and conflicts anew; a line for each thing that changed (nothing should).

    ``progress`` is called with (reports done, reports in all).
    """
    with base.writing():
        return rebuilding.rebuild(progress, _at(now))


def export() -> dict[str, Any]:
    """All that is derived, by content and not by id: equal for stores that hold the same articles and records."""
    with base.snapshot():
        return exporting.export()


def _derive(articles: set[int], figures: set[str], at: str, *, reached: Collection[int] = (), emptied: Collection[int] = ()) -> Changes:
    finder = Finder()
    start = [*finder.of_articles(articles), *finder.of_rows(reached), *finder.of_votes(emptied)]
    return derive(finder, start, at, emptied=emptied) | derive_figures(figures, at)


def _figures_of(articles: set[int]) -> set[str]:
    return {name for article in articles for name in figure_names(article)}


def _at(now: datetime | None) -> str:
    return (now or datetime.now(UTC)).isoformat(timespec="seconds")
