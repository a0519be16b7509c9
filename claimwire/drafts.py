"""A draft held against the store: each of its claims with who agrees, who contradicts it, and what the record says.

The draft's reports are linked like any other's (``linking.blocks.component`` and
``reconcile`` over them and what they reach), and where they join nothing held against
the vote they most likely mean (``linking.likeliest``); nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from claimwire.comparing.record import Verdict, verdict
from claimwire.comparing.values import Stated, Telling
from claimwire.conflicts import exclusion, telling_of
from claimwire.linking.evidence import OfficialResult
from claimwire.linking.groups import Group, Linking
from claimwire.linking.likeliest import likeliest
from claimwire.reports import Report, Told, Value

Status = Literal["supported", "contradicted", "disputed", "alone", "undecided"]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one outlet says on the subject of a draft's claim."""

    value: Value
    telling: Telling

    def to_record(self) -> dict[str, Any]:
        """As JSON values."""
        return {"value": self.value, **self.telling.to_record()}


@dataclass(frozen=True, slots=True)
class Checked:
    """One claim of a draft.

    ``contradicted``: the record differs, or, where the record is silent, more
    independent sources contradict it than agree. ``disputed``: some contradict it,
    but the record or as many others agree. ``alone``: nobody else speaks of it.
    ``undecided``: it is not sure which vote the draft speaks of; ``candidates`` are
    the reports of each vote it may be. ``vote`` are the reports of its vote.
    """

    report: str
    told: Told
    status: Status
    agrees: tuple[Opinion, ...] = ()
    contradicts: tuple[Opinion, ...] = ()
    record: Verdict = "not recorded"
    official: Value | None = None
    vote: frozenset[str] = frozenset()
    candidates: tuple[frozenset[str], ...] = ()
    why: str = ""

    def to_record(self) -> dict[str, Any]:
        """As in the answer of a check; ids of votes are for the caller to add."""
        return {
            "claim": self.told.claim,
            "kind": self.told.kind,
            "subject": self.told.subject,
            "value": self.told.value,
            "quote": dict(self.told.quote) if self.told.quote else None,
            "status": self.status,
            "agrees": [o.to_record() for o in self.agrees],
            "contradicts": [o.to_record() for o in self.contradicts],
            "record": {"verdict": self.record, "value": self.official},
            "undecided": self.why or None,
        }


def check_draft(
    drafts: Sequence[Report], linking: Linking, reports: Mapping[str, Report], records: Mapping[str, OfficialResult]
) -> tuple[Checked, ...]:
    """Every claim about a vote in a draft, in order of the text.

    ``linking`` is what ``reconcile`` made of the draft's reports and all they reach;
    ``reports`` and ``records`` hold by id those it names.
    """
    own = {draft.id for draft in drafts}
    homes = {i: group for group in linking.groups for i in group.reports & own}
    open_ = {u.report: u for u in linking.undecided}
    made: list[Checked] = []
    for draft in drafts:
        group = homes.get(draft.id)
        candidates = tuple(c.reports for c in open_[draft.id].candidates) if draft.id in open_ else ()
        if group is None or (group.reports <= own and group.record is None):
            group, others = likeliest(draft, linking, reports, records, own)
            candidates = candidates or tuple(g.reports for g in others)
        if group is not None:
            told = [reports[i] for i in sorted(group.reports - own) if reports[i].replaced is None]
            made += _checked(draft, group, told, records.get(group.record or ""))
        else:
            made += _undecided(draft, candidates, open_[draft.id].why if draft.id in open_ else "")
    return tuple(sorted(made, key=lambda c: (int((c.told.quote or {}).get("start", 0)), c.told.claim)))


def _checked(draft: Report, group: Group, others: Sequence[Report], record: OfficialResult | None) -> Iterator[Checked]:
    rules = {kind: exclusion(kind, [draft, *others], record) for kind in ("count", "position", "result", "date", "title", "sponsorship")}
    for told in draft.told:
        agrees: list[Opinion] = []
        contradicts: list[Opinion] = []
        for other in others if told.disputable else ():
            said = [t for t in other.of(told.kind) if t.disputable and (t.subject == told.subject or told.kind == "sponsorship")]
            fitting = [t for t in said if not rules[told.kind](_stated(told), _stated(t))]
            same = [t for t in fitting if told.kind != "sponsorship" or t.value == told.value]
            agrees += [Opinion(t.value, telling_of(other, t)) for t in same[:1]]
            if said and not fitting:
                contradicts.append(Opinion(said[0].value, telling_of(other, said[0])))
        official = verdict(told, record)
        status = _status(agrees, contradicts, official if told.disputable else "not recorded")
        yield Checked(
            draft.id, told, status, tuple(agrees), tuple(contradicts), official, _official(told, record), group.reports - {draft.id}
        )


def _undecided(draft: Report, candidates: tuple[frozenset[str], ...], why: str) -> Iterator[Checked]:
    why = why or ("too much differs to be sure of the vote" if candidates else "too little is told to know the vote")
    for told in draft.told:
        yield Checked(draft.id, told, "undecided" if candidates else "alone", candidates=candidates, why=why)


def _status(agrees: Sequence[Opinion], contradicts: Sequence[Opinion], record: Verdict) -> Status:
    if record == "differs":
        return "contradicted"
    if record != "agrees" and _sources(contradicts) > _sources(agrees):
        return "contradicted"
    if contradicts:
        return "disputed"
    return "supported" if agrees or record == "agrees" else "alone"


def _sources(opinions: Sequence[Opinion]) -> int:
    """How many say so, near copies of one story counted once."""
    return len({o.telling.story or o.telling.article for o in opinions})


def _stated(told: Told) -> Stated:
    return Stated(told.value, (), False, told.qualifier, told.high)


def _official(told: Told, record: OfficialResult | None) -> Value | None:
    if record is None:
        return None
    if told.kind == "count":
        return record.counts.get(told.subject)
    if told.kind == "position":
        return record.positions.get(told.subject)
    if told.kind == "date":
        return record.date.isoformat() if record.date else None
    return {"result": record.result, "title": record.title}.get(told.kind)
