"""Sponsors given to the motions of the article: at once, once the motion is known, or by ``its draft``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimwire.grammar.chunks import Chunk, Named, Phrase
from claimwire.grammar.clause_subjects import GOVERNING
from claimwire.grammar.facts import Fact
from claimwire.grammar.motions import MAX_OPEN, Motion, Register
from claimwire.grammar.wordlists import word_list

if TYPE_CHECKING:
    from claimwire.grammar.placing import Scene

MOST_WAITING: Final = 40
"""So many sponsors wait at most for the motion that they put forward."""


def give_sponsors(scene: Scene) -> None:
    """The sponsors named in a sentence, each to the motion it was named with; those of a motion not yet named wait for it."""
    ledger = scene.ledger
    waiting = ledger.waiting_sponsors
    for fact in scene.facts:
        if fact.kind != "sponsor":
            continue
        phrase = scene.chunks[fact.at].phrase
        of_motion = scene.chunks[fact.at].sym == "MOTION"
        motion = scene.resolved.get(fact.at, (None, ""))[0] if of_motion else ledger.register.current
        if motion is None and phrase is not None and phrase.definite and not phrase.head and fact.rule == "sponsor.passive":
            motion = ledger.register.current
        if motion is not None:
            _give(scene, motion, fact)
        elif not of_motion and not ledger.entered and len(waiting) < MOST_WAITING:
            waiting.append(fact)
    if waiting and ledger.register.current is not None and ledger.entered:
        for fact in waiting:
            _give(scene, ledger.register.current, fact)
        waiting.clear()


def _give(scene: Scene, motion: Motion, fact: Fact) -> None:
    if fact.named is not None and fact.named.actor is not None:
        motion.sponsors.add(fact.named.actor.id)
        scene.ledger.sponsor(motion, fact)


def add_to_phrases(facts: list[Fact], chunks: list[Chunk], register: Register) -> None:
    """Sponsors said in a motion's own sentence tell which motion it is; not where only its verb says them of the motion spoken of."""
    for fact in facts:
        phrase = chunks[fact.at].phrase if fact.kind == "sponsor" else None
        if phrase is None or fact.named is None or fact.named in phrase.sponsors:
            continue
        actor = fact.named.actor
        known = actor is None or any(actor.id in m.sponsors for m in register.motions[-MAX_OPEN:])
        follows = chunks[fact.at + 1].sym if fact.at + 1 < len(chunks) else None
        if known or follows != "BE" or not phrase.definite or phrase.new or fact.rule != "sponsor.passive":
            phrase.sponsors.append(fact.named)


def owner_of(chunks: list[Chunk], at: int) -> Named | None:
    """The one state that ``its`` before the motion at ``chunks[at]`` can mean: the free list before it, else the nearest."""
    lists = [k for k in range(at - 1, -1, -1) if chunks[k].sym == "LIST"]
    free = [k for k in lists if not k or chunks[k - 1].sym not in GOVERNING]
    for probe in (free or lists)[:1]:
        named = [n for n in chunks[probe].named if n.actor is not None]
        return named[0] if len(named) == 1 and named[0].actor is not None and named[0].actor.kind == "country" else None
    return None


def put_forward_by_owner(chunks: list[Chunk], at: int, phrase: Phrase, owner: Named) -> Fact | None:
    """``Chile lost the vote on its draft``: the owner is the only one the sentence names, and its subject."""
    if phrase.noun not in word_list("sponsors.owned_by_it"):
        return None
    free = [k for k in range(at) if chunks[k].sym in ("LIST", "BODY") and not (k and chunks[k - 1].sym in GOVERNING)]
    if len(free) != 1 or chunks[free[0]].sym != "LIST":
        return None
    return Fact("sponsor", at, owner.start, phrase.end, "sponsor.own", at, named=owner)
