"""One linear regex cuts a text into tokens. Nothing is normalised away: offsets are the text's own.

Every alternative is a possessive-free run over one character class, so the cost
is linear in the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

TokenKind = Literal["word", "number", "quote", "dash", "newline", "bullet", "punct", "currency"]

_TOKEN: Final = re.compile(
    r"""
    (?P<word>[^\W\d_](?:\.(?:[^\W\d_]\.)+             # U.S.  D.C.  a.m.
           | [^\W\d_]*(?:['’][^\W\d_]+)*))             # words; don't, Russia's stay one token
  | (?P<newline>\n+)
  | (?P<number>\d+(?:[.,]\d+)*)
  | (?P<currency>[$€£¥₹₽₴])
  | (?P<quote>["“”„«»‘’'‹›])
  | (?P<dash>[-‐‑‒–—―−])
  | (?P<bullet>[•●▪◦‣·*])
  | (?P<punct>[^\s\w])
  | (?P<other>[\w])
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """``text[start:end]`` of the article. ``lower`` is its lower case, straight apostrophes."""

    kind: TokenKind
    text: str
    start: int
    end: int
    lower: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` in order; white space is left out, line breaks are kept."""
    new, token = tuple.__new__, Token
    last = len(text) if end is None else end
    curly = text.find("’", start, last) >= 0
    for match in _TOKEN.finditer(text, start, last):
        kind, words, first = match.lastgroup, match[0], match.start()
        lower = words.lower()
        if curly and "’" in lower:
            lower = lower.replace("’", "'")
        yield new(token, ("word" if kind == "other" else kind, words, first, first + len(words), lower))
