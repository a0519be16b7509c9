"""From a document to checked claims: the one way, used by the command line, the API and batches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from claimwire import checks, plugins
from claimwire.articles import Article, Block, Layout, Page
from claimwire.claims import Actor, Claim, Inconsistency, Problem, Vote, VoteClaim
from claimwire.documents import Document
from claimwire.outlets import GenericOutlet, Outlet, host_of, slug_of
from claimwire.render import registrable_domain, render
from claimwire.selectors import quote_of

RecognisedBy = Literal["given", "url", "text", "none"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What reading one document gave. ``votes`` and ``actors`` are those the claims name."""

    document: str | None
    article: Article
    parser: str
    recognised_by: RecognisedBy
    claims: tuple[Claim, ...]
    inconsistencies: tuple[Inconsistency, ...]
    problems: tuple[Problem, ...]

    @property
    def outlet(self) -> str:
        """The slug of the outlet: a plugin's, a registrable domain, or the slug of a given name."""
        return self.article.outlet

    @property
    def votes(self) -> tuple[Vote, ...]:
        """The votes that claims speak of, in order of first mention."""
        return tuple(dict.fromkeys(c.vote for c in self.claims if isinstance(c, VoteClaim)))

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors that claims name, in order of first mention."""
        return tuple(dict.fromkeys(a for c in self.claims for a in c.actors))

    def to_record(self) -> dict[str, Any]:
        """The extraction record of the contract, as JSON values."""
        article, revision = self.article, self.article.revision()
        return {
            "document": self.document,
            "outlet": self.outlet,
            "parser": self.parser,
            "recognised_by": self.recognised_by,
            "article": {
                "title": article.title,
                "byline": list(article.byline),
                "dateline": article.dateline,
                "published": article.published.isoformat() if article.published else None,
                "language": article.language,
                "text": article.text,
                "blocks": [
                    {"role": b.role, "start": b.start, "end": b.end, **({"rule": b.rule} if b.rule else {})} for b in article.blocks
                ],
            },
            "votes": [v.to_record() for v in self.votes],
            "actors": [a.to_record() for a in self.actors],
            "claims": [claim_record(c, article.text, revision) for c in self.claims],
            "inconsistencies": [
                {"kind": i.kind, "message": i.message}
                | ({"vote": i.vote} if i.vote else {})
                | {"quote": quote_of(article.text, i.start, i.end)}
                for i in self.inconsistencies
            ],
            "problems": [{"outlet": p.outlet, "hook": p.hook, "message": p.message} for p in self.problems],
        }


def read(document: Document, *, using: plugins.Plugins | None = None) -> Extraction:
    """Read one document: recognise, render, strip boilerplate, extract claims, check.

    A plugin that raises or answers nonsense becomes a problem of the extraction;
    the article is kept and read without it. Raises nothing of its own for any
    ``Document`` that could be made.
    """
    using = using or plugins.default()
    problems: list[Problem] = []
    page = render(document)
    outlet, slug, recognised_by = _recognise(document, page, using, problems)
    problems += [Problem(slug, "render", message) for message in page.problems]
    layout = plugins.guarded(outlet.strip_boilerplate, page, outlet=slug, hook="strip_boilerplate", problems=problems)
    blocks = _valid_blocks(layout, page, slug, problems)
    if layout is None or blocks is None:
        layout = GenericOutlet().strip_boilerplate(page)
        blocks = _cover(layout.blocks, page)
    article = _article(document, page, layout, blocks, slug)
    if not any(article.readable()):
        problems.append(
            Problem(
                slug,
                "strip_boilerplate",
                "no text to read: " + ("nothing of it is the article's own" if article.text.strip() else "it is empty"),
            )
        )
    claims = _claims(article, outlet, using, problems)
    return Extraction(
        document=document.id,
        article=article,
        parser=outlet.slug or "generic",
        recognised_by=recognised_by,
        claims=claims,
        inconsistencies=tuple(checks.check(article, claims)),
        problems=tuple(problems),
    )


def claim_record(claim: Claim, text: str, revision: str) -> dict[str, Any]:
    """One claim as in an extraction record, with its id, rule, reason, flags and quote."""
    record: dict[str, Any] = {"kind": claim.kind, "id": claim.id(revision), **claim.facts()}
    record |= {"rule": claim.rule, "reason": claim.reason}
    record |= {flag: True for flag in ("tentative", "superseded", "quoted") if getattr(claim, flag)}
    record["quote"] = quote_of(text, claim.start, claim.end)
    return record


def _recognise(document: Document, page: Page, using: plugins.Plugins, problems: list[Problem]) -> tuple[Outlet, str, RecognisedBy]:
    if document.outlet:
        slug = slug_of(document.outlet)
        for outlet in using.outlets.values():
            if slug in (outlet.slug, slug_of(outlet.name)):
                return outlet, outlet.slug, "given"
        return GenericOutlet(), slug or "unknown", "given"
    best, score = None, 0.0
    if document.url is None and page.metadata.canonical_url:
        # A saved page names its own address; the outlets see it as if the caller had.
        document = replace(document, url=page.metadata.canonical_url)
    for outlet in using.outlets.values():
        sure = plugins.guarded(outlet.recognise, document, outlet=outlet.slug, hook="recognise", problems=problems)
        if isinstance(sure, int | float) and sure > score:
            best, score = outlet, float(sure)
    if best is not None and score >= 0.5:
        return best, best.slug, "url" if score >= 1.0 and document.url else "text"
    host = host_of(document.url)
    if host:
        return GenericOutlet(), registrable_domain(host), "url"
    return GenericOutlet(), "unknown", "none"


def _valid_blocks(layout: Any, page: Page, slug: str, problems: list[Problem]) -> tuple[Block, ...] | None:
    if layout is None:
        if not any(p.hook == "strip_boilerplate" for p in problems):
            problems.append(Problem(slug, "strip_boilerplate", "it answered nothing"))
        return None
    try:
        blocks = sorted((b for b in layout.blocks if b.start < b.end), key=lambda b: b.start)
        at = 0
        for block in blocks:
            if not at <= block.start < block.end <= len(page.text):
                raise ValueError(f"span {block.start}..{block.end} overlaps or lies outside of the text")
            at = block.end
        return _cover(blocks, page)
    except Exception as error:
        problems.append(Problem(slug, "strip_boilerplate", f"{type(error).__name__}: {error}"))
        return None


def _cover(blocks: Iterable[Block], page: Page) -> tuple[Block, ...]:
    """The blocks, and as body every run of text that none of them covers."""
    covered: list[Block] = []
    at = 0
    for block in sorted(blocks, key=lambda b: b.start):
        covered += _gaps(page.text, at, block.start)
        covered.append(block)
        at = block.end
    covered += _gaps(page.text, at, len(page.text))
    return tuple(covered)


def _gaps(text: str, start: int, end: int) -> Iterable[Block]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        if words:
            first = at + len(line) - len(line.lstrip())
            yield Block("body", first, first + len(words))
        at += len(line)


def _article(document: Document, page: Page, layout: Layout, blocks: tuple[Block, ...], slug: str) -> Article:
    meta = page.metadata
    return Article(
        outlet=slug,
        text=page.text,
        blocks=blocks,
        url=document.url or meta.canonical_url,
        title=layout.title or meta.title,
        byline=layout.byline or meta.byline,
        dateline=layout.dateline,
        published=document.published_day or layout.published or meta.published,
        language=layout.language or meta.language,
    )


def _claims(article: Article, outlet: Outlet, using: plugins.Plugins, problems: list[Problem]) -> tuple[Claim, ...]:
    found: list[Claim] = []
    extractors = list(using.extractors())
    if not extractors:
        # Without this a grammar that failed to load would look like an article without claims.
        failed = "; ".join(f"{p.outlet}: {p.message}" for p in using.problems)
        problems.append(
            Problem("claimwire", "extract_claims", f"no extractor is loaded, so no claims were looked for ({failed or 'none installed'})")
        )
    sources = [*extractors, (article.outlet, outlet.extract_claims)]
    for name, extract in sources:
        answer = plugins.guarded(lambda e=extract: list(e(article)), outlet=name, hook="extract_claims", problems=problems)
        for claim in answer or ():
            if not isinstance(claim, Claim) or not 0 <= claim.start < claim.end <= len(article.text):
                problems.append(Problem(name, "extract_claims", f"no claim, or a span outside of the text: {claim!r:.200}"))
            else:
                found.append(claim)
    if any(extract.__module__ == "claimwire.grammar.extractor" for _, extract in extractors):
        # Imported here, since a grammar that cannot be imported must be a problem of the reading and not its end.
        from claimwire.grammar.extractor import unread

        left = plugins.guarded(lambda: unread(article), outlet="grammar", hook="extract_claims", problems=problems)
        if left is not None:
            problems.append(Problem("grammar", "extract_claims", left))
    return tuple(sorted(dict.fromkeys(found), key=lambda c: (c.start, c.end)))
