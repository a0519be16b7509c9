"""How far two bodies of evidence speak for one vote, with reasons an editor understands.

The score is a sum of weights: above ``JOIN`` two may be joined. Agreement on a
number is worth more the rarer the number; body and day alone are worth nothing
without two further facts (``pieces``): a third of all recorded votes of the
General Assembly share their yes count with another vote of the same day.
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Final

from claimwire.comparing.intervals import agree, near
from claimwire.linking.clashes import clash_of, days_apart, first
from claimwire.linking.evidence import FULL, Evidence
from claimwire.reports import largest

JOIN: Final = 3.0
"""The score from which two may be one vote."""
MARGIN: Final = 1.0
"""How far the best candidate must lead the next one."""
POSSIBLE: Final = 1.5
"""The score from which a candidate is worth naming."""
PAIR: Final = 2.0
"""What two equal counts of one day are worth beyond what each is."""
BESIDE: Final = 1.5
"""What it is worth that both articles tell of another vote with the same counts."""
PIECES: Final = 2
"""How many facts beyond body and day must agree."""

_OPTION_WORDS: Final = {"yes": "in favour", "no": "against", "abstain": "abstaining"}


@dataclass(slots=True)
class Likeness:
    """What comparing gave. ``clash`` says in words why the two can never be one vote, or is empty."""

    score: float = 0.0
    pieces: int = 0
    firm: int = 0
    """How many of the pieces hardly ever agree by chance."""
    mismatch: bool = False
    """Whether a count, a title or a position differs: then only firm pieces join."""
    reasons: tuple[str, ...] = ()
    clash: str = ""

    @property
    def joins(self) -> bool:
        """Whether the two may be joined, were there no other candidate."""
        return not self.clash and self.score >= JOIN and (self.firm if self.mismatch else self.pieces) >= PIECES


class _Sum:
    """A score under construction."""

    def __init__(self, crowded: bool) -> None:
        self.crowded = crowded
        self.score, self.pieces, self.firm, self.mismatch = 0.0, 0, 0, False
        self.reasons: list[str] = []

    def say(self, score: float, reason: str = "", pieces: int = 0, firm: int | None = None) -> None:
        self.score += score
        self.pieces += pieces
        self.firm += pieces if firm is None else firm
        if reason:
            self.reasons.append(reason)


def compare(a: Evidence, b: Evidence, *, crowded: bool = False) -> Likeness:
    """How alike two bodies of evidence are. The same either way round; cost: the facts of the smaller.

    ``crowded``: many votes were held there and then, so that voters' sides tell little.
    """
    if (len(b.positions), b.size) < (len(a.positions), a.size):
        a, b = b, a
    clash = clash_of(a, b)
    if clash:
        return Likeness(clash=clash)
    total = _Sum(crowded)
    _symbols(a, b, total)
    _body(a, b, total)
    close = _days(a, b, total)
    _sponsors(a, b, total, close)
    _titles(a, b, total)
    _counts(a, b, total, close)
    _positions(a, b, total)
    _results(a, b, total)
    _company(a, b, total)
    return Likeness(round(total.score, 4), total.pieces, total.firm, total.mismatch, tuple(total.reasons))


def _symbols(a: Evidence, b: Evidence, total: _Sum) -> None:
    for same in sorted(a.symbols.keys() & b.symbols.keys())[:1]:
        # A bill keeps its number through many votes; a resolution of the United Nations is voted on once.
        united_nations = "/" in same
        total.say(20.0 if united_nations else 2.5, f"the same symbol, {same}", 2 if united_nations else 1)


def _body(a: Evidence, b: Evidence, total: _Sum) -> None:
    if shared := a.bodies.keys() & b.bodies.keys():
        total.say(1.0, f"the same body, {min(shared)}")


def _sponsors(a: Evidence, b: Evidence, total: _Sum, close: bool) -> None:
    shared = sorted(a.sponsors.keys() & b.sponsors.keys(), key=lambda s: (-min(a.sponsors[s], b.sponsors[s]), s))
    if shared:
        total.say(2.5, f"the same sponsor, {_list(shared)}", 2 if close else 1, 1)
    elif a.sponsors and b.sponsors:
        groups = any("-" in s and s.split("-")[-1] in _GROUP_WORDS for s in (*a.sponsors, *b.sponsors))
        total.say(-0.5 if groups else -1.5, f"sponsors differ: {first(a.sponsors)} and {first(b.sponsors)}")


_GROUP_WORDS: Final = frozenset({"states", "countries", "nations", "allies", "union", "members", "powers", "group", "league", "movement"})


def _titles(a: Evidence, b: Evidence, total: _Sum) -> None:
    if not a.titles or not b.titles:
        return
    worth, words = max(((_title(x, y), sorted(x & y)) for x in a.titles for y in b.titles), key=lambda t: (t[0], t[1]))
    if worth > 0:
        total.say(worth, f"titles agree ({_list(words)})", 2 if worth >= 3 else 1)
    else:
        total.mismatch = True
        total.say(worth, "titles differ")


def _title(a: frozenset[str], b: frozenset[str]) -> float:
    shared, short = len(a & b), min(len(a), len(b))
    if shared == short:
        return float(min(3, shared))
    if shared >= 3 and shared / len(a | b) >= 0.75:
        return 1.5
    # A text has one formal title but may have a popular name beside it.
    return -1.5 if short < 3 else -4.0


def _days(a: Evidence, b: Evidence, total: _Sum) -> bool:
    """Say what the days are worth; whether both speak of the same day, give or take one."""
    mine, theirs = a.stated or a.inferred, b.stated or b.inferred
    if mine and theirs:
        days, plain = days_apart(mine, theirs), bool(a.stated and b.stated)
        if days == 0:
            total.say(2.0 if plain else 1.5, f"the same day, {min(mine.keys() & theirs.keys()).isoformat()}")
        elif days == 1:
            total.say(1.0, f"a day apart: {first(mine)} and {first(theirs)}")
        else:
            worth = -2.0 if days <= 3 else -4.0 if days <= 31 else -8.0
            total.say(worth if plain else worth * 0.6, f"{days} days apart: {first(mine)} and {first(theirs)}")
        return days <= 1
    if (mine or a.nearby) and (theirs or b.nearby):
        return _beside(mine or a.nearby, theirs or b.nearby, total)
    if mine or theirs or a.nearby or b.nearby:
        return _published(mine or theirs or a.nearby or b.nearby, b if mine or a.nearby else a, total)
    if a.published and b.published:
        days = days_apart(a.published, b.published)
        total.say(
            0.7 if days <= 3 else 0.0 if days <= 10 else -1.0 if days <= 31 else -3.0, "published in the same days" if days <= 3 else ""
        )
        return days <= 1
    return False


def _beside(days: Counter[datetime.date], others: Counter[datetime.date], total: _Sum) -> bool:
    """One of the two days is only that of another vote in the same article."""
    apart = days_apart(days, others)
    worth = 1.0 if apart <= 1 else 0.5 if apart <= 3 else -0.5 if apart <= 10 else -2.0
    total.say(worth, f"told beside a vote of {first(others)}" if worth > 0 else "")
    return apart <= 1


def _published(days: Counter[datetime.date], other: Evidence, total: _Sum) -> bool:
    if not other.published:
        return False
    lag = min(((p - d).days for p in other.published for d in days), key=lambda x: (abs(x), x))
    worth = 1.0 if -1 <= lag <= 3 else 0.3 if 3 < lag <= 10 else -1.0 if 10 < lag <= 31 else -3.0
    total.say(worth, f"published {first(other.published)}, within days of the vote" if worth > 0 else "")
    return -1 <= lag <= 1


def _counts(a: Evidence, b: Evidence, total: _Sum, close: bool) -> None:
    small = any((size := largest(body)) is not None and size <= 20 for body in (*a.bodies, *b.bodies))
    same: list[str] = []
    firm = 0
    for option in sorted(a.counts.keys() & b.counts.keys()):
        mine, theirs = a.counts[option], b.counts[option]
        shared = mine.keys() & theirs.keys()
        words = _OPTION_WORDS.get(option, option)
        if shared:
            value = max(shared, key=lambda v: (min(mine[v], theirs[v]), v)) if len(shared) > 1 else next(iter(shared))
            usual = _usually(value, mine) and _usually(value, theirs)
            sure = int(value >= (16 if total.crowded and not small else 3))
            firm += sure
            total.say(_rarity(value, small) * (1.0 if usual else 0.6), "", 1, sure)
            same.append(f"{value} {words}")
        else:
            x, y = _nearest(mine, theirs)
            total.mismatch = True
            # One misreading is an accident; a number that several give on each side is another vote's.
            often = min(mine.total(), theirs.total()) > FULL
            total.say((-0.7 if near(x, y) else -2.5) * (2.0 if often else 1.0), f"{words}: {x} and {y}")
    if close and firm > 1:
        # Of recorded votes of the General Assembly, one in fifteen shares yes and no with another of its day.
        total.say(PAIR)
    if same:
        total.reasons.append(f"the same counts: {', '.join(same)}")
    if a.loose or b.loose:
        _loose_counts(a, b, total)
        _loose_counts(b, a, total)


def _loose_counts(one: Evidence, other: Evidence, total: _Sum) -> None:
    """Numbers with a qualifier on one side only."""
    for option in sorted(one.loose.keys() & other.counts.keys() - one.counts.keys()):
        fits = any(agree(i, (v, v)) for i in one.loose[option] for v in other.counts[option])
        total.say(0.3 if fits else -2.0, f"{option} counts fit" if fits else f"{option} counts do not fit", int(fits), 0)


def _usually(value: int, held: Counter[int]) -> bool:
    return len(held) == 1 or 2 * held[value] >= held.total()


def _nearest(mine: Counter[int], theirs: Counter[int]) -> tuple[int, int]:
    if len(mine) == len(theirs) == 1:
        return next(iter(mine)), next(iter(theirs))
    return min(((x, y) for x in mine for y in theirs), key=lambda p: (abs(p[0] - p[1]), p))


def _rarity(value: int, small: bool) -> float:
    worth = 0.3 if value == 0 else 0.6 if value < 3 else 1.0 if value < 6 else 1.6 if value < 16 else 2.0
    return worth / 2 if small else worth


def _positions(a: Evidence, b: Evidence, total: _Sum) -> None:
    same: list[tuple[float, str, str]] = []
    differ = 0
    for actor in a.positions.keys() & b.positions.keys():
        mine, theirs = a.positions[actor], b.positions[actor]
        option, other = _usual(mine), _usual(theirs)
        if option == other:
            same.append((0.3 if option in ("yes", "absent", "not voting") else 0.7, actor, option))
        elif {option, other} != {"absent", "not voting"}:
            differ += 1
    if same:
        same.sort(key=lambda t: (-t[0], t[1]))
        telling = sum(worth > 0.5 for worth, *_ in same)
        named = [f"{actor} {option}" for _, actor, option in same]
        worth = min(4.0, sum(worth for worth, *_ in same))
        if total.crowded:
            total.say(worth / 3, f"the same positions: {_list(named, 4)}")
        else:
            total.say(worth, f"the same positions: {_list(named, 4)}", min(2, telling), int(telling >= 3))
    if differ:
        total.mismatch = True
        total.say(
            max(-6.0, -(0.7 if len(same) >= 4 * differ else 1.5) * differ),
            f"{differ} position{'s' if differ > 1 else ''} differ{'' if differ > 1 else 's'}",
        )


def _results(a: Evidence, b: Evidence, total: _Sum) -> None:
    if not a.results or not b.results:
        return
    same, other = _usual(a.results), _usual(b.results)
    if same != other:
        total.say(-1.5, "results differ")
    elif same == "fail":
        # Most motions that are reported pass: that one failed is a fact of its own.
        total.say(0.7, "both failed", 1)
    else:
        total.say(0.3)


def _company(a: Evidence, b: Evidence, total: _Sum) -> None:
    """Two articles that tell of one vote, and beside it of another that failed: both others are one vote too.

    Of those that passed this says nothing: a sitting passes several.
    """
    failed = bool(a.results and b.results) and _usual(a.results) == _usual(b.results) == "fail"
    if failed and (shared := a.beside.keys() & b.beside.keys()):
        total.say(BESIDE, f"told beside the same vote, {min(shared)}", 1, 0)


def _usual(values: Counter[str]) -> str:
    return min(values, key=lambda v: (-values[v], v))


def _list(values: list[str], most: int = 5) -> str:
    return ", ".join(values[:most]) + (f" and {len(values) - most} more" if len(values) > most else "")
