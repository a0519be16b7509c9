"""How well an outlet is read of late: recognised, bodies, claims, and whether its yield falls."""

from __future__ import annotations

import json
from typing import Any, Final

from models import queries

RECENT: Final = 20
"""Articles that count as of late."""
FEWEST: Final = 5
"""Fewer than these say nothing about a fall."""


def health(outlet: dict[str, Any]) -> dict[str, Any]:
    """The last articles of an outlet (a row of ``queries.outlets``) beside all of them; ``warning`` where its yield falls."""
    told = [_told(json.loads(row)["id"]) for row in queries.articles(outlet=outlet["outlet"], limit=RECENT).rows]
    found = [article for article in told if article is not None]
    with_claims = [article for article in found if article["claims"]]
    rate = len(with_claims) / len(found) if found else None
    return {
        "recent": len(found),
        "recognised": sum(article["recognised_by"] in ("url", "text", "given") and article["parser"] != "generic" for article in found),
        "with_body": sum(any(b["role"] == "body" for b in article["article"]["blocks"]) for article in found),
        "with_claims": len(with_claims),
        "with_problems": sum(bool(article["problems"]) for article in found),
        "last_success": max((article["stored_at"] for article in with_claims), default=None),
        "warning": _warning(outlet.get("claim_rate"), rate, len(found)),
    }


def _told(article: str) -> dict[str, Any] | None:
    found = queries.article(article)
    return json.loads(found.document) if isinstance(found, queries.Stored) else None


def _warning(usual: float | None, rate: float | None, number: int) -> str | None:
    if usual is None or rate is None or number < FEWEST or rate >= usual / 2:
        return None
    return f"of the last {number} articles {rate:.0%} have claims; of all {usual:.0%}"
