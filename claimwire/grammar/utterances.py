"""From quotations to statements: each sentence in turn, with the speakers known so far."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claimwire.claims import Actor, StatementClaim
from claimwire.grammar import beside
from claimwire.grammar.antecedents import note_subject, speaker_of
from claimwire.grammar.continuing import announced_here, carried, is_whole, listed, teller
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.quotes import Quotation
from claimwire.grammar.readings import Reading
from claimwire.grammar.said import Said, speaks_by_texts
from claimwire.grammar.sources import begins_item
from claimwire.grammar.speech_memory import Speaker, SpeechMemory

_BEHIND: Final = frozenset(("speech.behind", "speech.inverted", "speech.according", "speech.as-put"))
"""Rules whose speaker stands behind the words: a pronoun there is none of the sentence's own subjects."""
_TELLS: Final = re.compile(
    r"[,?!.]\s+(?:(?:he|she|it|they|[A-Z][^\s,.]*)(?:\s+[^\s,.]+){0,5}\s+(?:said|says|added|told|wrote|stated|insisted|argued)\b|"
    r"(?:said|says|added|stated|wrote|insisted|argued)\s+[A-Z])"
)


@dataclass(slots=True)
class Utterances(SpeechMemory):
    """What one article has told so far: ``read`` its sentences in order, then take ``claims``."""

    def read(self, reading: Reading) -> None:
        """Take in the next sentence: its statements, its subject, who says something in it."""
        _read(self, reading)

    def actor_of(self, reading: Reading, phrase: Phrase) -> Actor | None:
        """Who a phrase of the sentence just read means."""
        speaker = speaker_of(self, reading, phrase)
        return None if speaker is None else speaker.actor

    def speaker_at(self, start: int) -> Actor | None:
        """Who spoke the quotation whose words begin here."""
        return self.speakers.get(start)


def _read(state: SpeechMemory, reading: Reading) -> None:
    passage = reading.passage
    if passage.role == "heading":
        state.last = state.told = None
    spoken: list[tuple[Quotation, Said]] = []
    unknown = False
    if state.listed is not None and passage.first and not begins_item(reading):
        state.listed = None
    for at in passage.quotations:
        quotation = reading.pieces[at].quotation
        if quotation is None or not (quotation.closed or quotation.reopened or passage.last) or _lost_mark(state.text, quotation):
            continue
        said = beside.find(reading, at)
        if not quotation.continues:
            state.open.clear()
        if said is not None and said.unspoken:
            continue
        if said is None:
            said = carried(state, reading, at) or listed(state, reading)
            unknown = unknown or (said is None and is_whole(state.text, quotation))
            if said is None and quotation.reopened:
                state.open.append(quotation)
        if said is not None:
            spoken.append((quotation, said))
    clause = next((p.start for p in reading.pieces if p.text == ";"), None)
    behind = [(q, s) for q, s in spoken if s.rule in _BEHIND and (clause is None or q.start < clause)]
    for quotation, said in behind:
        _take(state, reading, quotation, said)
    note_subject(state, reading)
    for quotation, said in spoken:
        if (quotation, said) not in behind:
            _take(state, reading, quotation, said)
    if unknown and not spoken:
        state.last = None
    if spoken and state.last is not None and state.last.paragraph == passage.paragraph:
        state.register.note_subject(state.last.actor)
    state.told, state.quoted = teller(state, reading), bool(spoken)
    state.announced = announced_here(state, reading)
    if passage.last and reading.pieces[-1].text == ":" and not spoken:
        state.listed = state.told


def _take(state: SpeechMemory, reading: Reading, quotation: Quotation, said: Said) -> None:
    """Make the claim, and those of the paragraphs that this quotation goes on from."""
    speaker = _speaker(state, reading, said)
    if not quotation.closed and not quotation.reopened:
        named = said.phrase is not None and said.phrase.kind != "pronoun"
        if not named or not _cut_off(state, quotation):
            return
    if speaker is not None and said.phrase is not None and said.phrase.head == "it" and speaks_by_texts(speaker.actor.name):
        return
    if speaker is None:
        if quotation.reopened or quotation.continues:
            state.open.append(quotation)
        return
    if quotation.continues and state.open:
        for earlier in state.open:
            _claim(state, earlier, speaker, Said("speech.goes-on", "the quotation goes on in the next paragraph, which names its speaker"))
    if not quotation.reopened:
        state.open.clear()
    _claim(state, quotation, speaker, said)
    state.last = speaker


def _claim(state: SpeechMemory, quotation: Quotation, speaker: Speaker, said: Said) -> None:
    named = "" if speaker.printed == speaker.actor.name else f"; {speaker.printed!r} is {speaker.actor.name}"
    state.speakers[quotation.start] = speaker.actor
    state.claims.append(
        StatementClaim(
            start=quotation.start,
            end=quotation.end,
            rule=said.rule,
            reason=said.reason + named,
            actor=speaker.actor,
            speaker_text=speaker.printed,
            text=state.text[quotation.start : quotation.end],
        )
    )


def _speaker(state: SpeechMemory, reading: Reading, said: Said) -> Speaker | None:
    if said.speaker is not None:
        return said.speaker if isinstance(said.speaker, Speaker) else None
    if said.phrase is None:
        return None
    return speaker_of(state, reading, said.phrase)


def _lost_mark(text: str, quotation: Quotation) -> bool:
    """Whether the mark that should shut the quotation was left out: its last words tell who said it."""
    return not quotation.closed and _TELLS.search(text, max(quotation.start, quotation.end - 120), quotation.end) is not None


def _cut_off(state: SpeechMemory, quotation: Quotation) -> bool:
    """Whether the text itself ends inside the quotation."""
    return not state.text[quotation.outer_end :].strip()
