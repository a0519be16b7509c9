"""Armed conflicts: wars that articles speak of, with their parties and the figures told about them.

The word is the Uppsala Conflict Data Program's; it has nothing to do with a
``Conflict``, which is a dispute between claims. The wars are rows of
``claimwire/data/armed_conflicts.toml``.
"""

from __future__ import annotations

import datetime
import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from claimwire import actors

if TYPE_CHECKING:
    from claimwire.figures import Figure

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a war: a state's or group's id, its name, and words that call its people."""

    id: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArmedConflict:
    """A war. ``kind`` is UCDP's: interstate, intrastate, internationalized intrastate, one-sided violence.

    ``since`` and ``until`` are ISO years, months or days; ``until`` is ``None`` while it lasts.
    """

    id: str
    name: str
    kind: str
    since: str
    until: str | None
    places: tuple[str, ...]
    names: tuple[str, ...]
    parties: tuple[tuple[Party, ...], tuple[Party, ...]]
    identifiers: Mapping[str, str]

    @property
    def words(self) -> frozenset[str]:
        """What its parties and their people are called, as parts of a population's slug."""
        return frozenset(word for side in self.parties for party in side for word in (party.id, *party.words))

    def to_record(self) -> dict[str, Any]:
        """As JSON values: the two sides under ``parties``."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "since": self.since,
            "until": self.until,
            "parties": [[{"id": p.id, "name": p.name} for p in side] for side in self.parties],
            "identifiers": dict(self.identifiers),
        }


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is told of one measure and population: lowest, highest, and the one most sources give.

    ``best`` is the newest of the values that most independent sources tell. ``told``
    are the figures themselves, newest first.
    """

    measure: str
    population: str | None
    unit: str
    low: float
    best: float
    high: float
    told: tuple[Figure, ...]


def armed_conflicts() -> tuple[ArmedConflict, ...]:
    """All wars of the data file, in its order."""
    return tuple(_by_id().values())


def armed_conflict(id: str) -> ArmedConflict:
    """The war of this id; ``KeyError`` if there is none."""
    return _by_id()[id]


def named_in(text: str, published: datetime.date | None = None) -> tuple[ArmedConflict, ...]:
    """The wars that a text names, in order of first mention; none that began after its publication."""
    phrases, longest = _phrases()
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    found: dict[str, None] = {}
    for at, word in enumerate(words):
        for length in range(min(longest.get(word, 0), len(words) - at), 0, -1):
            if ids := phrases.get(" ".join(words[at : at + length])):
                found.update(dict.fromkeys(ids))
                break
    wars = (_by_id()[id] for id in found)
    return tuple(war for war in wars if published is None or war.since <= published.isoformat())


def of_population(population: str | None, named: Sequence[ArmedConflict]) -> str | None:
    """The war among these that a figure about a population belongs to: the only one with such a party, or the only one."""
    if population:
        slug = f"-{population}-"
        fitting = [war for war in named if any(f"-{word}-" in slug for word in war.words)]
        if fitting:
            return fitting[0].id if len(fitting) == 1 else None
    return named[0].id if len(named) == 1 else None


def estimates(figures: Iterable[Figure]) -> tuple[Estimate, ...]:
    """Low, best and high of each measure and population, with who says so; in order of measure and population."""
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in figures:
        if figure.measure and figure.plain:
            groups.setdefault((figure.measure, figure.population or "", figure.unit), []).append(figure)
    return tuple(_estimate(measure, population or None, unit, told) for (measure, population, unit), told in sorted(groups.items()))


def _estimate(measure: str, population: str | None, unit: str, told: list[Figure]) -> Estimate:
    told.sort(key=lambda f: (f.as_of or f.published or datetime.date.min, f.claim), reverse=True)
    sources: dict[float, set[str]] = {}
    for figure in told:
        sources.setdefault(figure.value, set()).add(figure.story or figure.article)
    newest = {value: n for n, value in reversed(list(enumerate(f.value for f in told)))}
    best = min(sources, key=lambda value: (-len(sources[value]), newest[value]))
    values = [v for f in told for v in (f.value, f.high if f.high is not None else f.value)]
    return Estimate(measure, population, unit, min(values), best, max(values), tuple(told))


@functools.cache
def _by_id() -> dict[str, ArmedConflict]:
    data = tomllib.loads(resources.files("claimwire.data").joinpath("armed_conflicts.toml").read_text("utf-8"))
    return {row["id"]: _war(row) for row in data["armed_conflict"]}


def _war(row: Mapping[str, Any]) -> ArmedConflict:
    sides = [tuple(_party(p) for p in row[side]) for side in ("side_a", "side_b")]
    return ArmedConflict(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        since=row["since"],
        until=row.get("until"),
        places=tuple(row.get("places", ())),
        names=(row["name"], *row.get("names", ())),
        parties=(sides[0], sides[1]),
        identifiers=row.get("identifiers", {}),
    )


def _party(text: str) -> Party:
    """A party is a state's or group's id; one the gazetteer does not hold is ``id: Name: word, word``."""
    id, _, rest = text.partition(":")
    name, _, words = rest.partition(":")
    try:
        known = actors.actor(id)
    except KeyError:
        return Party(id, name.strip() or id, tuple(w.strip() for w in words.split(",") if w.strip()))
    return Party(id, known.name, _adjectives().get(id, ()))


@functools.cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in actors.names():
        if name.use in ("adjective", "people") and name.actor:
            found.setdefault(name.actor, []).append(name.form.lower().replace(" ", "-"))
    return {actor: tuple(forms) for actor, forms in found.items()}


@functools.cache
def _phrases() -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """Phrase -> wars it names, and for each first word the length of the longest phrase."""
    data = tomllib.loads(resources.files("claimwire.data").joinpath("armed_conflicts.toml").read_text("utf-8"))
    phrases: dict[str, list[str]] = {}
    for war in armed_conflicts():
        for phrase in {*war.names, *_made(war, data["phrases"])}:
            phrases.setdefault(" ".join(_WORD.findall(phrase.lower())), []).append(war.id)
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return {phrase: tuple(ids) for phrase, ids in phrases.items()}, longest


def _made(war: ArmedConflict, templates: Sequence[str]) -> Iterator[str]:
    return (template.format(place) for template in templates for place in war.places)
