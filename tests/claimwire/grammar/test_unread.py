"""What a very long article says in the part that is not looked at is said to be unread, never passed over in silence."""

from __future__ import annotations

import pytest

from claimwire import Document, read
from claimwire.grammar import dates, listening, quotes, sentences, votes


def problems(text: str) -> list[str]:
    return [p.message for p in read(Document(text=text)).problems if (p.outlet, p.hook) == ("grammar", "extract_claims")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The resolution was adopted. " * (votes.MAX_SENTENCES + 9), "votes", id="more sentences than are read"),
        pytest.param("the resolution " * (sentences.MAX_ARTICLE_TOKENS // 2 + 9), "votes", id="more words than are read"),
        pytest.param("It snowed on 3 May 2021 here.\n" * (dates.MOST + 9), "dates", id="more dates than are read"),
        pytest.param("He said “we go home” then. " * (quotes.MAX_MARKS // 2 + 9), "statements", id="more quotation marks in one paragraph"),
        pytest.param("At least 30 people were killed in the flood.\n" * (listening.MAX_FIGURES + 9), "figures", id="more figures"),
    ],
)
def test_what_is_left_out_is_a_problem_of_the_extraction(text: str, kind: str) -> None:
    (told,) = problems(text)
    assert kind in told
    assert "from character " in told


def test_an_ordinary_long_article_is_read_whole() -> None:
    paragraph = "The envoy said on 3 May that 40 people had died. “We mourn them,” she said. The council met again at noon.\n"
    assert problems(paragraph * 200) == []


def test_all_of_a_text_with_hundreds_of_motions_is_read() -> None:
    motions = [f"Norway's draft resolution No. {n} was adopted with {20 + n} votes in favour and 5 against." for n in range(600)]
    last = max(c.end for c in read(Document(text="\n".join(motions))).claims)
    assert last > len("\n".join(motions[:-1]))


def test_a_last_paragraph_that_is_too_long_is_read_up_to_the_limit() -> None:
    text = "The resolution was adopted with 30 votes in favour and 5 against. " + "word " * sentences.MAX_ARTICLE_TOKENS
    found = read(Document(text=text))
    assert {c.kind for c in found.claims} >= {"count"}
