"""How the service says that it lives."""

from __future__ import annotations

from api.schemas.common import Answer, always, many, one_of


class HealthSchema(Answer):
    """It lives."""

    status = one_of(("ok",), "always `ok`; a failure is a problem with 503")


class PluginProblemSchema(Answer):
    """A plugin that could not be loaded."""

    plugin = always("its name")
    message = always("why")


class ReadinessSchema(HealthSchema):
    """It serves."""

    problems = many(PluginProblemSchema, "plugins that could not be loaded")
