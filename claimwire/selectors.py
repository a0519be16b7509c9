"""Pointers into a text, in the W3C's words (Web Annotation Data Model, 4.2.4 and 4.2.5).

All offsets in Claimwire are Unicode code points, as Python counts a ``str``.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32
"""How many code points of prefix and suffix a quote carries."""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """``text[start:end]``, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """The exact words with a little of what stands before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def quote_of(text: str, start: int, end: int) -> dict[str, str | int]:
    """The ``quote`` object of an extraction record: exact, prefix, suffix, start, end.

    ``text[start:end] == exact`` holds by construction. Raises ``ValueError`` for a
    range that is empty or outside of the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no such range: {start}..{end} of {len(text)}")
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "start": start,
        "end": end,
    }
