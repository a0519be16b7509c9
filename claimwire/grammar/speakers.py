"""Noun phrases that can speak: persons with their roles, roles alone, groups, organisations, states, pronouns.

``phrase_at`` reads the longest such phrase that begins at a piece; what may stand
in it is data (``claimwire/data/speakers.toml``, the gazetteer of actors).
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final, Literal

from claimwire import actors
from claimwire.grammar.cues import CUES
from claimwire.grammar.passages import Piece
from claimwire.grammar.wordlists import word_list

PhraseKind = Literal["pronoun", "person", "role", "plural", "organization", "state", "document", "paper"]

MAX_PHRASE: Final = 14
PRONOUNS: Final = frozenset(("he", "she", "they", "it"))
_PREPOSITIONS: Final = frozenset(("of", "for", "to", "at", "from", "on", "in"))
_TAG: Final = re.compile(r"[RDIL]-[A-Z]")
"""Party and state behind an American politician's name: ``R-Tenn.``."""
_JOBS: Final = ("ologist", "ographer", "ician", "onomer", "therapist", "maker", "keeper", "holder", "worker")
"""Endings of words for a person's job."""
_GENERIC: Final = word_list("speakers.generic")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Pieces ``first..last`` without the determiner; ``stop`` is the index after all that belongs to it.

    ``name`` are the indices of a person's or an organisation's name, ``head`` the
    noun that tells its kind, ``acronym`` what stands in brackets behind it.
    """

    kind: PhraseKind
    first: int
    last: int
    stop: int
    head: str = ""
    name: tuple[int, int] | None = None
    determiner: str = ""
    acronym: str = ""
    actor: str = ""
    gender: str = ""


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


def phrase_at(pieces: Sequence[Piece], at: int, headline: bool = False) -> Phrase | None:
    """The phrase that begins at ``pieces[at]``, or ``None`` where nothing that could speak begins there."""
    words = lexicon()
    piece = pieces[at]
    if piece.kind != "word":
        return None
    if piece.lower in PRONOUNS and not _chinese_name(pieces, at):
        return Phrase("pronoun", at, at, at + 1, piece.lower, gender={"he": "m", "she": "f"}.get(piece.lower, ""))
    determiner = ""
    first = at
    if piece.lower in words.determiners and at + 1 < len(pieces):
        determiner, first = piece.lower, at + 1
    elif piece.cap and piece.lower in words.common and piece.lower not in words.heads and not _acronym(piece.text):
        return None
    if _TAG.match(piece.text):
        return None
    end = _run(pieces, first, bool(determiner), headline, words)
    if end == first or possessive(pieces[end - 1]):
        return None
    return _kind_of(pieces, first, end, determiner, words)


def _chinese_name(pieces: Sequence[Piece], at: int) -> bool:
    """``He Jianxiong``: the surname, not the pronoun."""
    if pieces[at].text != "He" or at + 1 >= len(pieces) or not pieces[at + 1].cap:
        return False
    return pieces[at + 1].lower not in lexicon().common and pieces[at + 1].lower not in CUES


def _run(pieces: Sequence[Piece], first: int, determined: bool, headline: bool, words: Lexicon) -> int:
    """The index after the words that can make up one phrase."""
    at = first
    seen_head = seen_cap = False
    while at < len(pieces) and at - first < MAX_PHRASE:
        piece = pieces[at]
        if piece.kind != "word":
            if piece.text == "&" and seen_cap and at + 1 < len(pieces) and pieces[at + 1].cap:
                at += 1
                continue
            break
        lower = bare(piece.lower)
        if at > first and possessive(pieces[at - 1]):
            seen_head = False
        if piece.cap:
            if headline and at > first and piece.lower in CUES:
                break
            if at > first and lower in words.stops and not piece.text.isupper() and lower not in ("may", "he"):
                break
            seen_cap = True
            seen_head = seen_head or lower in words.heads
        elif piece.lower in CUES and lower not in words.roles and lower not in words.papers and not _member_states(pieces, at):
            break
        elif (lower in words.stops or lower in words.determiners) and lower not in words.modifiers:
            if not (lower in words.particles and seen_cap and not seen_head and _cap_follows(pieces, at + 1, words)):
                break
        elif lower in words.heads or lower.endswith(_JOBS):
            seen_head = True
        elif lower in words.particles and seen_cap and _cap_follows(pieces, at + 1, words):
            pass
        elif lower in words.modifiers or (not seen_cap and not seen_head and not lower.endswith(("ed", "ing"))):
            if not _head_follows(pieces, at + 1, words):
                break
        else:
            break
        at += 1
    return at


def _member_states(pieces: Sequence[Piece], at: int) -> bool:
    """``states`` is a noun here, not a verb: ``Member states``, ``Arab states``, ``50 states``."""
    if pieces[at].lower != "states" or at == 0:
        return False
    before = pieces[at - 1]
    return (
        before.kind == "number"
        or before.lower in lexicon().modifiers
        or before.lower in ("member", "baltic", "nordic", "swing", "these", "those", "most", "all")
    )


def _cap_follows(pieces: Sequence[Piece], at: int, words: Lexicon) -> bool:
    for piece in pieces[at : at + 2]:
        if piece.cap:
            return piece.lower not in words.common or piece.text.isupper()
        if piece.lower not in words.particles:
            return False
    return False


def _head_follows(pieces: Sequence[Piece], at: int, words: Lexicon) -> bool:
    for piece in pieces[at : at + 5]:
        if piece.kind != "word":
            return False
        lower = bare(piece.lower)
        if lower in words.heads:
            return True
        if not piece.cap and (lower in words.stops or piece.lower in CUES or lower.endswith("ing")):
            return False
    return False


def _kind_of(pieces: Sequence[Piece], first: int, end: int, determiner: str, words: Lexicon) -> Phrase | None:
    """What the run ``pieces[first:end]`` names, with what follows it."""
    owner = max((n + 1 for n in range(first, end) if possessive(pieces[n])), default=first)
    known = _known(pieces, first, end, owner, determiner, words)
    if known is not None:
        return known
    head = max(
        (
            n
            for n in range(owner, end)
            if bare(pieces[n].lower) in words.heads or pieces[n].lower in words.honorifics or pieces[n].lower.endswith(_JOBS)
        ),
        default=-1,
    )
    word = bare(pieces[head].lower) if head >= 0 else ""
    gender = words.honorifics.get(word) or words.role_genders.get(word, "")
    is_role = word in words.roles or word.endswith(_JOBS) or word in words.plurals or word in words.honorifics
    if head == end - 1 and word in words.surnames_too and pieces[head].cap and not determiner and head > owner:
        before = [n for n in range(owner, head) if bare(pieces[n].lower) in words.heads or pieces[n].lower in words.honorifics]
        name_first = before[-1] + 1 if before else owner
        if name_first < head and all(pieces[n].cap for n in range(name_first, head)) and pieces[name_first].lower not in gazetteer():
            return _person(pieces, first, name_first, end, pieces[name_first - 1].lower if before else "", "", words)
    if head >= 0 and head < end - 1 and is_role and pieces[end - 1].cap:
        return _person(pieces, first, head + 1, end, word, gender, words, determiner)
    if head >= 0 and (word in words.roles or word.endswith(_JOBS)):
        return _role(pieces, first, end, word, gender, determiner, words)
    if head >= 0 and head == end - 1 and word in words.plurals:
        return Phrase("plural", first, end - 1, _after(pieces, end, words)[0], word, determiner=determiner)
    if head >= 0 and (word in words.organizations or (word in words.plurals and not pieces[end - 1].cap)):
        stop = _named_further(pieces, end, words) if pieces[head].cap else end
        name = _organization_name(pieces, first, owner, stop, words)
        after, acronym = _after(pieces, stop, words)
        return Phrase("organization", first, stop - 1, after, word, name, determiner, acronym)
    if head >= 0 and head == end - 1:
        return Phrase("paper" if word in words.papers else "document", first, end - 1, end, word, determiner=determiner)
    if not pieces[end - 1].cap or not any(pieces[n].cap for n in range(owner, end)):
        return None
    if any(r.use == "people" for r in gazetteer().get(bare(pieces[end - 1].lower), ())) and pieces[end - 1].lower.endswith("s"):
        return Phrase("plural", first, end - 1, end, pieces[end - 1].lower, determiner=determiner)
    if determiner in ("the", "") and (determiner or (_acronym(pieces[owner].text) and end - owner == 1)):
        after, acronym = _after(pieces, end, words)
        return Phrase("organization", first, end - 1, after, "", (owner, end - 1), determiner, acronym)
    return None if determiner else _person(pieces, first, owner, end, "", "", words)


def _known(pieces: Sequence[Piece], first: int, end: int, owner: int, determiner: str, words: Lexicon) -> Phrase | None:
    """The run as a whole, where it is a state, a party or an organisation of the lists."""
    if owner > first:
        return None
    form = " ".join(bare(p.lower) for p in pieces[first:end])
    rows = gazetteer().get(form) or (gazetteer().get("the " + form) if determiner == "the" else None)
    if rows:
        speaking = [
            r
            for r in rows
            if r.use not in ("adjective", "none") and (not r.cased or r.form.lower() != form or _cased(pieces, first, end, r.form))
        ]
        if speaking:
            kind: PhraseKind = "plural" if speaking[0].use == "people" else "state"
            actor = speaking[0].actor if len({r.actor for r in speaking}) == 1 else ""
            if speaking[0].use == "people":
                actor = ""
            after, acronym = _after(pieces, end, words)
            return Phrase(kind, first, end - 1, after, form, (first, end - 1), determiner, acronym, actor)
    if form in words.known:
        after, acronym = _after(pieces, end, words)
        return Phrase("organization", first, end - 1, after, "", (first, end - 1), determiner, acronym)
    return None


def _cased(pieces: Sequence[Piece], first: int, end: int, form: str) -> bool:
    return " ".join(p.text.replace("’", "'").removesuffix("'s") for p in pieces[first:end]) == form


def _person(
    pieces: Sequence[Piece], first: int, name: int, end: int, role: str, gender: str, words: Lexicon, determiner: str = ""
) -> Phrase | None:
    while name < end - 1 and (
        pieces[name].lower in words.honorifics
        or any(r.use == "adjective" for r in gazetteer().get(pieces[name].lower, ()))
        or (pieces[name].lower in words.modifiers and not role)
    ):
        gender = gender or words.honorifics.get(pieces[name].lower, "")
        name += 1
    if name == end - 1 and any(r.use in ("adjective", "people") for r in gazetteer().get(bare(pieces[name].lower), ())):
        return None
    while name < end and not pieces[name].cap and pieces[name].lower not in words.particles:
        name += 1
    if name >= end or not any(pieces[n].cap for n in range(name, end)):
        return None
    stop = end
    if stop + 1 < len(pieces) and pieces[stop].lower in ("of", "from") and pieces[stop + 1].cap:
        stop += 2
        if stop < len(pieces) and pieces[stop].kind == "number":
            stop += 1
        while stop < len(pieces) and pieces[stop].cap and stop - end < 5:
            stop += 1
    after, acronym = _after(pieces, stop, words)
    return Phrase("person", first, end - 1, after, role, (name, end - 1), determiner, acronym, gender=gender)


def _role(pieces: Sequence[Piece], first: int, end: int, word: str, gender: str, determiner: str, words: Lexicon) -> Phrase:
    """A role without a name in front of it: a name may follow what it is the role of."""
    stop = end
    if stop + 1 < len(pieces) and pieces[stop].lower in _PREPOSITIONS:
        stop, name = _complement(pieces, end + 1, words)
        if name is not None:
            found = _person(pieces, first, name, stop, word, gender, words, determiner)
            if found is not None:
                return found
        if stop == end + 1:
            stop = end
    after, acronym = _after(pieces, stop, words)
    return Phrase("role", first, stop - 1, after, word, determiner=determiner, acronym=acronym, gender=gender)


def _complement(pieces: Sequence[Piece], at: int, words: Lexicon) -> tuple[int, int | None]:
    """(index after, start of a person's name in it) of what a role is the role of: ``to the UN Linda Thomas-Greenfield``."""
    end = at
    while end < len(pieces) and end - at < 10:
        piece = pieces[end]
        if piece.kind != "word":
            break
        lower = piece.lower
        if not piece.cap and (lower in CUES or (lower in words.stops and lower not in words.determiners and lower not in words.modifiers)):
            more = lower in ("of", "for", "and", "on") and end > at and end + 1 < len(pieces)
            if not (more and (pieces[end + 1].cap or (pieces[end + 1].lower == "the" and end + 2 < len(pieces) and pieces[end + 2].cap))):
                break
        elif (
            not piece.cap and lower not in words.heads and lower not in words.modifiers and lower not in words.determiners and end > at + 3
        ):
            break
        end += 1
    caps = end
    while caps > at and pieces[caps - 1].cap:
        caps -= 1
    for name in range(end - 2, caps, -1):
        form = " ".join(bare(p.lower) for p in pieces[caps:name])
        ends = bare(pieces[name - 1].lower) in words.organizations
        if (
            (form in gazetteer() or ends or _acronym(pieces[name - 1].text))
            and end - name >= 2
            and bare(pieces[end - 1].lower) not in words.heads
        ):
            return end, name
    return end, None


def _named_further(pieces: Sequence[Piece], at: int, words: Lexicon) -> int:
    """The end of an organisation's name that goes on: ``of Health``, ``of Red Cross and Red Crescent Societies``."""
    end = at
    while end + 1 < len(pieces) and end - at < 10:
        lower = pieces[end].lower
        step = 2 if lower in ("of", "for", "on") and pieces[end + 1].lower == "the" else 1
        if lower not in ("of", "for", "on") and not (lower == "and" and end > at):
            break
        if end + step >= len(pieces) or not pieces[end + step].cap:
            break
        end += step
        while end < len(pieces) and pieces[end].cap and not possessive(pieces[end - 1]):
            end += 1
    return end


def _organization_name(pieces: Sequence[Piece], first: int, owner: int, stop: int, words: Lexicon) -> tuple[int, int]:
    """Without the country in front, where the rest is a name by itself (``Germany's Kiel Institute``)."""
    rest = [bare(p.lower) for p in pieces[owner:stop] if p.cap]
    own = [w for w in rest if w not in words.organizations and w not in _GENERIC and w not in words.modifiers]
    begin = owner if own else first
    while begin < stop - 1 and pieces[begin].lower.endswith("-based"):
        begin += 1
    return begin, stop - 1


def _acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()


def _after(pieces: Sequence[Piece], at: int, words: Lexicon) -> tuple[int, str]:
    """(index after a bracket that follows, the acronym in it)."""
    if at + 2 < len(pieces) and pieces[at].text == "(":
        for end in range(at + 1, min(at + 9, len(pieces))):
            if pieces[end].text == ")":
                inner = pieces[at + 1].text if end == at + 2 else ""
                return end + 1, inner if _acronym(inner) else ""
    return at, ""
