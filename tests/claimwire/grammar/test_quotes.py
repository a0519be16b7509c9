"""Quotation marks of every style are paired; apostrophes, inches and lost marks are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.grammar.quotes import MAX_MARKS, MAX_QUOTATIONS, quotation_spans


def words(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotation_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“One,” he said. “Two.”", ["One,", "Two."], id="curly"),
        pytest.param('"One," he said. "Two."', ["One,", "Two."], id="straight"),
        pytest.param("‘One isn’t two,’ he said.", ["One isn’t two,"], id="single curly with an apostrophe"),
        pytest.param(
            "'We can't win,' he said, 'with the players' help,' and left.", ["We can't win,", "with the players' help,"], id="single"
        ),
        pytest.param("« Un mot », dit-il.", ["Un mot"], id="guillemets with spaces"),
        pytest.param("»Ein Wort«, sagte er.", ["Ein Wort"], id="guillemets turned inward"),
        pytest.param("„Ein Wort“, sagte er.", ["Ein Wort"], id="low and high"),
        pytest.param("”Ett ord”, sa han.", ["Ett ord"], id="Swedish"),
        pytest.param("``Two words'' he said.", ["Two words"], id="typewriter"),
        pytest.param('“Mixed marks" he said.', ["Mixed marks"], id="mixed"),
        pytest.param("He was glad.“Shut wrongly “he said.", ["Shut wrongly"], id="shut by an opening mark"),
        pytest.param("「二つの言葉」と言った。", ["二つの言葉"], id="corner brackets"),
        pytest.param("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,", "no"], id="nested"),
        pytest.param("“[A] word … with (brackets)”", ["[A] word … with (brackets)"], id="brackets inside"),
        pytest.param("The dogs' bowls and the cats' tails", [], id="plural possessives"),
        pytest.param("In the '90s they ran 'em all", [], id="shortened words"),
        pytest.param('A 6\'2" man and a 15" screen', [], id="feet and inches"),
        pytest.param("Words that lost their mark,” he said.", [], id="no opening mark"),
        pytest.param('""""""', [], id="nothing but marks"),
        pytest.param('("one") and—"two"—', ["one", "two"], id="beside brackets and dashes"),
    ],
)
def test_marks_are_paired(text, expected):
    assert words(text) == expected


def test_a_lost_mark_costs_its_own_paragraph_only():
    found = quotation_spans("“Lost, he said.\n“Kept,” she said.\nThen “more”.\n")
    assert [(q.closed, q.reopened, q.continues) for q in found][1:] == [(True, False, True), (True, False, False)]


def test_a_paragraph_that_reopens_the_mark_goes_on():
    first, second = quotation_spans("“One.\n\n“Two,” he said.")
    assert (first.closed, first.reopened) == (False, True)
    assert (second.closed, second.continues) == (True, True)


def test_an_unclosed_mark_is_told_apart():
    (only,) = quotation_spans('He said: "It is cut')
    assert not only.closed
    assert not only.reopened


def test_lines_wrapped_by_hand_are_one_paragraph():
    text = "He stood up before the whole assembly at last and he said “this will\nnot stand” and left."
    assert words(text) == ["this will\nnot stand"]


def test_nesting_is_told_by_depth():
    assert [q.depth for q in quotation_spans("“He said ‘no’ to ‘it’,” she said. “Yes.”")] == [0, 1, 1, 0]


@pytest.mark.parametrize("shape", ['"', "“", "'", "‘a", '"a ', "“a\n", "« "])
def test_text_that_is_nothing_but_marks_is_no_prose(shape):
    assert quotation_spans(shape * (max(MAX_MARKS, MAX_QUOTATIONS) + 10)) == []


@given(st.text(alphabet="ab .,!\n\"'“”‘’«»„`[]-é漢", max_size=200))
@settings(max_examples=300, deadline=None)
def test_spans_stay_inside_their_marks(text):
    found = quotation_spans(text)
    for q in found:
        assert 0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text)
        assert q.outer_start < q.start or q.continues
        assert text[q.start : q.end].strip() == text[q.start : q.end]
    assert [q.outer_start for q in found] == sorted(q.outer_start for q in found)
