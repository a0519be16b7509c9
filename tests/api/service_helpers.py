"""What the tests of the service share: documents that the toy reader understands, and the shape of a problem."""

from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient

PROBLEM = "application/problem+json"


def article(text: str = "", **more: Any) -> dict[str, Any]:
    """A document to post; by default one that tells of one vote."""
    return {"text": text or story(), "outlet": "Alpha", "published": "2024-05-11", **more}


def story(yes: int = 143, no: int = 9, abstain: int = 25, title: str = "Admission of new Members") -> str:
    """A text that the toy reader understands."""
    return f'What happened.\n\nVOTE un-general-assembly 2024-05-10 "{title}": yes={yes} no={no} abstain={abstain} ukraine:yes israel:no\n'


def two_outlets(client: FlaskClient) -> dict[str, Any]:
    """Two outlets that contradict each other on the abstentions; the conflict."""
    client.post("/v1/articles", json=article(outlet="Alpha", url="https://alpha.example/1"))
    client.post("/v1/articles", json=article(story(abstain=26), outlet="Beta", url="https://beta.example/1"))
    found = client.get("/v1/conflicts?kind=count").get_json()["results"]
    assert len(found) == 1
    return dict(found[0])


def problem(response: Any, status: int, field: str | None = "") -> dict[str, Any]:
    """The problem of a response, after checking its shape; ``field`` must be named unless left out."""
    assert response.status_code == status, response.get_data(as_text=True)[:500]
    assert response.mimetype == PROBLEM
    body = json.loads(response.get_data(as_text=True))
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["request_id"] == response.headers["X-Request-Id"]
    assert "Traceback" not in response.get_data(as_text=True)
    if field != "":
        assert field in [error["field"] for error in body["errors"]], body
    return dict(body)
