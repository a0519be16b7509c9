"""Posts of a live blog in a plain text: stretches of prose between lines that are nothing but a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimwire.pages.units import Unit

FEWEST: Final = 4
"""Times that a live blog has behind its opening, at least."""

_EPOCH: Final = re.compile(r"1\d{9}$")
_TIME: Final = re.compile(r"\d{1,2}[:.]\d{2}|\d\s?[ap]\.?m\b", re.IGNORECASE)
_SIGNED: Final = re.compile(r"[^\d.]{2,60}\d{1,2} [^\W\d]{3,9} \d{4},? \d{1,2}[:.]\d{2}$")


def is_clock(unit: Unit) -> bool:
    """Whether a line tells when a post was written: a time, seconds since 1970, or a name with day and time."""
    if _EPOCH.match(unit.text):
        return True
    return (unit.kind == "date" and _TIME.search(unit.text) is not None) or (unit.words <= 9 and _SIGNED.match(unit.text) is not None)


def posts_from(units: Sequence[Unit], start: int, end: int) -> int:
    """Number of the first time behind the first prose from which times and prose take turns; ``end`` where they do not."""
    first_prose = next((n for n in range(start, end) if units[n].prose), end)
    clocks = [n for n in range(first_prose, end) if is_clock(units[n])]
    turns = [n for n, after in zip(clocks, [*clocks[1:], end], strict=False) if any(units[i].prose for i in range(n + 1, after))]
    return turns[0] if len(turns) >= FEWEST and len(turns) >= 0.4 * len(clocks) else end
