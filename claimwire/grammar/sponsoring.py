"""Sponsors given to the motions of the article: at once, once the motion is known, or by ``its draft``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimwire.grammar.chunks import Chunk, Named, Phrase
from claimwire.grammar.clause_subjects import GOVERNING
from claimwire.grammar.facts import Fact
from claimwire.grammar.motions import Motion
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
        of_motion = scene.chunks[fact.at].sym == "MOTION"
        motion = scene.resolved.get(fact.at, (None, ""))[0] if of_motion else ledger.register.current
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


def owner_of(chunks: list[Chunk], at: int) -> Named | None:
    """The one state that ``its`` before the motion at ``chunks[at]`` can mean: the list before it."""
    for probe in range(at - 1, -1, -1):
        if chunks[probe].sym == "LIST":
            named = [n for n in chunks[probe].named if n.actor is not None]
            return named[0] if len(named) == 1 and named[0].actor is not None and named[0].actor.kind == "country" else None
    return None


def put_forward_by_owner(chunks: list[Chunk], at: int, phrase: Phrase, owner: Named) -> Fact | None:
    """``Chile lost the vote on its draft``: the owner is the only one the sentence names, and its subject."""
    if phrase.noun not in word_list("sponsors.owned_by_it"):
        return None
    lists = [k for k in range(at) if chunks[k].sym in ("LIST", "BODY")]
    if len(lists) != 1 or chunks[lists[0]].sym != "LIST" or (lists[0] and chunks[lists[0] - 1].sym in GOVERNING):
        return None
    return Fact("sponsor", at, owner.start, phrase.end, "sponsor.own", at, named=owner)
