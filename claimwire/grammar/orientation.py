"""Which of a tally's two numbers is for: by the verb, the outcome and the threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.grammar.facts import Fact

if TYPE_CHECKING:
    from claimwire.grammar.placing import Scene


def counts_of_tally(fact: Fact, scene: Scene, result: str | None) -> list[Fact]:
    """Yes, no and abstentions of ``71-24-39``; the losing side first or last is told by the outcome."""
    tally = fact.tally
    assert tally is not None
    assert tally.high is not None
    yes, no = tally.value, tally.high
    threshold = any(c.sym == "THRESHOLD" or c.unit.lower in ("needed", "needs", "required", "short") for c in scene.chunks)
    failed = (scene.failed and not scene.passed) or (not scene.passed and not scene.failed and result == "fail")
    passed = (scene.passed and not scene.failed) or (not scene.passed and not scene.failed and result == "pass")
    if (
        not scene.passed
        and not scene.failed
        and any(c.sym == "LABEL" and c.option == "yes" for c in scene.chunks[fact.at + 1 : fact.at + 8])
    ):
        failed = False  # "voted 117-0, with 13 abstentions, in favour of a text"
    swap = "reversed" in fact.flags if "reversed" in fact.flags or threshold else (failed and yes > no) or (passed and yes < no)
    if swap:
        yes, no = no, yes
    made = [("yes", yes), ("no", no)]
    if tally.third is not None:
        made.append(("abstain", tally.third))
    return [
        Fact("count", fact.at, fact.start, fact.end, fact.rule, fact.verb, option, value, qualifier=tally.qualifier, flags=fact.flags)
        for option, value in made
    ]
