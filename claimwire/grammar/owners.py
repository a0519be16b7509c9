"""Whose body a noun means: ``the agency's board``, ``General Assembly of the OAS``, ``its governing body``."""

from __future__ import annotations

import functools
import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from importlib import resources
from typing import Final

from claimwire import bodies
from claimwire.grammar.starting import at_word, names
from claimwire.grammar.units import Unit

_NEAR: Final = 28
"""So many characters may stand between an owner and its body: ``the agency's 35-nation board``."""
_BEHIND: Final = re.compile(r"\s*,?\s*of (?:the |that )?$", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:['’]s?|)\s+(?:[\w-]+\s+){0,3}(?:the\s+)?$")
_PRONOUN: Final = re.compile(r"\bits\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_REACH: Final = 400
"""So many characters back ``its`` looks for its organisation."""


def owners_of(text: str, units: Iterable[Unit]) -> tuple[dict[int, str], Counter[str]]:
    """(start of a BODY unit -> the one body that its owner leaves, organisation's bodies -> how often it is named)."""
    mentions = [(m.start(), m.end(), _table()[m.group()]) for m in _pattern().finditer(text)]
    named: Counter[str] = Counter()
    for _, _, own in mentions:
        named.update(own)
    found: dict[int, str] = {}
    if not mentions:
        return found, named
    starts = [m[0] for m in mentions]
    for unit in units:
        if unit.tag == "BODY" and unit.sense.bodies[0].role == "body":
            own = _owner(text, unit, mentions, starts)
            fitting = [b for b in own if _is_noun_of(unit.lower.removesuffix("'s"), b)]
            if len(fitting) == 1:
                found[unit.start] = fitting[0]
    return found, named


def _owner(text: str, unit: Unit, mentions: list[tuple[int, int, tuple[str, ...]]], starts: list[int]) -> tuple[str, ...]:
    at = bisect_left(starts, unit.start)
    after = mentions[at] if at < len(mentions) and starts[at] >= unit.end else None
    if after is not None and after[0] - unit.end <= 10 and _BEHIND.match(text[unit.end : after[0]]):
        return after[2]
    before = mentions[at - 1] if at else None
    if before is None or before[1] > unit.start:
        return ()
    between = text[before[1] : unit.start]
    if len(between) <= _NEAR and _BEFORE.match(between):
        return before[2]
    if len(between) <= _REACH and _PRONOUN.search(text[max(0, unit.start - _NEAR) : unit.start]):
        return before[2]
    return ()


def _is_noun_of(noun: str, body_id: str) -> bool:
    body = bodies.body(body_id)
    return noun in body.nouns or noun in (n.lower() for n in body.nouns) or body.name.lower().endswith(noun)


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    """Names of organisations -> ids of their bodies, from ``claimwire/data/organs.toml``."""
    rows = tomllib.loads(resources.files("claimwire.data").joinpath("organs.toml").read_text("utf-8"))
    return {name: tuple(row["bodies"]) for row in rows.values() for name in row["names"]}


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(at_word(names(_table()), r"(?<![\w.-].)") + r"(?![\w-])")
