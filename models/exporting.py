"""All that is derived, written down by content: equal for any two stores that hold the same articles and records.

Ids of votes and conflicts are left out (they depend on what came first), so are
moments, redirects, tombstones and editors' decisions: those are stored facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models import base
from models.canonical import digest, loads, sorted_dumps
from models.listing import outlets


def export() -> dict[str, Any]:
    """Votes (with their conflicts), conflicts of figures, undecided reports, inconsistencies, actors and outlets, each sorted."""
    disputes: dict[str | None, list[dict[str, Any]]] = {}
    for vote, document in base.raw("SELECT vote, document FROM conflicts"):
        disputes.setdefault(vote, []).append(_without(loads(bytes(document)), "id", "vote", "decision", "opened_at", "changed_at"))
    votes, contents = [], {}
    for identity, document in base.raw("SELECT id, document FROM votes"):
        vote = _without(loads(bytes(document)), "id")
        vote["conflicts"] = _sorted(disputes.get(identity, ()))
        members = base.raw("SELECT id FROM reports WHERE event = (SELECT seq FROM votes WHERE id = ?) ORDER BY id", (identity,))
        vote["members"] = [_stable(m) for (m,) in members]
        contents[identity] = digest("\n".join(vote["members"]))
        votes.append(vote)
    for vote in votes:
        for question in vote["undecided"]:
            _name_by_content(question, contents)
    undecided = [
        _name_by_content({"report": report, **loads(why)}, contents)
        for report, why in base.raw("SELECT id, membership FROM reports WHERE event IS NULL AND membership IS NOT NULL")
    ]
    return {
        "votes": _sorted(votes),
        "figures": _sorted(disputes.get(None, ())),
        "undecided": _sorted(undecided),
        "inconsistencies": _sorted(loads(r) for (r,) in base.raw("SELECT record FROM inconsistencies WHERE live = 1")),
        "actors": _sorted({**loads(r), "uses": uses} for r, uses in base.raw("SELECT record, uses FROM actors")),
        "outlets": [_without(loads(row), "parser") for row in outlets().rows],
    }


def _name_by_content(question: dict[str, Any], contents: dict[str, str]) -> dict[str, Any]:
    for candidate in question["candidates"]:
        candidate["vote"] = contents.get(candidate["vote"])
    question["candidates"] = _sorted(question["candidates"])
    question["report"] = _stable(question["report"])
    return question


def _stable(report: str) -> str:
    """A report's id; the number of a replaced revision tells only which came first."""
    article, _, ref = report.rpartition("/")
    return f"{article.split('@')[0]}{'@' if '@' in article else ''}/{ref}"


def _without(document: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in names}


def _sorted(values: Iterable[Any]) -> list[Any]:
    return sorted(values, key=sorted_dumps)
