"""Reports of real recorded votes, made up: what outlets would say, with what they leave out and get wrong.

Facts are those of ../shared/records; which of them a report tells, and which it
misreads, is drawn with a seed, so that every run has the same reports.
"""

from __future__ import annotations

import csv
import datetime
import gzip
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimwire import actors
from claimwire.claims import Vote
from claimwire.records import Record
from claimwire.reports import Report, Told

OPTIONS = {"Y": "yes", "N": "no", "A": "abstain", "X": "not voting"}
TOLD_OF = ("USA", "RUS", "CHN", "GBR", "FRA", "ISR", "IND", "IRN", "PRK", "CUB", "TUR", "UKR", "DEU", "JPN", "BRA", "HUN", "SYR", "BLR")


@dataclass(frozen=True, slots=True)
class Habits:
    """How outlets report: shares of reports that tell, miss or misread something."""

    counts: float = 0.8
    title: float = 0.35
    half_title: float = 0.15
    sponsor: float = 0.4
    symbol: float = 0.08
    date: float = 0.5
    published: float = 0.9
    misread_count: float = 0.03
    misread_date: float = 0.03
    misread_position: float = 0.01
    beside: float = 0.3


def records(path: Path, since: str = "2000-01-01", until: str = "2020-12-31") -> Iterator[Record]:
    """The recorded votes of the General Assembly between two days, in order of the file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        current, rows = "", []
        for row in csv.DictReader(lines):
            if not since <= row["date"] <= until:
                continue
            if row["undl_id"] != current and rows:
                yield _record(rows)
                rows = []
            current = row["undl_id"]
            rows.append(row)
        if rows:
            yield _record(rows)


def _record(rows: Sequence[dict[str, str]]) -> Record:
    first = rows[0]
    positions = {}
    for row in rows:
        try:
            positions[actors.by_code(row["ms_code"]).id] = OPTIONS.get(row["ms_vote"], "not voting")
        except KeyError:
            continue
    return Record(
        id=f"undl:{first['undl_id']}",
        organization="un-general-assembly",
        date=datetime.date.fromisoformat(first["date"]),
        symbols=(first["resolution"],) if first["resolution"] else (),
        title=first["title"] or None,
        counts={"yes": int(first["total_yes"]), "no": int(first["total_no"]), "abstain": int(first["total_abstentions"])},
        positions=positions,
        result="pass",
    )


def reports(votes: Sequence[Record], each: int, seed: int = 7, habits: Habits | None = None) -> list[tuple[Report, str]]:
    """About ``each`` reports of every vote, with the record's id; some articles tell of several votes of the day."""
    habits = habits or Habits()
    draw = random.Random(seed)
    by_day: dict[datetime.date, list[Record]] = {}
    for vote in votes:
        if vote.date:
            by_day.setdefault(vote.date, []).append(vote)
    made = []
    for vote in votes:
        sponsor = draw.choice(sorted(vote.positions) or ["nobody"])
        for number in range(each):
            article = f"{vote.id}-{number}"
            published = (
                vote.date + datetime.timedelta(days=draw.choice((0, 0, 1, 1, 2)))
                if vote.date and draw.random() < habits.published
                else None
            )
            told_votes = [vote]
            if draw.random() < habits.beside and vote.date:
                others = [v for v in by_day[vote.date] if v is not vote]
                told_votes += draw.sample(others, min(len(others), draw.choice((1, 2))))
            parts = [(v, _told(v, draw, habits, sponsor if v is vote else None)) for v in told_votes]
            days = {v.id: next((t.value for t in told if t.kind == "date"), None) for v, told in parts}
            for at, (v, told) in enumerate(parts, 1):
                nearby = next((datetime.date.fromisoformat(str(d)) for other, d in days.items() if d and other != v.id), None)
                made.append(
                    (
                        Report(
                            id=f"{article}/v{at}",
                            article=article,
                            key=f"{draw.getrandbits(64):016x}",
                            outlet=f"outlet-{number}",
                            vote=Vote(f"v{at}", v.organization),
                            told=told,
                            published=published,
                            nearby=None if days[v.id] else nearby,
                        ),
                        v.id,
                    )
                )
    return made


def _told(vote: Record, draw: random.Random, habits: Habits, sponsor: str | None) -> tuple[Told, ...]:
    told = []
    for option, value in vote.counts.items():
        if draw.random() < habits.counts:
            wrong = draw.choice((-2, -1, 1, 3)) if draw.random() < habits.misread_count else 0
            told.append(_value("count", max(0, value + wrong), option))
    for code in draw.sample(TOLD_OF, draw.choice((0, 1, 2, 3, 4, 6))):
        actor = actors.by_code(code).id
        if (option := vote.positions.get(actor)) and option != "not voting":
            if draw.random() < habits.misread_position:
                option = draw.choice(("yes", "no", "abstain"))
            told.append(_value("position", option, actor))
    if vote.title and draw.random() < habits.title:
        words = vote.title.split()
        kept = words[: max(3, len(words) * 2 // 3)] if draw.random() < habits.half_title else words
        told.append(_value("title", " ".join(kept)))
    if sponsor and draw.random() < habits.sponsor:
        told.append(_value("sponsorship", sponsor, sponsor))
    if vote.date and draw.random() < habits.date:
        late = 1 if draw.random() < habits.misread_date else 0
        told.append(
            _value("date", (vote.date + datetime.timedelta(days=late)).isoformat(), basis=draw.choice(("stated", "weekday+published")))
        )
    if vote.symbols and draw.random() < habits.symbol:
        told.append(_value("title", vote.symbols[0]))
    if draw.random() < 0.7:
        told.append(_value("result", "pass"))
    return tuple(told)


def _value(kind: str, value: int | str, subject: str = "", basis: str | None = None) -> Told:
    return Told(claim=f"{kind} {subject} {value}", kind=kind, value=value, subject=subject, basis=basis)
