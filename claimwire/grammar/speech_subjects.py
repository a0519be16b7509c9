"""Whose verb it is: the subject of a verb of speech, behind it, before it, across commas, or carried on."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.cues import CUES
from claimwire.grammar.lexicon import lexicon
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import PREPOSITIONS, Reading, back, begin_of, starts_clause
from claimwire.grammar.voices import passive

_DASHES: Final = frozenset("—–-―")
_TIME_BEFORE: Final = frozenset(("before", "after", "during", "since", "following", "until"))
_OPENING: Final = 24
"""So many pieces a participle's clause at the start of a sentence has at most."""
_JOINING: Final = frozenset(["and", "or", "but", "then", "to"])


def subject_of(reading: Reading, at: int) -> Phrase | None:
    """The subject of the verb of speech at ``pieces[at]``, or ``None`` where none is sure."""
    pieces = reading.pieces
    behind = inverted(reading, at)
    if behind is not None:
        return behind
    if reading.cue(at).form == "ing":
        if at > 1 and pieces[at - 1].lower == "as" and (quoted := reading.stopping(at - 1)) is not None:
            relay = begin_of(quoted) - 1
            if relay >= 0 and pieces[relay].lower in ("quoted", "quotes", "cited", "cites", "quoting", "citing"):
                return quoted
        near = reading.stopping(at)
        if near is not None and (near.kind == "document" or pieces[begin_of(near) - 1].lower in ("as", "quoted", "quoting", "with", "of")):
            return near
        return _earlier_subject(reading, at)
    begin = back(reading, at)
    phrase = reading.stopping(begin)
    if phrase is not None:
        before = begin_of(phrase) - 1
        listed = _list_owner(reading, phrase)
        if listed >= 0 and pieces[listed].lower in PREPOSITIONS and phrase.kind != "pronoun":
            return main_subject(reading, at) or (phrase if phrase.kind == "person" else None)
        if before >= 0 and pieces[before].text == "," and phrase.kind in ("role", "organization", "plural"):
            return _in_apposition(reading, phrase, before) or phrase
        return phrase
    if begin == 0:
        return None
    last = pieces[begin - 1]
    if last.text in (",", ")") or last.text in _DASHES:
        return _across_comma(reading, begin - 1) or main_subject(reading, at)
    if last.lower in ("who", "which", "that") and begin > 1:
        owner = reading.stopping(begin - 1) or reading.stopping(begin - 2)
        if owner is None and begin > 4 and last.lower == "who" and pieces[begin - 2].text == "," and pieces[begin - 3].kind == "number":
            owner = reading.stopping(begin - 4)
        return owner if owner is not None else main_subject(reading, at)
    if last.kind == "word" and not last.cap and last.lower not in _JOINING and reading.cue(at).form in ("past", "s"):
        return unknown_before(reading, begin) if reading.cue(at).family == "say" and reading.cue(at).plain else None
    return _earlier_subject(reading, at)


def inverted(reading: Reading, at: int) -> Phrase | None:
    """``“…,” said X``: the phrase behind a verb that follows a quotation."""
    pieces = reading.pieces
    if reading.cue(at).form in ("ing", "base") or at == 0 or not reading.cue(at).plain:
        return None
    before = pieces[at - 1] if pieces[at - 1].text not in ",—–-" or at == 1 else pieces[at - 2]
    phrase = reading.starting(at + 1)
    if phrase is None or (before.quotation is None and not _between_commas(reading, at, phrase)):
        return None
    return with_name(reading, phrase)


def _list_owner(reading: Reading, phrase: Phrase) -> int:
    """The index before a phrase, or before the list that it ends: ``by Germany and Iceland``."""
    at = begin_of(phrase) - 1
    if at > 0 and reading.pieces[at].lower in ("and", "or"):
        while at > 0 and (reading.pieces[at].lower in ("and", "or") or reading.pieces[at].text == ","):
            listed = reading.stopping(at)
            if listed is None or listed.kind == "plural":
                break
            at = begin_of(listed) - 1
    return at


def _between_commas(reading: Reading, at: int, phrase: Phrase) -> bool:
    """``It is a day, said X, “that …”``."""
    pieces = reading.pieces
    named = phrase.kind in ("person", "role", "organization", "plural")
    return pieces[at - 1].text == "," and named and at > 2 and phrase.stop < len(pieces) and pieces[phrase.stop].text == ","


def with_name(reading: Reading, phrase: Phrase) -> Phrase:
    """The name behind a role: ``the chair of the Assembly, Yael Bron-Pivet``."""
    pieces = reading.pieces
    if phrase.kind in ("role", "organization") and phrase.stop < len(pieces) and pieces[phrase.stop].text == ",":
        named = reading.starting(phrase.stop + 1)
        ends = named is not None and (named.stop >= len(pieces) or pieces[named.stop].kind == "mark")
        if named is not None and named.kind == "person" and ends and phrase.kind == "role":
            return named
    return phrase


def _in_apposition(reading: Reading, phrase: Phrase, comma: int) -> Phrase | None:
    """The person before a comma whose role ``phrase`` tells, without a comma behind it."""
    owner = reading.stopping(comma)
    return owner if owner is not None and owner.kind == "person" and phrase.kind == "role" else None


def _across_comma(reading: Reading, comma: int) -> Phrase | None:
    """The subject before what stands between two commas or dashes: ``X, the chair, said``; ``X—who …—said``."""
    pieces = reading.pieces
    inner = reading.stopping(comma)
    if inner is not None:
        before = begin_of(inner) - 1
        if before > 0 and (pieces[before].text == "," or pieces[before].text in _DASHES):
            outer = reading.stopping(before)
            if outer is None and inner.kind == "person" and inner.last > inner.first and pieces[before].text == ",":
                return inner
            if outer is not None:
                return inner if inner.kind == "person" and outer.kind in ("role", "organization") else outer
    best: Phrase | None = None
    for phrase in reading.phrases:
        if phrase.stop >= comma:
            break
        mark = pieces[phrase.stop].text if phrase.stop < len(pieces) else ""
        if (
            (mark == "," or mark in _DASHES)
            and mark
            and starts_clause(reading, phrase)
            and (best is None or phrase.kind in ("person", "role"))
        ):
            best = best if best is not None and best.kind == "person" else phrase
    return best


def _earlier_subject(reading: Reading, at: int) -> Phrase | None:
    """The subject of the verb of speech before this one, else the sentence's."""
    for other in reversed([c for c in reading.cues if c < at]):
        if reading.cue(other).form in ("past", "s") and not passive(reading, other):
            return subject_of(reading, other)
    return main_subject(reading, at)


def main_subject(reading: Reading, before: int | None = None) -> Phrase | None:
    """The first phrase at the start of a clause, taken with its apposition."""
    found = [p for p in reading.phrases if starts_clause(reading, p)]
    opened = _behind_participle(reading) if found else None
    if opened is not None:
        return _with_apposed_name(reading, opened)
    if found and _in_time(reading, found[0]):
        stop = found.pop(0).stop
        comma = stop < len(reading.pieces) and reading.pieces[stop].text == ","
        subject = reading.starting(stop + 1 if comma else stop)
        if subject is not None and subject not in found:
            found.insert(0, subject)
    for phrase in found:
        if before is None or phrase.first < before:
            return _with_apposed_name(reading, phrase)
    return _with_apposed_name(reading, found[0]) if found and before is not None and before < 3 else None


def _behind_participle(reading: Reading) -> Phrase | None:
    """The subject in ``Asked whether it was over, X laughed``: behind the first comma."""
    pieces = reading.pieces
    if not pieces[0].lower.endswith(("ed", "ing")) or not pieces[0].cap or reading.starting(0) is not None:
        return None
    comma = next((n for n in range(1, min(len(pieces) - 1, _OPENING)) if pieces[n].text == ","), None)
    return None if comma is None else reading.starting(comma + 1)


def _in_time(reading: Reading, phrase: Phrase) -> bool:
    """``Before the vote`` at the start of the sentence tells when."""
    return phrase.kind == "document" and begin_of(phrase) == 1 and reading.pieces[0].lower in _TIME_BEFORE


def _with_apposed_name(reading: Reading, phrase: Phrase) -> Phrase:
    pieces = reading.pieces
    if phrase.kind == "role" and phrase.stop + 1 < len(pieces) and pieces[phrase.stop].text == ",":
        named = reading.starting(phrase.stop + 1)
        if named is not None and named.kind == "person" and named.stop < len(pieces) and pieces[named.stop].text == ",":
            return named
    return phrase


def unknown_before(reading: Reading, end: int) -> Phrase | None:
    """A subject that no list knows, by its determiner: ``one fan``, ``the physicians``."""
    pieces, words = reading.pieces, lexicon()
    first = end
    while first > 0 and end - first < 5:
        piece = pieces[first - 1]
        if piece.kind != "word" or piece.lower in CUES or reading.stopping(first) is not None:
            return None
        if piece.lower in words.determiners:
            if first == end:
                return None
            head = pieces[end - 1].lower
            several = head.endswith("s") and not head.endswith(("ss", "us", "is"))
            return Phrase("plural" if several else "role", first, end - 1, end, head, determiner=piece.lower)
        if piece.lower in words.stops:
            return None
        first -= 1
    return None


def unknown_after(reading: Reading, at: int) -> Phrase | None:
    """The same behind a verb: ``said one user on Weibo``."""
    pieces, words = reading.pieces, lexicon()
    if at >= len(pieces) or pieces[at].lower not in words.determiners:
        return None
    end = at + 1
    while end < len(pieces) and end - at < 5 and pieces[end].kind == "word" and pieces[end].lower not in words.stops | frozenset(CUES):
        end += 1
    if end == at + 1:
        return None
    head = pieces[end - 1].lower
    return Phrase("plural" if head.endswith("s") else "role", at + 1, end - 1, end, head, determiner=pieces[at].lower)
