"""What a page says about itself (stub)."""

from __future__ import annotations

from claimwire.articles import Metadata
from claimwire.html_tree import Tree


def metadata_of(tree: Tree, url: str | None) -> tuple[Metadata, str]:
    """The metadata and the stated body."""
    return Metadata(), ""
