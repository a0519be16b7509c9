"""Statements: who said the words inside quotation marks, where anybody is said to have said them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from claimwire.articles import Article
from claimwire.claims import Actor, StatementClaim
from claimwire.grammar import beside
from claimwire.grammar.attributions import Reading, main_subject, passive, read_passage, starts_clause, subject_of, unreal
from claimwire.grammar.beside import Said
from claimwire.grammar.passages import Passage, passages
from claimwire.grammar.persons import Register, register_of, words_of
from claimwire.grammar.quotes import Quotation, quotation_spans
from claimwire.grammar.speakers import Phrase

SPEAKING: Final = frozenset(("person", "role", "plural", "organization", "state", "pronoun"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke last, as the article printed it, and where."""

    actor: Actor
    printed: str
    paragraph: int


@dataclass(slots=True)
class _State:
    """What one article has told so far."""

    text: str
    register: Register
    claims: list[StatementClaim] = field(default_factory=list)
    last: Speaker | None = None
    told: Speaker | None = None
    """Who the last sentence says said something, quoted or not."""
    open: list[Quotation] = field(default_factory=list)
    """Paragraphs of a quotation that goes on and whose speaker is not known yet."""


def read_statements(article: Article) -> list[StatementClaim]:
    """The statements of an article in order; ``text[start:end] == claim.text`` for each. Linear in the text."""
    text = article.masked()
    quotations = quotation_spans(text)
    if not quotations:
        return []
    state = _State(text, register_of(text))
    for passage in passages(article, text, quotations):
        _read(state, read_passage(passage))
    return sorted(state.claims, key=lambda c: c.start)


def _read(state: _State, reading: Reading) -> None:
    passage = reading.passage
    if passage.headline and passage.role == "heading":
        state.last = state.told = None
    spoken: list[tuple[int, Quotation, Said]] = []
    for at in passage.quotations:
        quotation = reading.pieces[at].quotation
        if quotation is None or not (quotation.closed or quotation.reopened or passage.last):
            continue
        said = beside.find(reading, at)
        if said is not None and said.unspoken:
            continue
        if said is None:
            said = _carried(state, reading, at)
        if said is not None:
            spoken.append((at, quotation, said))
    _note_subject(state, reading)
    for at, quotation, said in spoken:
        _take(state, reading, at, quotation, said)
    state.told = _told(state, reading)


def _take(state: _State, reading: Reading, at: int, quotation: Quotation, said: Said) -> None:
    """Make the claim, and those of the paragraphs that this quotation goes on from."""
    speaker = _speaker(state, reading, said)
    if not quotation.closed and not quotation.reopened and not _cut_off(state, quotation):
        return
    if speaker is None:
        if quotation.reopened or quotation.continues:
            state.open.append(quotation)
        return
    if quotation.continues and state.open:
        for earlier in state.open:
            _claim(state, earlier, speaker, Said("speech-goes-on", "the quotation goes on in the next paragraph, which names its speaker"))
    if not quotation.reopened:
        state.open.clear()
    _claim(state, quotation, speaker, said)
    state.last = speaker


def _claim(state: _State, quotation: Quotation, speaker: Speaker, said: Said) -> None:
    named = "" if speaker.printed == speaker.actor.name else f"; {speaker.printed!r} is {speaker.actor.name}"
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


def _speaker(state: _State, reading: Reading, said: Said) -> Speaker | None:
    if said.speaker is not None:
        return said.speaker if isinstance(said.speaker, Speaker) else None
    if said.phrase is None:
        return None
    return _speaker_of(state, reading, said.phrase)


def _speaker_of(state: _State, reading: Reading, phrase: Phrase) -> Speaker | None:
    passage = reading.passage
    printed = words_of(passage.pieces, phrase.first, phrase.last)
    if phrase.kind == "paper":
        owner = beside.owner_of(reading, phrase)
        if owner is not None and owner.kind in SPEAKING:
            return _speaker_of(state, reading, owner)
        return state.last if state.last is not None and state.last.paragraph >= passage.paragraph - 1 else None
    if phrase.kind not in SPEAKING:
        return None
    actor = state.register.actor_of(phrase, passage.pieces)
    return None if actor is None else Speaker(actor, printed, passage.paragraph)


def _note_subject(state: _State, reading: Reading) -> None:
    """Remember whom the sentence is about, for the pronouns to come."""
    main = main_subject(reading)
    for phrase in reading.phrases:
        if phrase.kind == "pronoun" or phrase.kind not in SPEAKING:
            continue
        actor = state.register.actor_of(phrase, reading.pieces)
        if actor is None:
            continue
        if starts_clause(reading, phrase) or phrase is main:
            state.register.note_subject(actor)
        else:
            state.register.note_mention(actor)
    if main is None:
        return
    if main.kind != "pronoun":
        state.register.paper = main.kind in ("document", "paper")
    if main.kind == "person":
        speaker = _speaker_of(state, reading, main)
        if speaker is not None:
            state.register.note_subject(speaker.actor)


def _told(state: _State, reading: Reading) -> Speaker | None:
    """Who the sentence says said something, in its main clause."""
    for at in reading.cues:
        cue = reading.cue(at)
        if cue.family == "say" and cue.plain and cue.form in ("past", "s") and not unreal(reading, at) and not passive(reading, at):
            phrase = subject_of(reading, at)
            return _speaker_of(state, reading, phrase) if phrase is not None and phrase.kind in SPEAKING else None
    return None


def _carried(state: _State, reading: Reading, at: int) -> Said | None:
    """A quotation that stands alone goes on with the speaker of the one before, or of the sentence before."""
    passage = reading.passage
    if any(p.kind != "quotation" and p.kind != "mark" for p in passage.pieces):
        return None
    quotation = reading.pieces[at].quotation
    if quotation is None or not _whole(state.text, quotation):
        return None
    for speaker, near, why in (
        (state.last, 1, "the speaker of the quotation before"),
        (state.told, 1, "the subject of the sentence before"),
    ):
        if speaker is not None and passage.paragraph - speaker.paragraph <= near:
            return Said("speech-carried", f"a quotation by itself goes on with {why}", speaker=speaker)
    return None


def _whole(text: str, quotation: Quotation) -> bool:
    """Whether the words are a sentence of their own."""
    words = text[quotation.start : quotation.end]
    return quotation.continues or not words[0].islower() or words[-1] in ".!?…"


def _cut_off(state: _State, quotation: Quotation) -> bool:
    """Whether the text itself ends inside the quotation."""
    return not state.text[quotation.outer_end :].strip()


__all__ = ["Passage", "Speaker", "read_statements"]
