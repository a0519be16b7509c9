"""Looks that save work change nothing: what they pass over has nothing to read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire import Document, read
from claimwire.articles import Article, Block
from claimwire.grammar import datewords, votes
from claimwire.grammar.chunking import chunks_of
from claimwire.grammar.chunks import SYMBOLS, Chunk, Named
from claimwire.grammar.counting import figures_in, may_count
from claimwire.grammar.lexer import tokenize
from claimwire.grammar.listening import Hearing, listen
from claimwire.grammar.memory import LISTS, Memory
from claimwire.grammar.passages import near_paragraphs, passages, pieces_of
from claimwire.grammar.patterns import any_rule, rules
from claimwire.grammar.quotes import quotation_spans
from claimwire.grammar.sentences import sentences
from claimwire.grammar.starting import at_word
from claimwire.grammar.units import Unit, units_of
from claimwire.pages.line_kinds import is_caption

DATE_WORDS = (
    "a an the one two twelve twenty-third third First 3 24 2024 1999 2025-02-24 24/02/2025 Jan Feb. February FEB may May June "
    "Monday MONDAY Mon. Thurs last past this previous next coming LAST This morning week weeks month years year day days ago "
    "earlier before after since of on in to for by until from during late mid exactly marked precisely yesterday Today tonight "
    "tomorrow anniversary one-year and - – , ( ) (24) . $ 5th Until In Since The following same mid-March said resolution"
).split()
VOTE_WORDS = (
    "France Kenya Senator Smith the a of to by with and while other others more no yes for against nil none 93 18 twelve seven - – , . : "
    "( ) “ ” said likewise also did not same voted resolution Council rain market company spoke city people million UN together"
).split()


def texts(words: list[str]) -> st.SearchStrategy[str]:
    joints = st.sampled_from([" ", " ", " ", "  ", "\n", "-", "", ", ", ". "])
    parts = st.lists(st.tuples(st.sampled_from(words), joints), min_size=1, max_size=14)
    return parts.map(lambda found: "".join(word + joint for word, joint in found))


EVERY_DATE = re.compile(
    r"(?=[0-9JFMASONDTW]|[a-pstwyELPINY])(?<![\w$€£.])(?:" + "|".join([*datewords._PIECES, datewords._IN_BRACKETS]) + ")"
)


@settings(max_examples=100, deadline=None)
@given(texts(DATE_WORDS))
def test_the_look_at_the_first_letters_loses_no_date(text: str) -> None:
    assert [m.span() for m in datewords._WORDS.finditer(text)] == [m.span() for m in EVERY_DATE.finditer(text)]


@settings(max_examples=100, deadline=None)
@given(texts([*DATE_WORDS, "half", "million", "euros", "$5", "people", "troops", "killed", "hundred", "Rs", "seven", "“", "”"]))
def test_words_with_a_figure_may_count(text: str) -> None:
    figures = list(figures_in(pieces_of(text, 0, len(text)), lambda _: None, None))
    assert may_count(text, 0, len(text)) or not figures


@settings(max_examples=100, deadline=None)
@given(texts(VOTE_WORDS))
def test_a_sentence_that_cannot_go_on_telling_has_no_chunk_that_does(text: str) -> None:
    article = Article("x", text, (Block("body", 0, len(text)),))
    for sentence in sentences(article):
        units = units_of(sentence, text)
        if votes._TELLING.isdisjoint([u.tag for u in units]) and not votes._may_speak(units):
            assert votes._SPEAKING.isdisjoint([c.sym for c in chunks_of(units, text)])


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="".join(SYMBOLS.values()), max_size=20))
def test_where_no_rule_of_counts_is_found_none_matches(string: str) -> None:
    found = any(rule.pattern.search(string) for rule in rules("counts"))
    assert (any_rule("counts").search(string) is not None) is found


def chunk(sym: str, names: int = 0) -> Chunk:
    return Chunk(sym, 0, 1, 0, 1, Unit("WORD", "x", "x", 0, 1), named=[Named(None, n, n + 1) for n in range(names)])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.lists(st.sampled_from(["LIST", "BODY", "BY", "WORD"]), max_size=5), st.booleans()), max_size=30))
def test_what_is_remembered_does_not_depend_on_when_it_is_asked_for(told: list[tuple[list[str], bool]]) -> None:
    early, late = Memory(), Memory()
    for number, (syms, asked) in enumerate(told):
        chunks = [chunk(sym, number + 1) for sym in syms]
        for memory in (early, late):
            memory.hear(lambda chunks=chunks: chunks)  # type: ignore[misc]
        if asked:
            assert len(early.lists) <= LISTS
            assert isinstance(early.of_body, bool)
    assert early.lists == late.lists
    assert early.subject == late.subject
    assert early.of_body == late.of_body


def test_a_subject_is_the_first_list_or_body_that_nothing_governs() -> None:
    memory = Memory()
    memory.hear(lambda: [chunk("LIST", 2)])
    memory.hear(lambda: [chunk("BY"), chunk("LIST", 3)])
    assert (len(memory.subject), [len(names) for names in memory.lists], memory.of_body) == (2, [2, 3], False)
    memory.hear(lambda: [chunk("BODY"), chunk("LIST", 4)])
    assert (len(memory.subject), memory.of_body) == (2, True)


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        pytest.param("The minister left the hall after a long night of talks.", False, id="a sentence"),
        pytest.param("Delegates leave the hall. AP Photo / J. R. Smith Jr.", True, id="an agency, a slash and a name with a stop"),
        pytest.param("Delegates leave the hall. © Example Pictures Ltd.", True, id="a sign of copyright and a stop"),
        pytest.param("Delegates leave the hall (Photo: Jane Roe)", True, id="a credit in brackets"),
    ],
)
def test_a_credit_is_known_with_and_without_a_full_stop(line: str, caption: bool) -> None:
    assert is_caption(line) is caption


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("the U.S. and a.m.", ["the", "U.S.", "and", "a.m."], id="dotted"),
        pytest.param("A. Smith", ["A", ".", "Smith"], id="one letter and a stop"),
        pytest.param("x.y z", ["x", ".", "y", "z"], id="a stop inside"),
        pytest.param("don’t Russia's O'Brien", ["don’t", "Russia's", "O'Brien"], id="apostrophes"),
    ],
)
def test_words_are_cut_the_same_whether_dotted_or_plain(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def test_reading_for_votes_ends_where_too_many_motions_are_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(votes, "MAX_MOTIONS", 5)
    lines = [f"A rival resolution No. {n} was adopted with {20 + n} votes in favour and 5 against." for n in range(30)]
    extraction = read(Document(text="\n".join(lines)))
    (problem,) = extraction.problems
    assert "not looked for: votes from character" in problem.message
    assert 0 < max(c.end for c in extraction.claims if c.kind == "count") < len("\n".join(lines[:10]))


@pytest.mark.parametrize("word", ["Senate", "Senates", "a Senate", "aSenate", "the Senate-House", "x-Senate", "Sen", ""])
def test_a_phrase_is_found_by_its_first_letter_as_behind_a_word_boundary(word: str) -> None:
    found = [m.span() for m in re.finditer(at_word(["Senate", "Sen", "House"]), word)]
    assert found == [m.span() for m in re.finditer(r"\b(?:Senate|Sen|House)", word)]


def test_who_speaks_is_read_up_to_the_last_quotation_or_figure_only() -> None:
    text = "Ann Reid came. She said: “We won.”\n\nBob Stone left. He was tired."
    hearing = Hearing(text)
    for paragraph in near_paragraphs(
        article := Article("x", text, (Block("body", 0, len(text)),)), text, quotation_spans(text), lambda *_: True
    ):
        hearing.hear(lambda paragraph=paragraph: passages(text, paragraph))  # type: ignore[misc]
    assert hearing.statements() == ()
    assert hearing.reading().pieces[0].text == "He"
    assert [c.text for c in hearing.statements()] == ["We won."]
    assert [c.actor.name for c in listen(article).statements] == ["Ann Reid"]
