"""What the rules for quotations answer with, and what they all ask about the words inside the marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from claimwire.grammar.cues import CUES, VOTE_WORDS
from claimwire.grammar.lexicon import bare, lexicon, possessive
from claimwire.grammar.phrasing import Phrase, PhraseKind, is_acronym
from claimwire.grammar.readings import Reading
from claimwire.grammar.wordlists import word_list

ANSWERS: Final = word_list("said.answers")
"""Words for what somebody says, behind their owner: ``Cho's answer``."""
OWNERS: Final = frozenset(("his", "her", "their"))
_CHAMBERS: Final = word_list("said.chambers")
_SPEAKING_HOUSES: Final = word_list("said.speaking_houses")
"""Before ``House``: the house of a head of state, which speaks by its spokesmen."""
_SOME_ONE: Final = frozenset(("each", "every", "any", "no"))


@dataclass(frozen=True, slots=True)
class Said:
    """Who spoke and by which rule. ``unspoken``: sure that nobody is said to have spoken the words."""

    rule: str
    reason: str = ""
    phrase: Phrase | None = None
    speaker: Any = None
    unspoken: bool = False


NOBODY: Final = Said("speech.nobody", unspoken=True)


def spoken(rule: str, reason: str, phrase: Phrase) -> Said:
    """The answer of a rule: nobody where the phrase is a document (a resolution, a bill, a title)."""
    return NOBODY if phrase.kind == "document" else Said(rule, reason, phrase)


def marked(word: str) -> str:
    """A word of the article in a reason."""
    return f"‘{word}’"


def fits(reading: Reading, subject: Phrase, verb: int) -> bool:
    """Whether this subject says words by this verb: ``MPs agreed`` and ``every senator said`` report no words."""
    if subject.determiner in _SOME_ONE:
        return False
    return CUES[reading.pieces[verb].lower].verb not in ("agree", "decide") or subject.kind in ("person", "pronoun", "role")


def speaks_by_texts(name: str) -> bool:
    """Whether this is a council or a parliament, whose quoted words are those of its resolutions."""
    words = name.lower().split()
    return any(word in _CHAMBERS and not (at and words[at - 1] in _SPEAKING_HOUSES) for at, word in enumerate(words))


def is_name(reading: Reading, at: int) -> bool:
    """Whether the words look like a title or a name: capitals throughout and no stop."""
    inner = reading.passage.inner(at)
    words = [w for w in inner.split() if any(c.isalpha() for c in w)]
    if not words or len(words) > 12 or inner[-1] in "!?…" or (inner[-1] in ".," and len(words) > 3):
        return False
    if words[0][0].islower():
        return False
    long = [w for w in words if len(w) > 3] or words
    return all(w.lstrip("([“‘'\"")[:1].isupper() for w in long)


def is_vote_word(reading: Reading, at: int) -> bool:
    """Whether the words are an option of a ballot (``voted “no”``), not an answer (``“No,” he said``)."""
    inner = reading.passage.inner(at).lower().strip(" .,!")
    if inner not in VOTE_WORDS:
        return False
    return not (reading.pieces[at].tail in ",!?" or (at and reading.pieces[at - 1].text == ":"))


def first_words(reading: Reading, at: int) -> bool:
    """Whether nothing but quotations stands before this one in its sentence."""
    return all(p.kind in ("mark", "quotation") for p in reading.pieces[:at])


def possessor(reading: Reading, at: int) -> Phrase | None:
    """Whose the word behind ``pieces[at]`` is: ``her``, ``Ann Lee's``, ``the ministry's``."""
    pieces = reading.pieces
    owner = pieces[at]
    if owner.lower in OWNERS:
        head, gender = {"his": ("he", "m"), "her": ("she", "f"), "their": ("they", "")}[owner.lower]
        return Phrase("pronoun", at, at, at + 1, head, gender=gender)
    if at < 0 or not possessive(owner):
        return None
    words, word = lexicon(), bare(owner.lower)
    if word in words.documents or word in words.papers:
        return None
    first = at
    while (
        first > 0
        and pieces[first - 1].kind == "word"
        and (pieces[first - 1].cap or pieces[first - 1].lower in words.heads | words.modifiers)
    ):
        if pieces[first - 1].lower in words.common and pieces[first - 1].lower not in words.heads:
            break
        first -= 1
    if word in words.organizations:
        return Phrase("organization", first, at, at + 1, word, name=(first, at))
    if word in words.roles:
        return Phrase("role", first, at, at + 1, word, determiner=pieces[first - 1].lower if first else "")
    if not owner.cap:
        return None
    name = next(
        (n for n in range(at, first - 1, -1) if not pieces[n].cap or bare(pieces[n].lower) in words.roles | words.modifiers), first - 1
    )
    if name == at:
        return None
    kind: PhraseKind = "organization" if is_acronym(bare(owner.text)) else "person"
    return Phrase(kind, first, at, at + 1, name=(name + 1, at))


def owner_of(reading: Reading, paper: Phrase) -> Phrase | None:
    """Whose words a paper holds: ``Trump's post``, ``a statement from the ministry``, ``UN data``."""
    pieces = reading.pieces
    for n in range(paper.last, paper.first - 1, -1):
        if possessive(pieces[n]) and pieces[n].cap:
            first = n
            while first > paper.first and pieces[first - 1].cap:
                first -= 1
            return Phrase("person" if n - first else "organization", first, n, n + 1, name=(first, n))
    if paper.stop < len(pieces) and pieces[paper.stop].lower in ("from", "by", "of", "released", "issued"):
        step = 2 if pieces[paper.stop].lower in ("released", "issued") else 1
        return reading.starting(paper.stop + step)
    last = paper.last
    while last > paper.first and not pieces[last].cap:
        last -= 1
    if pieces[paper.first].cap and last < paper.last:
        return Phrase("organization", paper.first, last, last + 1, name=(paper.first, last))
    return None
