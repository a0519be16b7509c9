"""/docs: every call on one page, made from the OpenAPI text, without any other host and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Response, current_app, render_template

from api import openapi
from api.blueprints import Blueprint, refuse_query
from api.responses import answer, dumps
from api.service import service

HERE = Path(__file__).parent
blueprint = Blueprint("docs", __name__, description="How to use the service.")


@blueprint.get("/docs")
@blueprint.gives({"type": "string"}, media_type="text/html")
def read_docs() -> Response:
    """This page: all calls, with their arguments and answers."""
    refuse_query()
    page = _kept("docs.html", lambda: render_template("docs.html", spec=openapi.document(current_app)).encode())
    return answer(page, content_type="text/html; charset=utf-8")


@blueprint.get("/docs/style.css")
@blueprint.gives({"type": "string"}, media_type="text/css")
def get_style() -> Response:
    """How the page looks."""
    refuse_query()
    return answer((HERE / "templates" / "docs.css").read_bytes(), content_type="text/css; charset=utf-8")


@blueprint.get("/openapi.json")
@blueprint.gives({"type": "object"})
def get_openapi() -> Response:
    """The OpenAPI text of the running service."""
    refuse_query()
    return answer(_kept("openapi.json", lambda: dumps(openapi.document(current_app))))


def _kept(name: str, make: Callable[[], bytes]) -> bytes:
    pages = service().pages
    if name not in pages:
        pages[name] = make()
    return pages[name]
