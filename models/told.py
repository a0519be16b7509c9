"""Lists of what articles say, for ``models.queries``: claims, articles, inconsistencies, actors and what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from models import base, sorting
from models.canonical import dumps, id_of_url, loads
from models.paging import After, Listing, Page, like, seq_of
from models.searching import matching

CLAIM_COLUMNS: Final = "c.record, a.id, c.outlet, a.document, c.published, v.id"
CLAIM_TABLES: Final = (
    "claims c JOIN articles a ON a.seq = c.article LEFT JOIN reports r ON r.seq = c.report LEFT JOIN votes v ON v.seq = r.event"
)


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
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Claims of current revisions, the last stored first; ``since`` and ``until`` are days of publication. ``text`` finds statements."""
    listing = _claims()
    listing.sort(sort, sorting.CLAIMS)
    listing.equal(c__kind=kind, c__outlet=outlet, c__actor=actor, c__opt=option)
    listing.between(sorting.CLAIMS["published"][0], since, until)
    if article is not None:
        listing.where("c.article = ?", seq_of("articles", article) or 0)
    if vote is not None:
        listing.where("c.report IN (SELECT seq FROM reports WHERE event = ?)", seq_of("votes", vote) or 0)
    if text is not None:
        _search(listing, "statement_search", "c.seq", text)
    return listing.page(_claim, after, limit)


def article_claims(article: str, *, kind: str | None = None, sort: str | None = None, after: After = None, limit: int = 50) -> Page | None:
    """The claims of an article's current revision, in order of its text; ``None`` where it is unknown or deleted."""
    seq = seq_of("articles", article)
    with base.reading():
        if seq is None or base.raw("SELECT 1 FROM articles WHERE seq = ? AND deleted_at IS NOT NULL", (seq,)):
            return None
    listing = _claims()
    listing.descending = False
    listing.sort(sort, sorting.CLAIMS)
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
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Articles that are not deleted, the last stored first. ``url`` is compared without tracking and fragments."""
    columns = "a.id, a.outlet, a.url, a.document, a.title, a.published, v.number, a.stored_at"
    listing = Listing(columns, "articles a JOIN revisions v ON v.seq = a.revision", ("a.seq",))
    listing.equal(a__outlet=outlet, a__id=id_of_url(url) if url is not None else None)
    listing.sort(sort, sorting.ARTICLES)
    listing.between(sorting.ARTICLES["published"][0], since, until)
    if text is not None:
        _search(listing, "article_search", "a.seq", text)
    names = ("id", "outlet", "url", "document", "title", "published", "revision", "stored_at")
    return listing.page(lambda row: _row(names, row), after, limit)


def inconsistencies(
    *,
    outlet: str | None = None,
    article: str | None = None,
    kind: str | None = None,
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page:
    """Articles at odds with themselves or the calendar, the last stored first."""
    tables = "inconsistencies i JOIN articles a ON a.seq = i.article"
    listing = Listing("i.record, a.id, i.outlet, a.document, i.revision", tables, ("i.seq",), looks_up=True)
    listing.where("i.live = 1")
    listing.sort(sort, sorting.INCONSISTENCIES)
    listing.equal(i__outlet=outlet, i__kind=kind, a__id=article)
    return listing.page(_inconsistency, after, limit)


def actors(*, kind: str | None = None, text: str | None = None, sort: str | None = None, after: After = None, limit: int = 50) -> Page:
    """Actors that current revisions name, by id. ``text`` is looked for in id and name."""
    listing = Listing("record", "actors", ("id",), descending=False)
    listing.equal(kind=kind)
    listing.sort(sort, sorting.ACTORS)
    if text:
        words = f"%{like(text.lower())}%"
        listing.where("(lower(name) LIKE ? ESCAPE '!' OR id LIKE ? ESCAPE '!')", words, words)
    return listing.page(lambda row: row[0].encode(), after, limit)


def positions(
    actor: str,
    *,
    outlet: str | None = None,
    organization: str | None = None,
    sort: str | None = None,
    after: After = None,
    limit: int = 50,
) -> Page | None:
    """How an actor voted, as told: its position claims, each with the option on record, the last stored first."""
    if not is_actor(actor):
        return None
    tables = f"{CLAIM_TABLES} LEFT JOIN record_positions p ON p.actor = c.actor AND p.official = v.official"
    listing = Listing(f"{CLAIM_COLUMNS}, p.opt", tables, ("c.seq",))
    listing.where("c.live = 1 AND c.actor = ? AND c.kind = 'position'", actor)
    listing.sort(sort, sorting.CLAIMS)
    listing.equal(c__outlet=outlet, v__organization=organization)
    return listing.page(lambda row: _claim(row[:-1], record=row[-1]), after, limit)


def statements(actor: str, *, text: str | None = None, sort: str | None = None, after: After = None, limit: int = 50) -> Page | None:
    """What an actor said, the last stored first."""
    if not is_actor(actor):
        return None
    return claims(kind="statement", actor=actor, text=text, sort=sort, after=after, limit=limit)


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


def _inconsistency(row: tuple[Any, ...]) -> bytes:
    text, article, outlet, document, revision = row
    ref = loads(text).get("vote")
    found = (
        base.raw("SELECT v.id FROM reports r JOIN votes v ON v.seq = r.event WHERE r.revision = ? AND r.ref = ?", (revision, ref))
        if ref
        else []
    )
    return _spliced(text, {"article": article, "outlet": outlet, "document": document, "vote_id": found[0][0] if found else None})


def _row(names: Sequence[str], row: tuple[Any, ...]) -> bytes:
    return dumps(dict(zip(names, row, strict=True))).encode()


def is_actor(actor: str) -> bool:
    """Whether a current revision names this actor."""
    with base.reading():
        return bool(base.raw("SELECT 1 FROM actors WHERE id = ?", (actor,)))


def _search(listing: Listing, index: str, column: str, text: str) -> None:
    """Only rows whose ``column`` is one of the index's hits."""
    found = matching(index, text)
    if found is None:
        listing.where("1 = 0")
        return
    condition, parameters = found
    if base.is_postgresql() or listing.order != (column,):
        listing.where(f"{column} IN {condition.replace('%s', '?')}", *parameters)
        return
    # FTS5 gives its hits in this very order: a common word then costs a page of them, not all.
    listing.tables, listing.order = f"{index} CROSS JOIN {listing.tables}", (f"{index}.rowid",)
    listing.where(f"{column} = {index}.rowid AND {index} MATCH ?", *parameters)
