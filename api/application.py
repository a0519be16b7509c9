"""The application, put together: settings, guards, one blueprint a resource, and the text that describes them."""

from __future__ import annotations

import atexit

from flask import Flask
from werkzeug.routing import BaseConverter

from api import (
    actors,
    armed_conflicts,
    articles,
    auth,
    bulk,
    check,
    claims,
    conflicts,
    datapackage,
    docs,
    errors,
    events,
    feeds,
    headers,
    inconsistencies,
    operating,
    outlets,
    ready,
    reconcile,
    records,
    vote_decisions,
    votes,
    webhooks,
)
from api.blueprints import Api
from api.openapi import DESCRIPTION, TITLE
from api.reading import Readers
from api.service import Service
from api.settings import Settings
from claimwire import __version__
from models import base

RESOURCES = (
    articles,
    bulk,
    check,
    votes,
    vote_decisions,
    conflicts,
    feeds,
    datapackage,
    claims,
    inconsistencies,
    armed_conflicts,
    actors,
    outlets,
    records,
    reconcile,
    webhooks,
    operating,
    docs,
)


class ArticleId(BaseConverter):
    """The id of an article: anything but the name of a route beside it."""

    regex = r"(?!bulk$)[^/]+"


def make(settings: Settings, *, connect: bool = True) -> Flask:
    """An application with these settings. Without ``connect`` it only describes itself."""
    app = Flask("api", static_folder=None)
    app.url_map.merge_slashes = False
    app.url_map.strict_slashes = True
    app.url_map.converters["article"] = ArticleId
    app.config.update(
        API_TITLE=TITLE,
        API_VERSION=__version__,
        OPENAPI_VERSION="3.1.0",
        API_SPEC_OPTIONS={"info": {"description": DESCRIPTION, "license": {"name": "MIT", "identifier": "MIT"}}},
        MAX_CONTENT_LENGTH=None,
        TRAP_HTTP_EXCEPTIONS=False,
        PROPAGATE_EXCEPTIONS=False,
    )
    readers = Readers(settings.readers, settings.read_seconds, settings.plugin_folders)
    app.extensions["claimwire"] = Service(settings, readers)
    errors.register(app)
    headers.register(app)
    auth.register(app)
    ready.register(app)
    api = Api(app)
    app.extensions["claimwire-openapi"] = api
    for resource in RESOURCES:
        api.register_blueprint(resource.blueprint)
    if connect:
        base.connect(settings.database_url)
        events.register()
        atexit.register(readers.close)
    return app
