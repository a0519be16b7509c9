"""/v1/check: a draft held against the store and the record; nothing of it is stored."""

from __future__ import annotations

from typing import Any

from flask import Response

from api import submissions
from api.blueprints import Blueprint, refuse_query
from api.responses import answer_json
from api.schemas.articles import DocumentSchema
from api.schemas.check import CheckedDraftSchema
from claimwire.reading import Extraction
from models import drafts

blueprint = Blueprint("check", __name__, url_prefix="/v1/check", description="Before publishing: what would contradict it.")
NOT_COMPARED: dict[str, Any] = {
    "status": "not compared",
    "agrees": [],
    "contradicts": [],
    "record": {"verdict": "not recorded", "value": None},
    "undecided": None,
}
"""For statements and others that no two outlets can contradict each other on."""


@blueprint.post("")
@blueprint.gives(CheckedDraftSchema, body=DocumentSchema, scope="ingest")
def check_draft() -> Response:
    """Hold a draft against what outlets and the record say. Nothing is stored.

    The answer is the extraction record; each claim says in `status` whether it is supported, contradicted,
    disputed, alone or undecided, and names who agrees and who contradicts it, in which words.
    """
    refuse_query()
    return answer_json(checked(submissions.read(submissions.document(stored=False))))


def checked(extraction: Extraction) -> dict[str, Any]:
    """The extraction record, each claim with what speaks for and against it."""
    found = {row["claim"]: row for row in drafts.check(extraction)}
    record = extraction.to_record()
    for claim in record["claims"]:
        row = found.get(claim["id"], {})
        claim |= {name: row.get(name, default) for name, default in NOT_COMPARED.items()}
        claim["vote_id"] = row.get("vote")
        claim["candidates"] = row.get("candidates") or []
    return {"contradicted": sum(claim["status"] == "contradicted" for claim in record["claims"]), **record}
