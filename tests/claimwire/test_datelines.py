"""The place in front of a first paragraph."""

from __future__ import annotations

import pytest

from claimwire import Document, read
from claimwire.pages.datelines import dateline_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NEW YORK - The UN General Assembly adopted", "NEW YORK"),
        ("UNITED NATIONS (AP) — The assembly", "UNITED NATIONS"),
        ("KYIV, Ukraine (AP) — Lawmakers", "KYIV, Ukraine"),
        ("WASHINGTON, March 4 (Reuters) - The Senate", "WASHINGTON"),
        ("PARIS, 4 June 2025 (AFP) – Deputies", "PARIS"),
        ("New Delhi, Feb 25 (PTI): The lower house", "New Delhi"),
        ("Dhaka - The vote", "Dhaka"),
        ("Brussels – “We have a majority,”", "Brussels"),
        ("MARSH BAY, N.Y. — The council", "MARSH BAY, N.Y."),
        ("ST. LOUIS (AP) _ The city", "ST. LOUIS"),
        ("(Reuters) — The bill", None),
        ("BREAKING - The vote", None),
        ("UPDATE — The vote", None),
        ("Later - The vote", None),
        ("The motion – The one on fishing – fell", None),
        ("HOUSE PASSES FERRY BILL - The House", None),
        ("London: The vote", None),
        ("India abstained. NEW YORK - no", None),
        ("", None),
    ],
)
def test_a_place_or_nothing(text: str, place: str | None) -> None:
    assert dateline_of(text) == place


def test_an_article_has_its_place_and_keeps_its_text() -> None:
    sentence = "NEW YORK - The UN General Assembly adopted the resolution on lakes with 61 votes in favour and 17 against on Monday."
    for document in (Document(text=sentence), Document(html=f"<h1>Assembly adopts lakes text</h1><p>{sentence}</p><p>{sentence}</p>")):
        article = read(document).article
        assert article.dateline == "NEW YORK"
        assert sentence in article.text


@pytest.mark.parametrize("hostile", ["A" * 100_000, "A " * 50_000, "NEW YORK, " * 10_000, "A-" * 50_000, "(" * 100_000])
def test_long_openings_are_cut(hostile: str) -> None:
    assert dateline_of(hostile) is None
