"""A document is kept exactly, or refused with the field at fault."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from claimwire.documents import MAX_BYTES, Document
from claimwire.errors import DocumentError, DocumentTooLarge


@pytest.mark.parametrize(
    ("given", "field"),
    [
        pytest.param({}, "text", id="neither text nor html"),
        pytest.param({"text": "a", "html": "b"}, "html", id="both text and html"),
        pytest.param({"text": 7}, "text", id="a number for a text"),
        pytest.param({"html": ["x"]}, "html", id="a list for a page"),
        pytest.param({"text": "a", "published": "2025-02-30"}, "published", id="a day that does not exist"),
        pytest.param({"text": "a", "published": "24 February"}, "published", id="no ISO date"),
        pytest.param({"text": "a", "published": "2025-02-24T25:00:00"}, "published", id="an hour that does not exist"),
        pytest.param({"text": "a", "retrieved": "yesterday"}, "retrieved", id="retrieved is no date"),
        pytest.param({"text": "a\0b"}, "text", id="a NUL character"),
        pytest.param({"text": "a\ud800b"}, "text", id="a lone surrogate in a text"),
        pytest.param({"html": "a\ud800b"}, "html", id="a lone surrogate in a page"),
        pytest.param({"text": "a", "url": "http://x/\0"}, "url", id="a NUL in the address"),
    ],
)
def test_a_bad_document_names_its_field(given: dict[str, Any], field: str) -> None:
    with pytest.raises(DocumentError) as raised:
        Document(**given)
    assert raised.value.field == field
    assert f"'{field}'" in str(raised.value) or field in str(raised.value)


def test_five_megabytes_are_read_and_one_byte_more_is_not() -> None:
    assert Document(text="a" * MAX_BYTES).text
    with pytest.raises(DocumentTooLarge):
        Document(text="a" * (MAX_BYTES + 1))
    with pytest.raises(DocumentTooLarge):
        Document(text="é" * (MAX_BYTES // 2 + 1))


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2025-02-24", datetime.date(2025, 2, 24)),
        ("2025-02-24T23:30:00-05:00", datetime.date(2025, 2, 24)),
        ("2025-02-24T00:30:00+09:00", datetime.date(2025, 2, 24)),
        ("2025-02-24 12:00", datetime.date(2025, 2, 24)),
    ],
)
def test_the_local_day_counts(published: str, day: datetime.date) -> None:
    assert Document(text="a", published=published).published_day == day
