"""/v1/webhooks: who is told when a conflict opens, changes or closes."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from flask import Response

from api import bodies, targets
from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.idempotency import once
from api.paging import DEFAULT_LIMIT, answer_page, base_url, decode_cursor, no_such_page, rows_page
from api.responses import JSON, answer_json, dumps
from api.schemas.queries import ListQuery
from api.schemas.queries import page_of as page_schema
from api.schemas.webhooks import DeliverySchema, NewWebhookSchema, WebhookSchema, WebhookWithSecretSchema
from api.service import service
from models import base, webhooks

blueprint = Blueprint("webhooks", __name__, url_prefix="/v1/webhooks", description="Signed events, by Standard Webhooks 1.0, or to Slack.")


@blueprint.post("")
@blueprint.gives(
    WebhookWithSecretSchema,
    status=201,
    body=NewWebhookSchema,
    scope="admin",
    idempotent=True,
    description="Made. The secret is told this once.",
)
def create_webhook() -> Response:
    """Have events sent to an address.

    It must be https and public. Events are signed by Standard Webhooks 1.0 with the secret that is answered here,
    this once; with the format `slack` they are messages for a Slack incoming webhook.
    """
    refuse_query()
    given = bodies.json_body(NewWebhookSchema)
    private = service().settings.allow_private_webhooks
    targets.parse(given["url"], private=private)
    events = tuple(dict.fromkeys(given.get("events") or webhooks.EVENTS))

    def work(keep: Any) -> Response:
        with base.writing():
            made = webhooks.create(given["url"], given.get("format", "standard"), events, given.get("description") or "", _now())
            response = Response(dumps({**_shown(made), "secret": made.secret}), 201, content_type=JSON)
            response.headers["Location"] = f"{base_url()}/v1/webhooks/{made.id}"
            keep(response)
        return response

    return once(work)


@blueprint.get("")
@blueprint.query(ListQuery)
@blueprint.gives(page_schema(WebhookSchema, "WebhookList"), scope="admin")
def list_webhooks(filters: dict[str, Any]) -> Response:
    """Webhooks, by id, without their secrets."""
    after, limit = _after(filters), filters.get("limit", DEFAULT_LIMIT)
    found = [_shown(webhook) for webhook in webhooks.page(after, limit + 1)]
    return answer_page(rows_page(found, limit, "id"))


@blueprint.get("/<id>")
@blueprint.gives(WebhookSchema, scope="admin")
def get_webhook(id: str) -> Response:
    """One webhook, without its secret."""
    refuse_query()
    webhook = webhooks.find(id)
    if webhook is None:
        raise Problem(404, "there is no such webhook")
    return answer_json(_shown(webhook))


@blueprint.delete("/<id>")
@blueprint.gives(status=204, scope="admin", description="Gone, with what it still had to get.")
def delete_webhook(id: str) -> Response:
    """Send it no more."""
    refuse_query()
    webhooks.delete(id)
    return Response(status=204)


@blueprint.get("/<id>/deliveries")
@blueprint.query(ListQuery)
@blueprint.gives(page_schema(DeliverySchema, "DeliveryList"), scope="admin")
def list_deliveries(filters: dict[str, Any], id: str) -> Response:
    """What was or will be sent to it, and how the last attempt went."""
    after, limit = _after(filters), filters.get("limit", DEFAULT_LIMIT)
    found = webhooks.deliveries(id, after, limit + 1)
    if found is None:
        raise Problem(404, "there is no such webhook")
    rows = [{k: v for k, v in dataclasses.asdict(d).items() if k != "body"} for d in found]
    return answer_page(rows_page(rows, limit, "id"))


def _after(filters: dict[str, Any]) -> str:
    cursor = decode_cursor(filters.get("cursor"))
    if cursor is None:
        return ""
    if len(cursor) != 1 or not isinstance(cursor[0], str):
        raise no_such_page()
    return cursor[0]


def _shown(webhook: webhooks.Webhook) -> dict[str, Any]:
    """What may be shown: a Slack address is itself a secret."""
    shown = dataclasses.asdict(webhook)
    del shown["secret"]
    if webhook.format == "slack":
        target = targets.parse(webhook.url, private=True)
        shown["url"] = f"{target.scheme}://{target.host_header}/…"
    return {**shown, "events": list(webhook.events)}


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
