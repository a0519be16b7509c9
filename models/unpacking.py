"""Articles and claims as the library's values again, from what was stored of a revision."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from claimwire.articles import Article, Block
from claimwire.claims import CLAIM_KINDS, Actor, Claim, Vote
from models import base
from models.canonical import loads


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """One revision of an article, with its claims in order of the text."""

    number: int
    article: Article
    claims: tuple[Claim, ...]


def revision(article: str, number: int) -> StoredRevision | None:
    """A revision of an article, the current one or an earlier; ``None`` where there is none (or no longer)."""
    with base.snapshot():
        rows = base.raw(
            "SELECT r.seq, r.text, r.record FROM revisions r JOIN articles a ON a.seq = r.article WHERE a.id = ? AND r.number = ?",
            (article, number),
        )
        if not rows:
            return None
        seq, text, record = rows[0]
        told = base.raw("SELECT record FROM claims WHERE revision = ? ORDER BY seq", (seq,))
    said = loads(record)
    votes = {v["ref"]: _vote(v) for v in said["votes"]}
    actors = {a["id"]: Actor(a["id"], a["name"], a["kind"], tuple(a["identifiers"].items())) for a in said["actors"]}
    claims = tuple(claim_from(loads(row), votes, actors) for (row,) in told)
    return StoredRevision(number, _article(said, text), claims)


def claim_from(record: Mapping[str, Any], votes: Mapping[str, Vote], actors: Mapping[str, Actor]) -> Claim:
    """The claim that ``claim_record`` wrote down; votes by ref and actors by id."""
    kind = CLAIM_KINDS[record["kind"]]
    values: dict[str, Any] = {"start": record["quote"]["start"], "end": record["quote"]["end"]}
    for name in (f.name for f in fields(kind) if f.name in record):
        value = record[name]
        if name == "vote":
            value = votes[value]
        elif name in ("actor", "attributed_to") and value is not None:
            value = actors[value]
        elif name in ("date", "as_of") and value is not None:
            value = datetime.date.fromisoformat(value)
        values[name] = value
    return kind(**values)


def _vote(record: Mapping[str, Any]) -> Vote:
    day = record.get("date")
    return Vote(
        record["ref"],
        record.get("organization"),
        title=record.get("title"),
        identifier=record.get("identifier"),
        date=datetime.date.fromisoformat(day) if day else None,
        candidates=tuple(record.get("candidates", ())),
        earlier=bool(record.get("earlier")),
    )


def _article(said: Mapping[str, Any], text: str) -> Article:
    told = said["article"]
    return Article(
        outlet=said["outlet"],
        text=text,
        blocks=tuple(Block(b["role"], b["start"], b["end"], b.get("rule")) for b in told["blocks"]),
        url=said["url"],
        title=told["title"],
        byline=tuple(told["byline"]),
        dateline=told["dateline"],
        published=datetime.date.fromisoformat(told["published"]) if told["published"] else None,
        language=told["language"],
    )
