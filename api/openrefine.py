"""Which actor is meant by a name in somebody's table: candidates with a score, for OpenRefine's reconciliation."""

from __future__ import annotations

import functools
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from claimwire import actors
from claimwire.claims import Actor
from models import queries

KINDS: Final = {"country": "Country", "person": "Person", "organization": "Organization", "group": "Group"}
PROPERTIES: Final = {
    "iso3166-1-alpha3": "ISO 3166-1 alpha-3 code",
    "iso3166-1-alpha2": "ISO 3166-1 alpha-2 code",
    "wikidata": "Wikidata item",
    "kind": "Kind",
    "name": "Name",
}
SURE: Final = 90.0
_USES: Final = {
    "name": 100.0,
    "official": 100.0,
    "former": 92.0,
    "abbreviation": 96.0,
    "adjective": 70.0,
    "people": 60.0,
    "party": 100.0,
    "group": 100.0,
}
_ARTICLES: Final = ("the ",)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that may be meant, and how likely, from 0 to 100."""

    actor: Actor
    score: float


def candidates(query: str, kinds: frozenset[str], properties: dict[str, str], limit: int) -> list[Candidate]:
    """Actors that a name may mean, the likeliest first. An identifier that fits decides; one that does not rules out."""
    found: dict[str, Candidate] = {}
    for one in (*_by_gazetteer(query), *_by_store(query), *_by_identifier(properties)):
        before = found.get(one.actor.id)
        if before is None or one.score > before.score:
            found[one.actor.id] = one
    fitting = [c for c in found.values() if (not kinds or c.actor.kind in kinds) and _fits(c.actor, properties)]
    return sorted(fitting, key=lambda c: (-c.score, c.actor.id))[:limit]


def result_of(found: list[Candidate]) -> dict[str, Any]:
    """The result of one query: the first is a match where it is sure and alone on top."""
    sure = bool(found) and found[0].score >= SURE and (len(found) == 1 or found[1].score < found[0].score)
    return {"result": [{**entity(c.actor), "score": c.score, "match": sure and n == 0} for n, c in enumerate(found)]}


def entity(actor: Actor) -> dict[str, Any]:
    """An actor as an entity."""
    return {"id": actor.id, "name": actor.name, "type": [{"id": actor.kind, "name": KINDS[actor.kind]}]}


def suggestions(prefix: str, limit: int = 10) -> list[Actor]:
    """Actors with a name that begins so."""
    key = plain(prefix)
    found: dict[str, Actor] = {}
    for form, meant in _index().items():
        if form.startswith(key):
            found |= {actor.id: actor for actor, _ in meant}
    for row in queries.actors(text=prefix, limit=limit).rows if prefix else ():
        actor = _from_row(json.loads(row))
        found.setdefault(actor.id, actor)
    return sorted(found.values(), key=lambda a: (not plain(a.name).startswith(key), a.name))[:limit]


def find(identity: str) -> Actor | None:
    """The actor of an id."""
    try:
        return actors.actor(identity)
    except KeyError:
        stored = queries.actor(identity)
        return None if stored is None else _from_row(json.loads(stored.document))


def value_of(actor: Actor, name: str) -> str | None:
    """A property of an actor."""
    if name in ("kind", "name"):
        return str(getattr(actor, name))
    return dict(actor.identifiers).get(name) or None


def plain(text: str) -> str:
    """A name without case, accents, punctuation and article."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    words = " ".join("".join(c if c.isalnum() else " " for c in folded.replace("'", "").replace("’", "")).split())
    return next((words[len(a) :] for a in _ARTICLES if words.startswith(a)), words)


def _by_gazetteer(query: str) -> Iterator[Candidate]:
    key = plain(query)
    for actor, score in _index().get(key, ()):
        yield Candidate(actor, score)
    wanted = set(key.split())
    if not wanted:
        return
    for form in {form for word in wanted for form in _by_word().get(word, ())} - {key}:
        words = set(form.split())
        share = len(wanted & words) / len(wanted | words)
        for actor, score in _index()[form]:
            yield Candidate(actor, round(score * share * 0.85, 1))


def _by_store(query: str) -> Iterator[Candidate]:
    key = plain(query)
    if not key:
        return
    for row in queries.actors(text=query.replace("\0", "").strip(), limit=20).rows:
        told = json.loads(row)
        names = [plain(name) for name in (told["name"], told["id"].replace("-", " "), *told.get("other_names", []))]
        words = set(key.split())
        share = max(len(words & set(name.split())) / len(words | set(name.split()) or {""}) for name in names)
        yield Candidate(_from_row(told), 100.0 if key in names else round(85 * share, 1))


def _by_identifier(properties: dict[str, str]) -> Iterator[Candidate]:
    for scheme, value in properties.items():
        actor = _by_code().get((scheme, value.upper()))
        if actor is not None:
            yield Candidate(actor, 100.0)


def _fits(actor: Actor, properties: dict[str, str]) -> bool:
    held = dict(actor.identifiers)
    return all(held[scheme].upper() == value.upper() for scheme, value in properties.items() if held.get(scheme))


def _from_row(row: dict[str, Any]) -> Actor:
    return Actor(row["id"], row["name"], row["kind"], tuple(row["identifiers"].items()))


@functools.cache
def _index() -> dict[str, list[tuple[Actor, float]]]:
    """Plain form -> actors it may mean, each with a score."""
    found: dict[str, dict[str, tuple[Actor, float]]] = defaultdict(dict)
    for name in actors.names():
        score = _USES.get(name.use)
        if not name.actor or score is None:
            continue
        actor = actors.actor(name.actor)
        for key, worth in ((plain(name.form), score), (plain(actor.id), 100.0)):
            if key and worth > found[key].get(actor.id, (actor, 0.0))[1]:
                found[key][actor.id] = (actor, worth)
        for scheme, code in actor.identifiers:
            if scheme != "wikidata" and code:
                found[plain(code)][actor.id] = (actor, 98.0)
    return {key: list(meant.values()) for key, meant in found.items()}


@functools.cache
def _by_word() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for form in _index():
        for word in form.split():
            found[word].add(form)
    return dict(found)


@functools.cache
def _by_code() -> dict[tuple[str, str], Actor]:
    known = {actor.id: actor for meant in _index().values() for actor, _ in meant}
    return {(scheme, code.upper()): actor for actor in known.values() for scheme, code in actor.identifiers if code}
