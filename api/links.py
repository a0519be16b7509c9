"""Which answer holds what another call needs: OpenAPI's links, for readers of the description and for tools that walk the service."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Link:
    """From the answer of one call to another. Values of ``parameters`` and ``body`` are JSON pointers into the answer, or expressions."""

    to: str
    parameters: dict[str, str]
    body: dict[str, Any] | None = None
    told: str = ""


ONE: Final = "/results/0"
"""The first row of a list."""


def _by_id(pointer: str, *calls: str) -> list[Link]:
    return [Link(call, {"id": pointer}) for call in calls]


_ARTICLE: Final = ("get_article", "list_article_claims")
_VOTE: Final = ("get_vote", "list_vote_reports", "list_vote_decisions")
_ACTOR: Final = ("get_actor", "list_positions", "list_recorded_positions", "list_statements", "list_alignment")
_WEBHOOK: Final = ("get_webhook", "list_deliveries", "delete_webhook")
_STORED: Final = [
    *_by_id("/id", *_ARTICLE, "delete_article"),
    *_by_id("/touched/votes/0", "get_vote"),
    *_by_id("/touched/conflicts/0", "get_conflict"),
]
_CONFLICT: Final = [
    *_by_id("/vote", "get_vote"),
    *_by_id("/values/0/reports/0/article", "get_article"),
    Link("decide_conflict", {"id": "/id"}, {"status": "confirmed", "note": "checked against the recording"}),
]

LINKS: Final[dict[tuple[str, str], list[Link]]] = {
    ("create_article", "201"): _STORED,
    ("create_article", "200"): _STORED,
    ("list_articles", "200"): [
        *_by_id(f"{ONE}/id", *_ARTICLE),
        Link("get_revision_changes", {"id": f"{ONE}/id", "number": f"{ONE}/revision"}),
        *_by_id(f"{ONE}/outlet", "get_outlet"),
    ],
    ("get_article", "200"): [
        *_by_id("/id", "list_article_claims"),
        Link("get_revision_changes", {"id": "/id", "number": "/revision"}),
        *_by_id("/outlet", "get_outlet"),
        *_by_id("/votes/0/id", "get_vote"),
        *_by_id("/conflicts/0", "get_conflict"),
        *_by_id("/actors/0/id", "get_actor"),
    ],
    ("list_claims", "200"): [
        *_by_id(f"{ONE}/article", "get_article"),
        *_by_id(f"{ONE}/vote_id", "get_vote"),
        *_by_id(f"{ONE}/actor", "get_actor"),
    ],
    ("list_inconsistencies", "200"): _by_id(f"{ONE}/article", "get_article"),
    ("list_votes", "200"): [
        *_by_id(f"{ONE}/id", *_VOTE),
        Link("merge_votes", {"id": "/results/1/id"}, {"into": f"{ONE}/id"}, "The second vote of the page becomes one with the first."),
    ],
    ("get_vote", "200"): [
        *_by_id("/id", "list_vote_reports", "list_vote_decisions"),
        Link("split_vote", {"id": "/id"}, {"articles": ["/reports/0/article"]}, "The first report is taken out."),
        Link("list_claims", {"vote": "/id"}),
        *_by_id("/conflicts/0", "get_conflict"),
        *_by_id("/reports/0/article", "get_article"),
        *_by_id("/record/id", "get_record"),
    ],
    ("list_vote_decisions", "200"): [Link("undo_vote_decision", {"id": "$request.path.id", "number": f"{ONE}/id"})],
    ("merge_votes", "200"): _by_id("/votes/0", *_VOTE),
    ("split_vote", "200"): _by_id("/votes/0", *_VOTE),
    ("list_conflicts", "200"): [
        *_by_id(f"{ONE}/id", "get_conflict"),
        *_by_id(f"{ONE}/vote", "get_vote"),
        Link("decide_conflict", {"id": f"{ONE}/id"}, {"status": "dismissed", "note": "a typing error"}),
    ],
    ("get_conflict", "200"): _CONFLICT,
    ("decide_conflict", "200"): [
        *_by_id("/id", "get_conflict"),
        Link("decide_conflict", {"id": "/id"}, {"status": None}, "The decision is taken back."),
    ],
    ("list_actors", "200"): _by_id(f"{ONE}/id", *_ACTOR, "preview_actor"),
    ("get_actor", "200"): _by_id("/id", *_ACTOR[1:]),
    ("list_outlets", "200"): _by_id(f"{ONE}/outlet", "get_outlet"),
    ("get_outlet", "200"): [Link("list_articles", {"outlet": "/outlet"}), Link("list_claims", {"outlet": "/outlet"})],
    ("list_records", "200"): _by_id(f"{ONE}/id", "get_record"),
    ("get_record", "200"): _by_id("/votes/0", "get_vote"),
    ("list_armed_conflicts", "200"): _by_id(f"{ONE}/id", "get_armed_conflict", "list_figures"),
    ("get_armed_conflict", "200"): _by_id("/id", "list_figures"),
    ("create_webhook", "201"): _by_id("/id", *_WEBHOOK),
    ("list_webhooks", "200"): _by_id(f"{ONE}/id", *_WEBHOOK[:2]),
    ("get_webhook", "200"): _by_id("/id", *_WEBHOOK[1:]),
}
"""(call, status) -> where its answer leads."""


def link(spec: dict[str, Any]) -> None:
    """Put the links into an OpenAPI document. Raises ``KeyError`` for a call or an answer that is not in it."""
    calls = {call["operationId"]: call for item in spec["paths"].values() for call in item.values() if isinstance(call, dict)}
    for (name, status), found in LINKS.items():
        calls[name]["responses"][status]["links"] = dict(_written(found, calls))


def _written(found: Iterable[Link], calls: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    names: dict[str, int] = {}
    for one in found:
        names[one.to] = number = names.get(one.to, 0) + 1
        link = {"operationId": calls[one.to]["operationId"]}
        link["description"] = one.told or calls[one.to]["summary"]
        link["parameters"] = {name: _expression(value) for name, value in one.parameters.items()}
        if one.body is not None:
            link["requestBody"] = {name: _filled(value) for name, value in one.body.items()}
        yield one.to if number == 1 else f"{one.to}_{number}", link


def _expression(value: str) -> str:
    return f"$response.body#{value}" if value.startswith("/") else value


def _filled(value: Any) -> Any:
    if isinstance(value, list):
        return [_filled(part) for part in value]
    return _expression(value) if isinstance(value, str) else value
