"""Titles as told: when two of them cannot both be the title of one motion, and which words tell titles apart."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SMALL_WORDS: Final = ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with")
_MOTION_WORDS: Final = ("act", "bill", "draft", "motion", "nations", "resolution", "resolutions", "text", "un", "united")
_PLAIN_WORDS: Final = frozenset((*_SMALL_WORDS, *_MOTION_WORDS))


def title_words(text: str) -> frozenset[str]:
    """The words of a title that tell it from others, in one spelling."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return frozenset(w for w in re.findall(r"[a-z0-9]+", plain) if w not in _PLAIN_WORDS)


def titles_exclude(a: str, b: str) -> bool:
    """Whether two titles are the same one with a word exchanged.

    A title cut short agrees with the whole; a popular name and a formal title are
    two names of one text, which exclude nothing.
    """
    one, other = title_words(a), title_words(b)
    shared = len(one & other)
    return shared >= 3 and one - other != frozenset() and other - one != frozenset() and shared >= 0.6 * min(len(one), len(other))
