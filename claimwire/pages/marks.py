"""What class and id names say about an element, by the rules of ``data/page_marks.toml``."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from importlib import resources
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Mark(NamedTuple):
    """A rule of the table: its id, and the share of a page's prose above which it is ignored."""

    rule: str
    strength: float


def element_marks() -> tuple[dict[str, Mark], dict[str, Mark]]:
    """The marks of elements by their tag, and by their ARIA role."""
    table = tomllib.loads(resources.files("claimwire.data").joinpath("page_marks.toml").read_text("utf-8"))
    tags, roles = ({name: Mark(f"page.{rule}", strength) for name, (rule, strength) in table[key].items()} for key in ("tags", "roles"))
    return tags, roles


@functools.cache
def _table() -> tuple[dict[str, Mark], frozenset[str]]:
    table = tomllib.loads(resources.files("claimwire.data").joinpath("page_marks.toml").read_text("utf-8"))
    marks: dict[str, Mark] = {}
    for name, rule in table["rule"].items():
        for word in rule["words"]:
            marks.setdefault(word, Mark(f"page.{name}", rule["strength"]))
    return marks, frozenset(table["body"]["words"])


def marks_of(names: str) -> tuple[tuple[Mark, ...], bool]:
    """The marks in the first 300 characters of a class or id value, and whether it names the body of an article."""
    return _marks_of(names[:300])


@functools.lru_cache(maxsize=10_000)
def _marks_of(names: str) -> tuple[tuple[Mark, ...], bool]:
    marks, body = _table()
    found: dict[str, Mark] = {}
    is_body = False
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        pairs = [f"{a}-{b}" for a, b in itertools.pairwise(words)]
        for word in (*words, *pairs):
            mark = marks.get(word)
            if mark is not None:
                found.setdefault(mark.rule, mark)
            is_body = is_body or word in body
    return tuple(found.values()), is_body
