"""An article against itself and the calendar: flags, never drops.

Only explicit, exact values are held against each other: what is tentative,
superseded, quoted, approximate or left undecided proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from claimwire import actors, bodies
from claimwire.articles import Article
from claimwire.bodies import Body
from claimwire.claims import Claim, CountClaim, DateClaim, Inconsistency, PositionClaim, ResultClaim, VoteClaim
from claimwire.grammar.dates import find_dates

C = TypeVar("C", bound=VoteClaim)

_DOES: Final = {
    "yes": "voted in favour",
    "no": "voted against",
    "abstain": "abstained",
    "absent": "were absent",
    "not voting": "did not vote",
    "present": "voted present",
    "invalid": "cast invalid votes",
    "blank": "cast blank votes",
}
_SAYS: Final = {
    "yes": "voting in favour",
    "no": "voting against",
    "abstain": "abstaining",
    "absent": "being absent",
    "not voting": "not voting",
    "present": "voting present",
    "invalid": "voting invalidly",
    "blank": "voting blank",
}
_CAST: Final = frozenset({"yes", "no", "abstain"})
_PROCEDURE: Final = re.compile(r"\bprocedur|\bemergency (?:special )?session\b|\bagenda\b", re.IGNORECASE)
"""Words of votes in the Security Council to which the veto does not apply."""
_LIST_AHEAD: Final = re.compile(r"[^.!?;\n]{0,60}?(?:[:(—–]|\bwere\b|\bwas\b|\bare\b)\W{0,4}(?:the )?")
_NOT_ALL: Final = re.compile(
    r"\b(?:includ\w+|among|such as|like|notably|especially|mainly|mostly|e\.g|for example|with|led by|other)\b", re.IGNORECASE
)
_PART: Final = re.compile(
    r"\b(?:plus|another|others?|further|additional|these|those|of which|of whom|includ\w+)\W+(?:\w+\s)?$", re.IGNORECASE
)
"""Words before a count that make it a part of one: ``plus six that had voted against before``."""
_BETWEEN_NAMES: Final = re.compile(r"(?:\s|[,;•*()-]|\band\b|\bas well as\b|\bthe\b|&|\bplus\b)*")
_LIST_ENDS: Final = re.compile(r"\s*(?:[.;)\n—–]|$)")
_ALSO: Final = re.compile(r"[^\n]{0,60}\b(?:others?|also|too|as well|joined)\b", re.IGNORECASE)


def check(article: Article, claims: Sequence[Claim]) -> Iterable[Inconsistency]:
    """Inconsistencies of one article, in order of the text: weekday, sum, list, sides, council."""
    found = list(_weekdays(article, claims))
    for told in _by_vote(claims).values():
        found += [*_sums(told), *_lists(article.text, told), *_sides(told), *_council(article.text, told)]
    return sorted(found, key=lambda i: (i.start, i.end, i.kind))


def _by_vote(claims: Sequence[Claim]) -> dict[str, list[VoteClaim]]:
    """The claims that can be held against each other, by the ref of their vote."""
    found: dict[str, list[VoteClaim]] = {}
    for claim in claims:
        if isinstance(claim, VoteClaim) and not (claim.tentative or claim.superseded or claim.quoted):
            found.setdefault(claim.vote.ref, []).append(claim)
    return found


def _of(told: Sequence[VoteClaim], kind: type[C]) -> list[C]:
    return [claim for claim in told if isinstance(claim, kind)]


def _weekdays(article: Article, claims: Sequence[Claim]) -> Iterator[Inconsistency]:
    """A weekday beside a date that does not fit it, once for each pair."""
    seen = set()
    for mention in find_dates(article.masked(), article.published):
        if mention.problem and (mention.weekday, mention.date) not in seen:
            seen.add((mention.weekday, mention.date))
            dated = (c for c in claims if isinstance(c, DateClaim) and c.start < mention.end and mention.start < c.end)
            vote = next((c.vote.ref for c in dated), None)
            yield Inconsistency(kind="weekday", message=mention.problem, start=mention.start, end=mention.end, vote=vote)


def _sums(told: Sequence[VoteClaim]) -> Iterator[Inconsistency]:
    """More votes than the body has members."""
    of, counts = _body(told), {option: claim for option, claim in _counts(told).items() if option in _CAST}
    if of is None or of.largest is None or not counts:
        return
    total = sum(claim.value for claim in counts.values())
    if total > of.largest:
        parts = ", ".join(f"{claim.value} {_SAYS[claim.option]}" for claim in counts.values())
        last = max(counts.values(), key=lambda c: c.start)
        message = f"The article counts {parts}: {total} together, but {_the(of)} has {of.largest} members."
        yield Inconsistency(kind="sum", message=message, start=last.start, end=last.end, vote=last.vote.ref)


def _lists(text: str, told: Sequence[VoteClaim]) -> Iterator[Inconsistency]:
    """Names and counts of one option that cannot both be right."""
    counts, named = _counts(told), _states(told)
    for option, count in counts.items():
        states = named.get(option, {})
        if _PART.search(text, max(0, count.start - 24), count.start):
            continue
        if len(states) > count.value:
            message = f"The article names {len(states)} states that {_DOES[option]}, but counts {count.value}."
            yield Inconsistency(kind="list", message=message, start=count.start, end=count.end, vote=count.vote.ref)
            continue
        added = [c for c in _of(told, CountClaim) if c.derived and c.option == option and c.qualifier == "exact" and c.value > count.value]
        for claim in added[:1]:
            message = f"The states named and the others make {claim.value} that {_DOES[option]}, but the article counts {count.value}."
            yield Inconsistency(kind="list", message=message, start=claim.start, end=claim.end, vote=claim.vote.ref)
        if not added:
            yield from _complete_list(text, count, list(states.values()))


def _complete_list(text: str, count: CountClaim, named: Sequence[PositionClaim]) -> Iterator[Inconsistency]:
    """``18 voted against: X, Y and Z.``: a list that stands right behind its count and is closed by a full stop."""
    behind = sorted((p.start, p.end) for p in named if p.start >= count.end)
    if len(behind) < 2:
        return
    lead = text[count.end : behind[0][0]]
    if len(lead) > 80 or not _LIST_AHEAD.fullmatch(lead) or _NOT_ALL.search(lead):
        return
    at, listed = behind[0][1], 1
    for start, end in behind[1:]:
        if not _BETWEEN_NAMES.fullmatch(text, at, start):
            break
        at, listed = end, listed + 1
    ends = _LIST_ENDS.match(text, at)
    if listed != count.value and listed == len(behind) and ends and not _ALSO.match(text, ends.end()):
        message = f"The article says that {count.value} {_DOES[count.option]} and then lists {listed}."
        yield Inconsistency(kind="list", message=message, start=count.start, end=at, vote=count.vote.ref)


def _sides(told: Sequence[VoteClaim]) -> Iterator[Inconsistency]:
    """One state on two sides of one vote."""
    first: dict[str, PositionClaim] = {}
    flagged = set()
    for claim in sorted(_of(told, PositionClaim), key=lambda c: (c.start, c.end)):
        if claim.actor.kind != "country":
            continue
        before = first.setdefault(claim.actor.id, claim)
        if before.option != claim.option and claim.actor.id not in flagged:
            flagged.add(claim.actor.id)
            message = f"The article has {claim.actor.name} {_SAYS[before.option]} and {_SAYS[claim.option]} on the same vote."
            yield Inconsistency(kind="sides", message=message, start=claim.start, end=claim.end, vote=claim.vote.ref)


def _council(text: str, told: Sequence[VoteClaim]) -> Iterator[Inconsistency]:
    """A result that cannot be where a fixed number of yes votes and no veto are needed."""
    of, results = _body(told), _of(told, ResultClaim)
    if of is None or of.pass_votes is None or len({r.result for r in results}) != 1 or _PROCEDURE.search(text):
        return
    result, counts, noes = results[0], _counts(told), _states(told).get("no", {})
    yes, no = counts.get("yes"), counts.get("no")
    vetoes = sorted(actors.actor(state).name for state in of.permanent if state in noes)
    why = None
    if result.result == "pass" and yes is not None and yes.value < of.pass_votes:
        why = f"The article says that {_the(of)} adopted the text with {yes.value} votes in favour, but it needs {of.pass_votes}."
    elif result.result == "pass" and of.veto and vetoes:
        who = f"the permanent member{'s' if len(vetoes) > 1 else ''} {' and '.join(vetoes)}"
        why = f"The article says that {_the(of)} adopted the text, but also that {who} voted against."
    elif result.result == "fail" and yes is not None and yes.value >= of.pass_votes and no is not None and no.value == 0:
        why = f"The article says that the text failed in {_the(of)}, with {yes.value} votes in favour and none against."
    if why:
        yield Inconsistency(kind="council", message=why, start=result.start, end=result.end, vote=result.vote.ref)


def _counts(told: Sequence[VoteClaim]) -> dict[str, CountClaim]:
    """The one exact count of each option; nothing where the article gives two."""
    found: dict[str, CountClaim] = {}
    disputed = set()
    for claim in _of(told, CountClaim):
        if claim.derived or claim.qualifier != "exact":
            continue
        if found.setdefault(claim.option, claim).value != claim.value:
            disputed.add(claim.option)
    return {option: claim for option, claim in found.items() if option not in disputed}


def _states(told: Sequence[VoteClaim]) -> dict[str, dict[str, PositionClaim]]:
    """Option -> state -> first claim that says so."""
    found: dict[str, dict[str, PositionClaim]] = {}
    for claim in _of(told, PositionClaim):
        if claim.actor.kind == "country":
            found.setdefault(claim.option, {}).setdefault(claim.actor.id, claim)
    return found


def _body(told: Sequence[VoteClaim]) -> Body | None:
    organization = told[0].vote.organization
    try:
        return bodies.body(organization) if organization else None
    except KeyError:
        return None


def _the(of: Body) -> str:
    return of.name if of.name[0].isdigit() else f"the {of.name}"
