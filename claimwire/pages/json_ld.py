"""Articles that a page describes in JSON-LD, read without trust: broken blocks are reported, deep ones refused."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

MAX_SIZE: Final = 1_000_000
MAX_NODES: Final = 2_000

_WRAPPING: Final = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_TRAILING: Final = re.compile(r",(\s*[}\]])")
_TYPES: Final = re.compile(r"(?:Article|BlogPosting|Report|Review|Posting|NewsStory|Statement)$")


def nodes(raw: str, problems: list[str]) -> list[dict[str, Any]]:
    """All objects of one JSON-LD block, outermost first; empty with a problem where it is not JSON."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", raw)).strip().rstrip(";")
    if not text:
        return []
    if len(text) > MAX_SIZE:
        problems.append(f"a JSON-LD block of {len(text)} characters was not read: more than {MAX_SIZE}")
        return []
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        try:
            value = json.loads(_TRAILING.sub(r"\1", text), strict=False)
        except (ValueError, RecursionError):
            problems.append("a JSON-LD block is not JSON; it was not read")
            return []
    found = list(_walk(value))
    if len(found) >= MAX_NODES:
        problems.append(f"of a JSON-LD block only the first {MAX_NODES} objects were read")
    return found


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    queue, seen = deque([value]), 0
    while queue and seen < MAX_NODES:
        one = queue.popleft()
        seen += 1
        if isinstance(one, list):
            queue.extendleft(reversed(one[:MAX_NODES]))
        elif isinstance(one, dict):
            yield one
            inner = (one.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage"))
            queue.extend(value for value in inner if isinstance(value, list | dict))


def is_article(node: dict[str, Any]) -> bool:
    """Whether an object is of a type that holds an article's facts."""
    return any(_TYPES.search(name) for name in types_of(node))


def types_of(node: dict[str, Any]) -> list[str]:
    """The types of an object, without vocabulary prefixes."""
    kinds = node.get("@type")
    found = kinds if isinstance(kinds, list) else [kinds]
    return [str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in found if name]


def string_of(value: Any) -> str:
    """A property's value as text: the first of a list, the name of an object; entities resolved, white space collapsed."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("url") or value.get("@id") or ""
        else:
            break
    return " ".join(unescape(unescape(value)).split()) if isinstance(value, str) else ""


def names_of(value: Any, known: dict[str, dict[str, Any]]) -> list[str]:
    """Names of an ``author`` property: strings, objects, or references to other objects of the page."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and not one.get("name") and one.get("@id") in known:
            one = known[str(one["@id"])]
        if isinstance(one, dict) and isinstance(one.get("name"), list):
            found += [string_of(name) for name in one["name"]]
        else:
            found.append(string_of(one))
    return [name for name in found if name]
