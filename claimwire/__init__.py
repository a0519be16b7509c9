"""Claimwire reads what outlets report about votes, and shows where they contradict each other.

``read(Document(text=...))`` is the way from a document to checked claims.
"""

from __future__ import annotations

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
from claimwire.read import Extraction, read

__version__ = "0.1.0"

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
