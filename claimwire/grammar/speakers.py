"""Noun phrases that can speak: persons with their roles, roles alone, groups, organisations, states, pronouns.

``phrase_at`` reads the longest such phrase that begins at a piece; what may stand
in it is data (``claimwire/data/speakers.toml``, the gazetteer of actors).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimwire.grammar.cues import CUES
from claimwire.grammar.lexicon import Lexicon, bare, lexicon, possessive
from claimwire.grammar.passages import Piece
from claimwire.grammar.phrasing import JOBS, Phrase, is_acronym, kind_of
from claimwire.grammar.wordlists import word_list

MAX_PHRASE: Final = 14
PRONOUNS: Final = frozenset(("he", "she", "they", "it"))
_BEHIND_PARTICIPLES: Final = word_list("speakers.behind_participles")
_BEHIND_VERBS: Final = word_list("speakers.behind_verbs") | frozenset((",", ".", "$", "€", "£"))
_TAG: Final = re.compile(r"[RDIL]-[A-Z]")
"""Party and state behind an American politician's name: ``R-Tenn.``."""


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
    elif (
        piece.cap
        and piece.lower in words.common
        and piece.lower not in words.heads
        and not is_acronym(piece.text)
        and not _chinese_name(pieces, at)
    ):
        return None
    if _TAG.match(piece.text) or (at == 0 and _opens_otherwise(pieces)):
        return None
    end = _run(pieces, first, bool(determiner), headline, words)
    if end == first or possessive(pieces[end - 1]):
        return None
    return kind_of(pieces, first, end, determiner, words)


def _opens_otherwise(pieces: Sequence[Piece]) -> bool:
    """``Backed by …`` · ``Addressing the …`` · ``Curiously, …``: the first word of a sentence and no name."""
    lower, follows = pieces[0].lower, pieces[1] if len(pieces) > 1 else pieces[0]
    if lower.endswith(("ed", "ing")):
        return follows.lower in _BEHIND_PARTICIPLES
    return lower.endswith("ly") and len(lower) > 5 and follows.text == ","


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
            seen_head = seen_cap = False
        if piece.cap:
            if headline and at > first and piece.lower in CUES:
                break
            if at > first and _is_text(pieces[at - 1], words):
                break
            if at > first and lower in words.stops and not piece.text.isupper() and lower not in ("may", "he"):
                break
            seen_cap = True
            seen_head = seen_head or lower in words.heads
        elif piece.lower in CUES and lower not in words.roles and not _no_verb(pieces, at, words):
            if lower not in words.papers or (at > first and paper_as_verb(pieces, at)):
                break
            seen_head = True
        elif (lower in words.stops or lower in words.determiners) and lower not in words.modifiers:
            if not (lower in words.particles and seen_cap and not seen_head and _cap_follows(pieces, at + 1, words)):
                break
        elif lower in words.heads or lower.endswith(JOBS):
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


def _is_text(piece: Piece, words: Lexicon) -> bool:
    """A paper in lower case, behind which a name begins another phrase: ``before the vote Ann Lee …``."""
    return not piece.cap and piece.lower in words.documents and piece.lower not in words.roles | words.organizations


def paper_as_verb(pieces: Sequence[Piece], at: int) -> bool:
    """``the bank estimates the loss`` · ``the bank reports that`` · ``officials estimate.``, not ``UN estimates show``."""
    if CUES[pieces[at].lower].form not in ("s", "base") or at + 1 >= len(pieces):
        return False
    follows = pieces[at + 1]
    return follows.text in _BEHIND_VERBS or follows.lower in _BEHIND_VERBS or follows.kind == "number"


def _no_verb(pieces: Sequence[Piece], at: int, words: Lexicon) -> bool:
    """Whether ``state`` or ``states`` is no verb here: ``state Senator Ann Lee``, ``Member states``."""
    if pieces[at].lower == "state" and at + 1 < len(pieces):
        after = pieces[at + 1].lower
        return after in words.roles or after in words.plurals or after in words.honorifics
    return _member_states(pieces, at)


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
