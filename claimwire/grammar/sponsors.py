"""Who put a motion forward: beside its phrase, by a verb, by a noun (``the sponsors of the text``), or by ``initiative``."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.facts import Fact
from claimwire.grammar.naming import actor_of
from claimwire.grammar.sponsor_agents import agents, by, emit_sponsors
from claimwire.grammar.sponsor_nouns import is_author, told_by_core_group, told_by_noun, told_by_work
from claimwire.grammar.sponsor_verbs import is_put_before, led_by, told_actively, told_by_participle, told_by_verb
from claimwire.grammar.wordlists import word_list


def sponsors_of(chunks: list[Chunk]) -> list[Fact]:
    """Who drafted, tabled or backed a motion, each as a fact that hangs on the motion's chunk."""
    found: list[Fact] = []
    for at, chunk in enumerate(chunks):
        if chunk.sym == "MOTION" and chunk.phrase is not None:
            _beside(chunks, at, found)
        elif chunk.sym == "SPONSOR" and chunk.unit.lower == "core group":
            told_by_core_group(chunks, at, found)
        elif chunk.sym == "SPONSOR" and not (is_author(chunk) and told_by_noun(chunks, at, found)):
            told_by_verb(chunks, at, found)
        elif chunk.sym == "PASSIVE" and at and chunk.option == "yes" and chunks[at - 1].sym == "MOTION":
            told_by_participle(chunks, at, found)
        elif chunk.sym == "WORD":
            _by_word(chunks, at, found)
    led_by(chunks, found)
    return found


def _by_word(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """Sponsors by a word that is no verb of putting forward by itself."""
    lower = chunks[at].unit.lower
    if lower in word_list("sponsors.authors"):
        told_by_noun(chunks, at, found)
    elif lower in word_list("sponsors.works"):
        told_by_work(chunks, at, found)
    elif is_put_before(chunks, at):
        told_by_verb(chunks, at, found)
    elif lower in word_list("sponsors.presented") and by(chunks, at) is not None:
        told_by_participle(chunks, at, found)
    elif lower in word_list("sponsors.leading") and at + 1 < len(chunks) and chunks[at + 1].sym == "MOTION":
        told_actively(chunks, at, found)


def _beside(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``Kenya's draft``, ``a draft by Kenya``, ``a draft from Kenya``, ``at the initiative of Kenya``."""
    motion = chunks[at]
    phrase = motion.phrase
    assert phrase is not None
    if phrase.noun.lower() not in word_list("sponsors.done_to"):
        for name in phrase.sponsors:
            found.append(Fact("sponsor", at, name.start, max(name.end, phrase.end), "sponsor.phrase", at, named=name))
    follows = chunks[at + 1] if at + 1 < len(chunks) else None
    agent = chunks[at + 2] if at + 2 < len(chunks) else None
    if follows is None or agent is None:
        return
    joint = at + 2 if follows.sym in ("COMMA", "BE") else at + 1
    if follows.sym == "BY" or chunks[joint].unit.lower == "led by":
        emit_sponsors(found, agents(chunks, joint + 1), motion, at, "sponsor.by")
    elif follows.unit.lower in word_list("sponsors.origins"):
        origin = next((k for k in range(at + 2, min(len(chunks) - 1, at + 6)) if chunks[k].unit.lower == "from"), None)
        emit_sponsors(found, chunks[origin + 1].named if origin is not None else [], motion, at, "sponsor.from")
    elif agent.sym == "LIST" and follows.unit.lower == "from" and phrase.head:
        emit_sponsors(found, agent.named, motion, at, "sponsor.from")
    elif follows.sym == "OF":
        _owned(chunks, at, found)
    put = chunks[at - 1].unit.lower in ("put", "puts") if at >= 2 else False
    if put and follows.unit.lower in ("forward", "forth") and chunks[at - 2].sym == "LIST":
        emit_sponsors(found, chunks[at - 2].named, motion, at, "sponsor.active")


def _owned(chunks: list[Chunk], at: int, found: list[Fact]) -> None:
    """``the draft of Kenya``, ``a draft of Kenya's``, ``at the initiative of Kenya``."""
    motion, agent = chunks[at], chunks[at + 2]
    phrase = motion.phrase
    assert phrase is not None
    if agent.sym == "WORD" and agent.unit.tag == "NAME" and agent.unit.possessive:
        emit_sponsors(found, [Named(actor_of(agent.unit), agent.start, agent.end)], motion, at, "sponsor.of")
    elif agent.sym == "LIST" and phrase.noun in word_list("sponsors.works"):
        of = next((k for k in (*range(at - 1, -1, -1), *range(at + 3, len(chunks))) if chunks[k].sym in ("MOTION", "IT")), at)
        emit_sponsors(found, agent.named, motion, of, "sponsor.work")
    elif agent.sym == "LIST" and phrase.noun in word_list("sponsors.owned") and (phrase.definite or phrase.new):
        emit_sponsors(found, agent.named, motion, at, "sponsor.of")
