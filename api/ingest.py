"""Many documents: read side by side in processes that can be killed, given back in their order, a few at a time in memory."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from api.reading import Readers
from claimwire.documents import Document
from claimwire.errors import ClaimwireError
from claimwire.reading import Extraction

Tag = TypeVar("Tag")
log = logging.getLogger("claimwire.api")


class Unexpected(ClaimwireError):
    """A failure of ours while a document was read or stored, no fault of the document."""


@dataclass(frozen=True, slots=True)
class Read(Generic[Tag]):
    """A document that was read."""

    tag: Tag
    document: Document
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Failed(Generic[Tag]):
    """A document that could not be made or read, and why."""

    tag: Tag
    error: ClaimwireError


def read_all(documents: Iterable[tuple[Tag, Document | ClaimwireError]], readers: Readers) -> Iterator[Read[Tag] | Failed[Tag]]:
    """Read documents in all readers at once; results come in the order of the documents.

    An error in place of a document is handed on as ``Failed``. At most twice as many documents as there are
    readers are held at a time.
    """
    waiting: deque[Future[Read[Tag] | Failed[Tag]]] = deque()
    with ThreadPoolExecutor(readers.number, thread_name_prefix="reading") as pool:
        try:
            for tag, document in documents:
                waiting.append(pool.submit(_read, tag, document, readers))
                if len(waiting) >= 2 * readers.number:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _read(tag: Tag, document: Document | ClaimwireError, readers: Readers) -> Read[Tag] | Failed[Tag]:
    if isinstance(document, ClaimwireError):
        return Failed(tag, document)
    try:
        return Read(tag, document, readers.read(document, wait=3600))
    except ClaimwireError as error:
        return Failed(tag, error)
    except Exception as error:
        log.exception("a document could not be read")
        return Failed(tag, Unexpected(f"reading failed with {type(error).__name__}"))
