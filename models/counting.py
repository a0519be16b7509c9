"""Numbers kept with each write: of outlets, and under which name most articles know an actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from models import base
from models.canonical import dumps, loads, sorted_dumps
from models.looking import select_in

LONGEST: Final = 600
"""Characters of an actor's id and name together that an index takes in any database; no person is called that."""
COLUMNS: Final = ("articles", "recognised", "with_claims", "claims", "with_problems", "compared", "alone", "against_record")


def revision_came(revision: int) -> None:
    """Count a revision that became its article's current one."""
    _count(revision, +1)


def revision_gone(revision: int | None) -> None:
    """Take back what ``revision_came`` counted."""
    if revision is not None:
        _count(revision, -1)


def add_to_outlet(slug: str, parser: str, numbers: Mapping[str, int]) -> None:
    """Add to an outlet's numbers. One without articles keeps its row until its votes are derived anew."""
    if not base.raw("SELECT 1 FROM outlets WHERE slug = ?", (slug,)):
        base.raw(
            "INSERT INTO outlets (slug, parser, articles, recognised, with_claims, claims, with_problems, compared, alone, against_record) "
            "VALUES (?, ?, 0, 0, 0, 0, 0, 0, 0, 0)",
            (slug, parser),
        )
    changes = {c: numbers[c] for c in COLUMNS if numbers.get(c)}
    if changes:
        sets = ", ".join(f"{c} = {c} + ?" for c in changes)
        base.raw(f"UPDATE outlets SET {sets} WHERE slug = ?", (*changes.values(), slug))  # noqa: S608


def compare_outlets(vote: str, now: Mapping[str, tuple[int, int, int]]) -> None:
    """Put down how each outlet fared on one vote (compared, alone, against the record) and move the totals by the difference."""
    before = {
        outlet: (compared, alone, against)
        for outlet, compared, alone, against in base.raw(
            "SELECT outlet, compared, alone, against_record FROM vote_outlets WHERE vote = ?", (vote,)
        )
    }
    if before == now:
        return
    base.raw("DELETE FROM vote_outlets WHERE vote = ?", (vote,))
    base.raw_many(
        "INSERT INTO vote_outlets (vote, outlet, compared, alone, against_record) VALUES (?, ?, ?, ?, ?)",
        [(vote, outlet, *numbers) for outlet, numbers in sorted(now.items())],
    )
    for outlet in sorted(before.keys() | now.keys()):
        old, new = before.get(outlet, (0, 0, 0)), now.get(outlet, (0, 0, 0))
        if old != new:
            base.raw(
                "UPDATE outlets SET compared = compared + ?, alone = alone + ?, against_record = against_record + ? WHERE slug = ?",
                (*(n - o for n, o in zip(new, old, strict=True)), outlet),
            )


def _count(revision: int, sign: int) -> None:
    ((slug, parser, recognised_by, text, claims),) = base.raw(
        "SELECT a.outlet, r.parser, r.recognised_by, r.record, (SELECT count(*) FROM claims c WHERE c.revision = r.seq) "
        "FROM revisions r JOIN articles a ON a.seq = r.article WHERE r.seq = ?",
        (revision,),
    )
    record = loads(text)
    numbers = {
        "articles": 1,
        "recognised": int(recognised_by != "none"),
        "with_claims": int(claims > 0),
        "claims": claims,
        "with_problems": int(bool(record["problems"])),
    }
    add_to_outlet(slug, parser, {name: sign * number for name, number in numbers.items()})
    _count_names(record["actors"], sign)


def _count_names(named: Iterable[Mapping[str, Any]], sign: int) -> None:
    touched = dict.fromkeys(
        (str(a["id"]), a["name"], a["kind"], sorted_dumps(a["identifiers"])) for a in named if len(a["id"]) + len(a["name"]) <= LONGEST
    )
    base.raw_many(
        "INSERT INTO actor_names (actor, name, kind, identifiers, uses) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (actor, name, kind, identifiers) DO UPDATE SET uses = actor_names.uses + excluded.uses",
        [(*key, sign) for key in touched],
    )
    ids = sorted({key[0] for key in touched})
    if sign < 0 and ids:
        base.raw(f"DELETE FROM actor_names WHERE uses <= 0 AND actor IN ({', '.join('?' * len(ids))})", tuple(ids))  # noqa: S608
    _name(ids)


def _name(ids: Sequence[str]) -> None:
    """Each actor under the name that most live revisions use; of equals, the first by the alphabet."""
    known: dict[str, list[tuple[Any, ...]]] = {actor: [] for actor in ids}
    for actor, *row in select_in("SELECT actor, name, kind, identifiers, uses FROM actor_names WHERE actor IN {in}", ids):
        known[actor].append(tuple(row))
    named = []
    for actor, rows in known.items():
        if rows:
            name, kind, identifiers, _ = min(rows, key=lambda row: (-row[3], row[0], row[1], row[2]))
            others = sorted({row[0] for row in rows} - {name})
            record = dumps({"id": actor, "name": name, "kind": kind, "identifiers": loads(identifiers), "other_names": others})
            named.append((actor, name, kind, record, sum(row[3] for row in rows)))
    base.raw_many(
        "INSERT INTO actors (id, name, kind, record, uses) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "name = excluded.name, kind = excluded.kind, record = excluded.record, uses = excluded.uses",
        named,
    )
    base.raw_many("DELETE FROM actors WHERE id = ?", [(actor,) for actor, rows in known.items() if not rows])
