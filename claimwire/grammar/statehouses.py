"""Stories from the legislature of one American state, where ``the Senate`` is that state's."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import Final

from claimwire import actors
from claimwire.bodies import body
from claimwire.grammar.starting import at_word, names
from claimwire.outlets import slug_of

_CUES: Final = re.compile(
    at_word(
        (
            r"state (?:Senate|House|Reps?\b|Sens?\b|Senator|Representative|Capitol)",
            r"state (?:lawmakers|legislat\w+|senators?|representatives?|budget)",
            *(r"Gov\. [A-Z]", "Governor", "governor", "Statehouse", "Legislature"),
            *(r"S[BR] \d", r"H[BR] \d", r"Senate Bill \d", r"House Bill \d"),
        )
    )
)
_LEGISLATURE: Final = re.compile(
    r"(?:['’]s)? (?:state )?(?:[\w-]+-(?:controlled|led) )?(?:Senate|House|Legislature|Assembly|Capitol|lawmakers|senators)\b"
)
_NATIONAL: Final = re.compile(
    at_word(
        (
            r"U\.?S\.? (?:House|Senate|Congress)",
            *("Capitol Hill", "in Congress", "Congress (?:passed|voted)", "White House", "federal government"),
            "President (?:Joe |Donald |Barack |Bill )?(?:Biden|Trump|Obama|Bush|Clinton)",
        )
    )
)
_OF_MEMBERS: Final = re.compile(r"\b[RD]-$|\((?:R|D)-$")
_AMBIGUOUS: Final = frozenset({"Washington", "Georgia", "Jackson", "Columbia", "Lincoln", "Madison", "Concord", "Salem", "Richmond"})
_LOWER: Final = ("house", "representative", "assembly", "delegate", "lower")
_UPPER: Final = ("senat", "upper")


def local_chambers(text: str) -> tuple[str, ...]:
    """Ids of the chambers of the one state that the story is about, lower first; none where it is not about one."""
    named: Counter[str] = Counter()
    spoken_of = False
    for match in _places().finditer(text):
        word = match.group()
        if not _OF_MEMBERS.search(text, max(0, match.start() - 3), match.start()):
            legislature = _LEGISLATURE.match(text, match.end()) is not None
            spoken_of = spoken_of or legislature
            known = 4 if legislature else 1 if word.title() in _AMBIGUOUS else 2
            named[_states()[word.title() if word.isupper() else word]] += known
    ranked = named.most_common(2)
    cues = sum(1 for _ in _CUES.finditer(text))
    if not cues and not spoken_of:
        return ()
    national = sum(1 for _ in _NATIONAL.finditer(text))
    if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]) or ranked[0][1] + 2 * cues < 4 + 4 * national:
        return ()
    return _chambers()[ranked[0][0]]


def chambers_meant(noun: str, local: tuple[str, ...]) -> list[str]:
    """Those of a state's chambers that a noun can mean: ``the Senate``, ``senators``, ``lawmakers``."""
    lower = noun.lower()
    if any(word in lower for word in _UPPER):
        return [c for c in local if body(c).nouns[0] == "Senate"]
    if any(word in lower for word in _LOWER):
        return [c for c in local if body(c).nouns[0] != "Senate"]
    return list(local) if any(word in lower for word in ("lawmaker", "legislat", "chamber")) else []


@functools.cache
def _states() -> dict[str, str]:
    return {place: row["state"] for row in actors.rows("us_legislatures") for place in (row["state"], row["capital"])}


@functools.cache
def _chambers() -> dict[str, tuple[str, ...]]:
    return {
        row["state"]: tuple(slug_of(f"{row['state']} {noun}") for noun in (row["lower"], "Senate") if noun)
        for row in actors.rows("us_legislatures")
    }


@functools.cache
def _places() -> re.Pattern[str]:
    forms = {*_states(), *(capital.upper() for capital in _states())}
    return re.compile(at_word(names(forms), r"(?<=\b.)(?<!-.)") + r"(?![\w-])")
