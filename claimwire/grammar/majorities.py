"""The outcome that the numbers of a vote tell, where no verb does: 82 to 51 passes, unless more than half is asked for.

Such a result is ``tentative``: it is shown, never set against another outlet's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from claimwire import bodies
from claimwire.claims import CountClaim, PositionClaim, ResultClaim, SponsorshipClaim, Vote, VoteClaim

NEAR: Final = 260
"""How many characters around a vote's numbers may tell of a threshold."""

_THRESHOLD: Final = re.compile(
    r"two[- ]thirds?|2/3|three[- ]fifths?|3/5|three[- ]quarters|super-?majority|threshold|absolute majority|filibuster|cloture|"
    r"(?:votes?|number|ayes)\b[^.\n]{0,30}\b(?:needed|required|necessary|takes)\b|"
    r"\b(?:needed|needs?|required|requires?|necessary)\b[^.\n]{0,25}(?:votes|majority|\d)|short of|fell short|falls short|not enough",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(
    r"short of|fell short|falls short|missing (?:the|a|its|that) (?:\w+[ -]){0,2}(?:threshold|majority|mark)|"
    r"not (?:get |have |win |gather )?enough|no majority|not the two",
    re.IGNORECASE,
)
_NEEDED: Final = re.compile(
    r"(\d{1,4})[^.;\d]{0,40}?\b(?:needed|required|necessary|threshold|takes)\b|"
    r"\b(?:needed|needs|need|required|requires|require|threshold of|minimum of|at least)\b[^.;\d]{0,24}?(\d{1,4})",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"\bof (?:all |the )*$", re.IGNORECASE)
"""``at least two thirds of all 240 members``: the number is the size of the whole."""
_TIE_BROKEN: Final = re.compile(
    r"\b(?:cast|casting|gave|with)\b[^.\n]{0,30}\btie-?breaking vote(?! against)|\bbroke the tie(?! against)|\btie was broken",
    re.IGNORECASE,
)
_VOTED: Final = re.compile(r"\bvote", re.IGNORECASE)
"""A result told as ``voted to convict`` gives way to numbers that fall short."""
_VETOED: Final = re.compile(
    r"\b(?:used?|using|cast|casting|wielded|exercised|met|by|to)\b[^.\n]{0,40}\bveto\b|\bveto\b[^.\n]{0,70}\b(?:kept|stopped|blocked|prevented|sank|killed)\b",
    re.IGNORECASE,
)
_NO_VETO: Final = re.compile(
    r"\b(?:neither|nobody|no one|none|not|without|could|would|threat\w*|power|earlier|previous|last)\b", re.IGNORECASE
)
_AGAINST: Final = re.compile(r"\bagainst\b|oppos|voted? no\b|voting no\b", re.IGNORECASE)
_VETO: Final = re.compile(r"veto", re.IGNORECASE)

_THRESHOLD_WORDS: Final = (
    "third", "2/3", "fifth", "3/5", "quarter", "major", "threshold", "filibuster", "cloture", "need", "requir", "necessary", "takes",
    "short", "not enough",
)  # fmt: skip
"""One of these stands in all that ``_THRESHOLD`` finds."""
_NEEDED_WORDS: Final = ("need", "requir", "necessary", "threshold", "takes", "minimum of", "at least")
"""One of these stands in all that ``_NEEDED`` finds."""

Outcome = Literal["pass", "fail"]


def with_results(claims: Sequence[VoteClaim], text: str) -> list[VoteClaim]:
    """The claims, and a tentative result for each vote whose numbers alone tell its outcome.

    A stated result beside the numbers stays, also against them: it is what the outlet says. One told far
    from them that both sides' numbers contradict is left out: seen on real texts, it speaks of another vote.
    """
    made = [c for c in claims if not (isinstance(c, SponsorshipClaim) and _at_home(c))]
    votes: dict[str, Vote] = {c.vote.ref: c.vote for c in claims}
    by_ref: dict[str, list[VoteClaim]] = {}
    for claim in claims:
        by_ref.setdefault(claim.vote.ref, []).append(claim)
    dropped: set[int] = set()
    for vote in votes.values():
        own = by_ref[vote.ref]
        told = [c for c in own if isinstance(c, ResultClaim)]
        counts = _counts(own)
        outcome = _outcome(vote, counts, own, text)
        if outcome is None or any(c.result == outcome for c in told):
            continue
        only_voted = outcome == "fail" and all(_VOTED.search(text, c.start, c.end) for c in told)
        if told and not only_voted and not (_both_worded(counts) and not any(_beside(c, counts) for c in told)):
            continue
        dropped.update(map(id, told))
        made.append(_result(vote, outcome, counts))
    return [c for c in made if id(c) not in dropped]


def _at_home(claim: SponsorshipClaim) -> bool:
    """Whether a state is said to sponsor a motion in its own parliament: ``New Zealand's bill`` names no sponsor there."""
    if claim.vote.organization is None:
        return False
    try:
        return bodies.body(claim.vote.organization).country == claim.actor.id
    except KeyError:
        return False


def _counts(own: Iterable[VoteClaim]) -> dict[str, CountClaim]:
    found: dict[str, CountClaim] = {}
    for claim in own:
        if isinstance(claim, CountClaim) and not claim.superseded and not claim.derived and claim.option in ("yes", "no"):
            found.setdefault(claim.option, claim)
    return found


def _both_worded(counts: dict[str, CountClaim]) -> bool:
    """Whether yes and no stand each with its own word, so that neither was told by the outcome."""
    return len(counts) == 2 and counts["yes"].start != counts["no"].start


def _beside(told: ResultClaim, counts: dict[str, CountClaim]) -> bool:
    """Whether a result is told near the numbers: then it is the outlet's word on this vote, and stays even where it is wrong."""
    return any(told.start - c.end < NEAR and c.start - told.end < NEAR for c in counts.values())


def _outcome(vote: Vote, counts: dict[str, CountClaim], own: Sequence[VoteClaim], text: str) -> Outcome | None:
    if not counts:
        return None
    start, end = min(c.start for c in counts.values()), max(c.end for c in counts.values())
    around = text[max(0, start - NEAR) : end + NEAR]
    yes = counts["yes"].value if "yes" in counts else None
    no = counts["no"].value if "no" in counts else None
    if vote.organization == "un-security-council":
        line = text[text.rfind("\n", 0, start) + 1 : _line_end(text, end)]
        return _in_council(yes, no, own, around, line)
    if yes is None:
        return None
    lower = around.lower()
    needed = _needed(around, yes) if any(word in lower for word in _NEEDED_WORDS) else None
    if needed is not None and (no is None or needed > no):
        return "pass" if yes >= needed else "fail"
    size = _size(vote)
    if not any(word in lower for word in _THRESHOLD_WORDS) or _THRESHOLD.search(around) is None:
        if no is not None:
            tie: Outcome | None = "pass" if _TIE_BROKEN.search(around) is not None else None
            return tie if yes == no else "pass" if yes > no else "fail"
        return "pass" if size is not None and yes > size / 2 else None
    if no is not None and yes <= no:
        return "fail"
    if _SHORT.search(text, text.rfind("\n", 0, start) + 1, _line_end(text, end)) is not None and (
        no is None or yes < 2 * no or (size is not None and yes <= size / 2)
    ):
        return "fail"
    wide = no is not None and yes >= 2 * no
    return "pass" if wide or (size is not None and yes >= 2 * size / 3) else None


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _needed(around: str, yes: int) -> int | None:
    """The number of votes that the text says it takes, if it is one that this count can be set against."""
    found = {int(m[1] or m[2]) for m in _NEEDED.finditer(around) if not _PART.search(around, m.start(), m.start(1 if m[1] else 2))} - {yes}
    fitting = [n for n in found if 0.5 * yes <= n <= 1.6 * yes]
    return fitting[0] if len(fitting) == 1 else None


def _in_council(yes: int | None, no: int | None, own: Sequence[VoteClaim], around: str, line: str) -> Outcome | None:
    """Nine yes and no veto; seven against leave too few."""
    if yes is None:
        return "fail" if no is not None and 7 <= no <= 15 else None
    if yes > 15:
        return None
    if yes < 9:
        return "fail"
    permanent = bodies.body("un-security-council").permanent
    opposed = any(isinstance(c, PositionClaim) and c.option == "no" and c.actor.id in permanent for c in own)
    if opposed:
        return "fail"
    if no == 0:
        return "pass"
    vetoed = _VETOED.search(line)
    if vetoed is not None and _NO_VETO.search(line, max(0, vetoed.start() - 40), vetoed.end() + 10) is None:
        return "fail"
    return None if _VETO.search(around) or (no is None and _AGAINST.search(around)) else "pass"


def _size(vote: Vote) -> int | None:
    if vote.organization is None:
        return None
    try:
        return bodies.body(vote.organization).size
    except KeyError:
        return None


def _result(vote: Vote, outcome: Outcome, counts: dict[str, CountClaim]) -> ResultClaim:
    place = counts.get("yes") or counts["no"]
    told = " to ".join(str(counts[o].value) for o in ("yes", "no") if o in counts)
    return ResultClaim(
        start=place.start,
        end=place.end,
        rule="result.majority",
        reason=f"no verb tells the outcome; {told} makes it {'pass' if outcome == 'pass' else 'fail'}",
        tentative=True,
        vote=vote,
        result=outcome,
    )
