"""With whom an actor sides: how often two actors voted alike, as told by each outlet and as recorded."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from models import base
from models.canonical import dumps

ABSENCE = frozenset({"absent", "not voting"})


def alignment(actor: str, other: str | None = None, *, organization: str | None = None, limit: int = 200) -> list[bytes] | None:
    """Rows of {actor, other, organization, recorded {votes, agree, share}, told[{outlet, votes, agree, share}]}.

    With ``other``, one row; without, a row for each actor that articles tell of beside
    this one, the most often compared first. Votes in which either took no part do not
    count. ``None`` for an actor that nobody names.
    """
    with base.snapshot():
        if not base.raw("SELECT 1 FROM actors WHERE id = ? UNION SELECT 1 FROM record_positions WHERE actor = ? LIMIT 1", (actor, actor)):
            return None
        told = _told(actor, other, organization)
        others = [other] if other is not None else sorted(told, key=lambda o: (-sum(n for n, _ in told[o].values()), o))[:limit]
        return [_row(actor, one, organization, told.get(one, {})) for one in others]


def _row(actor: str, other: str, organization: str | None, told: dict[str, tuple[int, int]]) -> bytes:
    row: dict[str, Any] = {
        "actor": actor,
        "other": other,
        "organization": organization,
        "recorded": _shares(*_recorded(actor, other, organization)),
    }
    row["told"] = [{"outlet": outlet, **_shares(*numbers)} for outlet, numbers in sorted(told.items())]
    return dumps(row).encode()


def _shares(votes: int, agree: int) -> dict[str, Any]:
    return {"votes": votes, "agree": agree, "share": round(agree / votes, 4) if votes else None}


def _recorded(actor: str, other: str, organization: str | None) -> tuple[int, int]:
    ((votes, agree),) = base.raw(
        "SELECT count(*), coalesce(sum(CASE WHEN a.opt = b.opt THEN 1 ELSE 0 END), 0) FROM record_positions a "  # noqa: S608
        "JOIN record_positions b ON b.official = a.official AND b.actor = ? "
        + ("JOIN records r ON r.seq = a.official AND r.organization = ? " if organization else "")
        + "WHERE a.actor = ? AND a.opt NOT IN ('absent', 'not voting') AND b.opt NOT IN ('absent', 'not voting')",
        (other, *([organization] if organization else []), actor),
    )
    return int(votes), int(agree)


def _told(actor: str, other: str | None, organization: str | None) -> dict[str, dict[str, tuple[int, int]]]:
    """Other actor -> outlet -> (votes of which it tells both positions plainly, votes in which they agree)."""
    mine = "SELECT r.event FROM claims c JOIN reports r ON r.seq = c.report WHERE c.actor = ? AND c.kind = 'position' AND c.live = 1"
    conditions, parameters = [f"r.event IN ({mine})"], [actor]
    if other is not None:
        conditions.append("c.actor IN (?, ?)")
        parameters += [actor, other]
    if organization is not None:
        conditions.append("v.organization = ?")
        parameters.append(organization)
    rows = base.raw(
        "SELECT r.event, c.outlet, c.actor, c.opt FROM reports r JOIN claims c ON c.report = r.seq JOIN votes v ON v.seq = r.event "  # noqa: S608
        f"WHERE c.kind = 'position' AND c.live = 1 AND {' AND '.join(conditions)}",
        tuple(parameters),
    )
    options: dict[tuple[int, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for event, outlet, voter, option in rows:
        options[event, outlet][voter].add(option)
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for (_, outlet), voters in options.items():
        own = voters.get(actor)
        if own is None or len(own) != 1 or own & ABSENCE:
            continue
        for voter, theirs in voters.items():
            if voter != actor and len(theirs) == 1 and not theirs & ABSENCE:
                votes, agree = found[voter].get(outlet, (0, 0))
                found[voter][outlet] = votes + 1, agree + int(theirs == own)
    return found
