"""Reports that were read lately, with what linking makes of them: a vote in the news is read again with each article on it.

Kept by the hash of what is stored, so whatever changes in the store is read anew; the least asked go first.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from claimwire.linking.blocks import Keys
from claimwire.linking.evidence import Evidence
from claimwire.reports import Report, report_from
from models.canonical import digest, loads

MOST: Final = 400
"""Reports of some 20 KB each."""

Facts = tuple[Evidence, Keys]


@dataclass(slots=True)
class Remembered:
    """A report as stored under ``digest``; its ``facts`` once linking has made them, which only reads them afterwards."""

    report: Report
    digest: str
    facts: Facts | None = None


_held: OrderedDict[str, Remembered] = OrderedDict()
_lock = threading.Lock()


def read(text: str) -> Remembered:
    """The report that a row holds."""
    name = digest(text)
    with _lock:
        held = _held.get(name)
        if held is not None:
            _held.move_to_end(name)
            return held
    made = Remembered(report_from(loads(text)), name)
    with _lock:
        _held[name] = made
        while len(_held) > MOST:
            _held.popitem(last=False)
    return made
