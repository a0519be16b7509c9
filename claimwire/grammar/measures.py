"""What a figure measures and of whom: words near a number, from ``claimwire/data/measures.toml``."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

from claimwire import actors
from claimwire.grammar.lexicon import bare, gazetteer
from claimwire.grammar.passages import Piece
from claimwire.grammar.wordlists import word_list
from claimwire.outlets import slug_of

AHEAD: Final = 14
BEHIND: Final = 10
_TOLD_ALONE: Final = frozenset("dead missing displaced homeless wounded injured".split())
_STOPS: Final = frozenset(";.!?")
_CLAUSE_WORDS: Final = frozenset(("while", "whereas", "but"))


class Words(dict[str, str]):
    """Words, one to four of them -> measure or class; ``firsts`` are the words that an entry begins with."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        super().__init__(rows)
        self.firsts = frozenset(entry.split()[0] for entry in rows)


@dataclass(frozen=True, slots=True)
class Measures:
    """The tables of ``measures.toml``."""

    nouns: Words
    states: Words
    verbs: Words
    verbs_of_troops: Words
    verbs_of_lives: Words
    told: Words
    """Nouns and states."""
    told_or_done: Words
    """States and verbs."""
    tolls_and_told: Words
    money: Words
    populations: Words
    people: frozenset[str]
    """Words of which one stands near every number of people."""
    alone: frozenset[str]
    never: frozenset[str]
    tolls: frozenset[str]
    toll_verbs: frozenset[str]
    superseded_before: tuple[str, ...]
    superseded_after: tuple[str, ...]


@functools.cache
def measures() -> Measures:
    """The measures, read once."""
    data: dict[str, Any] = tomllib.loads(resources.files("claimwire.data").joinpath("measures.toml").read_text("utf-8"))
    rows = data["measure"]

    def table(column: str) -> Words:
        return Words({word: row["id"] for row in reversed(rows) for word in row.get(column, ())})

    nouns, states, verbs = table("nouns"), table("states"), table("verbs")
    tolls = frozenset(data["tolls"]["words"])

    populations = data["populations"]
    return Measures(
        nouns=nouns,
        states=states,
        verbs=Words({word: value for word, value in verbs.items() if word not in ("lost", "claimed")}),
        verbs_of_troops=Words({word: value for word, value in verbs.items() if word != "claimed"}),
        verbs_of_lives=verbs,
        told=Words(nouns | states),
        told_or_done=Words(states | verbs),
        tolls_and_told=Words(dict.fromkeys(tolls, "") | nouns | {word: value for word, value in states.items() if word in _TOLD_ALONE}),
        money=table("words"),
        populations=Words({w: name for name, words in populations.items() if name not in ("alone", "never") for w in words}),
        people=_near_people(nouns, states, verbs, populations, tolls),
        alone=frozenset(populations["alone"]),
        never=frozenset(populations["never"]),
        tolls=tolls,
        toll_verbs=frozenset(data["tolls"]["verbs"]),
        superseded_before=tuple(data["superseded"]["before"]),
        superseded_after=tuple(data["superseded"]["after"]),
    )


def _near_people(nouns: Words, states: Words, verbs: Words, populations: dict[str, list[str]], tolls: frozenset[str]) -> frozenset[str]:
    """Single words that make a number worth a look; those that every vote has are left out."""
    words = {w for name, row in populations.items() if name != "never" for w in row} | set(tolls)
    words |= {part for entry in (*nouns, *states, *verbs) for part in entry.split()}
    return frozenset(w for w in words if len(w) > 2) - word_list("measures.common")


def match(table: Words, pieces: Sequence[Piece], at: int) -> tuple[str, int] | None:
    """(value, how many pieces) of the longest entry of ``table`` that begins at ``pieces[at]``."""
    if at >= len(pieces) or pieces[at].lower not in table.firsts:
        return None
    for length in (4, 3, 2, 1):
        if at + length <= len(pieces):
            form = " ".join(p.lower for p in pieces[at : at + length])
            if form in table:
                return table[form], length
    return None


def ahead(table: Words, pieces: Sequence[Piece], at: int, reach: int = AHEAD) -> tuple[str, int] | None:
    """(value, index after) of the first entry to the right, inside the clause."""
    for n in range(at, min(at + reach, len(pieces))):
        if pieces[n].text in _STOPS or pieces[n].lower in _CLAUSE_WORDS:
            return None
        found = match(table, pieces, n)
        if found is not None:
            return found[0], n + found[1]
    return None


def behind(table: Words, pieces: Sequence[Piece], at: int, reach: int = BEHIND) -> tuple[str, int] | None:
    """(value, its index) of the nearest entry to the left, inside the clause."""
    for n in range(at - 1, max(-1, at - 1 - reach), -1):
        if pieces[n].text in _STOPS:
            return None
        found = match(table, pieces, n)
        if found is not None and n + found[1] <= at:
            return found[0], n
    return None


def adjective_slug(actor: str) -> str:
    """The slug of a state's adjective: ``ukrainian`` of ``ukraine``; the state's id where it has none."""
    return _adjectives().get(actor, actor)


@functools.cache
def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in actors.names():
        if name.use == "adjective" and not name.cased and len(name.form) > 3:
            found.setdefault(name.actor, slug_of(name.form))
    return found


def state_of(piece: Piece, *, adjective: bool) -> str | None:
    """The id of the state that a single word names, as an adjective or people, or as a noun."""
    if not piece.cap:
        return None
    uses = ("adjective", "people") if adjective else ("name", "abbreviation", "official", "capital", "metonym", "group")
    found = {
        row.actor
        for row in gazetteer().get(bare(piece.lower), ())
        if row.use in uses and (not row.cased or piece.text.startswith(row.form))
    }
    return found.pop() if len(found) == 1 else None


def population_of(pieces: Sequence[Piece], first: int, noun: int, kind: str) -> str | None:
    """The slug of who is counted: ``ukrainian-troops``, ``civilians``, ``palestinians``."""
    state = next((s for n in range(first, noun + 1) if (s := state_of(pieces[n], adjective=True))), None)
    if state is None:
        state = _place(pieces, noun + 1)
    if state is None and kind in ("troops", "people"):
        state = _loser(pieces, first)
    if kind == "people":
        return f"{adjective_slug(state)}-people" if state else None
    return f"{adjective_slug(state)}-{kind}" if state else kind


def _place(pieces: Sequence[Piece], at: int) -> str | None:
    """The state in ``in Ukraine`` or ``across Sudan`` right behind the noun."""
    for n in range(at, min(at + 2, len(pieces) - 1)):
        if pieces[n].lower in ("in", "across", "inside", "within", "throughout", "from"):
            return state_of(pieces[n + 1], adjective=False)
    return None


def _loser(pieces: Sequence[Piece], at: int) -> str | None:
    """The state that lost its soldiers: ``Russia has lost 198,000``."""
    for n in range(at - 1, max(-1, at - 6), -1):
        if pieces[n].lower in ("lost", "losing", "lose", "suffered"):
            return next((s for m in range(n - 1, max(-1, n - 4), -1) if (s := state_of(pieces[m], adjective=False))), None)
    return None
