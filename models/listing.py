"""Lists of what is derived and recorded, for ``models.queries``: newest first unless said otherwise, ``limit`` 1..200.

A list of something that does not exist (the claims of an unknown article …) is ``None``.
"""

from __future__ import annotations

from typing import Any, Final

from models import base, sorting
from models.canonical import dumps, loads
from models.paging import After, Listing, Page, like, seq_of
from models.told import is_actor

RECORD_COLUMNS: Final = "r.record, r.revision, r.seq"


def votes(
    *,
    organization: str | None = None,
    since: str | None = None,
    until: str | None = None,
    has_conflict: bool | None = None,
    has_record: bool | None = None,
    outlet: str | None = None,
    text: str | None = None,
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Votes by their day, the latest first; those without a day last. ``text`` is looked for in title and symbol."""
    listing = Listing("v.summary", "votes v", sorting.VOTES["date"])
    listing.sort(sort, sorting.VOTES)
    listing.equal(v__organization=organization, v__disputed=None if has_conflict is None else int(has_conflict))
    listing.between("v.day", since, until)
    if has_record is not None:
        listing.where(f"v.official IS {'NOT ' if has_record else ''}NULL")
    if outlet is not None:
        listing.where("v.seq IN (SELECT event FROM reports WHERE outlet = ?)", outlet)
    if text:
        words = f"%{like(text.lower())}%"
        listing.where("(lower(v.title) LIKE ? ESCAPE '!' OR lower(v.symbol) LIKE ? ESCAPE '!')", words, words)
    return listing.page(lambda row: bytes(row[0]), after, limit)


def vote_reports(vote: str, *, sort: str | None = None, after: After = None, limit: int = 50) -> Page | None:
    """All reports of one vote, in the order in which they were stored."""
    event = seq_of("votes", vote)
    if event is None:
        return None
    listing = Listing("r.vote, r.membership", "reports r", ("r.seq",), descending=False)
    listing.where("r.event = ?", event)
    listing.sort(sort, sorting.REPORTS)
    return listing.page(lambda row: _report(row[0], row[1]), after, limit)


def vote_decisions(vote: str | None = None, *, sort: str | None = None, after: After = None, limit: int = 50) -> Page:
    """Editors' merges and splits, the latest first; of one vote, those taken on it."""
    listing = Listing("seq, kind, vote, record, note, at", "vote_decisions", ("seq",))
    listing.equal(vote=vote)
    listing.sort(sort, sorting.DECISIONS)
    return listing.page(_decision, after, limit)


def conflicts(
    *,
    kind: str | None = None,
    state: str | None = None,
    outlet: str | None = None,
    vote: str | None = None,
    decision: str | None = None,
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Conflicts by the day of their vote, the latest first. ``decision`` is a status, or ``none``."""
    listing = Listing("c.document", "conflicts c", sorting.CONFLICTS["date"])
    listing.sort(sort, sorting.CONFLICTS)
    listing.equal(c__kind=kind, c__state=state, c__vote=vote)
    if decision == "none":
        listing.where("c.decision IS NULL")
    else:
        listing.equal(c__decision=decision)
    if outlet is not None:
        listing.where("c.seq IN (SELECT conflict FROM conflict_outlets WHERE outlet = ?)", outlet)
    return listing.page(lambda row: bytes(row[0]), after, limit)


def recorded_positions(
    actor: str,
    *,
    organization: str | None = None,
    since: str | None = None,
    until: str | None = None,
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page | None:
    """How an actor voted, as recorded, the latest first; ``None`` for an actor that neither articles nor records name."""
    with base.reading():
        if not is_actor(actor) and not base.raw("SELECT 1 FROM record_positions WHERE actor = ? LIMIT 1", (actor,)):
            return None
    tables = "record_positions p JOIN records r ON r.seq = p.official"
    listing = Listing("r.id, r.organization, r.day, r.record, p.opt", tables, ("r.day", "r.id"))
    listing.where("p.actor = ?", actor)
    listing.sort(sort, sorting.RECORDS)
    listing.equal(r__organization=organization)
    listing.between("r.day", since, until)
    return listing.page(_recorded, after, limit)


def outlets(*, slug: str | None = None, sort: str | None = None, after: After = None, limit: int = 200) -> Page:
    """Outlets with their numbers, by slug."""
    listing = Listing(
        "slug, parser, articles, recognised, with_claims, claims, with_problems, compared, alone, against_record",
        "outlets",
        ("slug",),
        descending=False,
    )
    listing.where("articles > 0")
    listing.sort(sort, sorting.OUTLETS)
    listing.equal(slug=slug)
    return listing.page(_outlet, after, limit)


def records(
    *,
    organization: str | None = None,
    symbol: str | None = None,
    since: str | None = None,
    until: str | None = None,
    identity: str | None = None,
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Official results as they stand now, the latest first."""
    # One id is found by its own index, which an order by day would keep SQLite from taking.
    listing = Listing(RECORD_COLUMNS, "records r", sorting.RECORDS["date"] if identity is None else ("r.id",), looks_up=True)
    listing.sort(sort, sorting.RECORDS)
    listing.where("r.live = 1")
    listing.equal(r__organization=organization, r__symbol=symbol, r__id=identity)
    listing.between("r.day", since, until)
    return listing.page(_record, after, limit)


def _report(text: str, membership: str | None) -> bytes:
    said, why = loads(text), loads(membership) if membership else {}
    row = {name: said.get(name) for name in ("id", "article", "outlet", "document", "published")}
    row |= {"ref": said["vote"]["ref"], "story": said.get("story"), "score": why.get("score"), "reasons": why.get("reasons", [])}
    return dumps(row).encode()


def _decision(row: tuple[Any, ...]) -> bytes:
    seq, kind, vote, record, note, at = row
    return dumps({"id": seq, "kind": kind, "vote": vote, **loads(record), "note": note, "at": at}).encode()


def _recorded(row: tuple[Any, ...]) -> bytes:
    identity, organization, day, text, option = row
    said = loads(text)
    values = {"record": identity, "organization": organization, "date": day or None}
    return dumps({**values, "title": said["title"], "symbols": said["symbols"], "option": option}).encode()


def _outlet(row: tuple[Any, ...]) -> bytes:
    slug, parser, articles_, recognised, with_claims, told, problems, compared, alone, against = row
    return dumps(
        {
            "outlet": slug,
            "parser": parser,
            "articles": articles_,
            "recognised": recognised,
            "recognition_rate": _rate(recognised, articles_),
            "with_claims": with_claims,
            "claim_rate": _rate(with_claims, articles_),
            "claims": told,
            "with_problems": problems,
            "compared": compared,
            "alone": alone,
            "alone_rate": _rate(alone, compared),
            "against_record": against,
            "against_record_rate": _rate(against, compared),
        }
    ).encode()


def _record(row: tuple[Any, ...]) -> bytes:
    text, revision, seq = row
    linked = base.raw("SELECT id FROM votes WHERE official = ? ORDER BY id", (seq,))
    return dumps({**loads(text), "revision": revision, "votes": [v for (v,) in linked]}).encode()


def _rate(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
