"""Figures told about the world: so many killed, so much aid; and the conflicts among those that can be compared."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from claimwire.conflicts import conflict_id
from claimwire.figures import Figure, figure_conflicts, figure_from, figure_subject, figures_of, in_story
from claimwire.reading import Extraction
from models import base, disputes
from models.canonical import dumps, loads
from models.changes import Changes
from models.looking import select_in
from models.naming import outlet_names


def write(extraction: Extraction, *, article: int, public: str, revision: int, live: bool) -> None:
    """Store the figures of a revision, each under the id of the conflict that it could be in."""
    rows = []
    for figure in figures_of(extraction, article=public):
        subject = figure_subject(figure)
        dispute = conflict_id(None, "figure", subject) if subject is not None else None
        rows.append((revision, article, int(live), dispute, figure.armed_conflict, dumps(figure.to_record()), *_summed(figure)))
    names = "revision, article, live, dispute, armed_conflict, record, measure, population, unit, value, high, day, claim, source"
    base.raw_many(f"INSERT INTO figures ({names}) VALUES ({', '.join('?' * 14)})", rows)  # noqa: S608


def _summed(figure: Figure) -> tuple[Any, ...]:
    """What estimates are made of (``models.estimating``); nothing where a figure does not count for them."""
    if not (figure.plain and figure.measure):
        return (None,) * 8
    day = figure.as_of or figure.published
    told = (figure.measure, figure.population or "", figure.unit, figure.value, figure.high)
    return (*told, day.isoformat() if day else "", figure.claim, figure.story or figure.article)


def figure_names(article: int) -> set[str]:
    """Ids of the conflicts that an article's figures are or could be in."""
    return {name for (name,) in base.raw("SELECT DISTINCT dispute FROM figures WHERE article = ? AND dispute IS NOT NULL", (article,))}


def derive_figures(names: Collection[str], at: str) -> Changes:
    """Derive the conflicts of these ids anew."""
    if not names:
        return Changes()
    told: dict[str, list[Figure]] = {name: [] for name in sorted(names)}
    rows = select_in(
        "SELECT f.dispute, a.story, f.record FROM figures f JOIN articles a ON a.seq = f.article WHERE f.live = 1 AND f.dispute IN {in}",
        told,
    )
    for name, story, text in rows:
        told[name].append(in_story(figure_from(loads(text)), story))
    changes = Changes()
    for name, figures in told.items():
        found = disputes.prepare(None, figure_conflicts(figures, names=outlet_names()))
        day = found[0].conflict.subject.get("as_of", "") if found else ""
        changes |= disputes.write_instead(disputes.stored("id", name), found, day, at)
    return changes
