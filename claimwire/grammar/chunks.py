"""Chunks: what the clauses are made of, each with the one letter that the rules of `patterns` speak about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from claimwire.claims import Actor, Qualifier
from claimwire.grammar.units import Unit

SYMBOLS: Final = {
    "COUNT": "C", "VOTES": "V", "NUM": "n", "SUB": "s", "TALLY": "T", "LABEL": "O", "WEAK": "g", "BACKING": "k", "OUTCOME": "c",
    "ACT": "A", "UNREAL": "a", "PASSIVE": "p", "PASS": "P", "FAIL": "F", "VOTE": "j", "CAST": "z", "VETONOUN": "v", "UNANIMOUS": "U",
    "LIST": "L", "INCL": "I", "JOIN": "J", "SIDE": "S", "WITH": "K", "EXCEPT": "E", "AMONG": "Z", "VOTER": "H", "OTHERS": "R",
    "MOTION": "M", "BODY": "B", "IT": "Y", "QUOTE": "Q", "SPONSOR": "G", "NEW": "N", "EARLIER": "e", "OWN": "x", "TITLED": "D",
    "BE": "b", "REL": "r", "NOT": "f", "MODAL": "m", "REFUSE": "d", "DELEGATE": "l", "GET": "q", "SAME": "X",
    "AND": "1", "CONTRAST": "2", "COMMA": "3", "SEMI": "4", "COLON": "5", "DASH": "6", "OPEN": "7", "CLOSE": "8", "BULLET": "9",
    "STOP": "0",
    "WORD": "w", "OF": "o", "TO": "t", "BY": "y", "W": "W", "IN": "i", "THRESHOLD": "u", "ELECTION": "h", "POLL": "%",
    "FIRST": "_", "FINAL": "-",
}  # fmt: skip
"""The name of each kind of chunk and its letter in the strings that the rules of `patterns` search."""


PLAIN: Final = frozenset(
    "LABEL WEAK INCL JOIN SIDE WITH EXCEPT BODY IT QUOTE BE REL AND CONTRAST COMMA SEMI COLON DASH OPEN CLOSE "
    "BULLET OF TO BY W IN SPONSOR THRESHOLD AMONG BACKING "
    "UNANIMOUS SAME OUTCOME ELECTION POLL NEW EARLIER OWN FIRST FINAL NOT MODAL VOTER OTHERS TITLED DELEGATE STOP REFUSE GET".split()
)
"""Tags of units that make a chunk of the same name, one unit each."""


@dataclass(slots=True)
class Named:
    """An actor named at a place of the text; ``actor`` is ``None`` where the name may mean several.

    ``home`` is the state for which a person is said to stand: ``Ambassador Ana Brun of Chile``.
    """

    actor: Actor | None
    start: int
    end: int
    titled: bool = False
    home: Actor | None = None


@dataclass(slots=True)
class Phrase:
    """A complete motion phrase: what it says about the motion it means."""

    noun: str
    start: int
    end: int
    definite: bool = False
    indefinite: bool = False
    new: str | None = None
    own: bool = False
    stage: str | None = None
    plural: bool = False
    earlier: bool = False
    sponsors: list[Named] = field(default_factory=list)
    title: str | None = None
    title_start: int = 0
    title_end: int = 0
    identifier: str | None = None
    body: Unit | None = None
    words: frozenset[str] = frozenset()
    head: bool = True


@dataclass(slots=True)
class Chunk:
    """One chunk of a sentence. Which fields are filled depends on ``sym``."""

    sym: str
    start: int
    end: int
    first: int
    after: int
    unit: Unit
    option: str | None = None
    value: int = -1
    high: int | None = None
    third: int | None = None
    qualifier: Qualifier = "exact"
    size: int | None = None
    rest: int | None = None
    named: list[Named] = field(default_factory=list)
    phrase: Phrase | None = None
    result: str | None = None
    form: str | None = None
    flags: frozenset[str] = frozenset()
    gated: bool = False

    def has(self, flag: str) -> bool:
        """Whether the chunk carries this flag."""
        return flag in self.flags


def single(sym: str, unit: Unit, at: int, option: str | None = None) -> Chunk:
    """A chunk of one unit, the one at ``at``."""
    return Chunk(sym, unit.start, unit.end, at, at + 1, unit, option=option)


def after_number(chunks: list[Chunk]) -> bool:
    """Whether the last chunk is a number of votes or voters."""
    return bool(chunks) and chunks[-1].sym in ("NUM", "COUNT", "VOTES", "SUB")
