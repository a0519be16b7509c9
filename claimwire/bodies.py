"""Where votes are held: assemblies, councils, chambers, boards and courts, and by what names, as data.

The rows are in ``claimwire/data/bodies.csv`` and ``us_legislatures.csv``; see
docs/bodies.md for what each column says. Names of national bodies are made of the
state's adjectives and names and the body's nouns (``Israeli parliament``, ``Israel's
lawmakers``), so that a row needs only what is particular to it.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, cast

from claimwire.actors import Name, actor, by_code, names, rows
from claimwire.claims import Option
from claimwire.outlets import slug_of

Members = Literal["states", "persons", "associations"]
Strength = Literal["full", "short", "bare"]
Role = Literal["body", "voters", "size"]

OPTIONS: Final[tuple[Option, ...]] = ("yes", "no", "abstain")
_STATES_VOTE: Final = frozenset({"council", "assembly", "board", "committee", "commission", "conference"})
_SIZED: Final[dict[Members, tuple[str, ...]]] = {
    "states": ("member", "nation", "country", "state", "strong"),
    "associations": ("member", "nation", "strong"),
    "persons": ("member", "seat", "strong"),
}
_NATIONAL: Final = frozenset({"chamber", "parliament", "court", "congress"})
"""Kinds that are called by their country: ``Turkish parliament``."""
_LONGEST_WORD: Final = 24
"""Longer names (``Democratic Republic of the Congo``) do not stand before a noun as they are."""
_SIZED_NOUNS: Final[dict[str, tuple[str, ...]]] = {
    "chamber": ("chamber", "house", "parliament", "legislature", "assembly", "senate"),
    "parliament": ("parliament", "chamber", "legislature", "assembly", "house"),
    "court": ("court", "panel", "bench"),
}


@dataclass(frozen=True, slots=True)
class Body:
    """One body that votes.

    ``size`` is how many may vote today (``None`` where that is not fixed), ``largest``
    the most votes there ever were since about 1990 (a vice-president who breaks ties is one): sums
    beyond it cannot be this body's.
    ``country`` is the id of its state, ``group`` of the group whose members sit there.
    ``options`` are those it uses; ``pass_votes`` how many yes it needs where fixed.
    ``parent`` is the body of which it is a part, ``organization`` the actor whose members
    vote there (IAEA: its board). ``nouns`` and ``voter_nouns`` are how
    it and its members are called once it is known.
    """

    id: str
    name: str
    kind: str
    size: int | None
    largest: int | None
    country: str | None = None
    members: Members = "persons"
    group: str | None = None
    options: tuple[Option, ...] = OPTIONS
    veto: bool = False
    permanent: tuple[str, ...] = ()
    pass_votes: int | None = None
    parent: str | None = None
    organization: str | None = None
    nouns: tuple[str, ...] = ()
    voter_nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyName:
    """One wording that names a body, or its members (role ``voters``), or its size (``15-member council``).

    ``full`` names this body alone, ``short`` names it among few (``House of
    Representatives``; the organisation for its council), ``bare`` is any body's noun
    (``the council``). One short or bare form has a row for each body, likeliest first.
    """

    form: str
    body: str
    strength: Strength
    role: Role = "body"
    cased: bool = False


@functools.cache
def bodies() -> tuple[Body, ...]:
    """All bodies, the likeliest in the press first."""
    return (*(_body(row) for row in rows("bodies")), *(b for b, _ in _us_legislatures()))


def body(id: str) -> Body:
    """The body of this id; ``KeyError`` if there is none."""
    return _by_id()[id]


@functools.cache
def body_names() -> tuple[BodyName, ...]:
    """Every wording of every body, in order of bodies. A full name that two bodies share is only short."""
    found: dict[tuple[str, str, Role], BodyName] = {}
    bodies_of: dict[str, set[str]] = {}
    tables = (*((_names_of(row, body(row["id"]))) for row in rows("bodies")), *(made for _, made in _us_legislatures()))
    for name in itertools.chain.from_iterable(tables):
        key = (name.form.lower(), name.body, name.role)
        if key not in found or (found[key].cased and not name.cased):
            found[key] = name
        if name.strength == "full":
            bodies_of.setdefault(name.form.lower(), set()).add(name.body)
    return tuple(replace(n, strength="short") if n.strength == "full" and len(bodies_of[n.form.lower()]) > 1 else n for n in found.values())


@functools.cache
def of_size(size: int) -> tuple[str, ...]:
    """Ids of the bodies of this size, likeliest first: ``the 15-member council``, ``the 120-seat parliament``."""
    return tuple(b.id for b in bodies() if size in (b.size, b.largest) and b.parent is None)


@functools.cache
def _by_id() -> dict[str, Body]:
    return {b.id: b for b in bodies()}


def _body(row: dict[str, str]) -> Body:
    more = dict(pair.split("=", 1) for pair in row["more"].split())
    size = int(row["size"]) if row["size"] else None
    members = more.get("members", "states" if row["kind"] in _STATES_VOTE else "persons")
    return Body(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        size=size,
        largest=int(row["largest"]) if row["largest"] else size,
        country=row["country"] or None,
        members=cast(Members, members),
        group=more.get("group"),
        options=cast(tuple[Option, ...], tuple(_cell(row["options"]))) or OPTIONS,
        veto="veto" in more,
        permanent=tuple(by_code(code).id for code in _cell(more.get("permanent", ""))),
        pass_votes=int(more["pass"]) if "pass" in more else None,
        parent=more.get("parent"),
        organization=more.get("organization"),
        nouns=tuple(n.lstrip("=?") for n in (*_cell(row["nouns"]), *_cell(row["bare"]))),
        voter_nouns=tuple(n.lstrip("=?") for n in _cell(row["voters"])),
    )


def _cell(text: str) -> list[str]:
    return [part for part in text.split(";") if part]


def _names_of(row: dict[str, str], of: Body) -> Iterator[BodyName]:
    yield BodyName(row["name"], of.id, "full")
    for form in _cell(row["names"]):
        bare = form.lstrip("=?")
        flags = form[: len(form) - len(bare)]
        yield BodyName(bare, of.id, "short" if "?" in flags else "full", "body", "=" in flags)
    for column, role in (("nouns", "body"), ("voters", "voters"), ("bare", "body")):
        for form in _cell(row[column]):
            noun = form.lstrip("=?")
            if column != "bare":
                yield from _of_country(noun, of, cast(Role, role))
            yield BodyName(noun, of.id, _strength(noun), cast(Role, role), form.startswith("="))
    if of.size and not of.parent:
        for size in dict.fromkeys((of.size, of.largest)):
            for noun in _sized_nouns(of):
                for unit in _SIZED[of.members]:
                    yield BodyName(f"{size}-{unit} {noun}", of.id, "short", "size")


def _strength(noun: str) -> Strength:
    """Proper names are shared by few bodies; nouns in lower case by many."""
    return "short" if noun[0].isupper() and " " in noun else "bare"


def _sized_nouns(of: Body) -> tuple[str, ...]:
    made = _SIZED_NOUNS.get(of.kind, (of.kind, "body"))
    return tuple(dict.fromkeys((*made, *(n for n in of.nouns if n.islower() and " " not in n), "body", *of.nouns[:1])))


def _of_country(noun: str, of: Body, role: Role) -> Iterator[BodyName]:
    if of.country is None or of.kind not in _NATIONAL:
        return
    for word in _country_words(of.country):
        yield BodyName(f"{word} {noun}", of.id, "full", role)
    yield BodyName(f"{noun} of {actor(of.country).name}", of.id, "full", role)


@functools.cache
def _country_words(country: str) -> tuple[str, ...]:
    """What may stand before the noun: adjectives, short names, abbreviations, and their possessives."""
    words: list[str] = []
    for name in _names_by_actor()[country]:
        if name.use == "adjective":
            words.append(name.form)
        elif name.use in ("name", "abbreviation") and name.form[0].isupper() and len(name.form) <= _LONGEST_WORD:
            words += [name.form, name.form + "'s"]
            if name.form.endswith("s"):
                words.append(name.form + "'")
    return tuple(dict.fromkeys(words))


@functools.cache
def _names_by_actor() -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names():
        found.setdefault(name.actor, []).append(name)
    return found


@functools.cache
def _us_legislatures() -> tuple[tuple[Body, tuple[BodyName, ...]], ...]:
    """The chambers of the fifty states of the United States, with their names; who presides over a senate may break a tie."""
    made = []
    for row in rows("us_legislatures"):
        state = row["state"]
        for noun, size in ((row["lower"], row["lower_size"]), ("Senate", row["upper_size"])):
            if not noun:
                continue
            name = f"{state} {noun}"
            largest = int(size) + (noun == "Senate")
            chamber = Body(
                slug_of(name), name, "chamber", int(size), largest, "united-states", options=("yes", "no", "not voting"),
                organization=slug_of(f"{state} legislature"),
                nouns=(noun, "House", "chamber") if noun != "Senate" else (noun, "chamber"),
                voter_nouns=("lawmakers", "senators") if noun == "Senate" else ("lawmakers", "delegates", "representatives"),
            )  # fmt: skip
            made.append((chamber, tuple(_legislature_names(state, noun, chamber.id))))
    return tuple(made)


def _legislature_names(state: str, noun: str, id: str) -> Iterator[BodyName]:
    nouns = (noun, "House", "state House", "state House of Representatives") if noun != "Senate" else (noun, "state Senate", "state senate")
    if state == "Nebraska":
        nouns = (*nouns, "Legislature", "unicameral Legislature")
    for word in (state, f"{state}'s", f"{state} state"):
        for each in nouns:
            yield BodyName(f"{word} {each}", id, "full")
    yield BodyName("state Senate" if noun == "Senate" else f"state {noun}", id, "bare")
    if noun != "Senate":
        yield BodyName("state House", id, "bare")
    voters = "senators" if noun == "Senate" else "representatives"
    yield BodyName(f"{state} state {voters}", id, "full", "voters")
    yield BodyName(f"{state} {'state senators' if noun == 'Senate' else 'House members'}", id, "full", "voters")
    yield BodyName(f"{state} lawmakers", id, "short", "voters")
    yield BodyName(f"{state} legislators", id, "short", "voters")
    yield BodyName(f"{state} Legislature", id, "short")
    yield BodyName(f"{state} legislature", id, "short")
