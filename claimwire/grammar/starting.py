"""Patterns of phrases that begin a word, in the shape that ``re`` finds fast in a long text."""

from __future__ import annotations

import re
from collections.abc import Iterable


def at_word(phrases: Iterable[str], before: str = r"(?<=\b.)") -> str:
    r"""The phrases as one pattern that begins at a word; each is a regular expression that begins with a plain letter.

    The engine skips to the first letters of alternatives, but tries a leading ``\b``
    at every character: so what must stand ``before`` is asked behind the first letter
    (where the last character is the letter itself).
    """
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0], []).append(phrase[1:])
    return "(?:" + "|".join(f"{first}{before}(?:{'|'.join(ends)})" for first, ends in rests.items()) + ")"


def names(forms: Iterable[str]) -> list[str]:
    """Printed names as such phrases, the longest first, so that of two that begin alike the longer is found."""
    return [re.escape(form) for form in sorted(forms, key=len, reverse=True)]
