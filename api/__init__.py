"""The service: JSON endpoints, and the commands that need a server or a database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask

    from api.settings import Settings


def create_app(config: Settings | Mapping[str, Any] | None = None) -> Flask:
    """An application on the store that its settings name.

    ``config`` is a ``Settings``, or some of its fields by name; the rest comes from the environment.
    Raises ``SettingsError`` for a wrong setting and ``StoreUnavailable`` where the store cannot be opened.
    """
    from api.application import make
    from api.settings import Settings

    if isinstance(config, Settings):
        return make(config)
    return make(Settings.from_environment(**dict(config or {})))
