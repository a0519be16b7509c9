"""A process that reads documents for another one: ``python -m api.reader FD [FOLDER...]``.

It gets a ``Document`` at a time over the connection FD and answers with an
``Extraction`` (or the message of an unexpected error). It holds nothing that
would be missed: whoever started it may kill it at any moment.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

WARM_UP = "The UN General Assembly adopted it on Monday, 24 February 2025, by 93 votes to 18, with 65 abstentions, “as expected,” he said."


def main(arguments: list[str]) -> None:
    """Read until the other side closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(int(arguments[0]))
    from claimwire import plugins
    from claimwire.documents import Document
    from claimwire.reading import read

    using = plugins.load([Path(folder) for folder in arguments[1:]]) if arguments[1:] else plugins.default()
    with contextlib.suppress(Exception):
        # Gazetteers are loaded by the first article: that is not to be charged to anybody's time budget.
        read(Document(text=WARM_UP), using=using)
    # Whoever started it may be gone at any moment, and then nobody waits for an answer.
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(("ready", os.getpid()))
        while True:
            document = connection.recv()
            try:
                answer: tuple[str, object] = ("read", read(document, using=using))
            except Exception as error:
                answer = ("failed", f"{type(error).__name__}: {error}")
            connection.send(answer)


if __name__ == "__main__":
    main(sys.argv[1:])
