"""/v1/articles: what outlets published, as it was handed in and read."""

from __future__ import annotations

from flask import Response

from api import jsonld, submissions
from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.idempotency import once
from api.lookups import answer_in_form
from api.paging import Shape, page_of
from api.responses import answer_json
from api.schemas.articles import DocumentSchema, StoredExtractionSchema
from api.schemas.queries import ListQuery
from api.schemas.stored import ArticleFilters, ArticleSchema, ArticleSummarySchema, ClaimSchema, DeletedSchema, RevisionChangesSchema
from claimwire.revisions import compare
from models import queries, sorting, store, unpacking

MOST_REVISIONS = 1_000_000
blueprint = Blueprint("articles", __name__, url_prefix="/v1/articles", description="What outlets published, revision by revision.")
SHAPE = Shape(ArticleSummarySchema, lambda rows: jsonld.graph(rows, jsonld.article))


@blueprint.post("")
@blueprint.gives(
    StoredExtractionSchema,
    status=201,
    body=DocumentSchema,
    scope="ingest",
    idempotent=True,
    description="Stored: the extraction record, and the ids of what the article touches.",
    headers={"Location": {"schema": {"type": "string", "format": "uri-reference"}, "description": "where the article is"}},
)
@blueprint.also_gives(200, StoredExtractionSchema, description="This document was stored already; nothing changed.")
def create_article() -> Response:
    """Read an article and store it.

    A new text at a known URL is a new revision; it supersedes the old one's claims. The same document again
    changes nothing and answers 200.
    """
    refuse_query()
    document = submissions.document(stored=True)
    return once(lambda keep: submissions.save(document, keep))


@blueprint.get("")
@blueprint.pages(ArticleFilters, ArticleSummarySchema, "ArticleList", sort=(sorting.ARTICLES, "-stored"), linked=True)
def list_articles(filters: dict[str, object]) -> Response:
    """Articles, the last stored first."""
    return page_of(queries.articles, filters, shape=SHAPE)


@blueprint.get("/<article:id>")
@blueprint.linked(ArticleSchema, "The article.")
def get_article(given: dict[str, str], id: str) -> Response:
    """One article: its text, blocks, claims and revisions."""
    return answer_in_form(queries.article(id), "article", "/v1/articles", given, jsonld.whole_article)


@blueprint.get("/<article:id>/claims")
@blueprint.pages(ListQuery, ClaimSchema, "ClaimList", sort=(sorting.CLAIMS, "stored"), linked=True)
def list_article_claims(filters: dict[str, object], id: str) -> Response:
    """What one article says, in order of its text; as JSON-LD, W3C Web Annotations."""
    annotated = Shape(ClaimSchema, lambda rows: jsonld.annotation_page(rows, id))
    return page_of(lambda **given: queries.article_claims(id, **given), filters, what="article", shape=annotated)


@blueprint.get("/<article:id>/revisions/<int:number>/changes")
@blueprint.gives(RevisionChangesSchema, kept=True)
def get_revision_changes(id: str, number: int) -> Response:
    """What a revision changed: sentences added, removed and reworded, and claims that came and went."""
    refuse_query()
    before, after = (unpacking.revision(id, n) if 0 < n < MOST_REVISIONS else None for n in (number - 1, number))
    if before is None or after is None:
        raise Problem(404, "there is no such revision, or none before it")
    comparison = compare(before.article, after.article, before.claims, after.claims)
    return answer_json({"article": id, "revision": number, **comparison.to_record()})


@blueprint.delete("/<article:id>")
@blueprint.gives(DeletedSchema, scope="edit", description="Deleted: what was derived from the article is derived anew without it.")
def delete_article(id: str) -> Response:
    """Delete an article. A tombstone stays; votes and conflicts are as if it had never been there."""
    refuse_query()
    deleted = store.delete(id)
    return answer_json({"id": id, "votes": list(deleted.votes), "conflicts": list(deleted.conflicts)})
