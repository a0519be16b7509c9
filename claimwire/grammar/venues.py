"""Which body a wording means in this article: full names, parties, states and the outlet's country decide what ``the House`` is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from claimwire import bodies
from claimwire.bodies import BodyName
from claimwire.grammar.homes import Homes, chamber_of_party, of_organization
from claimwire.grammar.owners import owners_of
from claimwire.grammar.starting import at_word
from claimwire.grammar.statehouses import chambers_meant, local_chambers
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

FULL, SHORT = 6.0, 1.0
"""What one full or short wording adds for its body; a bare one adds nothing."""
MOST: Final = 200
"""So many mentions of bodies are weighed; no article has more to say about where it is."""
_AT_HOME: Final = frozenset({"chamber", "parliament", "congress"})
"""Kinds of body that a country's name alone can tell: ``lawmakers`` in a story about Kenya."""
_COUNCIL_RULES: Final = re.compile(
    at_word(
        (
            r"nine (?:affirmative |positive )?votes\b",
            *(r"five permanent members?\b", r"any permanent members?\b", r"permanent members? of the [Cc]ouncil\b"),
        )
    )
)
_VETO: Final = re.compile(r"\b[Vv]eto|\bnegative vote|‘?no’? vote from", re.IGNORECASE)
_CONFIDENCE: Final = re.compile(
    r"\b(?:no[- ]confidence|non-confidence|confidence (?:vote|motion)|(?:vote|motion) of (?:no )?confidence)\b", re.IGNORECASE
)
_CONGRESS: Final = frozenset({"us-house-of-representatives", "us-senate"})
Resolved = tuple[str | None, tuple[str, ...]]


class Venues:
    """What an article says about its bodies as a whole."""

    def __init__(self, units: Iterable[Unit], text: str = "", url: str | None = None) -> None:
        self.own: defaultdict[str, float] = defaultdict(float)
        heard = Homes()
        self.homes = heard.weights
        self.united_nations = 0
        self.local = local_chambers(text)
        self.of_confidence = "confidence" in text.lower() and _CONFIDENCE.search(text) is not None
        for chamber in self.local:
            self.own[chamber] += FULL
        self.mentions: list[Unit] = []
        units = list(units)
        self.owned, named = owners_of(text, units)
        for body, times in named.items():
            self.own[body] += min(times, 4) * SHORT / 4
        for unit in units:
            if unit.tag == "BODY":
                self._hear_body(unit)
            elif unit.tag == "UN":
                self.united_nations += 1
            elif unit.tag == "NAME":
                self._hear_name(unit, heard)
            elif unit.tag == "CAP":
                heard.hear_word(unit)
        heard.settle(units, text, url)
        self._hear_sizes(units)
        if not self.own["un-security-council"] and _COUNCIL_RULES.search(text) and _VETO.search(text):
            self.own["un-security-council"] += FULL

    def _hear_sizes(self, units: list[Unit]) -> None:
        """``the National Assembly has 349 members``: of the bodies that a noun can mean, the one of that size."""
        for at, unit in enumerate(units):
            if unit.tag != "NUM" or unit.value < 10 or not 1 < at + 1 < len(units) or not _is_member(units[at + 1]):
                continue
            before = units[max(0, at - 5) : at] if units[at - 1].tag == "HAVE" or units[at - 1].possessive else []
            after = units[at + 2 : at + 5] if units[at - 1].lower == "the" else []
            beside = [u for u in (*before, *after) if u.tag == "BODY" and u.sense.bodies[0].role == "body"]
            for name in beside[-1].sense.bodies if beside else ():
                body = bodies.body(name.body)
                at_home = body.country is None or self.homes[body.country] > 0 or not any(self.homes.values())
                if at_home and unit.value in (body.size, body.largest):
                    self.own[name.body] += FULL

    def _hear_body(self, unit: Unit) -> None:
        if len(self.mentions) < MOST:
            self.mentions.append(unit)
        names = unit.sense.bodies
        if unit.start in self.owned:
            self.own[self.owned[unit.start]] += FULL
            return
        alone = len({n.body for n in names}) == 1
        for name in names[:1] if alone else names:
            if name.strength == "bare" and not (alone and _is_title(name)):
                continue
            telling = name.strength == "full" or _is_title(name)
            self.own[name.body] += FULL if telling else SHORT
            body = bodies.body(name.body)
            for sibling in of_organization().get(body.organization or "", ()):
                self.own[sibling] += SHORT / 2
            country = body.country
            if country and telling and alone:
                self.homes[country] += 3

    def _hear_name(self, unit: Unit, heard: Homes) -> None:
        share = 1 / max(1, len(unit.sense.names))
        for actor in heard.hear_name(unit):
            for body in of_organization().get(actor, ()):
                self.own[body] += SHORT * share
        chamber = chamber_of_party(unit)
        if chamber:
            self.own[chamber] += FULL / 2

    @property
    def among_nations(self) -> bool:
        """Whether the article speaks of the United Nations."""
        return bool(self.united_nations or self.own["un-general-assembly"] or self.own["un-security-council"])

    def resolve(self, unit: Unit, recent: str | None = None) -> Resolved:
        """(body, ()) where one candidate stands out, (None, candidates) where several remain.

        ``recent`` is the body spoken of last: it is taken where the wording can mean it.
        """
        if unit.start in self.owned:
            return self.owned[unit.start], ()
        here = self._in_state(unit)
        if here:
            return (here[0] if len(here) == 1 else recent if recent in here else None), () if len(here) == 1 or recent in here else tuple(
                here
            )
        names: tuple[BodyName, ...] = unit.sense.bodies
        for name in names:
            if name.strength == "full":
                return name.body, ()
        candidates = list(dict.fromkeys(n.body for n in names))
        likely = [c for c in candidates if self.is_likely(c)]
        if not likely:
            return None, tuple(candidates[:6])
        ranked = sorted(likely, key=lambda c: (-self.score(c), candidates.index(c)))
        best = ranked[0]
        abroad = recent in likely and bodies.body(best).country != bodies.body(recent or best).country and not self._clear(recent or best)
        if recent in likely and self.own[recent] >= SHORT and not (abroad and self.score(best) > self.score(recent or best)):
            return recent, ()
        if len(ranked) == 1 or self.score(best) > self.score(ranked[1]):
            return best, ()
        home = bodies.body(best).country
        tied = [c for c in ranked if self.score(c) == self.score(best)]
        if home and home != "united-states" and all(bodies.body(c).country == home for c in tied):
            return best, ()
        return None, tuple(ranked[:6])

    def _clear(self, body_id: str) -> bool:
        """Whether the article names the body in full."""
        return self.own[body_id] >= FULL

    def _in_state(self, unit: Unit) -> list[str]:
        """The chambers of the story's one American state that the wording can mean."""
        if not self.local or unit.lower.startswith(("us ", "u.s. ", "united states")):
            return []
        full = {n.body for n in unit.sense.bodies if n.strength == "full"} - _CONGRESS
        american = any(bodies.body(n.body).country == "united-states" for n in unit.sense.bodies)
        return chambers_meant(unit.lower, self.local) if american and not full else []

    def score(self, body_id: str) -> float:
        """How much of the article speaks for this body: its own wordings, and its country's where it is a national chamber."""
        body = bodies.body(body_id)
        score = float(self.own[body_id])
        if body.country and body.kind in _AT_HOME:
            score += min(self.homes[body.country], 12)
        return score

    def of_voters(self, units: Iterable[Unit], recent: str | None = None) -> str | None:
        """The body whose members a sentence names: ``MPs``, ``senators``, ``House Republicans``."""
        for unit in units:
            if unit.tag == "BODY" and unit.sense.bodies[0].role == "voters":
                body, _ = self.resolve(unit, recent)
                if body and self._may_mean(unit, body, recent):
                    return body
            elif unit.tag == "NAME" and chamber_of_party(unit):
                return chamber_of_party(unit)
        return None

    def _may_mean(self, unit: Unit, body: str, recent: str | None) -> bool:
        """``lawmakers`` behind ``the Italian Senate`` need not turn to the other chamber."""
        if recent is None or recent == body or unit.sense.bodies[0].strength != "bare":
            return True
        one, two = bodies.body(recent), bodies.body(body)
        return one.country != two.country or not self._clear(recent) or unit.lower not in word_list("venues.any_members")

    def fallback(self) -> Resolved:
        """The body of an article that never says where the vote was: the one that its wordings agree on, if they do."""
        found: Counter[str] = Counter()
        for unit in self.mentions:
            body, _ = self.resolve(unit)
            if body is not None:
                names = unit.sense.bodies
                found[body] += 4 if names[0].strength == "full" or len({n.body for n in names}) == 1 else 1
        ranked = found.most_common(6)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]):
            return ranked[0][0], ()
        if not ranked and self.united_nations:
            return None, ("un-general-assembly", "un-security-council")
        if not ranked and self.of_confidence:
            return self._at_home(), ()
        return None, tuple(body for body, _ in ranked)

    def named(self) -> tuple[str, ...]:
        """The bodies that the article names in full, most often named first."""
        return tuple(sorted((b for b, weight in self.own.items() if weight >= FULL), key=lambda b: -self.own[b]))

    def _at_home(self) -> str | None:
        """The parliament, or lower house, of the one state that the story is about: a government asks nobody else for confidence."""
        ranked = sorted(self.homes.items(), key=lambda home: -home[1])[:2]
        if not ranked or ranked[0][1] < 1 or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        own = [
            b.id for b in bodies.bodies() if b.country == ranked[0][0] and b.kind in ("parliament", "chamber") and "Senate" not in b.name
        ]
        return own[0] if own and ranked[0][0] != "united-states" else None

    def heard(self) -> tuple[str, ...]:
        """The bodies that the article's wordings mean, each once."""
        return tuple(dict.fromkeys(body for body, _ in map(self.resolve, self.mentions) if body is not None))

    def fitting(self, candidates: Iterable[str], votes: int) -> Resolved:
        """Of several bodies the one that can have so many votes, if only one can."""
        able = [c for c in dict.fromkeys(candidates) if (bodies.body(c).largest or votes) >= votes]
        if len(able) == 1:
            return able[0], ()
        exact = [c for c in able if bodies.body(c).size == votes]
        return (exact[0], ()) if len(exact) == 1 else (None, tuple(able))

    def is_likely(self, body_id: str) -> bool:
        """Whether the article gives any reason to think of this body."""
        body = bodies.body(body_id)
        if body.country and self.own[body_id] < FULL:
            return self.homes[body.country] > 0 and (body.kind in _AT_HOME or self.own[body_id] > 0)
        return self.own[body_id] > 0


def _is_member(unit: Unit) -> bool:
    if unit.tag == "BODY":
        return bool(unit.sense.bodies[0].role == "voters")
    return unit.lower in ("members", "member", "seats", "lawmakers", "deputies")


def _is_title(name: BodyName) -> bool:
    """``MEPs``, ``MKs``, ``TDs``: letters that only one body's members have."""
    return name.role == "voters" and name.form.rstrip("s").isupper()
