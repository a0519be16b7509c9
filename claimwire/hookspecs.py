"""All hooks, in one place. Implement any of them with ``from claimwire import hookimpl``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from claimwire.articles import Article, Layout, Page
    from claimwire.claims import Claim
    from claimwire.documents import Document

PROJECT = "claimwire"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def recognise(document: Document) -> float:
    """How surely this document is from your outlet: 0.0 (no) to 1.0 (its URL says so)."""
    raise NotImplementedError


@hookspec
def strip_boilerplate(page: Page) -> Layout:
    """Roles for spans of ``page.text`` and the metadata you vouch for. The text itself stays."""
    raise NotImplementedError


@hookspec
def extract_claims(article: Article) -> Iterable[Claim]:
    """Claims beyond those of the built-in grammar, each with its span of ``article.text``."""
    raise NotImplementedError


@hookspec
def register_record_sources() -> list[Any]:
    """Sources of official results (``claimwire.records.RecordSource``)."""
    raise NotImplementedError


@hookspec
def register_commands(cli: Any) -> None:
    """Add commands to the ``claimwire`` command (a ``click.Group``)."""
    raise NotImplementedError
