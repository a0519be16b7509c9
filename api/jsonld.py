"""JSON-LD: schema.org's ClaimReview, Claim, NewsArticle and VoteAction's kin, and W3C Web Annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from api.paging import base_url

SCHEMA: Final = "https://schema.org"
ANNOTATION: Final = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE: Final = "application/ld+json"
Linked = Callable[[dict[str, Any]], dict[str, Any]]


def graph(rows: Iterable[dict[str, Any]], linked: Linked) -> dict[str, Any]:
    """Rows as one document of schema.org's vocabulary."""
    return {"@context": SCHEMA, "@graph": [linked(row) for row in rows]}


def article(row: dict[str, Any]) -> dict[str, Any]:
    """An article as a NewsArticle."""
    told = {"headline": row["title"], "url": row["url"], "datePublished": row["published"]}
    return {
        "@type": "NewsArticle",
        "@id": f"{base_url()}/v1/articles/{row['id']}",
        "publisher": publisher(row["outlet"]),
        **{name: value for name, value in told.items() if value},
    }


def whole_article(document: dict[str, Any]) -> dict[str, Any]:
    """An article with all that is known of it as a NewsArticle; what it says stands in its claims."""
    told = document["article"]
    made = article({**document, "title": told["title"], "published": told["published"]})
    more = {
        "author": [{"@type": "Person", "name": name} for name in told["byline"]],
        "inLanguage": told["language"],
        "dateModified": document["revisions"][-1]["stored_at"] if document["revision"] > 1 else None,
        "articleBody": told["text"],
    }
    return {**made, **{name: value for name, value in more.items() if value}}


def claim(row: dict[str, Any]) -> dict[str, Any]:
    """A claim as a schema.org Claim: the words, and the article in which they stand."""
    where: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": f"{base_url()}/v1/articles/{row['article']}",
        "publisher": publisher(row["outlet"]),
    }
    if row.get("published"):
        where["datePublished"] = row["published"]
    return {"@type": "Claim", "@id": f"{base_url()}/v1/claims#{row['id']}", "text": row["quote"]["exact"], "appearance": where}


def vote(row: dict[str, Any]) -> dict[str, Any]:
    """A vote as an Event with what was voted on."""
    made: dict[str, Any] = {
        "@type": "Event",
        "@id": f"{base_url()}/v1/votes/{row['id']}",
        "name": row["motion"]["text"] or row["motion"]["identifier"] or "a vote",
    }
    if row["start_date"]:
        made["startDate"] = row["start_date"]
    if row["organization"]:
        made["organizer"] = {"@type": "Organization", "identifier": row["organization"]}
    return made


def conflict(row: dict[str, Any]) -> dict[str, Any]:
    """A conflict as a ClaimReview: what was claimed by whom, and how it stands to the record or to the others."""
    address = f"{base_url()}/v1/conflicts/{row['id']}"
    claims = [
        {
            "@type": "Claim",
            "@id": f"{base_url()}/v1/claims#{report['claim']}",
            "text": report["quote"]["exact"] if report.get("quote") else str(value["value"]),
            "appearance": {
                "@type": "NewsArticle",
                "@id": f"{base_url()}/v1/articles/{report['article']}",
                "publisher": publisher(report["outlet"]),
            },
        }
        for value in row["values"]
        for report in value["reports"]
    ]
    recorded = any(value["record"] for value in row["values"])
    rating = {
        "@type": "Rating",
        "alternateName": "differs from the official record" if recorded else "disputed between outlets",
        "ratingExplanation": row["explanation"],
    }
    return {
        "@type": "ClaimReview",
        "@id": address,
        "url": address,
        "datePublished": row["opened_at"][:10],
        "author": {"@type": "Organization", "name": "Claimwire"},
        "claimReviewed": row["explanation"],
        "itemReviewed": claims,
        "reviewRating": rating,
    }


def publisher(outlet: str) -> dict[str, Any]:
    """An outlet as an organization."""
    return {"@type": "NewsMediaOrganization", "@id": f"{base_url()}/v1/outlets/{outlet}", "identifier": outlet}


def annotation_page(rows: Iterable[dict[str, Any]], article_id: str) -> dict[str, Any]:
    """An article's claims as a page of W3C Web Annotations, each with a quote and a position selector."""
    source = f"{base_url()}/v1/articles/{article_id}"
    return {
        "@context": ANNOTATION,
        "id": f"{source}/claims?format=jsonld",
        "type": "AnnotationPage",
        "items": [annotation(row, source) for row in rows],
    }


def annotation(row: dict[str, Any], source: str) -> dict[str, Any]:
    """One claim as an annotation of its words. Positions are code points, as W3C's selectors count them."""
    quote = row["quote"]
    told = {
        name: value
        for name, value in row.items()
        if name in ("option", "value", "actor", "result", "date", "measure", "unit") and value is not None
    }
    body = ", ".join([row["kind"], *(f"{name}: {value}" for name, value in told.items())])
    return {
        "id": f"{source}/claims#{row['id']}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": body, "format": "text/plain"},
        "target": {
            "source": source,
            "selector": [
                {"type": "TextQuoteSelector", "exact": quote["exact"], "prefix": quote["prefix"], "suffix": quote["suffix"]},
                {"type": "TextPositionSelector", "start": quote["start"], "end": quote["end"]},
            ],
        },
    }
