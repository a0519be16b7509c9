"""Claimwire reads what outlets report about votes, and shows where they contradict each other.

``read(Document(text=...))`` is the way from a document to checked claims. The names below are
loaded when they are first asked for, so that the command answers quickly.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimwire.articles import Article, Block, Layout, Line, Metadata, Page
    from claimwire.boilerplate import body_of_text, body_text
    from claimwire.claims import (
        Actor,
        Claim,
        CountClaim,
        DateClaim,
        FigureClaim,
        Inconsistency,
        PositionClaim,
        ResultClaim,
        SponsorshipClaim,
        StatementClaim,
        TitleClaim,
        Vote,
    )
    from claimwire.documents import Document
    from claimwire.errors import ClaimwireError
    from claimwire.hookspecs import hookimpl
    from claimwire.outlets import Outlet
    from claimwire.reading import Extraction, read

__version__ = "0.1.0"

_HOMES = {
    "claimwire.articles": ("Article", "Block", "Layout", "Line", "Metadata", "Page"),
    "claimwire.boilerplate": ("body_of_text", "body_text"),
    "claimwire.claims": (
        "Actor",
        "Claim",
        "CountClaim",
        "DateClaim",
        "FigureClaim",
        "Inconsistency",
        "PositionClaim",
        "ResultClaim",
        "SponsorshipClaim",
        "StatementClaim",
        "TitleClaim",
        "Vote",
    ),
    "claimwire.documents": ("Document",),
    "claimwire.errors": ("ClaimwireError",),
    "claimwire.hookspecs": ("hookimpl",),
    "claimwire.outlets": ("Outlet",),
    "claimwire.reading": ("Extraction", "read"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "Article",
    "Block",
    "Claim",
    "ClaimwireError",
    "CountClaim",
    "DateClaim",
    "Document",
    "Extraction",
    "FigureClaim",
    "Inconsistency",
    "Layout",
    "Line",
    "Metadata",
    "Outlet",
    "Page",
    "PositionClaim",
    "ResultClaim",
    "SponsorshipClaim",
    "StatementClaim",
    "TitleClaim",
    "Vote",
    "body_of_text",
    "body_text",
    "hookimpl",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
