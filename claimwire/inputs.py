"""Paths to documents: .txt, .html, .json, .ndjson (each also .gz), and folders of them.

One bad file or line never stops the rest: it comes out as an ``InputProblem``
in its place.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, cast

from claimwire.documents import MAX_BYTES, Document
from claimwire.errors import ClaimwireError, InputError
from claimwire.lines import bounded
from claimwire.strict_json import JsonError, loads

SUFFIXES: Final = (".txt", ".html", ".htm", ".json", ".ndjson", ".jsonl")
FIELDS: Final = ("text", "html", "url", "outlet", "published", "retrieved")
MAX_LINE: Final = 6 * MAX_BYTES + 65_536
"""The longest line of NDJSON, in bytes: a document in which every byte is escaped, and its fields."""


@dataclass(frozen=True, slots=True)
class InputProblem:
    """A file or line that holds no document: where, and why."""

    where: str
    message: str
    field: str | None = None


def documents_from(paths: Iterable[Path]) -> Iterator[Document | InputProblem]:
    """Every document under these paths, in the order given; folders are walked in order of names.

    A document's id is its ``document`` field, else the name of its file.
    """
    for path in paths:
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.is_file() and _suffix(p) in SUFFIXES)
            if not files:
                yield InputProblem(str(path), f"no {', '.join(SUFFIXES)} file in this folder")
            for file in files:
                yield from _documents_of(file)
        else:
            yield from _documents_of(path)


def count_documents(paths: Iterable[Path]) -> int | None:
    """How many documents there are, for a progress bar; ``None`` where only reading tells (.gz of lines)."""
    total = 0
    for path in paths:
        files = [p for p in path.rglob("*") if p.is_file() and _suffix(p) in SUFFIXES] if path.is_dir() else [path]
        for file in files:
            if _suffix(file) in (".ndjson", ".jsonl"):
                if file.suffix == ".gz" or not file.is_file():
                    return None
                with file.open("rb") as lines:
                    total += sum(1 for line in lines if line.strip())
            else:
                total += 1
    return total


def document_of(value: Any, *, fallback_id: str | None = None) -> Document:
    """A document from one JSON value of the contract's input form.

    Raises ``InputError`` or ``DocumentError`` naming the field at fault.
    """
    if not isinstance(value, dict):
        raise InputError(f"a document is a JSON object, not {_kind(value)}")
    unknown = sorted(set(value) - {"document", *FIELDS})
    if unknown:
        raise InputError(f"unknown field {unknown[0]!r}; known are document, {', '.join(FIELDS)}", field=unknown[0])
    for name in ("document", *FIELDS):
        if value.get(name) is not None and not isinstance(value[name], str):
            raise InputError(f"'{name}' must be a string, not {_kind(value[name])}", field=name)
    return Document(id=value.get("document") or fallback_id, **{name: value.get(name) for name in FIELDS})


def parse_json(data: bytes) -> Any:
    """A JSON value; ``InputError`` names the field at fault (see ``claimwire.strict_json``)."""
    try:
        return loads(data)
    except JsonError as error:
        raise InputError(error.message, field=error.field) from None


def _suffix(path: Path) -> str:
    return (path.with_suffix("") if path.suffix == ".gz" else path).suffix.lower()


def _documents_of(path: Path) -> Iterator[Document | InputProblem]:
    suffix = _suffix(path)
    try:
        if suffix in (".ndjson", ".jsonl"):
            yield from _lines(path)
        elif suffix == ".json":
            yield _guarded(str(path), lambda: _from_json(_read(path), path.name))
        elif suffix in (".html", ".htm"):
            yield _guarded(str(path), lambda: Document(html=_read(path), id=path.name))
        elif suffix == ".txt":
            yield _guarded(str(path), lambda: Document(text=_decode(_read(path)), id=path.name))
        else:
            yield InputProblem(str(path), f"no kind of input: {path.suffix or 'no ending'}; known are {', '.join(SUFFIXES)}, each also .gz")
    except (OSError, EOFError, zlib.error) as error:
        yield InputProblem(str(path), _reason(error))


def _lines(path: Path) -> Iterator[Document | InputProblem]:
    with _open(path) as stream:
        for number, line in bounded(stream, MAX_LINE):
            where = f"{path}:{number}"
            if line is None:
                yield InputProblem(where, f"the line is longer than {MAX_LINE} bytes")
            elif line.strip():
                yield _guarded(where, lambda raw=line, n=number: _from_json(raw, f"{path.name}:{n}"))


def _from_json(raw: bytes, name: str) -> Document:
    return document_of(parse_json(raw), fallback_id=name)


def _guarded(where: str, make: Any) -> Document | InputProblem:
    try:
        document: Document = make()
    except ClaimwireError as error:
        return InputProblem(where, error.message, error.field)
    return document


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")


def _read(path: Path) -> bytes:
    with _open(path) as stream:
        data = stream.read(MAX_LINE + 1)
    if len(data) > MAX_LINE:
        raise InputError(f"the file is longer than {MAX_LINE} bytes")
    return data


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8: byte {raw[error.start]:#04x} at offset {error.start}") from None


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or type(error).__name__
