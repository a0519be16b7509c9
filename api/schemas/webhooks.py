"""Webhooks and their deliveries."""

from __future__ import annotations

import marshmallow as ma
from marshmallow import fields, validate

from api.schemas.articles import NO_NUL
from api.schemas.common import Answer, always, maybe, number, one_of, words
from api.targets import PUBLIC_URL

EVENTS = ("conflict.opened", "conflict.changed", "conflict.closed")
FORMATS = ("standard", "slack")


class NewWebhookSchema(ma.Schema):
    """Where to send which events."""

    class Meta:
        """Nothing unknown is taken in silently."""

        unknown = ma.RAISE

    url = fields.String(
        required=True,
        validate=validate.Length(min=1, max=2000),
        metadata={
            "description": "an https address of the public internet",
            "pattern": PUBLIC_URL,
            "example": "https://hooks.example.com/claimwire",
        },
    )
    format = fields.String(validate=validate.OneOf(FORMATS), metadata={"description": "`standard` by default"})
    events = fields.List(
        fields.String(validate=validate.OneOf(EVENTS)),
        validate=validate.Length(min=1, max=10),
        metadata={"description": "which events; all by default"},
    )
    description = fields.String(
        allow_none=True,
        validate=[validate.Length(max=500), validate.Regexp(r"\A[^\x00]*\Z", error="must not hold a NUL character")],
        metadata={"description": "what it is for", "pattern": NO_NUL},
    )


class WebhookSchema(Answer):
    """A webhook without its secret."""

    id = always("id of the webhook")
    url = always("its address; of Slack's, which are secrets, only the host")
    format = one_of(FORMATS, "how events are sent")
    events = words("which events")
    description = always("what it is for")
    created_at = always("when it was made")
    disabled_at = maybe("when it was disabled, as after an answer of 410")
    disabled_why = maybe("why it was disabled")


class WebhookWithSecretSchema(WebhookSchema):
    """A webhook just made."""

    secret = always("signs the events; told this once")


class DeliverySchema(Answer):
    """One event for one webhook."""

    id = always("id of the message, the same at each attempt")
    webhook = always("id of the webhook")
    event = one_of(EVENTS, "what happened")
    created_at = always("when it happened")
    attempts = number("how often it was tried")
    due_at = maybe("when it is tried next")
    delivered_at = maybe("when it arrived")
    failed_at = maybe("when it was given up")
    last_status = fields.Integer(required=True, allow_none=True, metadata={"description": "what the last attempt was answered"})
    last_error = maybe("what went wrong at the last attempt")
