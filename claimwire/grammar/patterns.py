"""Rules over chunks: `claimwire/data/rules/*.toml` made into regular expressions on one letter a chunk.

In a pattern, upper-case words are names of `chunks.SYMBOLS`; `[A B]` is any of
them, `<x:A|B>` a group that is read. Everything else is a regular expression.
A sentence has at most 250 chunks, and no pattern has an unbounded gap.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claimwire.grammar.chunks import SYMBOLS, Chunk

_PART = re.compile(r"<(?P<group>\w+):(?P<names>[A-Z|]+)>|\[(?P<none>\^?)(?P<any>[A-Z ]+)\]|(?P<name>\b[A-Z]+\b)|(?P<space>\s+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, its pattern ready for use, and the sentences it must and must not read."""

    id: str
    pattern: re.Pattern[str]
    says: tuple[str, ...]
    silent: tuple[str, ...]
    tentative: bool = False


def compile_pattern(words: str) -> re.Pattern[str]:
    """The regular expression of a pattern in chunk names."""
    return re.compile(_PART.sub(_letters, words))


def _letters(match: re.Match[str]) -> str:
    if match["space"]:
        return ""
    if match["name"]:
        return re.escape(SYMBOLS[match["name"]])
    if match["group"]:
        return f"(?P<{match['group']}>[{''.join(re.escape(SYMBOLS[n]) for n in match['names'].split('|'))}])"
    return f"[{match['none']}{''.join(re.escape(SYMBOLS[n]) for n in match['any'].split())}]"


@lru_cache(maxsize=8)
def rules(table: str) -> tuple[Rule, ...]:
    """The rules of ``claimwire/data/rules/<table>.toml`` in their order."""
    text = files("claimwire.data").joinpath("rules", f"{table}.toml").read_text("utf-8")
    return tuple(
        Rule(row["id"], compile_pattern(row["pattern"]), tuple(row["says"]), tuple(row["not"]), row.get("tentative", False))
        for row in tomllib.loads(text)["rule"]
    )


@lru_cache(maxsize=8)
def any_rule(table: str) -> re.Pattern[str]:
    """One pattern that is found where the pattern of any rule of the table is: most sentences have none."""
    return re.compile("|".join(rule.pattern.pattern.replace("(?P<n>", "(?:").replace("(?P<o>", "(?:") for rule in rules(table)))


@lru_cache(maxsize=1)
def tentative_rules() -> frozenset[str]:
    """Ids of the rules that are under 0.97 on the development cases: what they claim raises no conflict."""
    folder = files("claimwire.data").joinpath("rules")
    tables = [tomllib.loads(folder.joinpath(f"{name}.toml").read_text("utf-8")) for name in ("counts", "positions")]
    return frozenset(row["id"] for table in tables for row in table["rule"] if row.get("tentative", False))


def letters(chunks: list[Chunk]) -> str:
    """One letter for each chunk."""
    return "".join(SYMBOLS[c.sym] for c in chunks)
