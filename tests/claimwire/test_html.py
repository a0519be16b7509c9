"""A page becomes one text with a line a block; nothing a reader sees is lost, nothing hidden is told."""

from __future__ import annotations

import pytest

from claimwire import Document
from claimwire.html import MAX_PATH, render_html
from claimwire.render import registrable_domain, render


def lines(html: str) -> list[str]:
    return render_html(html).text.split("\n") if render_html(html).lines else []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>One<p>Two", ["One", "Two"], id="an open paragraph ends where the next begins"),
        pytest.param("<ul><li>93 in favour<li>18 against</ul>", ["93 in favour", "18 against"], id="open list items"),
        pytest.param("<p>In favour: 93<br>Against: 18</p>", ["In favour: 93", "Against: 18"], id="a break makes a line"),
        pytest.param("<p>The <b>General</b> <a href=x>Assembly</a> voted.</p>", ["The General Assembly voted."], id="inline elements join"),
        pytest.param("<div>Yes\n\n   93\t votes</div>", ["Yes 93 votes"], id="white space is one space"),
        pytest.param("<table><tr><td>Yes<td>93<tr><td>No<td>18</table>", ["Yes\t93", "No\t18"], id="rows are lines"),
        pytest.param("<p>a &amp; b &lt;c&gt; &#8220;d&#8221; &nbsp;e</p>", ["a & b <c> “d” e"], id="character references"),
        pytest.param("<p>5 < 7 and <3</p>", ["5 < 7 and <3"], id="a lone less-than sign is text"),
        pytest.param("<p title='a>b' class=\"x>y\">shown</p>", ["shown"], id="quoted attribute values may hold a greater-than sign"),
        pytest.param("<p>Ab\u00adstim\u200bmung</p>", ["Abstimmung"], id="characters without width are left out"),
        pytest.param("<pre>Yes   93\nNo    18</pre>", ["Yes 93", "No 18"], id="short preformatted lines are lines"),
        pytest.param(
            f"<pre>  {'word ' * 12}\n{'word ' * 12}\nend.\n \nNext paragraph.</pre>",
            ["word " * 24 + "end.", "Next paragraph."],
            id="preformatted paragraphs that were broken at the margin are a line each",
        ),
        pytest.param("<title>T</title><p>x", ["x"], id="the head's title is no line"),
        pytest.param("<head><meta charset=utf-8><p>lost body tag", ["lost body tag"], id="a page without a body tag"),
        pytest.param("<custom-card><p>In a custom element</p></custom-card>", ["In a custom element"], id="custom elements"),
        pytest.param("plain words", ["plain words"], id="no markup at all"),
        pytest.param("", [], id="an empty page"),
    ],
)
def test_what_a_reader_sees_is_the_text(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>no</p>",
        "<p style='color:red; DISPLAY : none'>no</p>",
        "<div style='visibility:hidden'><p>no</p></div>",
        "<p class='card sr-only'>no</p>",
        "<script>document.write('<p>no</p>')</script>",
        "<script><!-- <script>no</script> --></script>",
        "<style>p::before{content:'no'}</style>",
        "<noscript><p>no</p></noscript>",
        "<template><p>no</p></template>",
        "<!-- <p>no</p> -->",
        "<!-->" + "<!--x--!>",
        "<svg><text>no</text></svg>",
        "<select><option>no</select>",
        "<textarea><p>no</p></textarea>",
        "<dialog><p>no</p></dialog>",
        "<iframe><p>no</p></iframe>",
        "<?php echo 'no' ?>",
    ],
)
def test_hidden_things_stay_out_and_what_follows_stays_in(html: str) -> None:
    assert lines(f"<p>before</p>{html}<p>after</p>") == ["before", "after"]


def test_lines_know_their_element_path_and_links() -> None:
    page = render_html('<body><main id=top class="a b"><div itemprop=articleBody><p><a href=x>All</a> this</p></div></main>')
    (line,) = page.lines
    assert (line.tag, line.path, round(line.link_share, 2)) == ("p", "body/main#top.a.b/div[itemprop=articleBody]/p", 0.38)
    assert page.elements[line.element].tag == "p"
    assert page.text[line.start : line.end] == "All this"


def test_a_figcaption_is_a_caption_for_sure() -> None:
    page = render_html("<figure><img src=x><figcaption><div>A vote in New York</div></figcaption></figure>")
    assert [line.role for line in page.lines] == ["caption"]


def test_depth_has_no_limit_and_paths_have_one() -> None:
    page = render_html("<div class=deep>" * 10_000 + "<p>text at the bottom</p>")
    assert page.text == "text at the bottom"
    assert len(page.lines[0].path) <= MAX_PATH


def test_both_doors_give_the_same_page() -> None:
    html = "<h1>Title</h1><p>Körper – “text”</p>"
    assert render(Document(html=html)).text == render(Document(html=html.encode())).text == "Title\nKörper – “text”"


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.bbc.co.uk", "bbc.co.uk"),
        ("news.example.com.", "example.com"),
        ("EDITION.CNN.COM", "cnn.com"),
        ("blog.user.github.io", "user.github.io"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "::1"),
        ("", ""),
    ],
)
def test_the_domain_a_publisher_registered(host: str, domain: str) -> None:
    assert registrable_domain(host) == domain
