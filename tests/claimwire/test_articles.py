"""A text with roles: masked, never shortened; pointers are exact."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire import Article, Block
from claimwire.articles import READ_ROLES
from claimwire.selectors import quote_of


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(min_size=1, max_size=120))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    roles = ["title", "body", "caption", "boilerplate", "list", "note"]
    blocks = [
        Block(draw(st.sampled_from(roles)), a, b)  # type: ignore[arg-type]
        for a, b in itertools.pairwise(cuts)
        if draw(st.booleans())
    ]
    return Article("daily", text, tuple(blocks))


@given(articles())
def test_masking_keeps_the_length_the_lines_and_what_may_be_read(article: Article) -> None:
    masked = article.masked()
    assert len(masked) == len(article.text)
    assert [i for i, c in enumerate(masked) if c == "\n"] == [i for i, c in enumerate(article.text) if c == "\n"]
    for block in article.blocks:
        words = masked[block.start : block.end]
        assert words == article.text[block.start : block.end] if block.role in READ_ROLES else not words.strip()


@given(st.text(min_size=1, max_size=200), st.data())
def test_a_quote_is_exactly_the_text_between_its_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_of(text, start, end)
    assert text[start:end] == quote["exact"]
    assert text.startswith(str(quote["prefix"]) + str(quote["exact"]) + str(quote["suffix"]), start - len(str(quote["prefix"])))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 9)])
def test_a_quote_of_nothing_or_of_what_is_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such range"):
        quote_of("abc", start, end)


def test_a_revision_is_the_same_while_only_the_furniture_changes() -> None:
    def article(clock: str, body: str) -> Article:
        text = f"{clock}\n{body}"
        at = len(clock) + 1
        return Article("daily", text, (Block("boilerplate", 0, at - 1, "clock"), Block("body", at, len(text))))

    assert article("10:01", "It passed.").revision() == article("10:02", "It  passed.").revision()
    assert article("10:01", "It passed.").revision() != article("10:01", "It failed.").revision()
