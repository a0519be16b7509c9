"""JSON is read as RFC 8259 has it; each fault is named with its field."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.strict_json import MAX_DEPTH, JsonError, loads

FAULTS = [
    pytest.param(b'{"a": {"b": [1, NaN]}}', "a.b[1]", "no number NaN", id="NaN"),
    pytest.param(b'{"a": -Infinity}', "a", "no number -Infinity", id="minus infinity"),
    pytest.param(b'{"a": 1e999}', "a", "no number 1e999", id="a number beyond all doubles"),
    pytest.param(b'{"a": ' + b"9" * 5000 + b"}", "a", "no number 999", id="a number of 5,000 digits"),
    pytest.param(b'{"a": 1, "b": {"c": 1, "c": 2}}', "b.c", "stands twice", id="a key twice"),
    pytest.param(b'{"a": "\xff"}', "a", "not UTF-8", id="a byte that is no UTF-8"),
    pytest.param(b'{"a": "\xed\xa0\x80"}', "a", "not UTF-8", id="a surrogate in UTF-8"),
    pytest.param(b'{"a": "x\\ud800y"}', "a", "lone surrogate stands at offset 1", id="a lone surrogate as an escape"),
    pytest.param(b'{"\\ud800": 1}', None, "lone surrogate", id="a lone surrogate in a key"),
    pytest.param(b"", None, "not JSON", id="nothing"),
    pytest.param(b"{'a': 1}", None, "not JSON", id="single quotes"),
    pytest.param(b'{"a": 1} x', None, "not JSON", id="something after it"),
    pytest.param(b"\xff\xfe{}", None, "not UTF-8", id="UTF-16"),
    pytest.param(b"[" * 65 + b"]" * 65, "[0]" * 64, "deeper than 64", id="depth 65"),
    pytest.param(b"[" * 100_000, None, "nested deeper", id="100,000 brackets"),
]


@pytest.mark.parametrize(("body", "field", "message"), FAULTS)
def test_faults_are_named(body: bytes, field: str | None, message: str) -> None:
    with pytest.raises(JsonError, match=message) as caught:
        loads(body)
    assert caught.value.field == field


def test_depth_64_is_read() -> None:
    assert loads(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH) == eval("[" * MAX_DEPTH + "]" * MAX_DEPTH)


def test_a_byte_order_mark_is_passed_over() -> None:
    assert loads(b"\xef\xbb\xbf{}") == {}


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(), children, max_size=4),
    max_leaves=20,
)


@given(values, st.booleans())
def test_all_proper_json_comes_back_as_it_was(value: object, ascii_only: bool) -> None:
    assert loads(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@given(st.binary(max_size=60))
def test_any_bytes_give_a_value_or_a_fault(body: bytes) -> None:
    with contextlib.suppress(JsonError):
        json.dumps(loads(body), allow_nan=False).encode()
