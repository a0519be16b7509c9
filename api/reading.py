"""Documents are read in processes that can be killed: a plugin that hangs costs its own document, nothing else.

The processes stay between documents, so a typical article costs its reading and
one pickle each way.
"""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from claimwire.documents import Document
from claimwire.errors import ClaimwireError, DocumentError
from claimwire.reading import Extraction

START_SECONDS = 60
"""How long a reader may take to load its plugins."""


class ReadingFailed(DocumentError):
    """A document that could not be read: it took too long, or the reader died over it."""


class ReadersBusy(ClaimwireError):
    """No reader came free in time; the same document may be handed in again."""


class Reader:
    """One reading process and the connection to it."""

    def __init__(self, folders: Sequence[str] = ()) -> None:
        ours, theirs = Pipe()
        self.connection: Connection = ours
        number = str(theirs.fileno())
        self.process = subprocess.Popen(  # noqa: S603  our own module, no shell
            [sys.executable, "-m", "api.reader", number, *folders],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            close_fds=True,
        )
        theirs.close()
        self.ready = False

    def read(self, document: Document, seconds: float) -> Extraction:
        """The extraction; ``ReadingFailed`` after which this reader is of no more use."""
        try:
            if not self.ready:
                if not self.connection.poll(START_SECONDS):
                    raise ReadingFailed("the reading process did not start")
                self.connection.recv()
                self.ready = True
            self.connection.send(document)
            if not self.connection.poll(seconds):
                raise ReadingFailed(f"reading took more than {seconds:g} seconds and was stopped")
            kind, answer = self.connection.recv()
        except (EOFError, OSError):
            raise ReadingFailed("the reading process ended while it read this document") from None
        if kind == "read":
            assert isinstance(answer, Extraction)
            return answer
        raise _Unreadable(str(answer))

    def kill(self) -> None:
        """End the process now."""
        self.connection.close()
        self.process.kill()
        self.process.wait()


class _Unreadable(ReadingFailed):
    """The reader answered with an error: it lives on."""


class Readers:
    """A few readers, started when first needed, each replaced when it had to be killed."""

    def __init__(self, number: int, seconds: float, folders: Sequence[str] = ()) -> None:
        self.number = number
        self.seconds = seconds
        self.folders = tuple(folders)
        self._free: queue.LifoQueue[Reader | None] = queue.LifoQueue()
        self._closed = threading.Event()
        for _ in range(number):
            self._free.put(None)

    def read(self, document: Document, *, wait: float = 30.0) -> Extraction:
        """Read in the next free process. ``ReadersBusy`` when none came free; ``ReadingFailed`` when it went wrong."""
        try:
            reader = self._free.get(timeout=wait)
        except queue.Empty:
            raise ReadersBusy("all readers are busy") from None
        keep: Reader | None = None
        try:
            if reader is None or reader.process.poll() is not None:
                reader = Reader(self.folders)
            extraction = reader.read(document, self.seconds)
            keep = reader
        except _Unreadable:
            keep = reader
            raise
        finally:
            if keep is None and reader is not None:
                reader.kill()
            if self._closed.is_set() and keep is not None:
                keep.kill()
                keep = None
            self._free.put(keep)
        return extraction

    def close(self, seconds: float = 0.0) -> None:
        """End all readers; those at work are given some seconds first."""
        self._closed.set()
        until = time.monotonic() + seconds
        for _ in range(self.number):
            try:
                reader = self._free.get(timeout=max(0.0, until - time.monotonic()) or 0.001)
            except queue.Empty:
                continue
            if reader is not None:
                reader.kill()
