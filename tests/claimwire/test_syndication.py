"""Near copies of one story are found; articles that share a subject are none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.syndication import bands, copies, families, resemblance, signature

WORDS = [f"word{n}" for n in range(2000)]


def text(seed: int, length: int = 500) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def altered(words: list[str], every: int) -> list[str]:
    return [f"other{n}" if n % every == 0 else word for n, word in enumerate(words)]


COPIES = {
    "the same text": text(1),
    "one word in twenty exchanged": altered(text(1), 20),
    "another lead of thirty words": [*text(9, 30), *text(1)[20:]],
    "the last third cut off": text(1)[:330],
    "an agency's line in front": ["reuters", "london", *text(1)],
}


@pytest.mark.parametrize("words", COPIES.values(), ids=COPIES.keys())
def test_copies_are_found(words: list[str]) -> None:
    a, b = signature(" ".join(text(1))), signature(" ".join(words))
    assert copies(a, b)
    assert set(bands(a)) & set(bands(b))


def test_case_and_punctuation_do_not_matter() -> None:
    assert signature("“One, two” — THREE " + " ".join(text(1))) == signature("one two three " + " ".join(text(1)))


def test_other_texts_are_no_copies() -> None:
    assert resemblance(signature(" ".join(text(1))), signature(" ".join(text(2)))) < 0.1


def test_a_short_notice_is_nobodys_copy() -> None:
    assert signature("The Assembly adopted it by 93 votes.") == b""
    assert families({"a": b"", "b": b""}) == {}
    assert bands(b"") == ()
    assert resemblance(b"", b"") == 0.0


def test_a_family_is_what_copies_connect() -> None:
    first, far = text(1), altered(text(1), 12)
    found = families(
        {
            "c": signature(" ".join(first)),
            "b": signature(" ".join(altered(first, 24))),
            "a": signature(" ".join(far)),
            "z": signature(" ".join(text(5))),
        }
    )
    assert found == {"a": "a", "b": "a", "c": "a"}


@given(st.permutations(["a", "b", "c", "d"]))
@settings(max_examples=12, deadline=None)
def test_families_do_not_depend_on_order(order: list[str]) -> None:
    texts = {"a": text(1), "b": altered(text(1), 20), "c": text(2), "d": altered(text(2), 20)}
    assert families({name: signature(" ".join(texts[name])) for name in order}) == {"a": "a", "b": "a", "c": "c", "d": "c"}


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_has_a_signature_of_one_length_or_none(text: str) -> None:
    assert len(signature(text)) in (0, 480)
