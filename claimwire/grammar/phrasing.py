"""What a run of words names: a person with a role, a role alone, an organisation, a state, a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from claimwire.grammar.cues import CUES
from claimwire.grammar.first_names import first_names
from claimwire.grammar.lexicon import Lexicon, bare, gazetteer, possessive
from claimwire.grammar.passages import Piece
from claimwire.grammar.wordlists import word_list

PhraseKind = Literal["pronoun", "person", "role", "plural", "organization", "state", "document", "paper"]
_PREPOSITIONS: Final = frozenset(("of", "for", "to", "at", "from", "on", "in"))
JOBS: Final = ("ologist", "ographer", "ician", "onomer", "therapist", "maker", "keeper", "holder", "worker")
"""Endings of words for a person's job."""
_POSTNOMINALS: Final = frozenset("QC KC SC MP MEP MSP TD MLA MK OBE CBE MBE PhD MD".split())
"""Letters behind a name that are no part of it."""
_GENERIC: Final = word_list("phrasing.generic")


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


def kind_of(pieces: Sequence[Piece], first: int, end: int, determiner: str, words: Lexicon) -> Phrase | None:
    """What the run ``pieces[first:end]`` names, with what follows it."""
    owner = first
    for n in range(end - 1, first - 1, -1):
        if possessive(pieces[n]):
            owner = n + 1
            break
    known = _known(pieces, first, end, owner, determiner, words)
    if known is not None:
        return known
    head = -1
    for n in range(end - 1, owner - 1, -1):
        lower = pieces[n].lower
        if bare(lower) in words.heads or lower in words.honorifics or lower.endswith(JOBS):
            head = n
            break
    word = bare(pieces[head].lower) if head >= 0 else ""
    gender = words.honorifics.get(word) or words.role_genders.get(word, "")
    is_role = word in words.roles or word.endswith(JOBS) or word in words.plurals or word in words.honorifics
    titled = (word in words.documents or word in words.organizations) and any(
        pieces[n].lower in words.honorifics or pieces[n].lower in words.roles for n in range(owner, head)
    )
    if head == end - 1 and (titled or word in words.surnames_too) and pieces[head].cap and not determiner and head > owner:
        before = [n for n in range(owner, head) if bare(pieces[n].lower) in words.heads or pieces[n].lower in words.honorifics]
        name_first = before[-1] + 1 if before else owner
        if name_first < head and all(pieces[n].cap for n in range(name_first, head)) and pieces[name_first].lower not in gazetteer():
            return _person(pieces, first, name_first, end, pieces[name_first - 1].lower if before else "", "", words)
    if head >= 0 and head < end - 1 and is_role and pieces[end - 1].cap:
        return _person(pieces, first, head + 1, end, word, gender, words, determiner)
    if head >= 0 and (word in words.roles or word.endswith(JOBS)):
        return _role(pieces, first, end, word, gender, determiner, words)
    if head >= 0 and head == end - 1 and word in words.plurals:
        stop = _owners_listed(pieces, end)
        return Phrase("plural", first, stop - 1, _after(pieces, stop, words)[0], word, determiner=determiner)
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
    if determiner in ("the", "") and (determiner or (is_acronym(pieces[owner].text) and end - owner == 1)):
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
    named = end
    while named - 1 > name and pieces[named - 1].text in _POSTNOMINALS:
        named -= 1
    stop = end
    if stop + 1 < len(pieces) and pieces[stop].lower in ("of", "from") and pieces[stop + 1].cap:
        stop += 2
        if stop < len(pieces) and pieces[stop].kind == "number":
            stop += 1
        while stop < len(pieces) and pieces[stop].cap and stop - end < 5:
            stop += 1
    after, acronym = _after(pieces, stop, words)
    return Phrase("person", first, end - 1, after, role, (name, named - 1), determiner, acronym, gender=gender)


def _role(pieces: Sequence[Piece], first: int, end: int, word: str, gender: str, determiner: str, words: Lexicon) -> Phrase:
    """A role without a name in front of it: a name may follow what it is the role of."""
    stop = end
    if stop + 1 < len(pieces) and pieces[stop].lower in _PREPOSITIONS:
        stop, name = _complement(pieces, end + 1, words)
        if name is not None:
            found = _person(pieces, first, name, stop, word, gender, words, determiner)
            if found is not None:
                return found
        while stop > end + 1 and pieces[stop - 1].lower in words.determiners:
            stop -= 1
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
        ends = bare(pieces[name - 1].lower) in words.organizations or (
            pieces[name].lower in first_names() and all(p.lower in _GENERIC or p.lower in words.modifiers for p in pieces[caps:name])
        )
        if (
            (form in gazetteer() or ends or is_acronym(pieces[name - 1].text))
            and end - name >= 2
            and bare(pieces[end - 1].lower) not in words.heads
        ):
            return end, name
    return end, None


def _owners_listed(pieces: Sequence[Piece], at: int) -> int:
    """The end of ``of Peru, Mali and Chile`` behind several persons, else ``at``."""
    if at + 1 >= len(pieces) or pieces[at].lower != "of" or not pieces[at + 1].cap:
        return at
    end = at + 1
    while end < len(pieces) and end - at < 14:
        joined = pieces[end].text == "," or pieces[end].lower in ("and", "the")
        if not (pieces[end].cap or (joined and end + 1 < len(pieces) and (pieces[end + 1].cap or pieces[end + 1].lower in ("and", "the")))):
            break
        end += 1
    return end


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


def is_acronym(text: str) -> bool:
    """Two to eight capitals: ``HRANA``, ``U.N.``."""
    letters = text.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()


def _after(pieces: Sequence[Piece], at: int, words: Lexicon) -> tuple[int, str]:
    """(index after a bracket that follows, the acronym in it)."""
    if at + 2 < len(pieces) and pieces[at].text == "(":
        for end in range(at + 1, min(at + 9, len(pieces))):
            if pieces[end].text == ")":
                inner = pieces[at + 1].text if end == at + 2 else ""
                return end + 1, inner if is_acronym(inner) else ""
    return at, ""
