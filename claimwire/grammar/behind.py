"""Who spoke, told behind the quotation: ``“…,” X said`` and its kin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimwire.grammar import speech_subjects as subjects
from claimwire.grammar.attributions import according_to
from claimwire.grammar.cues import CUES
from claimwire.grammar.lexicon import lexicon
from claimwire.grammar.passages import Piece
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import Reading, begin_of
from claimwire.grammar.readings import back as before_adverbs
from claimwire.grammar.said import ANSWERS, Said, first_words, fits, is_name, marked, possessor, spoken
from claimwire.grammar.voices import unreal
from claimwire.grammar.wordlists import word_list

REACH: Final = 40
"""How many pieces the verb may stand behind its subject: a long apposition fits in."""

_LINKS: Final = frozenset(",—–-―;:")
_LINKING_TAILS: Final = frozenset(",?!—–…-")
_ODD_VERBS: Final = frozenset("went held began felt grew broke came shot".split())
_PLACING: Final = frozenset("of at from with for in".split())
_QUOTING: Final = frozenset(("quoted", "quotes", "cited", "cites"))
_THINGS: Final = frozenset(("it", "them", "him", "her", "this", "that"))
_DASHES: Final = frozenset("—–-―")
_ADJUNCTS: Final = word_list("behind.adjuncts")


def behind(reading: Reading, at: int) -> Said | None:
    """``“…,” X said`` · ``“…,” said X`` · ``“…,” according to X`` · ``“…,” as X put it`` · ``“…” — X``."""
    pieces = reading.pieces
    n = at + 1
    if n < len(pieces) and pieces[n].text == ";" and reading.cues and reading.cues[0] < at:
        return None
    while n < len(pieces) and (pieces[n].text in _LINKS or pieces[n].lower == "thus"):
        n += 1
    if n >= len(pieces):
        return None
    said = _inverted(reading, n)
    if said is not None:
        return said
    if not (pieces[at].tail in _LINKING_TAILS or n > at + 1 or first_words(reading, at)):
        return None
    return _odd_inverted(reading, at, n) or _as_put(reading, n) or _according(reading, n) or _direct(reading, at, n)


def _inverted(reading: Reading, n: int) -> Said | None:
    """``said X`` · ``said planetary geologist Rosaly Lopes`` · ``said one user``."""
    pieces = reading.pieces
    cue = CUES.get(pieces[n].lower)
    if cue is None or not cue.plain or cue.form not in ("past", "s") or n not in reading.cues:
        return None
    phrase = subjects.inverted(reading, n) or _named_later(reading, n + 1) or subjects.unknown_after(reading, n + 1)
    return None if phrase is None else spoken("speech.inverted", f"{marked(pieces[n].text)} behind the quotation", phrase)


def _odd_inverted(reading: Reading, at: int, n: int) -> Said | None:
    """Any verb in the past between a quotation and a full name: ``“….” followed Iwona Nowak``."""
    pieces = reading.pieces
    if not _any_verb(pieces[n]) or pieces[at].tail not in ".,!?…":
        return None
    following = reading.starting(n + 1)
    if following is None or following.kind != "person" or not _named_in_full(following):
        return None
    return Said("speech.inverted", f"{marked(pieces[n].text)} and a name behind the quotation", subjects.with_name(reading, following))


def _as_put(reading: Reading, n: int) -> Said | None:
    """``as X put it`` · ``as X told me`` · ``is how X described it`` · ``was X's answer``."""
    pieces = reading.pieces
    if pieces[n].lower in ("that", "this") and n + 1 < len(pieces) and pieces[n + 1].lower in ("is", "was"):
        n += 1
    for at in range(n + 2, min(n + 9, len(pieces))) if pieces[n].lower in ("was", "is", "came") else ():
        if pieces[at].lower in ANSWERS:
            whose = at + 1 < len(pieces) and pieces[at + 1].lower in ("of", "from")
            owner = reading.starting(at + 2) if whose else possessor(reading, at - 1)
            return None if owner is None else Said("speech.answer", f"{marked(pieces[at].text)} behind the quotation", owner)
    if pieces[n].lower == "as":
        begin, why = n + 1, "‘as … put it’"
    elif pieces[n].lower in ("was", "is") and n + 1 < len(pieces) and pieces[n + 1].lower in ("how", "what"):
        begin, why = n + 2, "‘was how … put it’"
    else:
        return None
    phrase = reading.starting(begin)
    if phrase is None or phrase.stop >= len(pieces):
        return None
    verb = pieces[phrase.stop].lower
    return spoken("speech.as-put", f"{why} behind the quotation", phrase) if verb in CUES or verb in ("put", "puts") else None


def _according(reading: Reading, n: int) -> Said | None:
    for begin, source in according_to(reading):
        if n <= begin <= n + 1 and reading.pieces[begin].lower != "citing" and reading.pieces[begin - 1].text != ";":
            return spoken("speech.according", "‘according to’ behind the quotation", source)
    return None


def _direct(reading: Reading, at: int, n: int) -> Said | None:
    """``X said`` · ``X, the chair, said`` · ``employee Steve Dalisay said`` · ``the physicians stated`` · ``he laughed``."""
    pieces = reading.pieces
    found = reading.starting(n)
    if found is not None and pieces[n - 1].text == ":" and found.kind in ("role", "plural", "organization") and not found.determiner:
        return None
    verb = None if found is None else _verb_of(reading, found)
    if verb is None:
        found, verb = _nearer(reading, n, first_words(reading, at)) or (found, None)
    if found is None:
        return None
    if verb is not None:
        if unreal(reading, verb) or found.kind == "document" or not fits(reading, found, verb):
            return None
        return Said("speech.behind", f"{marked(pieces[verb].text)} behind the quotation", subjects.with_name(reading, found))
    after = pieces[found.stop] if found.stop < len(pieces) else None
    if after is not None and after.lower in _QUOTING:
        quoted = reading.starting(found.stop + 1)
        passed_on = quoted is not None and quoted.stop < len(pieces) and pieces[quoted.stop].lower == "as"
        return Said("speech.behind", f"{marked(after.text)} behind the quotation", quoted) if passed_on else None
    if after is not None and _calls_it(pieces, found.stop) and pieces[at].tail in ",!?":
        return Said("speech.behind", f"{marked(after.text)} behind the quotation", found)
    last = found.stop == len(pieces) - 2 and pieces[n - 1].text == ","
    if after is not None and found.kind in ("person", "pronoun", "role") and (pieces[at].tail in ",!?" or last) and _any_verb(after):
        return Said("speech.behind", f"{marked(after.text)} behind the quotation", found)
    signed = pieces[n - 1].text in _DASHES and n - 1 > at and (after is None or after.text in (",", "(", "."))
    if signed and first_words(reading, at) and found.kind in ("person", "role", "organization"):
        return Said("speech.signed", "the name stands behind a dash under the quotation", found)
    return None


def verb_behind(reading: Reading, phrase: Phrase) -> str:
    """The verb of speech of a phrase behind a quotation; empty where it has none."""
    verb = _verb_of(reading, phrase)
    return "" if verb is None else reading.cue(verb).verb


def _verb_of(reading: Reading, phrase: Phrase) -> int | None:
    """The index of the verb of speech of ``phrase``, over adverbs and what stands between commas."""
    pieces = reading.pieces
    opens = pieces[phrase.stop].text if phrase.stop < len(pieces) else ""
    for cue in reading.cues:
        if cue < phrase.stop or cue - phrase.stop > REACH:
            continue
        verb = CUES[pieces[cue].lower]
        if verb.form == "ing" and opens == ",":
            continue
        if not verb.plain or verb.form == "ing" or any(pieces[n].quotation is not None for n in range(phrase.stop, cue)):
            return None
        back = before_adverbs(reading, cue)
        if back <= phrase.stop:
            return cue
        closes = pieces[back - 1].text
        if opens in (",", "—", "–", "(") and closes in (",", "—", "–", ")") and back - 1 > phrase.stop:
            return cue
        if pieces[back - 1].lower == "who":
            continue
        placed = (
            pieces[phrase.stop].lower in _PLACING and all(p.kind == "word" for p in pieces[phrase.stop : back]) and back - phrase.stop <= 9
        )
        return cue if (opens == "," or placed) and phrase.kind == "person" and _named_in_full(phrase) else None
    return None


def _nearer(reading: Reading, n: int, first: bool) -> tuple[Phrase, int] | None:
    """(subject, verb) where words that tell nothing by themselves stand before the subject, or are it."""
    pieces = reading.pieces
    cue = next((c for c in reading.cues if c > n), None)
    if cue is None or cue - n > 12 or not CUES[pieces[cue].lower].plain or CUES[pieces[cue].lower].form not in ("past", "s"):
        return None
    back = before_adverbs(reading, cue)
    stops = lexicon().stops
    phrase = reading.stopping(back)
    begin = begin_of(phrase) if phrase is not None else back
    between = pieces[n:begin]
    if any(p.kind != "word" or (p.lower in stops and p.lower not in ("and", "of", "for", "at")) for p in between):
        return None
    if phrase is not None and phrase.kind in ("person", "role", "plural"):
        return phrase, cue
    unknown = subjects.unknown_before(reading, back) if first else None
    return (unknown, cue) if unknown is not None and begin_of(unknown) >= n else None


def _named_later(reading: Reading, n: int) -> Phrase | None:
    """The person whose job no list knows: ``planetary geologist Rosaly Lopes``."""
    stops = lexicon().stops
    for at in range(n, min(n + 7, len(reading.pieces))):
        phrase = reading.starting(at)
        if phrase is not None and phrase.kind == "person" and at > n:
            return phrase
        piece = reading.pieces[at]
        if piece.kind == "number" or piece.text == "-":
            continue
        if piece.kind != "word" or (piece.lower in stops and piece.lower not in ("of", "and", "for", "at")):
            return None
    return None


def parenthetical(reading: Reading, at: int) -> Said | None:
    """``… a “…” that …, X has said.``: the sentence is told as somebody's words at its end."""
    pieces = reading.pieces
    if is_name(reading, at) or (at + 1 < len(pieces) and pieces[at + 1].text == ":") or _describes(reading, at):
        return None
    for cue in reading.cues:
        if cue < at or not CUES[pieces[cue].lower].plain or CUES[pieces[cue].lower].form not in ("past", "s"):
            continue
        phrase = reading.stopping(before_adverbs(reading, cue))
        if phrase is None or phrase.kind == "document" or unreal(reading, cue):
            continue
        before = pieces[begin_of(phrase) - 1] if begin_of(phrase) else None
        after = pieces[cue + 1] if cue + 1 < len(pieces) else None
        ends = after is None or after.kind == "mark" or after.lower in _ADJUNCTS
        if before is not None and (before.text == "," or before.tail == ",") and ends:
            return Said("speech.parenthetical", f"the sentence is told as {marked(pieces[cue].text)} at its end", phrase)
    for begin, source in according_to(reading):
        if begin > at and source.kind not in ("document", "paper") and pieces[begin].lower == "according":
            return Said("speech.according", "‘according to’ behind the quotation", source)
    return None


def _describes(reading: Reading, at: int) -> bool:
    """``the “age limit” bill``: a few words before a noun, no speech."""
    pieces = reading.pieces
    if at == 0 or at + 1 >= len(pieces) or pieces[at + 1].kind != "word" or pieces[at - 1].lower not in lexicon().determiners:
        return False
    return reading.passage.inner(at).count(" ") <= 2 and pieces[at + 1].lower not in lexicon().stops


def _calls_it(pieces: Sequence[Piece], at: int) -> bool:
    """``“A surrender,” she called it.``"""
    cue = CUES.get(pieces[at].lower)
    return (
        cue is not None
        and cue.family == "label"
        and cue.form in ("past", "s")
        and pieces[at + 1 : at + 2] != []
        and pieces[at + 1].lower in _THINGS
    )


def _any_verb(piece: Piece) -> bool:
    """A verb in the past that is no verb of speech by itself (``“…,” he laughed``)."""
    lower = piece.lower
    return (
        piece.kind == "word" and not piece.cap and (lower in _ODD_VERBS or (lower.endswith("ed") and len(lower) > 4)) and lower not in CUES
    )


def _named_in_full(phrase: Phrase) -> bool:
    return phrase.name is not None and (phrase.name[1] > phrase.name[0] or phrase.first < phrase.name[0])
