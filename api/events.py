"""Changes of conflicts become webhook deliveries, in the transaction that made them."""

from __future__ import annotations

from models import store, webhooks


def register() -> None:
    """From now on, each write of this process leaves its deliveries in the store."""
    store.on_changes(webhooks.enqueue)
