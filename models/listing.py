"""The lists of ``models.queries``: newest first unless said otherwise, each filter optional, ``limit`` 1..200.

A list of something that does not exist (the claims of an unknown article …) is ``None``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from models import base
from models.canonical import dumps, id_of_url, loads
from models.paging import Listing, Page
from models.searching import matching

After = Sequence[Any] | None

CLAIM_COLUMNS: Final = "c.record, a.id, c.outlet, a.document, c.published, v.id"
CLAIM_TABLES: Final = (
    "claims c JOIN articles a ON a.seq = c.article LEFT JOIN reports r ON r.seq = c.report LEFT JOIN votes v ON v.seq = r.event"
)
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
    after: After = None,
    limit: int = 50,
) -> Page:
    """Votes by their day, the latest first; those without a day last. ``text`` is looked for in title and symbol."""
    listing = Listing("v.summary", "votes v", ("v.day", "v.id"))
    listing.equal(v__organization=organization, v__disputed=None if has_conflict is None else int(has_conflict))
    listing.between("v.day", since, until)
    if has_record is not None:
        listing.where(f"v.official IS {'NOT ' if has_record else ''}NULL")
    if outlet is not None:
        listing.where("v.id IN (SELECT n.vote FROM vote_names n JOIN reports r ON r.id = n.report WHERE r.outlet = ?)", outlet)
    if text:
        words = f"%{_like(text.lower())}%"
        listing.where("(lower(v.title) LIKE ? ESCAPE '!' OR lower(v.symbol) LIKE ? ESCAPE '!')", words, words)
    return listing.page(lambda row: bytes(row[0]), after, limit)


def vote_reports(vote: str, *, after: After = None, limit: int = 50) -> Page | None:
    """All reports of one vote, in the order in which they were stored."""
    event = _seq("votes", vote)
    if event is None:
        return None
    listing = Listing("r.vote, r.membership", "reports r", ("r.seq",), descending=False)
    listing.where("r.event = ?", event)
    return listing.page(lambda row: _report(row[0], row[1]), after, limit)


def vote_decisions(vote: str | None = None, *, after: After = None, limit: int = 50) -> Page:
    """Editors' merges and splits, the latest first; of one vote, those taken on it."""
    listing = Listing("seq, kind, vote, record, note, at", "vote_decisions", ("seq",))
    listing.equal(vote=vote)
    return listing.page(_decision, after, limit)


def conflicts(
    *,
    kind: str | None = None,
    state: str | None = None,
    outlet: str | None = None,
    vote: str | None = None,
    decision: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Conflicts by the day of their vote, the latest first. ``decision`` is a status, or ``none``."""
    listing = Listing("c.document", "conflicts c", ("c.day", "c.id"))
    listing.equal(c__kind=kind, c__state=state, c__vote=vote)
    if decision == "none":
        listing.where("c.decision IS NULL")
    else:
        listing.equal(c__decision=decision)
    if outlet is not None:
        listing.where("c.seq IN (SELECT conflict FROM conflict_outlets WHERE outlet = ?)", outlet)
    return listing.page(lambda row: bytes(row[0]), after, limit)


def claims(
    *,
    kind: str | None = None,
    outlet: str | None = None,
    article: str | None = None,
    vote: str | None = None,
    actor: str | None = None,
    option: str | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Claims of current revisions, the last stored first; ``since`` and ``until`` are days of publication. ``text`` finds statements."""
    listing = _claims()
    listing.equal(c__kind=kind, c__outlet=outlet, c__actor=actor, c__opt=option)
    listing.between("c.published", since, until)
    if article is not None:
        listing.where("c.article = ?", _seq("articles", article) or 0)
    if vote is not None:
        listing.where("c.report IN (SELECT seq FROM reports WHERE event = ?)", _seq("votes", vote) or 0)
    if text is not None:
        _search(listing, "statement_search", "c.seq", text)
    return listing.page(_claim, after, limit)


def article_claims(article: str, *, kind: str | None = None, after: After = None, limit: int = 50) -> Page | None:
    """The claims of an article's current revision, in order of its text."""
    seq = _seq("articles", article)
    if seq is None:
        return None
    listing = _claims()
    listing.descending = False
    listing.where("c.article = ?", seq)
    listing.equal(c__kind=kind)
    return listing.page(_claim, after, limit)


def articles(
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    url: str | None = None,
    text: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Articles that are not deleted, the last stored first. ``url`` is compared without tracking and fragments."""
    columns = "a.id, a.outlet, a.url, a.document, a.title, a.published, v.number, a.stored_at"
    listing = Listing(columns, "articles a JOIN revisions v ON v.seq = a.revision", ("a.seq",))
    listing.equal(a__outlet=outlet, a__id=id_of_url(url) if url is not None else None)
    listing.between("a.published", since, until)
    if text is not None:
        _search(listing, "article_search", "a.seq", text)
    names = ("id", "outlet", "url", "document", "title", "published", "revision", "stored_at")
    return listing.page(lambda row: _row(names, row), after, limit)


def inconsistencies(
    *, outlet: str | None = None, article: str | None = None, kind: str | None = None, after: After = None, limit: int = 50
) -> Page:
    """Articles at odds with themselves or the calendar, the last stored first."""
    tables = "inconsistencies i JOIN articles a ON a.seq = i.article"
    listing = Listing("i.record, a.id, i.outlet, a.document, i.revision", tables, ("i.seq",))
    listing.where("i.live = 1")
    listing.equal(i__outlet=outlet, i__kind=kind, a__id=article)
    return listing.page(_inconsistency, after, limit)


def actors(*, kind: str | None = None, text: str | None = None, after: After = None, limit: int = 50) -> Page:
    """Actors that current revisions name, by id. ``text`` is looked for in id and name."""
    listing = Listing("record", "actors", ("id",), descending=False)
    listing.equal(kind=kind)
    if text:
        words = f"%{_like(text.lower())}%"
        listing.where("(lower(name) LIKE ? ESCAPE '!' OR id LIKE ? ESCAPE '!')", words, words)
    return listing.page(lambda row: row[0].encode(), after, limit)


def positions(
    actor: str, *, outlet: str | None = None, organization: str | None = None, after: After = None, limit: int = 50
) -> Page | None:
    """How an actor voted, as told: its position claims, each with the option on record, the last stored first."""
    if not _is_actor(actor):
        return None
    tables = f"{CLAIM_TABLES} LEFT JOIN record_positions p ON p.actor = c.actor AND p.official = v.official"
    listing = Listing(f"{CLAIM_COLUMNS}, p.opt", tables, ("c.seq",))
    listing.where("c.live = 1 AND c.actor = ? AND c.kind = 'position'", actor)
    listing.equal(c__outlet=outlet, v__organization=organization)
    return listing.page(lambda row: _claim(row[:-1], record=row[-1]), after, limit)


def recorded_positions(
    actor: str, *, organization: str | None = None, since: str | None = None, until: str | None = None, after: After = None, limit: int = 50
) -> Page | None:
    """How an actor voted, as recorded, the latest first; ``None`` for an actor that neither articles nor records name."""
    with base.reading():
        if not _is_actor(actor) and not base.raw("SELECT 1 FROM record_positions WHERE actor = ? LIMIT 1", (actor,)):
            return None
    tables = "record_positions p JOIN records r ON r.seq = p.official"
    listing = Listing("r.id, r.organization, r.day, r.record, p.opt", tables, ("r.day", "r.id"))
    listing.where("p.actor = ?", actor)
    listing.equal(r__organization=organization)
    listing.between("r.day", since, until)
    return listing.page(_recorded, after, limit)


def statements(actor: str, *, text: str | None = None, after: After = None, limit: int = 50) -> Page | None:
    """What an actor said, the last stored first."""
    if not _is_actor(actor):
        return None
    return claims(kind="statement", actor=actor, text=text, after=after, limit=limit)


def figures(
    *, population: str | None = None, measure: str | None = None, outlet: str | None = None, after: After = None, limit: int = 50
) -> Page:
    """Figures told about the world, the last stored first."""
    listing = _claims()
    listing.where("c.kind = 'figure'")
    listing.equal(c__outlet=outlet)
    for name, value in (("population", population), ("measure", measure)):
        if value is not None:
            cell = f"(c.record::json ->> '{name}')" if base.is_postgresql() else f"json_extract(c.record, '$.{name}')"
            listing.where(f"{cell} = ?", value)
    return listing.page(_claim, after, limit)


def outlets(*, slug: str | None = None, after: After = None, limit: int = 200) -> Page:
    """Outlets with their numbers, by slug."""
    listing = Listing(
        "slug, parser, articles, recognised, with_claims, claims, with_problems, compared, alone, against_record",
        "outlets",
        ("slug",),
        descending=False,
    )
    listing.where("articles > 0")
    listing.equal(slug=slug)
    return listing.page(_outlet, after, limit)


def records(
    *,
    organization: str | None = None,
    symbol: str | None = None,
    since: str | None = None,
    until: str | None = None,
    identity: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Official results as they stand now, the latest first."""
    listing = Listing(RECORD_COLUMNS, "records r", ("r.day", "r.id"))
    listing.where("r.live = 1")
    listing.equal(r__organization=organization, r__symbol=symbol, r__id=identity)
    listing.between("r.day", since, until)
    return listing.page(_record, after, limit)


def _claims() -> Listing:
    listing = Listing(CLAIM_COLUMNS, CLAIM_TABLES, ("c.seq",))
    listing.where("c.live = 1")
    return listing


def _claim(row: tuple[Any, ...], **more: Any) -> bytes:
    text, article, outlet, document, published, vote = row
    rest = {"article": article, "outlet": outlet, "document": document, "published": published, "vote_id": vote, **more}
    return _spliced(text, rest)


def _spliced(text: str, rest: dict[str, Any]) -> bytes:
    """A stored JSON object with further members at its end, without taking it apart."""
    return f"{text[:-1]},{dumps(rest)[1:]}".encode()


def _report(text: str, membership: str | None) -> bytes:
    said, why = loads(text), loads(membership) if membership else {}
    row = {name: said.get(name) for name in ("id", "article", "outlet", "document", "published")}
    row |= {"ref": said["vote"]["ref"], "story": said.get("story"), "score": why.get("score"), "reasons": why.get("reasons", [])}
    return dumps(row).encode()


def _decision(row: tuple[Any, ...]) -> bytes:
    seq, kind, vote, record, note, at = row
    return dumps({"id": seq, "kind": kind, "vote": vote, **loads(record), "note": note, "at": at}).encode()


def _inconsistency(row: tuple[Any, ...]) -> bytes:
    text, article, outlet, document, revision = row
    ref = loads(text).get("vote")
    found = (
        base.raw("SELECT v.id FROM reports r JOIN votes v ON v.seq = r.event WHERE r.revision = ? AND r.ref = ?", (revision, ref))
        if ref
        else []
    )
    return _spliced(text, {"article": article, "outlet": outlet, "document": document, "vote_id": found[0][0] if found else None})


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


def _row(names: Sequence[str], row: tuple[Any, ...]) -> bytes:
    return dumps(dict(zip(names, row, strict=True))).encode()


def _seq(table: str, identity: str) -> int | None:
    with base.reading():
        rows = base.raw(f"SELECT seq FROM {table} WHERE id = ?", (identity,))  # noqa: S608
    return int(rows[0][0]) if rows else None


def _is_actor(actor: str) -> bool:
    with base.reading():
        return bool(base.raw("SELECT 1 FROM actors WHERE id = ?", (actor,)))


def _search(listing: Listing, index: str, column: str, text: str) -> None:
    found = matching(index, text)
    if found is None:
        listing.where("1 = 0")
    else:
        condition, parameters = found
        listing.where(f"{column} IN {condition.replace('%s', '?')}", *parameters)


def _like(text: str) -> str:
    for special in "!%_":
        text = text.replace(special, f"!{special}")
    return text
