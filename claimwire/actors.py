"""Who can vote, speak or sponsor, and by what names: states, groups and parties, as data.

The rows are in ``claimwire/data``: ``states.csv``, ``groups.csv``, ``parties.csv``,
``leaders.csv`` (whose ``X administration`` means which state) and ``names.csv``
(everything else). In a cell, ``;`` parts names, ``=`` in front says that case must
match (``=CAR``), ``?`` that the word has another common sense (``?Coalition``).
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Final, Literal, cast

from claimwire.claims import Actor

Use = Literal[
    "name", "official", "former", "abbreviation", "capital", "metonym",
    "administration", "adjective", "people", "party", "group", "none",
]  # fmt: skip

ADMINISTRATIONS: Final = ("{} administration", "{}'s administration", "{} government", "{}'s government", "{} regime", "{} White House")
"""How the press makes a government of a leader's surname."""


@dataclass(frozen=True, slots=True)
class Name:
    """One wording that names an actor.

    ``form`` is as printed, with straight apostrophes, without ``the`` and without a
    possessive. ``cased``: only this spelling of case counts (``US``, ``CAR``); other
    forms match in any case but all lower. ``ambiguous``: the word has another common
    sense (``Georgia``, ``Jordan``), or names several actors. A name whose ``use`` is
    ``none`` has no actor (``""``): it is there so that ``South America`` is not America.
    """

    form: str
    actor: str
    use: Use
    cased: bool = False
    ambiguous: bool = False


def states() -> tuple[Actor, ...]:
    """The 193 members of the United Nations, its two observers, and others that vote or are spoken of."""
    return tuple(a for a in _actors().values() if a.kind == "country")


def groups() -> tuple[Actor, ...]:
    """Groups and organisations of states (European Union, Arab states, permanent members …)."""
    return tuple(_actors()[row["id"]] for row in rows("groups"))


def parties() -> tuple[Actor, ...]:
    """Political parties and groups of parliaments; ``home`` says of which country."""
    return tuple(_actors()[row["id"]] for row in rows("parties"))


def actor(id: str) -> Actor:
    """The state, group or party of this id; ``KeyError`` if there is none."""
    return _actors()[id]


def by_code(code: str) -> Actor:
    """The state of an ISO 3166-1 code of three or two letters; ``KeyError`` if there is none."""
    return _codes()[code.upper()]


def members(group: str) -> tuple[str, ...]:
    """Ids of the states in a group, sorted; empty where membership is not fixed or the id is no group's."""
    return _members().get(group, ())


def home(party: str) -> str | None:
    """The id of a party's state (``european-union`` for groups of the European Parliament), if it is a party."""
    return _homes().get(party)


@functools.cache
def un_members() -> frozenset[str]:
    """Ids of the member states of the United Nations."""
    return frozenset(row["id"] for row in rows("states") if row["status"] == "member")


@functools.cache
def names() -> tuple[Name, ...]:
    """Every wording of every state, group and party; one form has several rows where it can mean several."""
    found: dict[tuple[str, str, Use], Name] = {}
    for name in (*_state_names(), *_group_names(), *_party_names(), *_leader_names(), *_other_names()):
        found[name.form, name.actor, name.use] = name
    meant: dict[str, set[str]] = {}
    for name in found.values():
        meant.setdefault(name.form.lower(), set()).add(name.actor)
    return tuple(Name(n.form, n.actor, n.use, n.cased, ambiguous=True) if len(meant[n.form.lower()]) > 1 else n for n in found.values())


def rows(table: str) -> list[dict[str, str]]:
    """The rows of ``claimwire/data/<table>.csv``, every cell a string."""
    text = resources.files("claimwire.data").joinpath(f"{table}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@functools.cache
def _actors() -> dict[str, Actor]:
    found = {}
    for row in rows("states"):
        codes = (("iso3166-1-alpha3", row["iso3"]), ("iso3166-1-alpha2", row["iso2"]), ("wikidata", row["wikidata"]))
        found[row["id"]] = Actor(row["id"], row["name"], "country", codes)
    for row in rows("groups"):
        kind: Literal["group", "organization"] = "organization" if row["kind"] == "organization" else "group"
        found[row["id"]] = Actor(row["id"], row["name"], kind, _wikidata(row))
    for row in rows("parties"):
        found[row["id"]] = Actor(row["id"], row["name"], "group", _wikidata(row))
    return found


def _wikidata(row: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return (("wikidata", row["wikidata"]),) if row["wikidata"] else ()


@functools.cache
def _codes() -> dict[str, Actor]:
    return {code: a for a in states() for scheme, code in a.identifiers if scheme != "wikidata"}


@functools.cache
def _members() -> dict[str, tuple[str, ...]]:
    return {row["id"]: tuple(sorted(by_code(c).id for c in row["members"].split(";"))) for row in rows("groups") if row["members"]}


@functools.cache
def _homes() -> dict[str, str]:
    return {row["id"]: row["country"] for row in rows("parties")}


def _forms(cell: str, actor_id: str, use: Use) -> Iterator[Name]:
    for form in filter(None, cell.split(";")):
        bare = form.lstrip("=?")
        flags = form[: len(form) - len(bare)]
        yield Name(bare, actor_id, use, "=" in flags, "?" in flags)


def _state_names() -> Iterator[Name]:
    uses: tuple[tuple[str, Use], ...] = (
        ("name", "name"), ("official", "official"), ("other", "name"), ("former", "former"),
        ("adjectives", "adjective"), ("people", "people"), ("capital", "capital"),
    )  # fmt: skip
    for row in rows("states"):
        for column, use in uses:
            yield from _forms(row[column], row["id"], use)


def _group_names() -> Iterator[Name]:
    for row in rows("groups"):
        yield Name(row["name"], row["id"], "group")
        yield from _forms(row["names"], row["id"], "group")
        yield from _forms(row["adjectives"], row["id"], "adjective")


def _party_names() -> Iterator[Name]:
    for row in rows("parties"):
        yield Name(row["name"], row["id"], "party")
        yield from _forms(row["names"], row["id"], "party")
        yield from _forms(row["people"], row["id"], "people")
        yield from _forms(row["adjectives"], row["id"], "adjective")


def _leader_names() -> Iterator[Name]:
    for row in rows("leaders"):
        for pattern in ADMINISTRATIONS:
            if "White House" not in pattern or row["actor"] == "united-states":
                yield Name(pattern.format(row["surname"]), row["actor"], "administration")


def _other_names() -> Iterator[Name]:
    for row in rows("names"):
        flags = row["flags"].split()
        yield Name(row["form"], row["actor"], cast(Use, row["use"]), "cased" in flags, "ambiguous" in flags)
