"""Which state a story is at home in: its names, cities, leaders and parties, the outlet's domain, the state that opens it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Final

from claimwire import actors, bodies
from claimwire.grammar.starting import at_word
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list
from claimwire.outlets import host_of

OUTLET: Final = 0.4
"""What the country of the outlet's domain adds: less than one mention in the text."""
OPENING: Final = 16
"""A state named among so many units of the opening is likely the story's home."""
MOST: Final = 4
"""So many times one word, or one party, is heard at most."""
_AMERICAN: Final = re.compile(
    at_word(
        (
            *(r"R-[A-Z][a-z]", r"D-[A-Z][a-z]", r"I-[A-Z][a-z]", r"Reps?\. [A-Z]", r"GOP\b", r"Capitol Hill\b"),
            *(r"Mike Johnson\b", r"Kevin McCarthy\b", r"Nancy Pelosi\b", r"Paul Ryan\b", r"John Boehner\b", r"Mitch McConnell\b"),
            *(r"Chuck Schumer\b", r"Hakeem Jeffries\b", r"John Thune\b", r"Harry Reid\b", r"Steve Scalise\b"),
        )
    )
)
_OF_STATES: Final = frozenset({"name", "abbreviation", "adjective", "capital", "administration", "group"})


class Homes:
    """How much of an article speaks for each state; ``weights`` is by the state's id."""

    def __init__(self) -> None:
        self.weights: defaultdict[str, float] = defaultdict(float)
        self._heard: Counter[str] = Counter()
        self._shared_parties: list[set[str]] = []

    def hear_word(self, unit: Unit) -> None:
        """A capitalised word: a leader's surname, a city, a party of one state."""
        homes = _home_words().get(unit.lower.removesuffix("'s"))
        if homes is not None:
            self._heard[unit.lower] += 1
            if self._heard[unit.lower] <= MOST:
                for home in homes:
                    self.weights[home] += 0.5 / len(homes)

    def hear_name(self, unit: Unit) -> list[str]:
        """A name of a state or a party; gives the states it may mean."""
        parties = {home for row in unit.sense.names if (home := actors.home(row.actor))}
        if len(parties) > 1:
            self._shared_parties.append(parties)
        named: list[str] = []
        for row in unit.sense.names:
            home = actors.home(row.actor) if len(parties) == 1 else None
            share = 1 / len(unit.sense.names)
            if home:
                self._heard[row.actor] += 1
                often = self._heard[row.actor] > MOST
                self.weights[home] += (0.5 if row.ambiguous or often else 2.0) * share
            elif not parties and row.use in _OF_STATES:
                self.weights[row.actor] += 0.5 * share
                named.append(row.actor)
        return named

    def settle(self, units: Sequence[Unit], text: str, url: str | None) -> None:
        """What is known once the whole article was heard."""
        self.weights["united-states"] += 2 * min(3, sum(1 for _ in _AMERICAN.finditer(text)))
        for country in filter(None, (country_of(url), _country_of_name(url))):
            self.weights[country] += OUTLET
        for unit in units[:OPENING]:
            if unit.tag == "NAME" and len(unit.sense.names) == 1 and unit.sense.names[0].use in ("name", "adjective", "capital"):
                dateline = unit.sense.names[0].use == "capital" and unit.text.isupper()
                self.weights[unit.sense.names[0].actor] += 3 if dateline else 1
        for homes in self._shared_parties:
            named = [h for h in homes if self.weights[h] > OUTLET]
            for home in named or homes:
                self.weights[home] += (2 if named else 0.5) / len(homes)


def chamber_of_party(unit: Unit) -> str | None:
    """``House Republicans``, ``Senate Democrats``."""
    if not unit.lower.startswith(("house ", "senate ")):
        return None
    if not any(actors.home(row.actor) == "united-states" for row in unit.sense.names):
        return None
    return "us-house-of-representatives" if unit.lower.startswith("house ") else "us-senate"


def country_of(url: str | None) -> str | None:
    """The state of a country domain (``.co.ke``: Kenya), or ``None``."""
    last = host_of(url).rpartition(".")[2]
    if len(last) != 2 or last in word_list("homes.liked_domains"):
        return None
    if last == "eu":
        return "european-union"
    try:
        return actors.by_code("gb" if last == "uk" else last).id
    except KeyError:
        return None


def _country_of_name(url: str | None) -> str | None:
    """The state whose adjective or name stands in the outlet's host: ``kenyantimes.example``."""
    host = host_of(url)
    if not host:
        return None
    return next((country for word, country in _words_of_hosts() if word in host), None)


@cache
def _words_of_hosts() -> tuple[tuple[str, str], ...]:
    forms = {n.form.lower().replace(" ", ""): n.actor for n in actors.names() if n.use in ("name", "adjective") and len(n.form) >= 6}
    return tuple((w, a) for w, a in sorted(forms.items(), key=lambda f: -len(f[0])) if actors.actor(a).kind == "country")


@cache
def of_organization() -> dict[str, tuple[str, ...]]:
    """Ids of organisations -> ids of the bodies in which their members vote."""
    found: dict[str, tuple[str, ...]] = {}
    for body in bodies.bodies():
        if body.organization:
            found[body.organization] = (*found.get(body.organization, ()), body.id)
    return found


@cache
def _home_words() -> dict[str, tuple[str, ...]]:
    """Words in lower case -> states, from ``home_words.csv`` and ``leaders.csv``; surnames that are also common words left out."""
    found: dict[str, tuple[str, ...]] = {}
    common = word_list("homes.surnames_too")
    rows = [(row["actor"], row["surname"].lower()) for row in actors.rows("leaders") if row["surname"].lower() not in common]
    rows += [(row["country"], word) for row in actors.rows("home_words") for word in row["words"].split()]
    for home, word in rows:
        if home not in found.get(word, ()):
            found[word] = (*found.get(word, ()), home)
    return found
