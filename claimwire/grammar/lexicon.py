"""The words that make up the names of speakers, and the gazetteer by form: data read once."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from claimwire import actors
from claimwire.grammar.passages import Piece


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of ``speakers.toml`` as sets."""

    honorifics: dict[str, str]
    roles: frozenset[str]
    role_genders: dict[str, str]
    surnames_too: frozenset[str]
    plurals: frozenset[str]
    organizations: frozenset[str]
    documents: frozenset[str]
    papers: frozenset[str]
    stops: frozenset[str]
    determiners: frozenset[str]
    common: frozenset[str]
    particles: frozenset[str]
    modifiers: frozenset[str]
    known: frozenset[str]
    short: dict[str, str]
    heads: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """The words that name speakers, read once."""
    data: dict[str, Any] = tomllib.loads(resources.files("claimwire.data").joinpath("speakers.toml").read_text("utf-8"))
    honorifics = {word: "" if gender == "x" else gender for gender, words in data["honorifics"].items() for word in words}
    roles, plurals = frozenset(data["roles"]["words"]), frozenset(data["plurals"]["words"])
    organizations, papers = frozenset(data["organizations"]["words"]), frozenset(data["documents"]["papers"])
    documents = frozenset(data["documents"]["words"]) - papers
    return Lexicon(
        honorifics=honorifics,
        roles=roles,
        role_genders={word: gender for gender in "fm" for word in data["roles"][gender]},
        surnames_too=frozenset(data["roles"]["surnames_too"]),
        plurals=plurals,
        organizations=organizations,
        documents=documents,
        papers=papers,
        stops=frozenset(data["stops"]["words"]),
        determiners=frozenset(data["stops"]["determiners"]),
        common=frozenset(data["common"]["words"]),
        particles=frozenset(data["particles"]["words"]),
        modifiers=frozenset(data["modifiers"]["words"]),
        known=frozenset(w.lower() for w in data["known"]["organizations"]),
        short=data["short"],
        heads=roles | plurals | organizations | documents | papers,
    )


@functools.cache
def gazetteer() -> dict[str, tuple[actors.Name, ...]]:
    """Lower-case form of every name of a state, group or party -> its rows."""
    table: dict[str, list[actors.Name]] = {}
    for name in actors.names():
        table.setdefault(name.form.lower(), []).append(name)
    return {form: tuple(rows) for form, rows in table.items()}


def bare(lower: str) -> str:
    """A lower-case word without its possessive ending."""
    if lower.endswith("'s"):
        return lower[:-2]
    return lower.removesuffix("'")


def possessive(piece: Piece) -> bool:
    """Whether a piece ends in ``'s`` or ``s'``."""
    return piece.kind == "word" and (piece.lower.endswith("'s") or piece.lower.endswith("s'"))
