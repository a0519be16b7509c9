"""From quotations to statements: each sentence in turn, with the speakers known so far."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import Final

from claimwire.claims import Actor, StatementClaim
from claimwire.grammar import beside
from claimwire.grammar.announced import announced
from claimwire.grammar.attributions import according_to
from claimwire.grammar.cues import CUES
from claimwire.grammar.first_names import gender_of
from claimwire.grammar.lexicon import bare, gazetteer, lexicon, possessive
from claimwire.grammar.persons import Register, words_of
from claimwire.grammar.phrasing import Phrase
from claimwire.grammar.quotes import Quotation
from claimwire.grammar.reacting import reacting
from claimwire.grammar.readings import Reading, begin_of, starts_clause
from claimwire.grammar.said import Said, owner_of, possessor, speaks_by_texts
from claimwire.grammar.sources import is_item
from claimwire.grammar.speech_subjects import main_subject, subject_of
from claimwire.grammar.voices import passive, unreal
from claimwire.grammar.wordlists import word_list

_BEHIND: Final = frozenset(("speech.behind", "speech.inverted", "speech.according", "speech.as-put"))
"""Rules whose speaker stands behind the words: a pronoun there is none of the sentence's own subjects."""
_VARIATIONS: Final = word_list("utterances.variations")
_DRAFTED: Final = word_list("utterances.drafted")
_TELLS: Final = re.compile(
    r"[,?!.]\s+(?:(?:he|she|it|they|[A-Z][^\s,.]*)(?:\s+[^\s,.]+){0,5}\s+(?:said|says|added|told|wrote|stated|insisted|argued)\b|"
    r"(?:said|says|added|stated|wrote|insisted|argued)\s+[A-Z])"
)
SPEAKING: Final = frozenset(("person", "role", "plural", "organization", "state", "pronoun"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke last, as the article printed it, and where."""

    actor: Actor
    printed: str
    paragraph: int


@dataclass(slots=True)
class Utterances:
    """What one article has told so far: ``read`` its sentences in order, then take ``claims``."""

    text: str
    register: Register
    claims: list[StatementClaim] = field(default_factory=list)
    last: Speaker | None = None
    issuer: Speaker | None = None
    """Who issued the statement, letter or post that the article spoke of last."""
    told: Speaker | None = None
    """Who the last sentence says said or did something that words may follow, quoted or not."""
    text_at: int = -9
    """The last paragraph that speaks of a resolution, a bill or the like."""
    quoted: bool = False
    """Whether the last sentence has words of its own that somebody spoke."""
    announced: Speaker | None = None
    """Whom the last paragraph announced as the speaker of the next."""
    listed: Speaker | None = None
    """Whose words the items of the list are that is being read: ``He said:`` and points below."""
    open: list[Quotation] = field(default_factory=list)
    """Paragraphs of a quotation that goes on and whose speaker is not known yet."""
    speakers: dict[int, Actor] = field(default_factory=dict)
    """Start of a quotation's words -> who spoke them."""

    def read(self, reading: Reading) -> None:
        """Take in the next sentence: its statements, its subject, who says something in it."""
        _read(self, reading)

    def actor_of(self, reading: Reading, phrase: Phrase) -> Actor | None:
        """Who a phrase of the sentence just read means."""
        speaker = _speaker_of(self, reading, phrase)
        return None if speaker is None else speaker.actor

    def speaker_at(self, start: int) -> Actor | None:
        """Who spoke the quotation whose words begin here."""
        return self.speakers.get(start)


def _read(state: Utterances, reading: Reading) -> None:
    passage = reading.passage
    if passage.role == "heading":
        state.last = state.told = None
    spoken: list[tuple[Quotation, Said]] = []
    unknown = False
    if state.listed is not None and passage.first and not is_item(reading):
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
            said = _carried(state, reading, at) or _listed(state, reading)
            unknown = unknown or (said is None and _whole(state.text, quotation))
            if said is None and quotation.reopened:
                state.open.append(quotation)
        if said is not None:
            spoken.append((quotation, said))
    clause = next((p.start for p in reading.pieces if p.text == ";"), None)
    behind = [(q, s) for q, s in spoken if s.rule in _BEHIND and (clause is None or q.start < clause)]
    for quotation, said in behind:
        _take(state, reading, quotation, said)
    _note_subject(state, reading)
    for quotation, said in spoken:
        if (quotation, said) not in behind:
            _take(state, reading, quotation, said)
    if unknown and not spoken:
        state.last = None
    if spoken and state.last is not None and state.last.paragraph == passage.paragraph:
        state.register.note_subject(state.last.actor)
    state.told, state.quoted = _told(state, reading), bool(spoken)
    state.announced = _announced(state, reading)
    if passage.last and reading.pieces[-1].text == ":" and not spoken:
        state.listed = state.told


def _take(state: Utterances, reading: Reading, quotation: Quotation, said: Said) -> None:
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


def _claim(state: Utterances, quotation: Quotation, speaker: Speaker, said: Said) -> None:
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


def _speaker(state: Utterances, reading: Reading, said: Said) -> Speaker | None:
    if said.speaker is not None:
        return said.speaker if isinstance(said.speaker, Speaker) else None
    if said.phrase is None:
        return None
    return _speaker_of(state, reading, said.phrase)


def _speaker_of(state: Utterances, reading: Reading, phrase: Phrase) -> Speaker | None:
    passage = reading.passage
    if phrase.head == "it" and _means_a_text(state, reading, phrase):
        return None
    printed = words_of(passage.pieces, phrase.first, phrase.last)
    if phrase.kind == "paper":
        owner = owner_of(reading, phrase)
        if owner is not None and owner.kind in SPEAKING:
            return _speaker_of(state, reading, owner)
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


def _means_a_text(state: Utterances, reading: Reading, it: Phrase) -> bool:
    """``Backed by 18 states, it …`` · ``It notes that …`` near a resolution: texts are told in the present."""
    pieces = reading.pieces
    if pieces[0].lower in _DRAFTED and it.first > 1:
        return True
    cue = CUES.get(pieces[it.stop].lower) if it.stop < len(pieces) else None
    return cue is not None and cue.form == "s" and reading.passage.paragraph - state.text_at <= 1


def _same_person(state: Utterances, phrase: Phrase, paragraph: int) -> Actor | None:
    """The last speaker under another description: ``the senator said`` behind words of Rand Paul."""
    last = state.last
    if last is None or last.actor.kind != "person" or paragraph - last.paragraph > 2 or last.actor.name == last.printed == phrase.head:
        return None
    return None if state.register.has_role(last.actor) and phrase.head not in _VARIATIONS else last.actor


def _note_subject(state: Utterances, reading: Reading) -> None:
    """Remember whom the sentence is about, for the pronouns to come."""
    main = main_subject(reading)
    _note_owner(state, reading)
    if any(p.kind == "document" for p in reading.phrases):
        state.text_at = reading.passage.paragraph
    for phrase in reading.phrases:
        if phrase.kind == "pronoun" or phrase.kind not in SPEAKING:
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
        state.issuer = _speaker_of(state, reading, main)
    if main.kind == "person" and (main.first < main.last or state.register.is_name(words_of(reading.pieces, main.first, main.last))):
        speaker = _speaker_of(state, reading, main)
        if speaker is not None:
            state.register.note_subject(speaker.actor)


def _speaks(state: Utterances, reading: Reading, phrase: Phrase) -> bool:
    """Whether a word right before a verb of speech is a name though the text has it once: ``Lund said``."""
    pieces = reading.pieces
    cue = CUES.get(pieces[phrase.stop].lower) if phrase.kind == "person" and phrase.stop < len(pieces) else None
    word = pieces[phrase.first].lower
    return cue is not None and cue.plain and cue.form in ("past", "s") and word not in state.register.plain and word not in lexicon().common


def _note_owner(state: Utterances, reading: Reading) -> None:
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


def _note_apposition(state: Utterances, reading: Reading, one: Phrase, other: Phrase) -> None:
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


def _announced(state: Utterances, reading: Reading) -> Speaker | None:
    """Whom this paragraph announces; whoever was announced stays so for all the quotations right below."""
    before = state.announced
    if before is not None and _only_quotations(reading) and reading.passage.paragraph - before.paragraph <= 1:
        return replace(before, paragraph=reading.passage.paragraph)
    name = announced(reading)
    speaker = None if name is None else _speaker_of(state, reading, name)
    if name is None or name.name is None or speaker is None:
        return None
    full = name.name[1] > name.name[0]
    affiliated = reading.pieces[name.stop].text == ","
    known = name.head or affiliated or (full and (gender_of(speaker.actor.name) or state.register.has_role(speaker.actor)))
    return speaker if known else None


def _only_quotations(reading: Reading) -> bool:
    return all(p.kind == "quotation" or p.kind == "mark" for p in reading.pieces)


def _told(state: Utterances, reading: Reading) -> Speaker | None:
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
        return _speaker_of(state, reading, phrase) if phrase is not None and phrase.kind in SPEAKING else None
    phrase = reacting(reading)
    return None if phrase is None else _speaker_of(state, reading, phrase)


def _carried(state: Utterances, reading: Reading, at: int) -> Said | None:
    """A quotation that stands alone goes on with the speaker of the one before, or of the sentence before."""
    passage = reading.passage
    if not _only_quotations(reading):
        return None
    quotation = reading.pieces[at].quotation
    if quotation is None or not _whole(state.text, quotation):
        return None
    told = (state.told, 1, "the subject of the sentence before")
    last = (state.last, 1, "the speaker of the quotation before")
    here = state.told is not None and not state.quoted and state.told.paragraph == passage.paragraph
    for speaker, near, why in ((state.announced, 1, "the name on the line before"), *((told, last) if here else (last, told))):
        if speaker is not None and passage.paragraph - speaker.paragraph <= near:
            return Said("speech.carried", f"a quotation by itself goes on with {why}", speaker=speaker)
    return None


def _listed(state: Utterances, reading: Reading) -> Said | None:
    """Words in a point of a list are those of the person who is said to say the points."""
    if state.listed is None or not is_item(reading):
        return None
    return Said("speech.listed", "the line above the list names who says its points", speaker=state.listed)


def _whole(text: str, quotation: Quotation) -> bool:
    """Whether the words are a sentence of their own, not a name or a heading in marks."""
    words = text[quotation.start : quotation.end]
    after = text[quotation.outer_end : quotation.outer_end + 1]
    if quotation.continues or words[-1] in ".!?…":
        return True
    return not words[0].islower() and (words[-1] in ",)]—–-\"”’'" or after in (".", "!", "?") or _is_sentence(words))


def _is_sentence(words: str) -> bool:
    """Whether words without a stop at their end are no title: at least three of them in lower case."""
    return sum(w[0].islower() and len(w) > 1 for w in words[:200].split()) >= 3


def _lost_mark(text: str, quotation: Quotation) -> bool:
    """Whether the mark that should shut the quotation was left out: its last words tell who said it."""
    return not quotation.closed and _TELLS.search(text, max(quotation.start, quotation.end - 120), quotation.end) is not None


def _cut_off(state: Utterances, quotation: Quotation) -> bool:
    """Whether the text itself ends inside the quotation."""
    return not state.text[quotation.outer_end :].strip()
