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
from api.paging import Shape, base_url, page_of
from api.responses import JSON, answer_json, dumps
from api.schemas.queries import ListQuery
from api.schemas.webhooks import DeliverySchema, NewWebhookSchema, WebhookSchema, WebhookWithSecretSchema
from api.service import service
from models import base, sorting, webhooks

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
@blueprint.pages(ListQuery, WebhookSchema, "WebhookList", sort=(sorting.WEBHOOKS, "created"), scope="admin")
def list_webhooks(filters: dict[str, Any]) -> Response:
    """Webhooks, those made first first, without their secrets."""
    return page_of(lambda **given: webhooks.page(_shown, **given), filters, shape=Shape(WebhookSchema))


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
@blueprint.pages(ListQuery, DeliverySchema, "DeliveryList", sort=(sorting.DELIVERIES, "-created"), scope="admin")
def list_deliveries(filters: dict[str, Any], id: str) -> Response:
    """What was or will be sent to it, the latest first, and how the last attempt went. It is kept for 30 days."""
    return page_of(lambda **given: webhooks.deliveries(id, **given), filters, what="webhook", shape=Shape(DeliverySchema))


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
