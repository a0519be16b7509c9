"""Hostile pages: never an exception, no silent loss, and cost in proportion to the length."""

from __future__ import annotations

import gzip
import itertools
import string
from pathlib import Path

import pytest

from claimwire import Document, body_of_text, body_text, read
from claimwire.boilerplate import generic_layout
from claimwire.html import render_html
from claimwire.pages.tree import Tree

N = 10_000
SENTENCE = "The assembly adopted the draft resolution with 93 votes in favour on Monday. "
BODY = f"<article><h1>The assembly votes</h1><p>{SENTENCE * 3}</p><p>END {SENTENCE * 3}</p></article>"

BEFORE = {
    "depth 10,000 of div": "<div>" * N,
    "depth 10,000 of custom elements": "<x-y>" * N,
    "depth 10,000 of lists": "<ul><li>" * N + "</li></ul>" * N,
    "depth 10,000 of tables": "<table><tr><td>" * N + "</td></tr></table>" * N,
    "depth 10,000 of quotations": "<blockquote>" * N + "</blockquote>" * N,
    "open formatting": "<b><i><u>" * N,
    "misnested formatting": "<b><p></b>" * N,
    "different fonts": "".join(f"<font color={n}>" for n in range(2000)),
    "open spans": "<span>" * N,
    "end tags without start": "</div></p></span></table>" * N,
    "100,000 attributes": "<p " + " ".join(f"a{n}" for n in range(10 * N)) + ">x</p>",
    "one attribute of a megabyte": "<p class='" + "a " * 500_000 + "'>x</p>",
    "classes by the thousand": "".join(f"<p class='c{n}'>x</p>" for n in range(N)),
    "many links": "<a href=/x>link</a> " * (10 * N),
    "links without words": "<a href=/x></a>" * N,
    "empty paragraphs": "<p></p>" * N,
    "comments": "<!-- c -->" * N,
    "comment starts": "<!-- <!-- <!-- -->" * N,
    "odd comment ends": "<!--x--!>" * N,
    "abrupt comments": "<!-->" * N,
    "bogus comments": "<!x><?x></ x>" * N,
    "CDATA sections": "<![CDATA[ x ]]>" * N,
    "less-than signs": "< " * N,
    "ampersands": "&" * (10 * N),
    "long entity names": "&" + "a" * (10 * N) + ";",
    "number references": "&#x41;" * N,
    "references out of range": "&#99999999999; &#xD800; &#0; &#x110000;" * 100,
    "scripts": "<script>var a = '<p>no</p>';</script>" * N,
    "scripts in comments": "<script><!-- <script> </script> --></script>" * 1000,
    "styles": "<style>p { content: '</p>' }</style>" * N,
    "templates": "<template><p>no</template>" * N,
    "selects": "<select><option>no</select>" * N,
    "frames": "<iframe>no</iframe>" * N,
    "textareas": "<textarea><p>no</textarea>" * N,
    "svg": "<svg><g><text>no</text></g></svg>" * N,
    "images": "<img src=x alt=no>" * N,
    "breaks": "<br>" * N,
    "head after head": "<head></head><body>" * N,
    "doctypes": "<!doctype html>" * N,
    "forms in forms": "<form>" * N + "</form>" * N,
    "buttons in buttons": "<button>" * N + "</button>" * N,
    "anchors in anchors": "<a href=x>" * N + "</a>" * N,
    "dl soup": "<dl><dt>a<dd>b" * N + "</dl>" * N,
    "cells without a table": "<td>x<tr>y" * N,
    "caption soup": "<table><caption>" * 1000 + "</table>" * 1000,
    "ruby": "<ruby>a<rt>b</ruby>" * N,
    "zero-width characters": "\u200b\u200c\u200d\ufeff" * N,
    "right-to-left marks": "\u202e\u202d\u2066\u2069" * N,
    "combining characters": "<p>a" + "\u0301" * N + "</p>",
    "one word of a megabyte": "<p>" + "a" * 1_000_000 + "</p>",
    "a megabyte of spaces": " " * 1_000_000,
    "a megabyte of line feeds": "\n" * 1_000_000,
    "NUL characters": "\0" * N,
    "surrogates": "\ud800" * N,
    "emoji": "🗳️" * N,
    "broken JSON-LD": "<script type='application/ld+json'>{]</script>" * 500,
    "deep JSON-LD": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
    "wide JSON-LD": "<script type='application/ld+json'>[" + "{}," * 50_000 + "{}]</script>",
    "JSON-LD of wrong types": """<script type='application/ld+json'>
        {"@type": 7, "headline": {"a": []}, "author": [[[1]], null], "datePublished": true}</script>""",
    "wrong dates": "<meta property='article:published_time' content='2024-13-45T99:99:99+99:99'>" * 100,
    "meta elements": "<meta name=a content=b>" * N,
    "itemprop soup": "<div itemprop=articleBody>" * 3000,
    "live posts": "<div class=live-post><p>x</p></div>" * 3000,
    "cards": "<div><h3><a href=x>A long enough heading of a card</a></h3><p>x</p></div>" * 3000,
    "furniture": "<p>Sign up for our newsletter</p>" * 3000,
    "dates": "<p>March 2, 2024 4 AM PT</p>" * 3000,
    "bylines": "<p>By Aa Bb, Cc Dd and Ee Ff</p>" * 3000,
    "headings": "<h1>The assembly votes</h1>" * 3000,
    "captions": "<figure><img><figcaption>x (Photo: y)</figcaption></figure>" * 3000,
}  # fmt: skip

SWALLOWS = {
    "an open comment": "<!-- ",
    "an open script": "<script>",
    "an open style": "<style>",
    "an open title": "<title>",
    "an open textarea": "<textarea>",
    "plaintext": "<plaintext>",
    "a tag without end": "<p class=x ",
    "an open quotation mark": "<p title='",
}


@pytest.mark.parametrize("shape", [pytest.param(html, id=name) for name, html in BEFORE.items()])
def test_the_article_is_found_behind(shape: str) -> None:
    page = render_html(shape + BODY)
    assert "END The assembly adopted" in page.text
    layout = generic_layout(page)
    spans = sorted((b.start, b.end) for b in layout.blocks)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in itertools.pairwise(spans))
    assert all(b.rule for b in layout.blocks if b.role == "boilerplate")
    page.text.encode("utf-8")


@pytest.mark.parametrize("opening", [pytest.param(html, id=name) for name, html in SWALLOWS.items()])
def test_what_an_opening_swallows_is_text_or_a_problem(opening: str) -> None:
    html = BODY + opening + "swallowed words"
    page = render_html(html)
    assert "END The assembly adopted" in page.text
    assert "swallowed words" in page.text or page.problems


@pytest.mark.parametrize(
    "mark", ["'", '"', "<", ">", "&", "=", "/", "!", "-", "]]>", "<!--", "-->", "<a b='", '<a b="<a b="', "<a b=c d", "</", "<?"]
)
def test_a_megabyte_of_one_mark(mark: str) -> None:
    page = render_html(mark * (1_000_000 // len(mark)))
    assert len(page.text) <= 1_000_100


def test_every_character_as_a_page() -> None:
    for character in string.printable + "\u2028\u2029\x85\x1c":
        for html in (
            character,
            f"<{character}",
            f"</{character}",
            f"<p {character}",
            f"<p a={character}",
            f"&{character}",
            f"<!{character}",
        ):
            assert isinstance(body_text(html + BODY), str)


@pytest.mark.shared
def test_a_page_cut_at_every_thousandth_byte(shared_dir: Path) -> None:
    data = gzip.decompress((shared_dir / "corpus" / "pages" / "feval_OccupyDemocrats_0.html.gz").read_bytes())
    whole = Tree(data.decode("utf-8", "replace"))
    for cut in range(0, len(data), 1000):
        page = render_html(data[:cut])
        generic_layout(page)
        assert len(page.text) <= sum(len(text) for run in whole.runs for text in run.pieces) + 1000


def test_hostile_urls_and_texts() -> None:
    for url in ("", "http://[", "https://x/" + "a-" * 10_000, "javascript:1", "\0", "http://\ud800/"):
        assert isinstance(body_text(BODY, url), str)
        assert isinstance(body_of_text(SENTENCE * 3, url), str)
    for text in (
        "",
        "\n" * 10_000,
        "a\n" * 10_000,
        "- a\n" * 10_000,
        "a:\n" * 10_000,
        "By A\n" * 10_000,
        "Share\n" * 10_000,
        SENTENCE * 10_000,
    ):
        assert isinstance(body_of_text(text), str)


def test_reading_a_hostile_page_gives_an_article() -> None:
    extraction = read(Document(html="<div>" * N + BODY))
    assert any(block.role == "body" for block in extraction.article.blocks)
