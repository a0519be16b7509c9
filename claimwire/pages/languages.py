"""The language of a text by its function words; ``None`` where they do not say."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from importlib import resources
from typing import Final

_WORDS: Final = re.compile(r"[^\W\d_]+")


@functools.cache
def _function_words() -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The codes of the languages, and for each function word those of the languages that have it."""
    table = tomllib.loads(resources.files("claimwire.data").joinpath("function_words.toml").read_text("utf-8"))
    codes: dict[str, tuple[str, ...]] = {}
    for code, words in table.items():
        for word in frozenset(words.split()):
            codes[word] = (*codes.get(word, ()), code)
    return tuple(table), codes


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of the first 6,000 characters, where function words are clear about it."""
    words = Counter(_WORDS.findall(text[:6_000]))
    total = words.total()
    if total < 20:
        return None
    languages, codes = _function_words()
    counts = dict.fromkeys(languages, 0)
    for word, times in words.items():
        for code in codes.get(word.lower(), ()):
            counts[code] += times
    shares = sorted(((counts[code] / total, code) for code in languages), reverse=True)
    (best, code), (second, _) = shares[0], shares[1]
    return code if best >= 0.1 and best >= 1.4 * second else None


def declared_language(value: str | None) -> str | None:
    """The primary subtag of a declared language (``en-GB``, ``en_US`` → ``en``)."""
    found = re.match(r"\s*([a-zA-Z]{2,3})(?:[-_]|\s*$)", value or "")
    return found[1].lower() if found else None
