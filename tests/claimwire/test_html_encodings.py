"""Bytes become text: UTF-8 first, then what is declared, then a guess that is told as a problem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.html import render_html

WORDS = "Für 93 – gegen 18: “Türkiye” enthält sich"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_needs_no_declaration(encoding: str) -> None:
    page = render_html(f"<html><body><p>{WORDS}</p>".encode(encoding))
    assert (page.text, page.problems) == (WORDS, ())


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("iso-8859-1", "Für 93, gegen 18"),
        ("windows-1252", WORDS),
        ("windows-1251", "За 93, против 18"),
        ("koi8-r", "За 93, против 18"),
        ("iso-8859-2", "Głosów za 93, Węgry przeciw"),
        ("windows-1254", "Türkiye çekimser, Şili hayır"),
        ("gb2312", "赞成票 反对票"),
        ("gbk", "赞成票 反对票"),
        ("big5", "贊成 反對"),
        ("shift_jis", "賛成と反対"),
        ("euc-jp", "賛成と反対"),
        ("euc-kr", "찬성 반대"),
        ("windows-1255", "בעד נגד"),
        ("windows-1256", "مع ضد"),
    ],
)
def test_declared_encodings_are_read(encoding: str, words: str) -> None:
    page = render_html(f"<html><head><meta charset='{encoding}'></head><p>{words}</p>".encode(encoding))
    assert (page.text, page.problems) == (words, ())


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    assert render_html(f"<meta charset=iso-8859-1><p>{WORDS}</p>".encode()).text == WORDS


def test_an_undeclared_encoding_is_guessed_and_told() -> None:
    page = render_html(f"<p>{WORDS}</p>".encode("cp1252"))
    assert page.text == WORDS
    assert "Windows-1252" in page.problems[0]


def test_a_few_wrong_bytes_are_replaced_and_told() -> None:
    page = render_html(f"<p>{WORDS * 50}".encode() + b"\xff</p>")
    assert page.text.endswith("\ufffd")
    assert "replacement" in page.problems[0]


def test_mojibake_is_kept_and_told() -> None:
    page = render_html("<p>Itâ€™s Russiaâ€™s vote, â€œnoâ€\u009d said KÃ¶ln</p>")
    assert "mojibake" in page.problems[0]


def test_lone_surrogates_and_nul_never_come_through() -> None:
    page = render_html("<p>a\ud800b\0c &#xD800; &#0;</p>")
    page.text.encode("utf-8")
    assert "\0" not in page.text


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page(data: bytes) -> None:
    page = render_html(data)
    page.text.encode("utf-8")
    assert all(page.text[line.start : line.end].strip() for line in page.lines)
