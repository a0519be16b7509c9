"""flask-smorest, held to this service's habits: strict arguments, problems as errors, answers as bytes.

Views return ready responses; their schemas say in openapi.yaml what is in them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

import flask_smorest  # type: ignore[import-untyped]
import marshmallow as ma
from flask import Request, request
from webargs.flaskparser import FlaskParser
from webargs.multidictproxy import MultiDictProxy

from api.errors import Problem
from api.schemas.common import ProblemSchema
from api.schemas.queries import OneQuery, page_of, shaped
from models.sorting import Orders

View = TypeVar("View", bound=Callable[..., Any])


class Parser(FlaskParser):
    """Arguments of the query: each at most once, none unknown, each fault named."""

    DEFAULT_UNKNOWN_BY_LOCATION = {  # noqa: RUF012  webargs' own way to say it
        "query": ma.RAISE
    }

    DEFAULT_VALIDATION_STATUS = 400

    def load_querystring(self, req: Request, schema: ma.Schema) -> Any:
        """The query's arguments; one that stands twice is an error, not a choice."""
        refuse_repeated()
        return MultiDictProxy(req.args, schema, known_multi_fields=())

    def handle_error(self, error: ma.ValidationError, req: Any, schema: ma.Schema, **_: Any) -> NoReturn:
        """A problem that names every argument at fault."""
        messages = error.messages_dict.get("query", error.messages_dict)
        raise invalid(400, "the query cannot be understood", messages)


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """Routes of one resource, with what openapi.yaml says of them."""

    ARGUMENTS_PARSER = Parser()

    def get(self, rule: str, **options: Any) -> Callable[[View], View]:
        """A route for GET."""
        return super().get(rule, **options)  # type: ignore[no-any-return]

    def post(self, rule: str, **options: Any) -> Callable[[View], View]:
        """A route for POST."""
        return super().post(rule, **options)  # type: ignore[no-any-return]

    def patch(self, rule: str, **options: Any) -> Callable[[View], View]:
        """A route for PATCH."""
        return super().patch(rule, **options)  # type: ignore[no-any-return]

    def delete(self, rule: str, **options: Any) -> Callable[[View], View]:
        """A route for DELETE."""
        return super().delete(rule, **options)  # type: ignore[no-any-return]

    def query(self, schema: type[ma.Schema] | ma.Schema) -> Callable[[View], View]:
        """Read the query by this schema; the view gets a dict of what was given."""
        # Of a class, webargs makes a schema for each request, which costs as much as using it.
        made = schema() if isinstance(schema, type) else schema
        return self.arguments(made, location="query")  # type: ignore[no-any-return]

    def gives(
        self,
        schema: type[ma.Schema] | dict[str, Any] | None = None,
        *,
        status: int = 200,
        media_type: str | None = None,
        description: str | None = None,
        headers: dict[str, Any] | None = None,
        body: type[ma.Schema] | dict[str, Any] | None = None,
        bodies: dict[str, Any] | None = None,
        scope: str | None = None,
        idempotent: bool = False,
        kept: bool = False,
    ) -> Callable[[View], View]:
        """Say what a view answers, what it reads as its body, and which scope it needs beyond reading.

        With ``kept`` its answer depends on its address and the store alone: it is made once a version of the store.
        """

        def decorator(view: View) -> View:
            extra: dict[str, Any] = {"operationId": view.__name__}
            if body is not None:
                content = {"application/json": {"schema": body}, **(bodies or {})}
                extra["requestBody"] = {"required": True, "content": content}
            elif bodies:
                extra["requestBody"] = {"required": True, "content": bodies}
            if scope is not None:
                extra["x-scope"] = scope
            if idempotent:
                extra["x-idempotent"] = True
            wrapped = self.doc(**extra)(view)
            wrapped = self.alt_response(
                status, schema=schema, content_type=media_type, description=description, headers=headers, success=True
            )(wrapped)
            if scope is not None:
                view.scope = scope  # type: ignore[attr-defined]
            view.kept = kept and scope is None  # type: ignore[attr-defined]
            # flask-smorest's decorators wrap the view only to carry this: the view itself can, and saves their calls.
            view._apidoc = wrapped._apidoc  # type: ignore[attr-defined]
            return view

        return decorator

    def pages(
        self,
        filters: type[ma.Schema],
        row: type[ma.Schema],
        name: str,
        *,
        sort: tuple[Orders, str] | None = None,
        linked: bool = False,
        scope: str | None = None,
    ) -> Callable[[View], View]:
        """A list: its arguments, its orders and the one it has by default; answers as JSON, CSV and, where ``linked``, JSON-LD."""
        forms = ("json", "csv", "jsonld") if linked else ("json", "csv")

        def decorator(view: View) -> View:
            made = self.gives(page_of(row, name), scope=scope, kept=True)(view)
            made = self.also_gives(200, {"type": "string"}, media_type="text/csv", description="A page.")(made)
            if linked:
                made = self.also_gives(200, {"type": "object"}, media_type="application/ld+json", description="A page.")(made)
            return self.query(shaped(filters, row, forms, sort))(made)

        return decorator

    def linked(self, schema: type[ma.Schema], what: str) -> Callable[[View], View]:
        """One thing, as JSON or as JSON-LD."""

        def decorator(view: View) -> View:
            made = self.gives(schema, kept=True)(view)
            made = self.also_gives(200, {"type": "object"}, media_type="application/ld+json", description=what)(made)
            return self.query(OneQuery)(made)

        return decorator

    def also_gives(self, status: int, schema: Any = None, *, media_type: str | None = None, description: str) -> Callable[[View], View]:
        """Say of one more answer that is no failure."""

        def decorator(view: View) -> View:
            document = self.alt_response(status, schema=schema, content_type=media_type, description=description, success=True)
            view._apidoc = document(view)._apidoc  # type: ignore[attr-defined]
            return view

        return decorator


class Api(flask_smorest.Api):  # type: ignore[misc]
    """The OpenAPI text of all blueprints; failures are documented and answered by api.errors."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None:
        """Left to api.errors, which knows more kinds of failure."""


def invalid(status: int, detail: str, messages: Any, prefix: str = "") -> Problem:
    """A problem from marshmallow's messages: nested dicts and lists become paths as ``a.b[3]``."""
    return Problem(status, detail, list(_flatten(messages, prefix)))


def _flatten(messages: Any, path: str) -> Any:
    if isinstance(messages, dict):
        for key, value in messages.items():
            if isinstance(key, int):
                step = f"{path}[{key}]"
            elif key == "_schema":
                step = path
            else:
                step = f"{path}.{key}" if path else str(key)
            yield from _flatten(value, step)
    elif isinstance(messages, list):
        for message in messages:
            yield from _flatten(message, path)
    else:
        yield path or None, str(messages)


def refuse_query() -> None:
    """For routes without arguments: a query is a mistake that is named."""
    if request.args:
        raise Problem(400, "this address takes no arguments", [(name, "unknown argument") for name in request.args])


def refuse_repeated() -> None:
    """An argument that stands twice has no one meaning."""
    doubled = [name for name, values in request.args.lists() if len(values) > 1]
    if doubled:
        raise Problem(400, "an argument stands twice", [(name, "given more than once") for name in doubled])
