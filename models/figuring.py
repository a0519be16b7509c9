"""Conflicts of figures: so many killed, so much aid, told differently for one measure, population and day."""

from __future__ import annotations

from collections.abc import Collection

from models.changes import Changes


def figure_names(article: int) -> set[str]:
    """What the figures of an article speak of."""
    return set()


def derive_figures(names: Collection[str], at: str) -> Changes:
    """Derive the conflicts of these figures anew."""
    return Changes()
