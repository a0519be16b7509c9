"""Which of a tally's two numbers is for: by the verb, the outcome and the threshold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimwire import bodies
from claimwire.grammar.facts import Fact
from claimwire.grammar.wordlists import word_list

if TYPE_CHECKING:
    from claimwire.grammar.placing import Scene

_ANSWERS_PRESENT: Final = "us-house-of-representatives"
_NEAR: Final = 130
"""So many characters before and behind a tally may say that more than half was asked for, so that a majority could lose."""
_VETO_NEAR: Final = 400
"""So far before a tally a veto may be told of, which defeats a majority."""
_MORE_THAN_HALF: Final = re.compile(
    r"\b(?:(?:two|three)[- ](?:thirds|fifths|quarters)|super-?majority|(?:fell|falls|votes?) short|short of (?:the|a|its)|"
    r"(?:votes?|ayes|yeas|majority)\b[^.\n]{0,24}\b(?:needed|required|necessary)|"
    r"(?:needs?|needed|requires?|required)\b[^.\n]{0,24}\b(?:votes?|ayes|yeas|majority))\b",
    re.IGNORECASE,
)
_PARTING: Final = frozenset({"COMMA", "SEMI", "ACT", "VOTE", "CONTRAST", "MOTION"})
_WORDS: Final = re.compile(r"[a-z]+")
_ASKING_MORE: Final = word_list("orientation.asking_more")
_COURTS: Final = word_list("orientation.courts")
_FALLING: Final = word_list("orientation.falling")


def counts_of_tally(fact: Fact, scene: Scene, result: str | None) -> list[Fact]:
    """Yes, no and abstentions of ``71-24-39``; the losing side first or last is told by the outcome."""
    tally = fact.tally
    assert tally is not None
    assert tally.high is not None
    yes, no = tally.value, tally.high
    outcome = _outcome(fact, scene, result)
    failed, passed = outcome == "fail", outcome == "pass"
    swap = (failed and yes > no) or (passed and yes < no)
    if "reversed" in fact.flags or (swap and not _could_lose(fact, scene, failed=failed)):
        yes, no = no, yes
    made = [("yes", yes), ("no", no)]
    if tally.third is not None:
        made.append(("abstain", tally.third))
    return [
        Fact("count", fact.at, fact.start, fact.end, fact.rule, fact.verb, option, value, qualifier=tally.qualifier, flags=fact.flags)
        for option, value in made
    ]


def counts_in_body(counts: list[Fact], body: str | None) -> list[Fact]:
    """The counts of a tally in a known body: the third number is those present in Washington's House; without abstention it is left."""
    if body is None or len(counts) < 3 or "abstain" in bodies.body(body).options:
        return counts
    if body == _ANSWERS_PRESENT:
        counts[2].option = "present"
        return counts
    return counts[:2]


def _could_lose(fact: Fact, scene: Scene, *, failed: bool) -> bool:
    """Whether more than half was asked for, by the words around or by the kind of the motion: then the numbers stand as printed."""
    text = scene.ledger.article.text
    if any(c.unit.lower in _COURTS or (c.unit.tag == "BODY" and "court" in c.unit.lower) for c in scene.chunks):
        return failed  # "the court, in a 5-4 ruling, struck down the law"
    if any(
        (c.sym == "THRESHOLD" and not c.unit.lower.endswith(" of")) or c.unit.lower in ("needed", "needs", "required", "short")
        for c in scene.chunks
    ):
        return True
    if not failed:
        return False
    if _MORE_THAN_HALF.search(text, max(0, fact.start - _NEAR), fact.end + _NEAR) is not None:
        return True
    if "veto" in text[max(0, fact.start - _VETO_NEAR) : fact.end + _NEAR].lower():
        return True
    fell = any(c.unit.lower in _FALLING for c in scene.chunks[max(0, fact.at - 6) : fact.at])
    before = text[scene.chunks[0].start : fact.start].lower()
    return fell and not _ASKING_MORE.isdisjoint(_WORDS.findall(before))


def _outcome(fact: Fact, scene: Scene, result: str | None) -> str | None:
    """What became of the motion of a tally: by the nearest verb before it, else by the one behind, else by what was told of the vote."""
    chunks = scene.chunks
    for at in range(fact.at - 1, -1, -1):
        if at in scene.outcomes:
            return scene.outcomes[at]
        between = {c.sym for c in chunks[at + 1 : fact.at]}
        joined = "AND" in between and between.isdisjoint(_PARTING)
        if chunks[at].sym == "TALLY" and not joined:
            break
        if chunks[at].sym == "WORD" and chunks[at].unit.lower in _FALLING and chunks[fact.at - 1].sym in ("BY", "OUTCOME"):
            return "fail"
        done = chunks[at].sym == "WORD" and fact.at - at == 2 and chunks[at + 1].sym == "IT"
        if done and chunks[at].unit.sense.result is not None:
            return chunks[at].unit.sense.result  # "defeating it 272 to 264"
        if chunks[at].unit.lower in ("defeat", "defeats") and fact.at - at < 4:
            return "fail"
        if chunks[at].sym == "ACT" and chunks[at].unit.sense.result == "fail":
            return "fail"  # "approved the budget 7-2, rejected the rezoning 3-6"
    behind = [at for at in scene.outcomes if at > fact.at]
    if behind:
        return scene.outcomes[min(behind)]
    if any(c.sym == "LABEL" and c.option == "yes" for c in chunks[fact.at + 1 : fact.at + 8]):
        return None  # "voted 84-0, with 9 abstentions, in favour of a text"
    return result
