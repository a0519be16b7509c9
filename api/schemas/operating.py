"""How the service says that it lives."""

from __future__ import annotations

from api.schemas.common import Answer, one_of


class HealthSchema(Answer):
    """It lives."""

    status = one_of(("ok",), "always `ok`; a failure is a problem with 503")
