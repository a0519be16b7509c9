"""Numbers joined by dashes that name or place something: dates, times, pages, symbols, scores of a game. They count no votes."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_NUMBERED: Final = word_list("number_names.numbered")
_PLACING: Final = word_list("number_names.placing")
_STANDING: Final = word_list("number_names.standing")
_MARGINS: Final = word_list("number_names.margins")
_BEATING: Final = word_list("number_names.beating")
_GAMES: Final = word_list("number_names.games")
_DOCUMENTS: Final = word_list("number_names.documents")
_VOTING: Final = frozenset({"VOTE", "VERB", "OUTCOME", "VOTES", "LABEL", "WEAK", "POLL"})
_LEAVING: Final = word_list("number_names.leaving")
_WHOLE: Final = word_list("number_names.whole")
_OWNING: Final = word_list("number_names.owning")
_INSIDE: Final = frozenset({"NUM", "VOTER", "VOTES", "OTHERS", "OF", "NAME", "BODY", "UN", "CAP", "NOISE", "QUAL", "DASH"})
_NO_NOUNS: Final = word_list("number_names.no_nouns")
LONGEST: Final = 5
"""How many numbers of a run are looked at: no tally has more than three."""
NEAR: Final = 8
"""How many units before a pair its verb may stand."""


def is_name(units: list[Unit], at: int) -> bool:
    """Whether the number at ``units[at]`` belongs to a run joined by dashes (``12-10-2027``, ``pp. 12-14``) that is no tally."""
    run = _run(units, at)
    if len(run) < 2:
        return False
    values = [units[k] for k in run]
    if len(run) > 3 or any(_is_year(u) for u in values[1:]) or (len(run) == 3 and _is_year(values[0])):
        return True
    if any(u.text.isdigit() and len(u.text) > 1 and u.text[0] == "0" for u in values):
        return True
    first, after = run[0], run[-1] + 1
    return (
        _is_range(units, run, after)
        or _is_placed(units, first, after)
        or _is_document(units, first)
        or _is_symbol(units, first)
        or _is_score(units, first, after)
    )


def _run(units: list[Unit], at: int) -> list[int]:
    """The indices of the numbers joined in one style with the one at ``at``, at most `LONGEST` to either side."""
    run = [at]
    for step in (-2, 2):
        probe = at
        while len(run) <= LONGEST and 0 <= probe + step < len(units) and _joined(units, min(probe, probe + step)):
            probe += step
            run.append(probe)
    run.sort()
    if len(run) > 2 and len({_is_tight(units, k) for k in run[:-1]}) > 1:
        return [at]
    return run


def _joined(units: list[Unit], at: int) -> bool:
    join = units[at + 1]
    return join.tag == "DASH" and units[at].text.isdigit() and units[at + 2].text.isdigit()


def _is_tight(units: list[Unit], at: int) -> bool:
    return units[at].end == units[at + 1].start and units[at + 1].end == units[at + 2].start


def _is_year(unit: Unit) -> bool:
    return len(unit.text) == 4 and 1900 <= unit.value <= 2100


def _is_placed(units: list[Unit], first: int, after: int) -> bool:
    """``opened at 9-30``, ``on 12-10``, ``pp. 12-14``, ``room 12-14``; but ``on 5-4 vote``, ``the vote stood at 50-50``."""
    if first == 0:
        return False
    before = units[first - 1]
    word = before.lower
    if word.rstrip(".") in _NUMBERED or (before.tag == "STOP" and first > 1 and units[first - 2].lower in _NUMBERED):
        return True
    if word not in _PLACING:
        return False
    follows = units[after] if after < len(units) else None
    if follows is not None and (follows.tag in _VOTING or follows.lower in _MARGINS):
        return False
    return word not in ("at", "in") or not any(u.lower in _STANDING for u in units[max(0, first - NEAR) : first - 1])


def _is_range(units: list[Unit], run: list[int], after: int) -> bool:
    """``puts 12-14 officers on the streets``: so many of a thing, as its plural stands right behind."""
    if len(run) != 2 or after >= len(units) or units[run[0]].value >= units[run[1]].value:
        return False
    noun = units[after]
    return noun.tag == "WORD" and noun.text.islower() and noun.lower.endswith("s") and noun.lower not in _MARGINS | _NO_NOUNS


def _is_document(units: list[Unit], first: int) -> bool:
    """``adopted resolution 77-14``: its symbol, as no article stands before; not ``passed the resolution 77-14``."""
    if first == 0 or units[first - 1].lower not in _DOCUMENTS:
        return False
    if first == 1:
        return True
    before = units[first - 2]
    return (
        before.tag in ("COMMA", "OPEN", "DATE", "COLON", "AND", "OF", "IN", "BY", "TO")
        or before.lower.endswith("ed")
        or before.lower in _PLACING
    )


def _is_symbol(units: list[Unit], first: int) -> bool:
    """``HB 12-31``: a few capitals before, in a text that is not all capitals."""
    before = units[first - 1] if first else None
    if before is None or before.tag != "CAP" or not before.text.isupper() or len(before.text) > 3:
        return False
    return any(u.text.islower() for u in units[max(0, first - NEAR) : first + NEAR])


def _is_score(units: list[Unit], first: int, after: int) -> bool:
    """``beat Chelsea 3-1``, ``drew 2-2 in the cup``: a game's score; not ``ayes beat noes 52-48``."""
    if (after < len(units) and units[after].lower == "record") or _won_against(units, first, after):
        return True
    if any(u.lower == "odds" for u in units[max(0, first - NEAR) : first]):
        return True
    for probe in range(first - 1, max(-1, first - 6), -1):
        unit = units[probe]
        if unit.lower in _BEATING:
            return probe < first - 1
        if unit.tag not in ("NAME", "CAP", "NOISE", "TO", "WITH", "UN") and unit.lower not in ("to", "with", "against"):
            break
    near = units[max(0, first - NEAR) : after + NEAR]
    told = units[max(0, first - 3) : first] + [u for u in units[after : after + 1] if u.tag in ("VOTE", "VOTES")]
    return any(u.lower in _GAMES for u in near) and not any(u.tag in ("VOTE", "VOTES", "MOTION", "BODY") for u in told)


def _won_against(units: list[Unit], first: int, after: int) -> bool:
    """``Peru won 3-1 against Chile``."""
    if first < 2 or after + 1 >= len(units) or units[first - 1].lower not in ("won", "win", "wins", "lost"):
        return False
    return units[first - 2].tag == "NAME" and units[after].lower in ("against", "over", "to") and units[after + 1].tag in ("NAME", "CAP")


def is_left_out(units: list[Unit], at: int) -> bool:
    """``all but two``, ``all 15 members but two``: so many did not do what the verb tells."""
    before = units[at - 1] if at else None
    if before is None or (before.tag != "EXCEPT" and before.lower not in _LEAVING):
        return False
    if before.lower.partition(" ")[0] in _WHOLE:
        return True
    for probe in range(at - 2, max(-1, at - 2 - NEAR), -1):
        unit = units[probe]
        if unit.lower in _WHOLE:
            return True
        if unit.tag not in _INSIDE and unit.lower not in _OWNING:
            return False
    return False
