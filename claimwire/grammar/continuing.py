"""Quotations that name no speaker: they go on with whoever was announced, quoted or told of just before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimwire.grammar.announced import announced
from claimwire.grammar.antecedents import speaker_of
from claimwire.grammar.first_names import gender_of
from claimwire.grammar.quotes import Quotation
from claimwire.grammar.reacting import reacting
from claimwire.grammar.readings import Reading, starts_clause
from claimwire.grammar.said import Said
from claimwire.grammar.sources import begins_item
from claimwire.grammar.speech_memory import Speaker, SpeechMemory
from claimwire.grammar.speech_subjects import subject_of
from claimwire.grammar.voices import passive, unreal

SPEAKING: Final = frozenset(("person", "role", "plural", "organization", "state", "pronoun"))


def announced_here(state: SpeechMemory, reading: Reading) -> Speaker | None:
    """Whom this paragraph announces; whoever was announced stays so for all the quotations right below."""
    before = state.announced
    if before is not None and _only_quotations(reading) and reading.passage.paragraph - before.paragraph <= 1:
        return replace(before, paragraph=reading.passage.paragraph)
    name = announced(reading)
    speaker = None if name is None else speaker_of(state, reading, name)
    if name is None or name.name is None or speaker is None:
        return None
    full = name.name[1] > name.name[0]
    affiliated = reading.pieces[name.stop].text == ","
    known = name.head or affiliated or (full and (gender_of(speaker.actor.name) or state.register.has_role(speaker.actor)))
    return speaker if known else None


def _only_quotations(reading: Reading) -> bool:
    return all(p.kind == "quotation" or p.kind == "mark" for p in reading.pieces)


def teller(state: SpeechMemory, reading: Reading) -> Speaker | None:
    """Who the sentence says said something, in its main clause, or took a stand on something."""
    for at in reading.cues:
        cue = reading.cue(at)
        if at == 0 and cue.participle:
            continue
        if not (cue.plain or cue.family == "label") or cue.form not in ("past", "s") or unreal(reading, at) or passive(reading, at):
            continue
        phrase = subject_of(reading, at)
        if cue.family != "say" and (
            phrase is None or phrase.kind not in ("person", "role", "pronoun") or not starts_clause(reading, phrase)
        ):
            return None
        return speaker_of(state, reading, phrase) if phrase is not None and phrase.kind in SPEAKING else None
    phrase = reacting(reading)
    return None if phrase is None else speaker_of(state, reading, phrase)


def carried(state: SpeechMemory, reading: Reading, at: int) -> Said | None:
    """A quotation that stands alone goes on with the speaker of the one before, or of the sentence before."""
    passage = reading.passage
    if not _only_quotations(reading):
        return None
    quotation = reading.pieces[at].quotation
    if quotation is None or not is_whole(state.text, quotation):
        return None
    told = (state.told, 1, "the subject of the sentence before")
    last = (state.last, 1 if passage.first else 0, "the speaker of the quotation before")
    here = state.told is not None and not state.quoted and state.told.paragraph == passage.paragraph
    for speaker, near, why in ((state.announced, 1, "the name on the line before"), *((told, last) if here else (last, told))):
        if speaker is not None and passage.paragraph - speaker.paragraph <= near:
            return Said("speech.carried", f"a quotation by itself goes on with {why}", speaker=speaker)
    return None


def listed(state: SpeechMemory, reading: Reading) -> Said | None:
    """Words in a point of a list are those of the person who is said to say the points."""
    if state.listed is None or not begins_item(reading):
        return None
    return Said("speech.listed", "the line above the list names who says its points", speaker=state.listed)


def is_whole(text: str, quotation: Quotation) -> bool:
    """Whether the words are a sentence of their own, not a name or a heading in marks."""
    words = text[quotation.start : quotation.end]
    after = text[quotation.outer_end : quotation.outer_end + 1]
    if quotation.continues or words[-1] in ".!?…":
        return True
    return not words[0].islower() and (words[-1] in ",)]—–-\"”’'" or after in (".", "!", "?") or _is_sentence(words))


def _is_sentence(words: str) -> bool:
    """Whether words without a stop at their end are no title: at least three of them in lower case."""
    return sum(w[0].islower() and len(w) > 1 for w in words[:200].split()) >= 3
