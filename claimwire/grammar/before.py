"""Who spoke, told before the quotation: ``X said “…”``, ``X called him a “…”``, ``X: “…”``."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from claimwire.grammar.attributions import according_to
from claimwire.grammar.cues import CUES, NAMING
from claimwire.grammar.lexicon import lexicon, possessive
from claimwire.grammar.passages import Piece
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import AUXILIARIES, Reading, back, begin_of
from claimwire.grammar.said import ANSWERS, NOBODY, OWNERS, Said, fits, is_name, marked, possessor, speaks_by_texts, spoken
from claimwire.grammar.speech_subjects import main_subject, subject_of
from claimwire.grammar.voices import agent, passive, unreal
from claimwire.grammar.wordlists import word_list

REACH: Final = 40
"""How many pieces a label (``called … a``) may stand before its quotation."""

_DETERMINERS: Final = word_list("before.determiners")
_OFTEN_BETWEEN: Final = word_list("before.often_between")
_NAMED: Final = word_list("before.named")
_TERMS: Final = word_list("before.terms")
_USING: Final = frozenset("used uses use using avoided coined repeated repeating".split())
_SEEN_AS: Final = frozenset("is was were are has had remains looks looked seemed and but a an the no not also only on".split())
_SEEN: Final = frozenset(("it", "this", "that", "they", "these", "those", "he", "she"))
_OWN_WORDS: Final = word_list("before.own_words")
_WOULD: Final = frozenset(("would", "will", "could", "should", "may"))
_ASKED: Final = frozenset(("question", "questions", "wording"))
"""Before a colon behind which a text stands, where no verb of speech is near."""
_THINKING: Final = frozenset(("think", "believe", "hope", "fear", "want", "wish"))
_CRIES: Final = word_list("before.cries")
_GOING_ON: Final = word_list("before.going_on")
"""Verbs of speech only right beside the words: ``continued its “…”`` tells of no speech."""
_INSIDE: Final = frozenset(("in", "to", "by", "from", "the"))
_WRITING: Final = frozenset(("write", "post", "tweet", "speak"))
_CALLING: Final = word_list("before.calling")
_TURNING_DOWN: Final = word_list("before.turning_down")
_CLAIMS: Final = word_list("before.claims")
_RELATIVES: Final = frozenset("what which that as how whom".split())


def named(reading: Reading, at: int) -> Said | None:
    """Titles, names of operations, so-called things: nobody spoke them."""
    pieces = reading.pieces
    n = at - 1
    if n > 0 and pieces[n].lower == "of" and pieces[n - 1].lower in _CRIES:
        return NOBODY
    if n >= 0 and pieces[n].text in (":", ","):
        if pieces[n].text == "," and any(c < n and reading.cue(c).plain for c in reading.cues):
            return None
        n -= 1
    if n >= 0 and pieces[n].lower in _TERMS and not any(p.lower in _USING for p in pieces[max(0, n - 4) : n]):
        return NOBODY if n == at - 1 else None
    labelled = any(p.lower in CUES and CUES[p.lower].family == "label" for p in pieces[max(0, at - 4) : at])
    if n >= 0 and pieces[n].kind == "word" and pieces[n].lower in NAMING and pieces[n].lower not in CUES and not labelled:
        told = reading.passage.inner(at)[:1].islower() and pieces[n].lower in lexicon().documents and any(c < n for c in reading.cues)
        return None if told else NOBODY
    while n >= 0 and pieces[n].lower in _DETERMINERS | _OFTEN_BETWEEN and at - n < 4:
        n -= 1
    if n >= 0 and pieces[n].lower in _NAMED:
        return NOBODY
    follows = pieces[at + 1] if at + 1 < len(pieces) else None
    if follows is not None and follows.lower in lexicon().documents and is_name(reading, at) and pieces[at].tail not in ",?!":
        return NOBODY
    return None


def colon(reading: Reading, at: int) -> Said | None:
    """``X said: “…”`` · ``X criticised the cabinet: “…”`` · ``X: “…”`` · ``X warned; “…”``."""
    pieces = reading.pieces
    if at < 2 or not (pieces[at - 1].text == ":" or (pieces[at - 1].text == ";" and pieces[at - 2].lower in CUES)):
        return None
    if pieces[at - 2].lower in _ASKED and pieces[at].tail == "?":
        return NOBODY
    near = reading.stopping(at - 1)
    if near is not None and begin_of(near) == 0 and near.kind not in ("document", "paper"):
        if near.kind == "organization" and _is_chamber(reading, near):
            return NOBODY
        return Said("speech.colon", "a colon between the name and the quotation", near)
    if _is_answer(pieces, at - 2):
        owner = possessor(reading, at - 3)
        if owner is not None:
            return Said("speech.answer", f"{marked(pieces[at - 2].text)} and a colon before the quotation", owner)
    for cue in reversed([c for c in reading.cues if c < at]):
        if unreal(reading, cue) or passive(reading, cue):
            if reading.cue(cue).verb == "ask" and pieces[at].tail == "?":
                return NOBODY
            continue
        if CUES[pieces[cue].lower].form == "base":
            continue
        subject = subject_of(reading, cue)
        if subject is not None:
            return spoken("speech.colon", f"{marked(pieces[cue].text)} and a colon before the quotation", subject)
    main = main_subject(reading, at)
    if main is None or main.head in ("it", "they") or pieces[at - 2].lower in _ASKED:
        return NOBODY
    return spoken("speech.colon", "a colon between the sentence and the quotation", main)


def _is_answer(pieces: Sequence[Piece], at: int) -> bool:
    """``Cho's answer``, ``her reply``, ``the ministry's response``: a word for words, with its owner before it."""
    return at > 0 and pieces[at].lower in ANSWERS and (possessive(pieces[at - 1]) or pieces[at - 1].lower in OWNERS)


def source_before(reading: Reading, at: int) -> Said | None:
    """``According to X, “…”`` · ``In her opinion, “…”`` · ``in the words of X, “…”``."""
    pieces = reading.pieces
    nearest = max((c for c in reading.cues if c < at), default=-1)
    for begin, source in reversed(according_to(reading)):
        if nearest < begin < at:
            return spoken("speech.according", "‘according to’ before the quotation", source)
    for n in range(max(1, at - 6, nearest + 1), at):
        owner = pieces[n - 1]
        if pieces[n].lower not in _OWN_WORDS:
            continue
        why = f"‘in {owner.lower} {pieces[n].lower}’ before the quotation"
        phrase = possessor(reading, n - 1)
        if phrase is not None and phrase.first and pieces[phrase.first - 1].lower in _INSIDE:
            return Said("speech.opinion", why, phrase)
    return None


def opinion(reading: Reading, at: int) -> Said | None:
    """``For X it was a “…”`` · ``But for X the text “…”`` · ``For X, the envoy, “…”``: how somebody sees it."""
    pieces = reading.pieces
    n = 1 if len(pieces) > 1 and pieces[0].lower in ("but", "and", "yet") else 0
    if pieces[n].lower not in ("for", "to") or is_name(reading, at):
        return None
    who = reading.starting(n + 1)
    if who is None or who.kind != "person" or who.last == who.first or who.stop >= at:
        return None
    seen = pieces[who.stop]
    text = reading.starting(who.stop)
    if seen.text == "," and pieces[at - 1].text == "," and not any(p.text == "," for p in pieces[who.stop + 1 : at - 1]):
        return Said("speech.opinion", f"{marked(pieces[who.first - 1].text)} and a name before the quotation", who)
    if seen.lower in _SEEN:
        n = who.stop + 1
    elif pieces[0 if n == 0 else 1].lower == "for" and text is not None and text.kind == "document" and text.determiner:
        n = text.stop
    else:
        return None
    if any(p.kind != "quotation" and p.lower not in _SEEN_AS for p in pieces[n:at]):
        return None
    return Said("speech.opinion", f"{marked(pieces[who.first - 1].text)} and a name before the quotation", who)


def before(reading: Reading, at: int) -> Said | None:
    """``X said (that) “…”`` · ``X called him a “…”`` · ``…, adding “…”``: the nearest verb of speech to the left."""
    pieces = reading.pieces
    if _of_a_text(reading, at):
        return NOBODY
    cues = [c for c in reading.cues if c < at]
    for cue in reversed(cues):
        verb = CUES[pieces[cue].lower]
        if verb.family == "report" or (cue != cues[0] and (_told_by_another(reading, cues, cue) or _inside_told(reading, cues, cue))):
            continue
        if any(p.text == ";" for p in pieces[cue + 1 : at]) or (verb.family != "say" and at - cue > REACH):
            return None
        if passive(reading, cue):
            reduced = verb.family == "say" and reading.pieces[cue - 1].lower not in AUXILIARIES
            said = None if reduced else _by_agent(reading, cue, at)
            if said is not None:
                return said
            if not (verb.verb == "quote" and cue + 2 < len(pieces) and pieces[cue + 1].lower == "as"):
                continue
        if verb.verb in _GOING_ON and cue + 1 < at and pieces[at - 1].text not in (",", ":"):
            continue
        if unreal(reading, cue):
            if verb.verb == "say" and pieces[cue - 1].lower == "to" and any(c < cue and reading.cue(c).verb in _WRITING for c in cues):
                continue
            return None
        subject = subject_of(reading, cue)
        if subject is None:
            return None
        if verb.verb == "report" and subject.kind == "organization" and pieces[cue + 1].text == ",":
            continue
        if subject.kind == "document" or not fits(reading, subject, cue) or _is_chamber(reading, subject):
            return NOBODY
        bare = all(p.lower in _DETERMINERS for p in pieces[cue + 1 : at])
        if verb.verb in _CALLING and bare and verb.form != "ing" and not _relative(reading, subject):
            return _by_agent(reading, cue, at) or NOBODY
        if verb.verb in _CALLING and pieces[at - 1].lower == "the" and reading.passage.inner(at).count(" ") and is_name(reading, at):
            return NOBODY
        if verb.verb in _TURNING_DOWN and _others_words(pieces[cue + 1 : at]):
            return NOBODY
        if not _adjacent(reading, cue, at) and is_name(reading, at):
            return None
        rule = {"say": "speech.before", "label": "speech.label"}.get(verb.family, "speech.urged")
        return Said(rule, f"{marked(pieces[cue].text)} before the quotation", subject)
    return None


def _of_a_text(reading: Reading, at: int) -> bool:
    """``an amendment that would “prevent …”``: the words of a text."""
    if at < 3 or reading.pieces[at - 1].lower not in _WOULD or reading.pieces[at - 2].lower not in ("that", "which"):
        return False
    text = reading.stopping(at - 2)
    return text is not None and text.kind == "document"


def _told_by_another(reading: Reading, cues: list[int], cue: int) -> bool:
    """``Berg said that Oslo had concluded “…”``: the words are those of who tells it now."""
    thought = reading.cue(cue).verb in _THINKING and reading.cue(cue).form in ("base", "s")
    if reading.pieces[cue - 1].lower != "had" and not thought:
        return False
    return any(reading.cue(c).family == "say" and reading.cue(c).plain and reading.cue(c).form in ("past", "s") for c in cues if c < cue)


def _inside_told(reading: Reading, cues: list[int], cue: int) -> bool:
    """``Berg said Oslo welcomed the “…”``: what is told of Oslo is in Berg's words."""
    if reading.cue(cue).family == "say" or reading.cue(cue).form == "ing":
        return False
    inner = reading.stopping(back(reading, cue))
    if inner is None:
        return False
    n = begin_of(inner) - 1
    if n > 0 and reading.pieces[n].lower == "that":
        n -= 1
    return n in cues and reading.cue(n).family == "say" and reading.cue(n).form in ("past", "s") and subject_of(reading, n) is not None


def _others_words(between: Sequence[Piece]) -> bool:
    """``the report's claim that there were``: what is turned down was said by somebody else."""
    return any(one.lower in _CLAIMS and other.lower == "that" for one, other in itertools.pairwise(between))


def _by_agent(reading: Reading, cue: int, at: int) -> Said | None:
    """``was described by X as “…”`` · ``called “…” by X``."""
    by = agent(reading, cue, at)
    if by is None and all(p.lower in _DETERMINERS or p.lower in ("of", "for") for p in reading.pieces[cue + 1 : at]):
        by = agent(reading, at, at + 3)
    return None if by is None else spoken("speech.passive", f"{marked(reading.pieces[cue].text)} by the speaker", by)


def _is_chamber(reading: Reading, subject: Phrase) -> bool:
    """Councils and parliaments speak by their texts: ``the Council urged both “to …”`` are words of a resolution."""
    return subject.kind in ("organization", "state") and speaks_by_texts(
        " ".join(p.text for p in reading.pieces[subject.first : subject.last + 1])
    )


def _relative(reading: Reading, subject: Phrase) -> bool:
    place = begin_of(subject) - 1
    return place >= 0 and reading.pieces[place].lower in _RELATIVES


def _adjacent(reading: Reading, cue: int, at: int) -> bool:
    """Whether nothing but an object, ``that`` or ``as a`` parts the verb from the quotation."""
    between = reading.pieces[cue + 1 : at]
    if not between or between[-1].text in (",", ":") or between[-1].lower in ("that", "as"):
        return True
    return CUES[reading.pieces[cue].lower].family == "label" and len(between) <= 6
