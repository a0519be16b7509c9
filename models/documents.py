"""Vote events as JSON, ready to serve: Popolo's words, with what every outlet reports beside what the record says.

Every list is in an order that follows from what it holds, so that the same
reports give the same bytes whatever came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from claimwire.records import Record
from claimwire.reports import Report, Told

SHOWN: Final = 20
"""Reports shown with a value and with a vote; ``report_count`` says how many there are, ``/reports`` pages them all."""
SECTIONS: Final = {
    "count": "counts",
    "position": "votes",
    "result": "results",
    "date": "dates",
    "title": "titles",
    "sponsorship": "sponsors",
}
SUBJECT: Final = {"count": "option", "position": "voter", "sponsorship": "sponsor"}
OPTIONS: Final = ("yes", "no", "abstain", "absent", "not voting", "present", "invalid", "blank")

Telling = tuple[Report, Told]
Marks = Mapping[tuple[str, str], str]
"""(report id, claim id) -> agrees | differs | not recorded."""


def vote_document(
    vote: str,
    reports: Sequence[Report],
    *,
    record: Record | None,
    record_reasons: Sequence[str],
    memberships: Mapping[str, Mapping[str, Any]],
    marks: Marks,
    conflicts: Sequence[str],
    undecided: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """The vote event as JSON values; ``reports`` are those of the group, in a canonical order."""
    current = [r for r in reports if r.replaced is None]
    told: dict[str, dict[str, list[Telling]]] = {kind: defaultdict(list) for kind in SECTIONS}
    for report in current:
        for value in report.told:
            if value.kind in told:
                told[value.kind][value.subject if value.kind in ("count", "position") else ""].append((report, value))
    title = consensus(told["title"].get("", ())) or _first(r.vote.title for r in current)
    day = consensus(told["date"].get("", ())) or _first(r.vote.date.isoformat() for r in current if r.vote.date)
    symbol = _first(r.vote.identifier for r in current)
    result = consensus(told["result"].get("", ()))
    document: dict[str, Any] = {
        "id": vote,
        "organization": organization(current, record),
        "motion": {
            "text": title or (record.title if record else None),
            "identifier": symbol or (record.symbols[0] if record and record.symbols else None),
            "sponsors": _sponsors(told["sponsorship"].get("", ())),
        },
        "start_date": day or (record.date.isoformat() if record and record.date else None),
        "result": result or (record.result if record else None),
        "counts": _subjects("count", told["count"], record.counts if record else {}, marks),
        "votes": _subjects("position", told["position"], record.positions if record else {}, marks),
    }
    official = {"result": record.result, "date": record.date.isoformat() if record.date else None, "title": record.title} if record else {}
    for kind in ("result", "date", "title"):
        document[SECTIONS[kind]] = _values(kind, told[kind].get("", ()), official.get(kind), marks)
    document["sponsors"] = _values("sponsorship", told["sponsorship"].get("", ()), None, marks)
    document |= {
        "record": record_summary(record, record_reasons) if record else None,
        "conflicts": list(conflicts),
        "outlets": sorted({r.outlet for r in current}),
        "report_count": len(current),
        "reports": [report_row(r, memberships.get(r.id)) for r in current[:SHOWN]],
        "undecided": list(undecided),
    }
    return document


def vote_summary(document: Mapping[str, Any]) -> dict[str, Any]:
    """The short form of a vote's document, for lists: counts without who said so, no positions, no reports."""
    summary = {name: document[name] for name in ("id", "organization", "motion", "start_date", "result")}
    summary["counts"] = [{name: row[name] for name in ("option", "value", "record")} for row in document["counts"]]
    summary["record"] = document["record"]["id"] if document["record"] else None
    return summary | {name: document[name] for name in ("conflicts", "outlets", "report_count")}


def report_row(report: Report, membership: Mapping[str, Any] | None) -> dict[str, Any]:
    """One report of a vote: which article's, and why it was joined."""
    return {
        "id": report.id,
        "article": report.article,
        "outlet": report.outlet,
        "document": report.document,
        "published": report.published.isoformat() if report.published else None,
        "ref": report.vote.ref,
        "story": report.story,
        "score": membership.get("score") if membership else None,
        "reasons": list(membership.get("reasons", ())) if membership else [],
    }


def record_summary(record: Record, reasons: Sequence[str] = ()) -> dict[str, Any]:
    """The official result without its roll call, and why it is this vote's."""
    values = record.to_record()
    positions = values.pop("positions")
    return {**values, "position_count": len(positions), "reasons": list(reasons)}


def consensus(tellings: Iterable[Telling]) -> Any:
    """The value most sources give plainly; ``None`` where two values are given by equally many."""
    sources: dict[Any, set[str]] = defaultdict(set)
    for report, told in tellings:
        if told.disputable and told.qualifier == "exact":
            sources[told.value].add(report.source)
    if not sources:
        return None
    ranked = sorted(sources.items(), key=lambda item: (-len(item[1]), str(item[0])))
    if len(ranked) > 1 and len(ranked[0][1]) == len(ranked[1][1]):
        return None
    return ranked[0][0]


def organization(reports: Iterable[Report], record: Record | None) -> str | None:
    """The body that voted: as the record says, else as most reports do."""
    if record is not None:
        return record.organization
    names: dict[str, int] = defaultdict(int)
    for report in reports:
        if report.vote.organization:
            names[report.vote.organization] += 1
    return min(names, key=lambda n: (-names[n], n)) if names else None


def _subjects(kind: str, told: Mapping[str, Sequence[Telling]], official: Mapping[str, Any], marks: Marks) -> list[dict[str, Any]]:
    """One row for each option or voter that a report speaks of; of counts also those that only the record has."""
    subjects = set(told) | (set(official) if kind == "count" else set())
    order = {option: i for i, option in enumerate(OPTIONS)}
    name = "value" if kind == "count" else "option"
    rows = []
    for subject in sorted(subjects, key=lambda s: (order.get(s, 9) if kind == "count" else 0, s)):
        tellings = told.get(subject, ())
        rows.append(
            {
                SUBJECT[kind]: subject,
                name: consensus(tellings),
                "record": official.get(subject),
                "values": _values(kind, tellings, official.get(subject), marks),
            }
        )
    return rows


def _values(kind: str, tellings: Sequence[Telling], official: Any, marks: Marks) -> list[dict[str, Any]]:
    """What is told of one subject: one row a distinct value, those with most outlets first."""
    grouped: dict[tuple[str, str, Any], list[Telling]] = defaultdict(list)
    for report, told in tellings:
        grouped[(str(told.value), told.qualifier, told.high)].append((report, told))
    rows = []
    for (_, qualifier, high), group in grouped.items():
        group.sort(key=lambda t: (t[0].key, t[1].claim))
        agreement = {marks.get((r.id, t.claim), "not recorded") for r, t in group}
        row: dict[str, Any] = {"value": group[0][1].value, "qualifier": qualifier}
        if high is not None:
            row["high"] = high
        row |= {
            "agrees": min(agreement) if len(agreement) == 1 else "differs" if "differs" in agreement else "agrees",
            "outlets": sorted({r.outlet for r, _ in group}),
            "sources": len({r.source for r, _ in group}),
            "report_count": len(group),
            "reports": [_telling(r, t) for r, t in group[:SHOWN]],
        }
        rows.append(row)
    rows.sort(key=lambda row: (-len(row["outlets"]), str(row["value"]), row["qualifier"], str(row.get("high"))))
    return rows


def _telling(report: Report, told: Told) -> dict[str, Any]:
    row: dict[str, Any] = {"outlet": report.outlet, "article": report.article, "document": report.document, "claim": told.claim}
    row |= {flag: True for flag in ("derived", "tentative", "superseded", "quoted") if getattr(told, flag)}
    if told.basis:
        row["basis"] = told.basis
    row["quote"] = dict(told.quote) if told.quote else None
    return row


def _sponsors(tellings: Iterable[Telling]) -> list[str]:
    return sorted({str(t.value) for _, t in tellings if t.disputable})


def _first(values: Iterable[str | None]) -> str | None:
    """The most common of what is given; of equals the first by the alphabet."""
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        if value:
            counts[value] += 1
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
