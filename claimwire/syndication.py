"""Near copies of one story: the same wire text in many outlets counts as one source.

MinHash over runs of four words (Broder 1997), with one permutation whose range is
cut into bins (Li, Owen and Zhang 2012), empty bins filled from others (Shrivastava
2017): one hash a run of words, whatever the length of the signature.
"""

from __future__ import annotations

import hashlib
import operator
import re
import struct
import zlib
from array import array
from collections.abc import Callable, Mapping
from typing import Final

BINS: Final = 120
"""Numbers in a signature."""
ROWS: Final = 4
"""Numbers in a band: of two texts that share 60 % of their runs of words, 98 in 100 share a band; of 70 %, all."""
COPY: Final = 0.4
"""The share of common runs of four words from which two texts are copies of one story: one word in ten exchanged,
or the second half cut off."""
RUN: Final = 4

_WORD = re.compile(r"\w+")
_EMPTY: Final = 0xFFFFFFFF
_SHORTEST: Final = 24
"""Texts of fewer words have no signature: two short notices are alike without being copies."""


def signature(text: str) -> bytes:
    """The MinHash signature of a text, ``4 * BINS`` bytes; empty for a text too short to tell."""
    words = _WORD.findall(text.casefold())
    if len(words) < _SHORTEST:
        return b""
    bins = array("I", [_EMPTY]) * BINS
    size = (1 << 32) // BINS + 1
    for at in range(len(words) - RUN + 1):
        value = _hash(" ".join(words[at : at + RUN]))
        place = value // size
        if value < bins[place]:
            bins[place] = value
    return struct.pack(f">{BINS}I", *_filled(bins))


def bands(signature: bytes) -> tuple[str, ...]:
    """Keys for an index: texts that share none are hardly ever copies of one another."""
    step = 4 * ROWS
    return tuple(
        f"{at // step}:{hashlib.blake2b(signature[at : at + step], digest_size=6).hexdigest()}" for at in range(0, len(signature), step)
    )


def resemblance(a: bytes, b: bytes) -> float:
    """The estimated share of runs of words that two texts have in common, 0..1."""
    if not a or not b:
        return 0.0
    ours, theirs = struct.unpack(f">{BINS}I", a), struct.unpack(f">{BINS}I", b)
    same: int = sum(map(operator.eq, ours, theirs))
    return same / BINS


def copies(a: bytes, b: bytes) -> bool:
    """Whether two signatures are of near copies of one story."""
    return resemblance(a, b) >= COPY


def relatives(start: Mapping[str, bytes], lookup: Callable[[frozenset[str]], Mapping[str, bytes]]) -> dict[str, bytes]:
    """Everything that near copies connect with the first articles, as article -> signature.

    ``lookup`` gives the signatures stored under any of some bands; it is asked once for a band.
    """
    known, reached, waiting = dict(start), set(start), sorted(start)
    under: dict[str, set[str]] = {}
    asked: set[str] = set()
    while waiting:
        article = waiting.pop()
        own = frozenset(bands(known[article]))
        if fresh := own - asked:
            asked |= fresh
            for other, found in lookup(fresh).items():
                known.setdefault(other, found)
                for band in bands(found):
                    under.setdefault(band, set()).add(other)
        near = {o for band in own for o in under.get(band, ())} - reached
        found_now = [o for o in sorted(near) if copies(known[article], known[o])]
        for other in found_now:
            for band in bands(known[other]):
                under[band].discard(other)
        reached.update(found_now)
        waiting += found_now
    return {article: known[article] for article in reached}


def families(signatures: Mapping[str, bytes]) -> dict[str, str]:
    """Article -> its family, named by the smallest id in it, for articles that have a near copy among these.

    Families are what near copies connect, so they do not depend on any order.
    """
    under: dict[str, dict[str, bytes]] = {}
    for article, found in signatures.items():
        for band in bands(found):
            under.setdefault(band, {})[article] = found

    def lookup(keys: frozenset[str]) -> dict[str, bytes]:
        return {article: found for key in keys for article, found in under.get(key, {}).items()}

    family: dict[str, str] = {}
    for article in sorted(signatures):
        if article not in family:
            members = relatives({article: signatures[article]}, lookup)
            if len(members) > 1:
                family |= dict.fromkeys(members, min(members))
    return family


def _hash(text: str) -> int:
    return (zlib.crc32(text.encode("utf-8", "surrogatepass")) * 0x9E3779B1) & 0xFFFFFFFF


def _filled(bins: array[int]) -> list[int]:
    """Bins without a value take that of another bin, chosen the same way for every text."""
    filled = list(bins)
    for at, value in enumerate(bins):
        step = 0
        while value == _EMPTY:
            value = bins[_hash(f"{at} {step}") % BINS]
            step += 1
        filled[at] = value
    return filled
