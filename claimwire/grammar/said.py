"""What the rules for quotations answer with, and what they all ask about the words inside the marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from claimwire.grammar.cues import CUES, VOTE_WORDS
from claimwire.grammar.lexicon import possessive
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import Reading
from claimwire.grammar.wordlists import word_list

_CHAMBERS: Final = word_list("said.chambers")
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
    return any(word in _CHAMBERS for word in name.lower().split())


def is_name(reading: Reading, at: int) -> bool:
    """Whether the words look like a title or a name: capitals throughout and no stop."""
    inner = reading.passage.inner(at)
    words = [w for w in inner.split() if any(c.isalpha() for c in w)]
    if not words or len(words) > 12 or inner[-1] in "!?…" or (inner[-1] in ".," and len(words) > 3):
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
