"""Texts broken into lines of one width: where a line goes on in the next."""

from __future__ import annotations

from typing import Final

WIDEST: Final = 100
"""Lines of a text wrapped by hand or by an old mailer are not longer."""

NARROWEST: Final = 44
FULL: Final = 3
"""So many lines reach nearly the full width in a wrapped text."""


def width_of(text: str) -> int | None:
    """The width at which a text is wrapped, indents counted; ``None`` for a text with longer lines, or with few that are full."""
    widths = [len(line.rstrip()) for line in text.split("\n")]
    width = max(widths, default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    return width if sum(w > width - 12 for w in widths) >= FULL else None


def is_wrapped(text: str, end: int, start: int, width: int) -> bool:
    """Whether the word at ``start`` stands in a new line only since it did not fit behind ``end`` in the line before; no label does."""
    first = text.rfind("\n", 0, end) + 1
    last = start
    while last < len(text) and not text[last].isspace() and last - start < width:
        last += 1
    return end - first + 1 + last - start > width and text[last - 1] != ":"
