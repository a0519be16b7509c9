"""Lines about the page or its publisher, known by their wording: the rules of ``data/furniture.toml``."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Final

_EDGES: Final = " \t.:;!?»«›‹>|•·-–—→←↓↑▼▲►▶…*#[]()\"'“”"
_PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class _Rules:
    whole: dict[str, str]
    starts: dict[str, tuple[tuple[str, str, int], ...]]
    ends: tuple[tuple[str, str, int], ...]
    last_words: tuple[str, ...]
    holds: tuple[tuple[str, str, int], ...]
    longest: int


@functools.cache
def _rules() -> _Rules:
    table = tomllib.loads(resources.files("claimwire.data").joinpath("furniture.toml").read_text("utf-8"))
    whole: dict[str, str] = {}
    starts: dict[str, list[tuple[str, str, int]]] = {}
    ends, holds = [], []
    for name, rule in table.items():
        kind, words = f"line.{name.partition('_')[0]}", rule["words"]
        for phrase in rule.get("whole", ()):
            whole.setdefault(phrase.strip(_EDGES) or phrase, kind)
        for phrase in rule.get("starts", ()):
            starts.setdefault(phrase[:4], []).append((phrase, kind, words))
        ends += [(phrase, kind, words) for phrase in rule.get("ends", ())]
        holds += [(phrase, kind, words) for phrase in rule.get("holds", ())]
    longest = max(rule["words"] for rule in table.values())
    last_words = tuple(phrase for phrase, _, _ in ends)
    return _Rules(whole, {key: tuple(value) for key, value in starts.items()}, tuple(ends), last_words, tuple(holds), longest)


def plain(text: str) -> str:
    """The line as rules compare it: lower case, straight quotes, single spaces."""
    return " ".join((text if text.isascii() else text.translate(_PLAIN)).lower().split())


def furniture_rule(text: str) -> str | None:
    """The id of the rule by which a line is no part of any article (``line.share`` …), or ``None``."""
    rules = _rules()
    if len(text) > rules.longest * 12:
        return None
    line = plain(text)
    found = rules.whole.get(line.strip(_EDGES)) or rules.whole.get(line)
    if found:
        return found
    words = line.count(" ") + 1
    bare = line.lstrip(_EDGES)
    for candidate in (line, bare) if bare != line else (line,):
        for phrase, kind, most in rules.starts.get(candidate[:4], ()):
            if words <= most and candidate.startswith(phrase):
                return kind
    if words > rules.longest:
        return None
    for phrase, kind, most in rules.ends if line.endswith(rules.last_words) else ():
        if words <= most and line.endswith(phrase):
            return kind
    for phrase, kind, most in rules.holds:
        if words <= most and phrase in line:
            return kind
    return None
