"""The bodies of one sentence: which of them holds the vote that a fact tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire import bodies
from claimwire.grammar.asides import aside_body
from claimwire.grammar.facts import Fact
from claimwire.grammar.governing import governs
from claimwire.grammar.mentions import is_short_form
from claimwire.grammar.units import Unit

if TYPE_CHECKING:
    from claimwire.grammar.placing import Scene


def bodies_of(scene: Scene, units: list[Unit]) -> list[tuple[int, str | None, tuple[str, ...]]]:
    """(index of its chunk, body, the bodies it may be) of each body that holds the vote of the sentence; turns the article to it."""
    found: list[tuple[int, str | None, tuple[str, ...]]] = []
    origins: list[tuple[int, str | None, tuple[str, ...]]] = []
    for at, chunk in enumerate(scene.chunks):
        unit = chunk.unit if chunk.sym == "BODY" else chunk.phrase.body if chunk.phrase is not None and chunk.phrase.body else None
        if unit is None or unit.tag != "BODY" or (chunk.phrase is not None and chunk.phrase.noun == "report" and unit.possessive):
            continue
        if chunk.sym == "BODY" and (is_short_form(scene.chunks, at) or not governs(scene.chunks, at)):
            continue
        body, candidates = scene.ledger.venues.resolve(unit, scene.ledger.body)
        origin = chunk.sym == "MOTION" and bodies.body(body or (*candidates, "un-general-assembly")[0]).kind == "chamber"
        (origins if origin else found).append((at, body, candidates))
    if not found and scene.ledger.body is None:
        found = origins
    if not found and scene.telling and scene.chunks[0].sym == "BODY" and scene.chunks[0].unit.tag == "BODY":
        first = scene.chunks[0].unit
        if first.sense.bodies[0].role == "body" and not first.possessive:
            found.append((0, *scene.ledger.venues.resolve(first, scene.ledger.body)))
    if not found:
        for at, chunk in enumerate(scene.chunks):
            opens = at == 0 or scene.chunks[at - 1].sym in ("COMMA", "CONTRAST", "AND", "SEMI", "COLON", "DASH")
            if chunk.sym == "BODY" and chunk.unit.tag == "BODY" and opens and not chunk.unit.possessive:
                body, _ = scene.ledger.venues.resolve(chunk.unit, scene.ledger.body)
                scene.ledger.weak_body = body or scene.ledger.weak_body
        scene.ledger.weak_body = scene.ledger.venues.of_voters(units, scene.ledger.body or scene.ledger.weak_body) or scene.ledger.weak_body
    if found:
        aside = {aside_body(scene.chunks, at) for at in range(len(scene.chunks))}
        last = next((f for f in reversed(found) if f[1] and f[0] not in aside), None)
        if last is not None and not scene.telling:
            scene.ledger.set_body(last[1], scene.number)
    return found


def body_for(scene: Scene, fact: Fact, motion_at: int | None) -> tuple[str | None, tuple[str, ...]]:
    """The body that governs a fact, or the bodies it may be."""
    if not scene.bodies:
        return None, ()
    if motion_at is not None:
        for at, body, candidates in scene.bodies:
            if at == motion_at:
                decider = _decider(scene, fact, at) if scene.chunks[at].sym == "MOTION" else None
                return decider or (body, candidates)
    agent = fact.at + 2 if [c.sym for c in scene.chunks[fact.at + 1 : fact.at + 3]] == ["BY", "BODY"] else -1
    beside = [b for b in scene.bodies if b[0] == agent]
    if beside and fact.kind == "result":
        return beside[0][1], beside[0][2]
    left = [b for b in scene.bodies if b[0] <= fact.at and not _crosses(scene, b[0], fact.at)]
    if left:
        return left[-1][1], left[-1][2]
    right = [b for b in scene.bodies if b[0] > fact.at and not _crosses(scene, fact.at, b[0])]
    if right:
        return right[0][1], right[0][2]
    first = scene.bodies[0] if scene.bodies[0][0] < fact.at else None
    return (first[1], first[2]) if first else (None, ())


def _decider(scene: Scene, fact: Fact, motion: int) -> tuple[str | None, tuple[str, ...]] | None:
    """Another body that is the subject of the verb: ``the Assembly adopts the Third Committee's texts``."""
    first = min(fact.at, motion)
    before = [b for b in scene.bodies if b[0] < first and scene.chunks[b[0]].sym == "BODY" and not _crosses(scene, b[0], fact.at)]
    return before[-1][1:] if before else None


def _crosses(scene: Scene, low: int, high: int) -> bool:
    return any(
        scene.chunks[k].sym == "SEMI"
        or (scene.chunks[k].sym == "CONTRAST" and scene.chunks[k].unit.lower in ("while", "whereas", "but", "after", "before"))
        for k in range(low + 1, high)
    )
