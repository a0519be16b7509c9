"""What articles tell about wars, summed up by the database: lowest, best and highest of each measure and population."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from claimwire import armed_conflicts as wars
from claimwire.figures import figure_from, in_story
from models import base, sorting
from models.canonical import dumps, loads
from models.paging import After, Listing, Page

SHOWN: Final = 20
"""Figures shown with an estimate; ``figures_told`` pages them all."""
COUNTED: Final = "live = 1 AND measure IS NOT NULL AND armed_conflict IS NOT NULL"
Key = tuple[str, str, str]
"""Measure, population (empty where none is told) and unit."""


def armed_conflicts() -> list[bytes]:
    """All wars that are known of, each with its estimates, without who told them."""
    with base.snapshot():
        counts = dict(base.raw("SELECT armed_conflict, count(*) FROM figures WHERE live = 1 AND armed_conflict IS NOT NULL GROUP BY 1"))
        found = _estimates(None)
    return [dumps(_war(war, counts.get(war.id, 0), list(found.get(war.id, {}).values()))).encode() for war in wars.armed_conflicts()]


def armed_conflict(identity: str) -> bytes | None:
    """A war, each estimate with the newest figures it was made of; ``None`` for one that is not known of."""
    try:
        war = wars.armed_conflict(identity)
    except KeyError:
        return None
    with base.snapshot():
        ((count,),) = base.raw("SELECT count(*) FROM figures WHERE live = 1 AND armed_conflict = ?", (identity,))
        estimates = _estimates(identity).get(identity, {})
        rows = [{**estimate, "told": list(_newest(identity, key))} for key, estimate in estimates.items()]
    return dumps(_war(war, count, rows)).encode()


def figures_told(
    identity: str,
    *,
    measure: str | None = None,
    population: str | None = None,
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page | None:
    """The figures that estimates of a war are made of, the newest first; ``None`` for a war that is not known of."""
    try:
        wars.armed_conflict(identity)
    except KeyError:
        return None
    listing = Listing("a.story, f.record", "figures f JOIN articles a ON a.seq = f.article", sorting.FIGURES["published"])
    listing.sort(sort, sorting.FIGURES)
    listing.where("f.live = 1 AND f.measure IS NOT NULL AND f.armed_conflict = ?", identity)
    listing.equal(f__measure=measure, f__population=population)
    return listing.page(lambda row: dumps(_figure(*row)).encode(), after, limit)


def _estimates(war: str | None) -> dict[str, dict[Key, dict[str, Any]]]:
    """War -> measure, population and unit -> estimate, of all wars or of one.

    Best is what most independent sources tell; of equals the one told last.
    """
    of = " AND armed_conflict = ?" if war is not None else ""
    rows = base.raw(
        "SELECT armed_conflict, measure, population, unit, value, count(DISTINCT source), max(day || claim), max(high) "  # noqa: S608
        f"FROM figures WHERE {COUNTED}{of} GROUP BY armed_conflict, measure, population, unit, value "
        "ORDER BY armed_conflict, measure, population, unit",
        (war,) if war is not None else (),
    )
    values: dict[tuple[str, Key], list[tuple[Any, ...]]] = {}
    for of_war, measure, population, unit, *told in rows:
        values.setdefault((of_war, (measure, population, unit)), []).append(tuple(told))
    found: dict[str, dict[Key, dict[str, Any]]] = {}
    for (of_war, key), told_values in values.items():
        best = max(told_values, key=lambda row: (row[1], row[2]))[0]
        ends = [number for value, _, _, high in told_values for number in (value, value if high is None else high)]
        estimate = {"measure": key[0], "population": key[1] or None, "unit": key[2]}
        found.setdefault(of_war, {})[key] = estimate | {"low": _plain(min(ends)), "best": _plain(best), "high": _plain(max(ends))}
    return found


def _newest(war: str, key: Key) -> Iterator[Mapping[str, Any]]:
    rows = base.raw(
        "SELECT a.story, f.record FROM figures f JOIN articles a ON a.seq = f.article "  # noqa: S608
        "WHERE f.live = 1 AND f.armed_conflict = ? AND f.measure = ? AND f.population = ? AND f.unit = ? "
        f"ORDER BY f.day DESC, f.claim DESC LIMIT {SHOWN}",
        (war, *key),
    )
    return (_figure(*row) for row in rows)


def _figure(story: str | None, text: str) -> dict[str, Any]:
    return in_story(figure_from(loads(text)), story).to_record()


def _war(war: wars.ArmedConflict, count: int, estimates: list[dict[str, Any]]) -> dict[str, Any]:
    return {**war.to_record(), "figure_count": count, "estimates": estimates}


def _plain(number: float) -> float:
    """A whole number as such: the column holds floating-point numbers."""
    return int(number) if number == int(number) else number
