"""Which body a sentence speaks of, and whether that body governs the vote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from claimwire import actors, bodies
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.units import Unit

_INSIDE = frozenset("in at by through before within inside".split())
_ASIDES = frozenset(
    "member members president chair chairman seat seats resolution resolutions charter veto power powers permanent delegation ambassador".split()
)


_US_SEAT = re.compile(r"\b[RD]-[A-Z][a-z]|\bReps?\. [A-Z]|\bSens?\. [A-Z]")
"""How the American press names the party and the state of a member: ``R-Ky.``, ``Rep. Massie``."""


class Venues:
    """What an article says about its bodies as a whole: full names and parties decide what ``the House`` is."""

    def __init__(self, units: Iterable[Unit], text: str = "") -> None:
        self.weights: Counter[str] = Counter()
        if _US_SEAT.search(text):
            self.weights["home:united-states"] += 3
        self.full: list[str] = []
        self.mentions: list[Unit] = []
        for unit in units:
            if unit.tag == "BODY":
                self.mentions.append(unit)
                for name in unit.sense.bodies:
                    if name.strength == "full":
                        self.weights[name.body] += 6
                        self.full.append(name.body)
                    elif name.strength == "short":
                        self.weights[name.body] += 1
            elif unit.tag == "UN":
                self.weights["un-general-assembly"] += 1
                self.weights["un-security-council"] += 1
            elif unit.tag == "NAME":
                for row in unit.sense.names:
                    if row.use != "none" and actors.home(row.actor):
                        self.weights["home:" + (actors.home(row.actor) or "")] += 1
                    elif row.use in ("name", "abbreviation", "adjective"):
                        self.weights["home:" + row.actor] += 1

    def fallback(self) -> tuple[str | None, tuple[str, ...]]:
        """The body of an article that never says where the vote was, if all its mentions of bodies agree on one."""
        full = Counter(self.full)
        if len(full) == 1:
            return next(iter(full)), ()
        found: Counter[str] = Counter()
        for unit in self.mentions[:200]:
            body, _ = self.resolve(unit)
            if body is not None:
                found[body] += 1
        if found:
            (best, times), *_ = found.most_common(1)
            if times >= 0.75 * sum(found.values()):
                return best, ()
        return None, tuple(b for b, _ in found.most_common(6))

    def resolve(self, unit: Unit) -> tuple[str | None, tuple[str, ...]]:
        """(body, ()) where one candidate stands out, (None, candidates) where several remain."""
        names = unit.sense.bodies
        for name in names:
            if name.strength == "full":
                return name.body, ()
        candidates = list(dict.fromkeys(n.body for n in names))
        if len(candidates) == 1 and self.full and candidates[0] not in self.full:
            country = bodies.body(candidates[0]).country
            if country and not self.weights["home:" + country]:
                return None, tuple(candidates)
        common = all(n.strength == "bare" for n in names)
        if len(candidates) == 1:
            return (candidates[0], ()) if not common or self._score(candidates[0]) > 0 else (None, tuple(candidates))
        scored = sorted(((self._score(c), -k, c) for k, c in enumerate(candidates)), reverse=True)
        best, second = scored[0], scored[1]
        if common and best[0] <= 0:
            return None, tuple(candidates[:6])
        if best[0] > second[0] or (names[0].strength == "short" and best[0] == second[0]):
            return best[2], ()
        return None, tuple(candidates[:6])

    def _score(self, body_id: str) -> float:
        country = bodies.body(body_id).country
        score = float(self.weights[body_id])
        if country:
            score += min(self.weights["home:" + country], 5) * 0.5
        return score


def governs(chunks: list[Chunk], at: int) -> bool:
    """Whether the body at ``chunks[at]`` holds the vote that the sentence tells."""
    chunk = chunks[at]
    before = chunks[at - 1] if at else None
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if before is not None:
        if before.sym == "OF" or before.unit.lower == "of":
            previous = chunks[at - 2].unit.lower if at >= 2 else ""
            return not (previous in _ASIDES or chunks[at - 2].sym in ("VOTER", "DELEGATE") if at >= 2 else False) and any(
                c.sym in ("OUTCOME", "COUNT", "NUM") for c in chunks[max(0, at - 3) : at]
            )
        if before.unit.lower == "from" and any(
            c.unit.lower
            in (
                "suspend",
                "suspending",
                "suspended",
                "expel",
                "expelled",
                "expelling",
                "remove",
                "removed",
                "suspension",
                "expulsion",
                "exclude",
            )
            for c in chunks[max(0, at - 8) : at]
        ):
            return False
        if before.sym == "OUTCOME":
            return True
        if before.sym == "BY":
            previous = chunks[at - 2] if at >= 2 else None
            return (
                previous is None
                or previous.sym in ("PASS", "FAIL", "ACT", "PASSIVE", "OUTCOME")
                or previous.unit.lower
                not in (
                    "called",
                    "convened",
                    "requested",
                    "imposed",
                    "set",
                    "established",
                    "summoned",
                    "authorised",
                    "authorized",
                    "mandated",
                    "endorsed",
                )
            )
        if before.sym == "IN" and before.unit.lower in _INSIDE:
            return not (at >= 2 and chunks[at - 2].unit.lower in _ASIDES)
        if before.sym in ("IN", "TO", "INCL", "WITH"):
            return False
    if after is None:
        return True
    if chunk.unit.possessive and after.sym not in ("OUTCOME",):
        return False
    follows = [c.sym for c in chunks[at + 1 : at + 6]]
    if (before is None or before.sym in ("COMMA", "SEMI", "CONTRAST", "AND", "VOTES", "COLON")) and any(
        s in ("MOTION", "IT") for s in follows[:3]
    ):
        return True
    if follows[:1] == ["OUTCOME"] and after.unit.lower.startswith(("vote", "ballot")):
        return True
    if any(s in ("PASS", "FAIL", "ACT", "VOTE", "UNREAL") for s in follows[:3]):
        return True
    return before is not None and before.sym in ("PASS", "FAIL", "ACT") or "PASS" in follows or "FAIL" in follows
