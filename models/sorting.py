"""The orders in which lists can be had: a name, and the columns it sorts by, the last of which tells equals apart.

A ``-`` before the name turns the order round. Each has an index, or a table too small to want one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Orders = Mapping[str, tuple[str, ...]]

VOTES: Final[Orders] = {"date": ("v.day", "v.id"), "reports": ("v.reports", "v.id"), "conflicts": ("v.conflicts", "v.id")}
CONFLICTS: Final[Orders] = {"date": ("c.day", "c.id"), "opened": ("c.opened_at", "c.id"), "changed": ("c.changed_at", "c.id")}
CLAIMS: Final[Orders] = {"stored": ("c.seq",), "published": ("COALESCE(c.published, '')", "c.seq")}
ARTICLES: Final[Orders] = {"stored": ("a.seq",), "published": ("COALESCE(a.published, '')", "a.seq")}
INCONSISTENCIES: Final[Orders] = {"stored": ("i.seq",)}
ACTORS: Final[Orders] = {"id": ("id",), "name": ("name", "id"), "uses": ("uses", "id")}
OUTLETS: Final[Orders] = {"outlet": ("slug",), "articles": ("articles", "slug"), "claims": ("claims", "slug")}
RECORDS: Final[Orders] = {"date": ("r.day", "r.id")}
REPORTS: Final[Orders] = {"stored": ("r.seq",)}
DECISIONS: Final[Orders] = {"made": ("seq",)}
FIGURES: Final[Orders] = {"published": ("f.day", "f.claim")}
WEBHOOKS: Final[Orders] = {"created": ("created_at", "id")}
DELIVERIES: Final[Orders] = {"created": ("created_at", "id")}
NUMBERS: Final = frozenset({"seq", "rowid", "reports", "conflicts", "uses", "articles", "claims"})
"""Columns of a sort key that hold whole numbers; the others hold words."""


def named(orders: Orders) -> tuple[str, ...]:
    """All that ``sort`` may be for these orders."""
    return tuple(sign + name for name in orders for sign in ("", "-"))
