"""``Chad, not Mali, voted against``: who is named only to say that it was not they leaves the clause."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.wordlists import word_list

_CONTRASTING: Final = word_list("contrasts.words")
_NAMES: Final = frozenset({"LIST", "AND"})


def without_contrasted(chunks: list[Chunk], text: str) -> list[Chunk]:
    """The chunks without ``not X``, ``rather than X`` and ``instead of X`` behind a list of names; commas beside them go too."""
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.sym != "NOT" or not _opens(kept, chunks, at, text):
            kept.append(chunk)
            at += 1
            continue
        while kept[-1].sym in ("COMMA", "AND"):
            kept.pop()
        at += 1
        while at < len(chunks) and chunks[at].sym in _NAMES:
            at += 1
        if at < len(chunks) and chunks[at].sym == "COMMA":
            at += 1
    return kept


def _opens(kept: list[Chunk], chunks: list[Chunk], at: int, text: str) -> bool:
    """Whether names stand on both sides of the word, which is one of contrast."""
    if at + 1 >= len(chunks) or chunks[at + 1].sym != "LIST" or text[chunks[at].start : chunks[at].end].lower() not in _CONTRASTING:
        return False
    before = next((chunk.sym for chunk in reversed(kept[-3:]) if chunk.sym not in ("COMMA", "AND")), "")
    return before == "LIST"
