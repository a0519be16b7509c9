"""Which of a tally's two numbers is for: by the verb, the outcome and the threshold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimwire.grammar.facts import Fact

if TYPE_CHECKING:
    from claimwire.grammar.placing import Scene

_NEAR: Final = 90
"""So many characters behind a tally may say that more than half was asked for, so that a majority could lose."""
_MORE_THAN_HALF: Final = re.compile(r"\b(?:two[- ]thirds|three[- ]fifths|three[- ]quarters|super-?majority)\b", re.IGNORECASE)


def counts_of_tally(fact: Fact, scene: Scene, result: str | None) -> list[Fact]:
    """Yes, no and abstentions of ``71-24-39``; the losing side first or last is told by the outcome."""
    tally = fact.tally
    assert tally is not None
    assert tally.high is not None
    yes, no = tally.value, tally.high
    threshold = any(c.sym == "THRESHOLD" or c.unit.lower in ("needed", "needs", "required", "short") for c in scene.chunks)
    behind = scene.ledger.article.text[fact.end : fact.end + _NEAR]
    threshold = threshold or _MORE_THAN_HALF.search(behind) is not None
    outcome = _outcome(fact, scene, result)
    failed, passed = outcome == "fail", outcome == "pass"
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


def _outcome(fact: Fact, scene: Scene, result: str | None) -> str | None:
    """What became of the motion of a tally: by the nearest verb before it, else by the one behind, else by what was told of the vote."""
    chunks = scene.chunks
    for at in range(fact.at - 1, -1, -1):
        if at in scene.outcomes:
            return scene.outcomes[at]
        if chunks[at].sym == "TALLY":
            break
        if chunks[at].sym == "ACT" and chunks[at].unit.sense.result == "fail":
            return "fail"  # "approved the budget 7-2, rejected the rezoning 3-6"
    behind = [at for at in scene.outcomes if at > fact.at]
    if behind:
        return scene.outcomes[min(behind)]
    if any(c.sym == "LABEL" and c.option == "yes" for c in chunks[fact.at + 1 : fact.at + 8]):
        return None  # "voted 84-0, with 9 abstentions, in favour of a text"
    return result
