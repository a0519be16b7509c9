"""Articles made by hand: what an outlet says of a vote, without a grammar that reads it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from claimwire import (
    Actor,
    Article,
    Block,
    CountClaim,
    DateClaim,
    Extraction,
    PositionClaim,
    ResultClaim,
    SponsorshipClaim,
    StatementClaim,
    TitleClaim,
    Vote,
)
from claimwire.claims import Claim, Inconsistency, Problem

DAY = datetime.date(2025, 2, 24)
FIGURES = {"yes": 93, "no": 18, "abstain": 65}


def state(slug: str) -> Actor:
    """A state, named by its slug."""
    return Actor(slug, slug.replace("-", " ").title(), "country", (("iso3166-1-alpha3", slug[:3].upper()),))


def article(
    outlet: str,
    *,
    url: str | None = None,
    counts: Mapping[str, int] | None = None,
    date: datetime.date | None = DAY,
    organization: str | None = "un-general-assembly",
    title: str | None = None,
    sponsor: str | None = "ukraine",
    positions: Mapping[str, str] | None = None,
    result: str | None = None,
    symbol: str | None = None,
    said: str | None = None,
    published: datetime.date | None = DAY,
    words: str = "",
    more: Sequence[Claim] = (),
    inconsistencies: Sequence[Inconsistency] = (),
    problems: Sequence[Problem] = (),
    document: str | None = None,
    recognised_by: Any = "given",
) -> Extraction:
    """One article on one vote; every fact is a line of its text."""
    lines: list[str] = [f"{outlet} reports. {words}".strip()]
    claims: list[Claim] = []
    vote = Vote("v1", organization, date, title, symbol)

    def told(kind: Any, line: str, **facts: Any) -> None:
        start = sum(len(x) + 1 for x in lines)
        lines.append(line)
        claims.append(kind(start=start, end=start + len(line), rule="by-hand", reason="by hand", **facts))

    for option, value in (FIGURES if counts is None else counts).items():
        told(CountClaim, f"{value} voted {option}", vote=vote, option=option, value=value)
    for actor, option in (positions or {}).items():
        told(PositionClaim, f"{actor} voted {option}", vote=vote, actor=state(actor), option=option)
    if date:
        told(DateClaim, f"It was on {date}", vote=vote, date=date, basis="stated")
    if title:
        told(TitleClaim, f"It is called {title}", vote=vote, text=title)
    if sponsor:
        told(SponsorshipClaim, f"{sponsor} put it forward", vote=vote, actor=state(sponsor))
    if result:
        told(ResultClaim, f"It did {result}", vote=vote, result=result)
    if said:
        told(StatementClaim, said, actor=Actor("mariana-betsa", "Mariana Betsa", "person"), speaker_text="Ms Betsa", text=said)
    text = "\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block("body", at, at + len(line)))
        at += len(line) + 1
    return Extraction(
        document=document,
        article=Article(
            outlet=outlet, text=text, blocks=tuple(blocks), url=url, title=f"{outlet} on a vote", published=published, language="en"
        ),
        parser="generic",
        recognised_by=recognised_by,
        claims=(*claims, *more),
        inconsistencies=tuple(inconsistencies),
        problems=tuple(problems),
    )
