"""How much of a request is taken in before anybody looks at its key."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from waitress.adjustments import Adjustments

from api.server import Parser
from models import keys
from models.errors import StoreUnavailable
from tests.api.test_auth import NOW

GIB = 1024**3


def refused(path: str, length: int, *headers: str, on_loopback: bool) -> Any:
    """The error of a request after its head, or ``None`` where its body is taken in; and whether a key was missing."""
    adjustments: Any = Adjustments()
    adjustments.on_loopback = on_loopback
    parser = Parser(adjustments)
    parser.received("\r\n".join([f"POST {path} HTTP/1.1", "Host: localhost", f"Content-Length: {length}", *headers, "", ""]).encode())
    return (parser.error and parser.error.code), parser.keyless


@pytest.mark.parametrize(("path", "scope", "other"), [("/v1/articles/bulk", "ingest", "edit"), ("/v1/records", "edit", "ingest")])
def test_a_long_stream_is_taken_in_with_its_key_or_in_the_open_case_alone(app: Flask, path: str, scope: str, other: str) -> None:
    assert refused(path, GIB, on_loopback=False) == (413, True)
    assert refused(path, GIB, "X-Forwarded-For: 10.0.0.1", on_loopback=True) == (413, True)
    assert refused(path, GIB, on_loopback=True) == (None, False)
    for made_up in ("Bearer cw_x", "Bearer", "cw_x", "Basic YTpi"):
        assert refused(path, GIB, f"Authorization: {made_up}", on_loopback=True) == (413, True)
    for scopes, expected in (((scope,), (None, False)), (("admin",), (None, False)), ((other,), (413, True)), (("read",), (413, True))):
        key, secret = keys.create("desk", scopes, NOW)
        assert refused(path, GIB, f"Authorization: Bearer {secret}", on_loopback=False) == expected
        keys.revoke(key.id, NOW)
        assert refused(path, GIB, f"Authorization: Bearer {secret}", on_loopback=False) == (413, True)
    assert refused(path, GIB, on_loopback=True) == (413, True)


def test_where_the_store_does_not_answer_nothing_long_is_taken_in(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "any_made", unavailable)
    assert refused("/v1/articles/bulk", GIB, on_loopback=True) == (413, True)


def unavailable() -> bool:
    raise StoreUnavailable("gone")


@pytest.mark.parametrize("path", ["/v1/articles", "/elsewhere/v1/records", "/v1/records/x"])
def test_no_other_address_takes_a_stream(app: Flask, path: str) -> None:
    assert refused(path, GIB, on_loopback=True) == (413, False)
