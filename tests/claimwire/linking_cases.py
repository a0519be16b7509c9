"""Annotated reports as `Report` values, so that linking is tested apart from reading."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimwire import actors
from claimwire.claims import Vote
from claimwire.outlets import slug_of
from claimwire.reports import Report, Told, in_one_article

BASES = {
    "stated+published-year": "stated",
    "weekday+embedded-post-date": "weekday+published",
    "anniversary+weekday": "anniversary",
}
BODIES = {
    "iaea-board": "iaea-board-of-governors",
    "uk-commons": "uk-house-of-commons",
    "us-house": "us-house-of-representatives",
    "eu-parliament": "european-parliament",
}


def told(kind: str, value: int | str, subject: str = "", **more: Any) -> Told:
    """One value, with a claim id and a quote made up of it."""
    words = f"{value} {subject}".strip()
    quote: dict[str, str | int] = {"exact": words, "prefix": "", "suffix": "", "start": 0, "end": len(words)}
    return Told(claim=f"{kind}-{subject}-{value}", kind=kind, value=value, subject=subject, quote=quote, **more)


def report(
    article: str,
    *values: Told,
    ref: str = "v1",
    body: str | None = "un-general-assembly",
    outlet: str | None = None,
    published: str | None = None,
    nearby: str | None = None,
    story: str | None = None,
    replaced: str | None = None,
    **vote: Any,
) -> Report:
    """A report in one line: what an article tells of one vote."""
    return Report(
        id=f"{article}/{ref}",
        article=article,
        key=f"key {article} {ref}",
        outlet=outlet or article,
        document=article,
        vote=Vote(ref, body, **vote),
        told=values,
        published=datetime.date.fromisoformat(published) if published else None,
        nearby=datetime.date.fromisoformat(nearby) if nearby else None,
        story=story,
        replaced=replaced,
    )


def gold_reports(folder: Path) -> list[tuple[Report, str]]:
    """Reports of the English cases of a folder, each with the ref of the vote it speaks of."""
    made = []
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        if case.get("language", "en") == "en":
            found = reports_of_case(path.stem, case)
            made += zip(in_one_article(r for r, _ in found), (ref for _, ref in found), strict=True)
    return made


def reports_of_case(name: str, case: dict[str, Any]) -> list[tuple[Report, str]]:
    """One case's reports with their refs; facts the annotator left open are marked tentative."""
    votes = case["gold"]["votes"]
    days = [v.get("date") for v in votes if v.get("date") and not v.get("comparison")]
    made = []
    for number, vote in enumerate(votes, 1):
        nearby = next(iter(days), None) if not vote.get("date") and not vote.get("comparison") else None
        values = tuple(_values(vote))
        # Bodies that the annotator calls open are given as printed, as a reader would find them.
        body = BODIES.get(vote.get("body_as_text") or vote.get("body"), vote.get("body_as_text") or vote.get("body"))
        made.append(
            (
                report(
                    name,
                    *values,
                    ref=f"v{number}",
                    body=body,
                    outlet=slug_of(case.get("outlet") or name),
                    published=case.get("published"),
                    nearby=nearby,
                    earlier=bool(vote.get("comparison")),
                ),
                vote["ref"],
            )
        )
    return made


def _values(vote: dict[str, Any]) -> Iterable[Told]:
    free = set(vote.get("ambiguous_fields") or [])
    wholly = bool(vote.get("ambiguous"))
    for option, value in (vote.get("tally") or {}).items():
        number, qualifier = (value["value"], value["qualifier"]) if isinstance(value, dict) else (value, "exact")
        yield told("count", number, option.replace("_", " "), qualifier=qualifier, tentative=wholly or "tally" in free)
    for option, number in (vote.get("tally_derived") or {}).items():
        if isinstance(number, int):
            yield told("count", number, option.replace("_", " "), derived=True)
    for code, option in (vote.get("positions") or {}).items():
        loose = wholly or "positions" in free or f"positions.{code}" in free
        yield told("position", option, _actor(code), tentative=loose)
    for code in vote.get("vetoed_by") or []:
        if code not in (vote.get("positions") or {}):
            yield told("position", "no", _actor(code), tentative=wholly)
    for person, option in (vote.get("member_positions") or {}).items():
        yield told("position", option, slug_of(person), tentative=wholly)
    for sponsor in vote.get("sponsors") or []:
        yield told("sponsorship", _actor(sponsor), _actor(sponsor), tentative=wholly or "sponsors" in free)
    if vote.get("result"):
        yield told("result", vote["result"], tentative=wholly or "result" in free)
    if vote.get("title"):
        yield told("title", vote["title"])
    if vote.get("date"):
        basis = vote.get("date_basis") or "stated"
        loose = wholly or "date" in free
        yield told("date", str(vote["date"]), basis=BASES.get(basis, basis), tentative=loose)


def _actor(code: str) -> str:
    try:
        return actors.by_code(code).id
    except KeyError:
        return slug_of(code)


@dataclass(frozen=True, kw_only=True)
class Official:
    """What linking reads of an official record."""

    id: str
    organization: str = "un-general-assembly"
    date: datetime.date | None = None
    symbols: tuple[str, ...] = ()
    title: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    positions: Mapping[str, str] = field(default_factory=dict)
    result: str | None = None


def official(id: str, *, date: str | None = None, **more: Any) -> Official:
    """A record in one line."""
    return Official(id=id, date=datetime.date.fromisoformat(date) if date else None, **more)
