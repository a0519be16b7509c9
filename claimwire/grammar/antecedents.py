"""Who a phrase means by what the article told before: pronouns, roles, papers; and what each sentence adds to that."""

from __future__ import annotations

import itertools
from typing import Final

from claimwire.claims import Actor
from claimwire.grammar.attributions import according_to
from claimwire.grammar.cues import CUES
from claimwire.grammar.lexicon import bare, gazetteer, lexicon, possessive
from claimwire.grammar.persons import words_of
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.readings import Reading, begin_of, starts_clause
from claimwire.grammar.said import owner_of, possessor
from claimwire.grammar.speech_memory import Speaker, SpeechMemory
from claimwire.grammar.speech_subjects import main_subject
from claimwire.grammar.wordlists import word_list

_VARIATIONS: Final = word_list("antecedents.variations")
_DRAFTED: Final = word_list("antecedents.drafted")
SPEAKING: Final = frozenset(("person", "role", "plural", "organization", "state", "pronoun"))


def speaker_of(state: SpeechMemory, reading: Reading, phrase: Phrase) -> Speaker | None:
    """Who a phrase of this sentence means and how that is printed; ``None`` where nobody is sure or nobody can speak."""
    passage = reading.passage
    if phrase.head == "it" and _means_a_text(state, reading, phrase):
        return None
    printed = words_of(passage.pieces, phrase.first, phrase.last)
    if phrase.kind == "paper":
        owner = owner_of(reading, phrase)
        if owner is not None and owner.kind in SPEAKING:
            return speaker_of(state, reading, owner)
        return state.issuer
    if phrase.kind not in SPEAKING:
        return None
    alone = phrase.kind == "person" and phrase.first == phrase.last == 0
    if alone and passage.pieces[0].lower in state.register.plain and not state.register.is_name(printed):
        return None
    actor = state.register.actor_of(phrase, passage.pieces)
    if phrase.kind == "role" and phrase.determiner == "the" and actor is not None and actor.name == printed:
        actor = _same_person(state, phrase, passage.paragraph) or actor
    return None if actor is None else Speaker(actor, printed, passage.paragraph)


def _means_a_text(state: SpeechMemory, reading: Reading, it: Phrase) -> bool:
    """``Backed by 18 states, it …`` · ``It notes that …`` near a resolution: texts are told in the present."""
    pieces = reading.pieces
    if pieces[0].lower in _DRAFTED and it.first > 1:
        return True
    cue = CUES.get(pieces[it.stop].lower) if it.stop < len(pieces) else None
    return cue is not None and cue.form == "s" and reading.passage.paragraph - state.text_at <= 1


def _same_person(state: SpeechMemory, phrase: Phrase, paragraph: int) -> Actor | None:
    """The last speaker under another description: ``the senator said`` behind words of Rand Paul."""
    last = state.last
    if last is None or last.actor.kind != "person" or paragraph - last.paragraph > 2 or last.actor.name == last.printed == phrase.head:
        return None
    return None if state.register.has_role(last.actor) and phrase.head not in _VARIATIONS else last.actor


def note_subject(state: SpeechMemory, reading: Reading) -> None:
    """Remember whom the sentence is about, for the pronouns to come."""
    main = main_subject(reading)
    _note_owner(state, reading)
    if any(p.kind == "document" for p in reading.phrases):
        state.text_at = reading.passage.paragraph
    for phrase in reading.phrases:
        if phrase.kind == "pronoun" or phrase.kind not in SPEAKING or _in_brackets(reading, phrase):
            continue
        actor = state.register.actor_of(phrase, reading.pieces)
        if actor is None:
            continue
        if (
            actor.kind == "person"
            and phrase.first == phrase.last
            and not (state.register.is_name(actor.name) or _speaks(state, reading, phrase))
        ):
            continue
        if starts_clause(reading, phrase) or phrase is main:
            state.register.note_subject(actor)
        else:
            state.register.note_mention(actor)
    for begin, source in according_to(reading) if any(p.lower == "according" for p in reading.pieces) else ():
        if source.kind == "person" and source.last > source.first and reading.pieces[begin].lower == "according":
            actor = state.register.actor_of(source, reading.pieces)
            if actor is not None:
                state.register.note_subject(actor)
    for one, other in itertools.pairwise(reading.phrases):
        _note_apposition(state, reading, one, other)
    if main is None:
        return
    if main.kind != "pronoun":
        papers = any(p.kind in ("document", "paper") for p in reading.phrases)
        state.register.paper = main.kind in ("document", "paper") or (papers and main.kind != "organization")
    if main.kind in ("person", "organization", "state", "role", "plural") and any(p.kind == "paper" for p in reading.phrases):
        state.issuer = speaker_of(state, reading, main)
    if main.kind == "person" and (main.first < main.last or state.register.is_name(words_of(reading.pieces, main.first, main.last))):
        speaker = speaker_of(state, reading, main)
        if speaker is not None:
            state.register.note_subject(speaker.actor)


def _in_brackets(reading: Reading, phrase: Phrase) -> bool:
    """``Ann Lee (People's Front)``: what a bracket holds is about somebody else."""
    at = begin_of(phrase) - 1
    return at >= 0 and reading.pieces[at].text == "("


def _speaks(state: SpeechMemory, reading: Reading, phrase: Phrase) -> bool:
    """Whether a word right before a verb of speech is a name though the text has it once: ``Lund said``."""
    pieces = reading.pieces
    cue = CUES.get(pieces[phrase.stop].lower) if phrase.kind == "person" and phrase.stop < len(pieces) else None
    word = pieces[phrase.first].lower
    return cue is not None and cue.plain and cue.form in ("past", "s") and word not in state.register.plain and word not in lexicon().common


def _note_owner(state: SpeechMemory, reading: Reading) -> None:
    """``Cho's verdict was brutal``: ``she`` may be Cho afterwards."""
    pieces = reading.pieces
    at = next((n for n in range(min(4, len(pieces))) if not pieces[n].cap or possessive(pieces[n])), 0)
    if not (pieces[at].cap and possessive(pieces[at])) or bare(pieces[at].lower) in lexicon().common | state.register.plain:
        return
    owner = possessor(reading, at)
    if owner is not None and owner.kind == "person" and owner.first == 0 and bare(pieces[at].lower) not in gazetteer():
        actor = state.register.actor_of(owner, pieces)
        if actor is not None:
            state.register.note_mention(actor)


def _note_apposition(state: SpeechMemory, reading: Reading, one: Phrase, other: Phrase) -> None:
    """``The prime minister, Lazlo Kiss,`` and ``Lazlo Kiss, the prime minister,`` tell his role."""
    pieces = reading.pieces
    if {one.kind, other.kind} != {"person", "role"} or begin_of(other) != one.stop + 1 or pieces[one.stop].text != ",":
        return
    if other.stop < len(pieces) and pieces[other.stop].kind != "mark":
        return
    person, role = (one, other) if one.kind == "person" else (other, one)
    actor = state.register.actor_of(person, pieces)
    if actor is not None:
        words = pieces[role.first : role.last + 1]
        state.register.note_role(actor, frozenset(bare(p.lower) for p in words if p.kind == "word") - lexicon().stops)
