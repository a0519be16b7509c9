"""JSON as RFC 8259 has it, and nothing beyond: each fault named with the field it stands in.

Python's own reader lets NaN, doubled keys and lone surrogates pass; a newsroom's
data must not. Depth is bounded, and the cost is linear in the body.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any, Final

MAX_DEPTH: Final = 64
"""How many JSON arrays and objects may stand inside one another."""


class JsonError(ValueError):
    """A body that is not the JSON it should be. ``field`` is the path to the fault, as ``a.b[3]``, or ``None``.

    ``grammatical`` is true where the text is JSON but a string in it cannot be kept.
    """

    def __init__(self, message: str, field: str | None = None, *, grammatical: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.grammatical = grammatical


@dataclass(frozen=True, slots=True)
class _NoNumber:
    """Stands where a number stood that JSON does not have, so that the walk can tell its place."""

    text: str


class _Doubled(dict[str, Any]):
    """An object in which ``key`` stood twice."""

    key: str = ""


def loads(body: bytes, *, max_depth: int = MAX_DEPTH) -> Any:
    """The value of a JSON text in UTF-8; ``JsonError`` for anything else."""
    try:
        text, broken = body.decode("utf-8"), None
    except UnicodeDecodeError as error:
        text, broken = body.decode("utf-8", "surrogateescape"), error.start
    try:
        value = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_constant=_NoNumber,
            parse_float=_float,
            parse_int=_int,
        )
    except RecursionError:
        raise JsonError(f"the JSON is nested deeper than {max_depth} levels") from None
    except json.JSONDecodeError as error:
        if broken is not None:
            raise JsonError(f"the body is not UTF-8: byte {broken}") from None
        raise JsonError(f"the body is not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    _check(value, max_depth, broken)
    if broken is not None:
        raise JsonError(f"the body is not UTF-8: byte {broken}")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = _Doubled(found)
    seen: set[str] = set()
    doubled.key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return doubled


def _float(text: str) -> float | _NoNumber:
    number = float(text)
    return number if math.isfinite(number) else _NoNumber(text)


def _int(text: str) -> int | _NoNumber:
    return int(text) if len(text) <= 400 else _NoNumber(text)


def _check(value: Any, max_depth: int, broken: int | None) -> None:
    """Walk without recursion; the first fault in document order is raised."""
    stack: list[tuple[Any, str, int]] = [(value, "", 1)]
    while stack:
        item, path, depth = stack.pop()
        if isinstance(item, str):
            _check_string(item, path, broken)
        elif isinstance(item, _NoNumber):
            raise JsonError(f"JSON has no number {item.text[:24]}", path or None)
        elif isinstance(item, dict | list):
            if depth > max_depth:
                raise JsonError(f"the JSON is nested deeper than {max_depth} levels", path[:200] or None)
            if isinstance(item, dict):
                if isinstance(item, _Doubled):
                    raise JsonError(f"the key {item.key[:80]!r} stands twice", _join(path, item.key))
                for key in item:
                    _check_string(key, path, broken)
                stack += [(child, _join(path, key), depth + 1) for key, child in reversed(item.items())]
            else:
                stack += [(child, f"{path}[{n}]", depth + 1) for n, child in reversed(list(enumerate(item)))]


def _check_string(text: str, path: str, broken: int | None) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        if broken is not None:
            raise JsonError(f"the body is not UTF-8: byte {broken}", path or None) from None
        raise JsonError(f"a lone surrogate stands at offset {error.start}", path or None, grammatical=True) from None


def _join(path: str, key: str) -> str:
    printable = key.encode("utf-8", "replace").decode()[:80]
    return f"{path}.{printable}" if path else printable
