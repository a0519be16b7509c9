"""Shapes made to break readers of pages, by name: nothing raises, nothing is lost in silence, work and memory grow with length alone."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import pytest

from claimwire.boilerplate import body_text, generic_layout
from claimwire.html import render_html
from claimwire.testing import calls_of

SENTENCE = "The assembly adopted the draft resolution with 93 votes in favour on Monday. "
BODY = f"<article><h1>The assembly votes</h1><p>{SENTENCE * 3}</p><p>END {SENTENCE * 3}</p></article>"

UNITS = {
    "attributes given twice": "<p class=a class=b id=c ID=d>w</p>",
    "attributes without names": "<p =x ='y' =\"z\">w</p>",
    "attributes with a lone quotation mark": "<p a=b'c d=e\"f>w</p>",
    "attributes behind a slash": "<p/class=a/id=b/>w</p>",
    "end tags with attributes": "<p>w</p class=a id='>'>",
    "names of tags with signs": "<p$ a><p:q b><p-r c>w</p-r></p:q></p$>",
    "names of tags in capitals": "<P CLASS=A>w</P><DIV>x</Div>",
    "self-closing blocks": "<div/><p/>w<span/>x",
    "CDATA without end": "<![CDATA[ w ",
    "CDATA in svg": "<svg><![CDATA[ <p>w</p> ]]></svg>",
    "processing instructions": "<?php echo '<p>'; ?>w",
    "asp tags": "<% if (a > b) { %>w<% } %>",
    "conditional comments": "<!--[if IE]><p>w</p><![endif]-->x",
    "downlevel-revealed comments": "<![if !IE]><p>w</p><![endif]>",
    "comments in comments": "<!-- <!-- w --> x -->",
    "comments with dashes": "<!-- a -- b --- c -->w",
    "comments that end oddly": "<!-- a --!>w<!--->x<!-->y",
    "comments in tags": "<p <!-- c --> class=a>w</p>",
    "scripts that write comments": "<script><!-- document.write('<p>w</p>') //--></script>x",
    "scripts with end tags in strings": "<script>var a = '</scr' + 'ipt>'; </script>w",
    "scripts in svg": "<svg><script>a < b</script></svg>w",
    "styles with comments": "<style><!-- p > a {} --></style>w",
    "noscript with markup": "<noscript><img src=x><p>w</p></noscript>x",
    "titles in the body": "<title>w</title>x",
    "textareas with markup": "<textarea><p>w</p></textarea>x",
    "iframes with srcdoc": "<iframe srcdoc='<p>w</p>'>x</iframe>y",
    "objects in objects": "<object><param name=a><object>w</object></object>x",
    "math": "<math><mi>x</mi><mo>=</mo><mn>1</mn></math>",
    "math with html inside": "<math><annotation-xml encoding='text/html'><p>w</p></annotation-xml></math>",
    "svg with html inside": "<svg><foreignObject><p>w</p></foreignObject></svg>",
    "svg that breaks out": "<svg><g><p>w</p></g></svg>",
    "tables in tables": "<table><tr><td><table><tr><td>w</td></tr></table></td></tr></table>",
    "text in tables": "<table>w<tr>x<td>y</td>z</tr></table>",
    "rows without cells": "<table><tr><tr><tr></table>w",
    "cells across many": "<table><tr><td colspan=99999 rowspan=99999>w<td>x<tr><td>y<td>z</table>",
    "tables without rows": "<table><td>w<th>x</table>",
    "forms across tables": "<table><form><tr><td>w</form></td></tr></table>",
    "lists in lists": "<ul><li>w<ul><li>x</ul></ul>",
    "list items anywhere": "<li>w</p></li></ul><dd>x<dt>y",
    "selects with options": "<select><optgroup><option>w<option>x</select>y",
    "frames": "<frameset><frame src=a></frameset>w",
    "headings in headings": "<h1><h2>w</h1></h2>",
    "paragraphs in inline elements": "<b><p>w</b>x</p>",
    "links in links": "<a href=a>w<a href=b>x</a></a>",
    "buttons in buttons": "<button>w<button>x</button></button>",
    "details and summaries": "<details><summary>w</summary>x</details>",
    "dialogs": "<dialog>w</dialog><dialog open>x</dialog>",
    "hidden elements": "<div hidden>w</div><p style='display:none'>x</p>",
    "elements shown in the hidden": "<div hidden><div style='display:block'>w</div></div>x",
    "templates in templates": "<template><template><p>w</template></template>x",
    "shadow roots": "<div><template shadowrootmode=open><p>w</p></template></div>x",
    "entities without end": "&amp&lt&gt&copy&notit; w",
    "entities by number": "&#65&#x42;&#0;&#1114112;&#xFFFFFFFFF;&#xD83D; w",
    "entities of entities": "&amp;amp;amp;lt; w",
    "entities in attributes": "<a href='?a=1&copy=2&lt;'>w</a>",
    "bare ampersands": "a & b && c &; d &# e &#x f ",
    "less-than signs": "a<b <c < d <<e ",
    "greater-than signs": "> >> a>b ",
    "quotation marks": "\"'\"' w ",
    "NUL in tags": "<p\0 class=a\0b>w\0x</p\0>",
    "NUL in text": "w\0x\0\0y ",
    "control characters": "\x01\x02\x0b\x0c\x0e\x1b\x7f\x80\x9f w ",
    "lone surrogates": "<p>\ud800w\udfff</p>",
    "pairs of surrogates": "<p>\ud83d\ude00</p>",
    "noncharacters": "\ufffe\uffff\U0001ffff w ",
    "byte order marks": "\ufeff<p>\ufeffw\ufeff</p>",
    "soft hyphens": "<p>as\u00adsem\u00adbly</p>",
    "zero-width joiners": "<p>a\u200db\u200cc\u2060d</p>",
    "marks of direction": "<p>\u202ew\u202c\u2066x\u2069</p>",
    "combining marks": "<p>e\u0301\u0302\u0303</p>",
    "line separators": "<p>a\u2028b\u2029c\x85d</p>",
    "spaces of all kinds": "<p>a\u00a0b\u2003c\u3000d\u1680e</p>",
    "ligatures and full widths": "<p>ﬁﬂ ＡＢ ９３</p>",
    "JSON-LD": "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": \"w\"}</script>",
    "JSON-LD that is none": "<script type=application/ld+json>{'a': 1,}</script>",
    "JSON-LD in comments": "<script type=application/ld+json><!-- {\"@type\": \"Article\"} --></script>",
    "JSON-LD that names itself": "<script type=application/ld+json>{\"@id\": \"a\", \"author\": {\"@id\": \"a\"}}</script>",
    "meta elements": "<meta property=og:title content=w><meta name=author content='A B'>",
    "canonical links": "<link rel=canonical href='http://['><link rel=canonical href=/a>",
    "base elements": "<base href='javascript:x'><a href=b>w</a>",
    "times": "<time datetime='2025-02-30T99:99'>w</time>",
    "microdata": "<div itemscope itemprop='articleBody author datePublished'>w</div>",
    "classes with signs": "<p class='[a] .b #c a\\/b ☃'>w</p>",
    "ids with spaces": "<p id='a b\tc'>w</p>",
    "classes that mean furniture": "<div class='share newsletter related comments'><p>w</p></div>",
    "figures in figures": "<figure><figure><figcaption>w</figcaption></figure></figure>",
    "articles in articles": "<article><h1>w</h1><article><h1>x</h1></article></article>",
    "preformatted text": "<pre>a\n\nb\n  c\n</pre>",
    "breaks of all kinds": "a<br>b<br/>c</br>d<wbr>e<hr>f",
    "rubies": "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>",
    "fonts and centers": "<center><font size=7><big>w</big></font></center>",
    "marquees": "<marquee><blink>w</blink></marquee>",
    "custom elements": "<x-y><a-b-c>w</a-b-c></x-y>",
    "elements nobody knows": "<foo><bar>w</baz></foo>",
    "bodies in bodies": "<body class=a>w</body><body>x",
    "heads in bodies": "<head><title>w</title></head>x",
    "doctypes in between": "<!DOCTYPE html>w<!doctype>",
    "links without address": "<a>w</a><a href>x</a><a href=''>y</a>",
    "bylines": "<p>By Aa Bb, Cc Dd and Ee Ff</p>",
    "days": "<p>Updated March 2, 2024 4:10 am</p>",
    "datelines": "<p>NEW YORK, N.Y., March 2 (AP) — W</p>",
    "captions": "<p>W (Photo: X/Getty)</p>",
}  # fmt: skip
"""One piece each; a page is many of them."""


def test_there_are_a_hundred_shapes() -> None:
    assert len(UNITS) >= 100


@pytest.mark.parametrize("name", UNITS)
def test_the_article_is_read_before_and_behind(name: str) -> None:
    for html in (UNITS[name] * 100 + BODY, BODY + UNITS[name] * 100, f"<div>{UNITS[name]}" * 40 + BODY):
        page = render_html(html)
        assert "END The assembly adopted" in page.text or page.problems, name
        layout = generic_layout(page)
        covered = {(b.start, b.end) for b in layout.blocks}
        assert covered == {(line.start, line.end) for line in page.lines}, "each line has one role"
        page.text.encode("utf-8")


@pytest.mark.parametrize("name", UNITS)
def test_four_times_the_shape_is_four_times_the_work(name: str) -> None:
    body_text(UNITS[name] + BODY)
    once, four = (calls_of(lambda n=n: body_text(UNITS[name] * n + BODY)) for n in (40, 160))  # type: ignore[misc]
    assert four <= 5 * once + 2000, f"{four / once:.1f} times the calls"


def test_memory_is_bounded_by_length() -> None:
    for name, unit in UNITS.items():
        html = unit * (20_000 // len(unit)) + BODY
        tracemalloc.start()
        try:
            body_text(html)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak <= 400 * len(html) + 4_000_000, f"{name}: {peak / len(html):.0f} bytes a character"


@pytest.mark.parametrize("depth", [255, 256, 1_000, 10_000])
@pytest.mark.parametrize(
    "tag", ["div", "span", "b", "font", "ul><li", "table><tr><td", "blockquote", "section", "x-y", "p", "a href=x", "svg><g"]
)
def test_text_at_any_depth_is_there(tag: str, depth: int) -> None:
    page = render_html(f"<{tag}>" * depth + "the innermost words")
    assert "the innermost words" in page.text or (tag.startswith("svg") and "the innermost words" not in page.text)


def test_a_million_links() -> None:
    page = render_html(BODY + "<a href=/x>link</a> " * 1_000_000)
    assert page.text.startswith("The assembly votes")
    assert len(page.elements) > 1_000_000


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255",
        "cp1256", "cp1257", "cp1258", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-8", "iso8859-15", "koi8-r", "koi8-u", "mac-roman",
        "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "iso2022-jp", "euc-kr", "tis-620", "cp866",
    ],
)  # fmt: skip
def test_every_encoding_is_read_or_told(encoding: str) -> None:
    for words in ("Straße Žižek", "Рада проголосувала", "Η Βουλή", "国会", "국회", "מליאה", "รัฐสภา", "Assembly"):
        try:
            data = f"<meta charset={encoding}><p>{words}</p>{BODY}".encode(encoding)
        except UnicodeEncodeError:
            continue
        page = render_html(data)
        assert words in page.text or page.problems, (encoding, words, page.text[:60])
        assert "END The assembly adopted" in page.text


@pytest.mark.parametrize(
    "broken", [b"\xff\xfe\x00", b"\xfe\xff\xd8", b"\xef\xbb", b"\x00", b"\x00\x00\xfe\xff", b"\xff", b"\x1f\x8b\x08\x00", b"%PDF-1.7"]
)
def test_broken_marks_of_byte_order(broken: bytes) -> None:
    page = render_html(broken + BODY.encode())
    assert "END The assembly adopted" in page.text or page.problems


@pytest.mark.shared
def test_real_pages_cut_at_every_thousandth_byte_keep_what_stood_before(shared_dir: Path) -> None:
    names = ("feval_OccupyDemocrats_0", "aeb_0dd1357045727799", "aeb_ce8a5d2ff0c0e4bb")
    folder = shared_dir / "corpus" / "pages"
    for path in [folder / f"{name}.html.gz" for name in names if (folder / f"{name}.html.gz").exists()]:
        data = gzip.decompress(path.read_bytes())
        longest = 0
        for cut in range(1000, len(data), 1000):
            page = render_html(data[:cut])
            layout = generic_layout(page)
            assert {(b.start, b.end) for b in layout.blocks} == {(line.start, line.end) for line in page.lines}
            assert len(page.text) >= longest - 200 or page.problems, f"{path.name} at {cut}: text shrank from {longest} to {len(page.text)}"
            longest = max(longest, len(page.text))
