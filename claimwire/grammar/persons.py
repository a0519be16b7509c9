"""Who is meant by a surname, a role or a pronoun: the register of one article's speakers."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Final

from claimwire import actors
from claimwire.claims import Actor, ActorKind
from claimwire.grammar.cues import CUES
from claimwire.grammar.first_names import gender_of
from claimwire.grammar.lexicon import bare, gazetteer, lexicon
from claimwire.grammar.passages import Piece
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.wordlists import word_list
from claimwire.outlets import slug_of

REMEMBERED: Final = 40
"""How many of the last subjects a pronoun may look back on."""

_NAME: Final = re.compile(
    r"(?:(?:al|el|Al|El)[-‑])?[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|['’‑-](?=[^\W\d_]))*\.?"
    r"(?:[ \u00a0](?:(?:van|von|der|den|de|da|di|del|la|le|al|el|bin|ben|abu|dos|du|ter|te)[ \u00a0]){0,3}"
    r"(?:(?:al|el|ul)[-‑])?[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|['’‑-](?=[^\W\d_]))*\.?){1,6}"
)
_INNER: Final = re.compile(r"([^\W\d_a-zß-öø-ÿ](?<=[a-z,;”\"»’] .)[^\W\d_]+(?:['’-][^\W\d_]+)*)")
_PLAIN: Final = re.compile(r"\b[a-z]{3,}\b")
_MEDIA_HEADS: Final = word_list("persons.media_heads")
_HOUSES: Final = word_list("persons.houses")
"""Words that may stand with a role told without them before: ``Speaker Velin``, later ``the parliament speaker``."""
_VAGUE_HEADS: Final = word_list("persons.vague_heads")


@dataclass(frozen=True, slots=True)
class Known:
    """One person of ``persons.toml``."""

    id: str
    name: str
    wikidata: str


@functools.cache
def known_persons() -> tuple[dict[str, Known], dict[str, Known]]:
    """(full name in lower case -> person, surname in lower case -> person)."""
    data: dict[str, Any] = tomllib.loads(resources.files("claimwire.data").joinpath("persons.toml").read_text("utf-8"))
    full: dict[str, Known] = {}
    alone: dict[str, Known] = {}
    for row in data["person"]:
        person = Known(row["id"], row["name"], row.get("wikidata", ""))
        full |= {name.lower(): person for name in row["spellings"]}
        alone |= {name.lower(): person for name in row.get("alone", [])}
    return full, alone


@dataclass(slots=True)
class Register:
    """Full names of an article by surname, organisations by acronym, roles by head noun, and the last subjects."""

    by_last: dict[str, list[str]]
    by_first: dict[str, list[str]]
    roles: dict[str, list[tuple[frozenset[str], Actor]]] = field(default_factory=dict)
    organizations: list[Actor] = field(default_factory=list)
    acronyms: dict[str, Actor] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    subjects: list[Actor] = field(default_factory=list)
    mentions: list[Actor] = field(default_factory=list)
    plain: frozenset[str] = frozenset()
    """Words that the text has without a capital too."""
    inner: frozenset[str] = frozenset()
    """Words that have a capital inside a sentence too, in lower case."""
    paper: bool = False
    """Whether the last thing spoken of is a text, so that ``it`` may mean that."""

    def actor_of(self, phrase: Phrase, pieces: Sequence[Piece]) -> Actor | None:
        """Who the phrase means, or ``None`` where nobody is sure (a pronoun without a subject, a document)."""
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        if phrase.kind == "person" and phrase.name:
            return self._person(phrase, pieces)
        if phrase.kind == "state" and phrase.actor:
            return actors.actor(phrase.actor)
        if phrase.kind in ("state", "organization"):
            return self._organization(phrase, pieces)
        if phrase.kind == "role":
            return self._role(phrase, pieces)
        if phrase.kind == "plural":
            return _named(words_of(pieces, phrase.first, phrase.last), "group")
        return None

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word is a name, not just the first word of a sentence."""
        lower = word.lower().replace("’", "'")
        if lower in self.plain and lower not in self.by_last:
            return False
        return lower in self.inner or lower in self.by_last or lower in self.by_first or lower in known_persons()[1]

    def has_role(self, actor: Actor) -> bool:
        """Whether the article told a role of this person by name."""
        return any(known == actor for rows in self.roles.values() for _, known in rows)

    def note_subject(self, actor: Actor) -> None:
        """The next pronoun may mean this actor."""
        if not self.subjects or self.subjects[-1] != actor:
            self.subjects.append(actor)
            del self.subjects[:-REMEMBERED]

    def note_mention(self, actor: Actor) -> None:
        """The actor was named, not as a subject."""
        self.mentions.append(actor)
        del self.mentions[:-REMEMBERED]

    def note_role(self, actor: Actor, words: frozenset[str]) -> None:
        """The actor was called by a role of these words."""
        words = frozenset(lexicon().short.get(word, word) for word in words)
        for head in words & lexicon().roles:
            if not any(known == actor and words <= seen for seen, known in self.roles.get(head, ())):
                self.roles.setdefault(head, []).append((words, actor))

    def _pronoun(self, phrase: Phrase) -> Actor | None:
        if phrase.head == "it" and self.paper:
            return None
        wanted = {
            "he": ("person",),
            "she": ("person",),
            "it": ("organization", "country"),
            "they": ("group", "organization", "country", "person"),
        }[phrase.head]
        for actor in (*reversed(self.subjects), *reversed(self.mentions)):
            if actor.kind in wanted:
                gender = self.genders.get(actor.id) or gender_of(actor.name)
                if phrase.gender and gender and gender != phrase.gender:
                    continue
                if phrase.gender and not gender:
                    self.genders[actor.id] = phrase.gender
                return actor
        return None

    def _person(self, phrase: Phrase, pieces: Sequence[Piece]) -> Actor:
        assert phrase.name is not None
        first, last = phrase.name
        name = self.full_name(words_of(pieces, first, last), phrase.gender)
        actor = _named(name, "person")
        if phrase.gender:
            self.genders.setdefault(actor.id, phrase.gender)
        if phrase.first < first:
            self.note_role(actor, frozenset(bare(p.lower) for p in pieces[phrase.first : first] if p.kind == "word"))
        return actor

    def full_name(self, name: str, gender: str = "") -> str:
        """The fullest form the article gives of a name; the name itself where none or several fit."""
        words = name.split()
        found = self.by_last.get(words[-1].lower(), [])
        if len(words) > 1:
            found = [n for n in found if n.split()[0].lower() == words[0].lower()]
            return max([name, *found], key=len)
        if not found:
            found = self.by_first.get(words[0].lower(), [])
        if gender and len(found) > 1:
            found = [n for n in found if (self.genders.get(_named(n, "person").id) or gender_of(n) or gender) == gender]
        found = [n for n in found if not any(n != m and n.endswith(" " + m) for m in found)]
        people = {_named(n, "person").id for n in found}
        if len(people) == 1:
            return max(found, key=len)
        return name

    def _organization(self, phrase: Phrase, pieces: Sequence[Piece]) -> Actor | None:
        first, last = phrase.name or (phrase.first, phrase.last)
        name = words_of(pieces, first, last)
        if name.upper() in self.acronyms:
            return self.acronyms[name.upper()]
        lower = name.lower()
        if first == last and phrase.determiner == "the" and not pieces[first].cap:
            for actor in reversed(self.organizations):
                if lower in actor.name.lower().split() or (lower in _VAGUE_HEADS | _MEDIA_HEADS and actor.kind == "organization"):
                    return actor
        actor = _named(name, "organization")
        if any(p.cap for p in pieces[first : last + 1]):
            self.organizations.append(actor)
            del self.organizations[:-REMEMBERED]
        if phrase.acronym:
            self.acronyms.setdefault(phrase.acronym.upper(), actor)
        return actor

    def _role(self, phrase: Phrase, pieces: Sequence[Piece]) -> Actor:
        said = frozenset(bare(p.lower) for p in pieces[phrase.first : phrase.last + 1] if p.kind == "word") - lexicon().stops
        if phrase.determiner in ("the", "") or possessive_first(pieces, phrase):
            fitting = [actor for words, actor in self.roles.get(phrase.head, ()) if _fits(said, words)]
            if len({a.id for a in fitting}) == 1:
                return fitting[-1]
        return _named(words_of(pieces, phrase.first, phrase.last), "person")


def register_of(text: str) -> Register:
    """The register of a masked text: every sequence of capitalised words may be a full name."""
    by_last: dict[str, list[str]] = {}
    by_first: dict[str, list[str]] = {}
    for match in _NAME.finditer(text):
        words = _trimmed(match.group().split())
        for name in words:
            parts = name.split()
            for table, key in ((by_last, parts[-1]), (by_first, parts[0])):
                names = table.setdefault(key.lower(), [])
                if name not in names and len(names) < 8:
                    names.append(name)
    inner = frozenset(m.group(1).lower().replace("’", "'") for m in _INNER.finditer(text))
    return Register(by_last, by_first, plain=frozenset(_PLAIN.findall(text)), inner=inner)


def _trimmed(words: list[str]) -> list[str]:
    """The names in a run of capitalised words: without roles, honorifics, states and common words."""
    lists = lexicon()
    names: list[str] = []
    current: list[str] = []
    for word in [*words, ""]:
        plain = word.rstrip(".") if len(word) > 2 else word
        lower = bare(plain.lower().replace("’", "'"))
        full_stop = word.endswith(".") and len(word) > 3
        special = not word or lower in lists.heads or lower in lists.common or lower in lists.honorifics or word.lower() in lists.honorifics
        special = (
            special or lower in lists.modifiers or any(r.use in ("adjective", "name", "abbreviation") for r in gazetteer().get(lower, ()))
        )
        special = special or (lower in CUES and CUES[lower].form in ("s", "past"))
        if special and lower in lists.surnames_too and current:
            special = False
        if not special:
            current.append(plain)
        if special or full_stop:
            if 2 <= len(current) <= 5:
                names.append(" ".join([*current[:-1], _without_possessive(current[-1])]))
            current = []
    return names


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def words_of(pieces: Sequence[Piece], first: int, last: int) -> str:
    """The pieces as one string, without a possessive ending."""
    words = " ".join(p.text for p in pieces[first : last + 1])
    return _without_possessive(words)


def possessive_first(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether the phrase begins with an owner: ``Hungary's prime minister``."""
    return bare(pieces[phrase.first].lower) != pieces[phrase.first].lower


def _fits(said: frozenset[str], words: frozenset[str]) -> bool:
    """Whether every word by which a role is called now was among those it was called by, country for country."""
    return _countries(said) <= _countries(words) and {w for w in said if w not in gazetteer()} <= words | _HOUSES


def _countries(words: frozenset[str]) -> set[str]:
    return {row.actor for word in words for row in gazetteer().get(word, ()) if row.actor}


@functools.lru_cache(maxsize=4096)
def _named(name: str, kind: ActorKind) -> Actor:
    """An actor of this name; the id is its slug, or that of a known person."""
    lower = name.lower().replace("’", "'")
    full, alone = known_persons()
    known = full.get(lower) or alone.get(lower) if kind == "person" else None
    if known is not None:
        shown = known.name if known.name.split()[-1].lower() == lower.split()[-1] and lower in alone else name
        return Actor(known.id, shown, "person", (("wikidata", known.wikidata),) if known.wikidata else ())
    return Actor(slug_of(name) or "-".join(re.findall(r"\w+", lower)) or "unnamed", name, kind)
