"""How much of a request is taken in before anybody looks at its key."""

from __future__ import annotations

from typing import Any

import pytest
from waitress.adjustments import Adjustments

from api.server import Parser

GIB = 1024**3


def refused(path: str, length: int, *headers: str, on_loopback: bool) -> Any:
    """The error of a request after its head, or ``None`` where its body is taken in; and whether a key was missing."""
    adjustments: Any = Adjustments()
    adjustments.on_loopback = on_loopback
    parser = Parser(adjustments)
    parser.received("\r\n".join([f"POST {path} HTTP/1.1", "Host: localhost", f"Content-Length: {length}", *headers, "", ""]).encode())
    return (parser.error and parser.error.code), parser.keyless


@pytest.mark.parametrize("path", ["/v1/articles/bulk", "/v1/records"])
def test_a_long_stream_is_taken_in_with_a_key_or_in_the_open_case_alone(path: str) -> None:
    assert refused(path, GIB, on_loopback=False) == (413, True)
    assert refused(path, GIB, "X-Forwarded-For: 10.0.0.1", on_loopback=True) == (413, True)
    assert refused(path, GIB, on_loopback=True) == (None, False)
    assert refused(path, GIB, "Authorization: Bearer cw_x", on_loopback=False) == (None, False)


@pytest.mark.parametrize("path", ["/v1/articles", "/elsewhere/v1/records", "/v1/records/x"])
def test_no_other_address_takes_a_stream(path: str) -> None:
    assert refused(path, GIB, "Authorization: Bearer cw_x", on_loopback=True) == (413, False)
