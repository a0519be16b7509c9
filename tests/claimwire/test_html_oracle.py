"""The tree shows the same text as a browser's parser (lexbor, by selectolax) on real pages and on made ones."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimwire.pages.tokens import RAW_TEXT
from claimwire.pages.tree import UNSEEN, Tree, is_hidden

lexbor = pytest.importorskip("selectolax.lexbor")

BLOCKS = [
    "div",
    "p",
    "ul",
    "ol",
    "li",
    "h2",
    "h3",
    "blockquote",
    "section",
    "article",
    "dl",
    "dt",
    "dd",
    "pre",
    "button",
    "main",
    "nav",
    "details",
    "x-card",
]
PARTS = ["table", "tbody", "tr", "td", "th", "caption"]
INLINE = ["span", "b", "i", "a", "em", "strong", "label", "small", "nobr", "font"]
SNIPPETS = [
    "<br>", "</br>", "<hr>", "<img src=x>", "<!-- c -->", "<!-->", "<!--x--!>", "<!doctype html>", "<?pi?>", "</>", "< b", "<3",
    "&amp;", "&lt;b&gt;", "&#65;", "&nope;", "&notin;", "<script>'</p>'</script>", "<style>p{}</style>",
    "<textarea><p>x</textarea>", "<svg><text>s</text></svg>", "<template><p>k</template>", "<iframe>f</iframe>",
    "<select><option>o</select>", "<p title='a>b'>", '<p class="a\'b">', "<p x=y/>", "<a href=/x?a=1&amp;b>",
]  # fmt: skip
HIDING = ["", "", "", " hidden", " style='display: none'", " class='c sr-only'"]


def shown_by_lexbor(html: str) -> str:
    unseen: set[int] = set()
    parts: list[str] = []
    for node in lexbor.LexborHTMLParser(html).root.traverse(include_text=True):
        below = node.parent is not None and node.parent.mem_id in unseen
        if node.tag == "-text":
            parts += [] if below else [node.text_content or ""]
        elif node.tag is not None and not node.tag.startswith(("-", "!")):
            attributes = {name: value or "" for name, value in node.attributes.items()}
            if below or node.tag in UNSEEN or node.tag in RAW_TEXT or is_hidden(attributes):
                unseen.add(node.mem_id)
    return "".join("".join(parts).split())


def shown_by_us(html: str) -> str:
    return "".join("".join(text for run in Tree(html).runs for text in run.pieces).split())


def made_of(tags: list[str], hiding: list[str]) -> st.SearchStrategy[str]:
    start = st.builds(lambda tag, hide: f"<{tag}{hide}>", st.sampled_from(tags), st.sampled_from(hiding))
    piece = st.one_of(
        start, st.sampled_from(tags).map(lambda tag: f"</{tag}>"), st.sampled_from(SNIPPETS), st.integers(0, 99).map(lambda n: f" w{n} ")
    )
    return st.lists(piece, max_size=25).map(lambda parts: "<body>" + "".join(parts))


@settings(max_examples=400, deadline=None)
@given(made_of(BLOCKS + INLINE, [""]))
def test_markup_of_blocks_and_inline_elements(html: str) -> None:
    assert shown_by_us(html) == shown_by_lexbor(html)


@settings(max_examples=400, deadline=None)
@example("<body><a href=x><x-card hidden><a href=x> w0 ")
@given(made_of(BLOCKS, HIDING))
def test_hidden_blocks(html: str) -> None:
    assert shown_by_us(html) == shown_by_lexbor(html)


@settings(max_examples=400, deadline=None)
@given(made_of(BLOCKS + INLINE + PARTS * 2, [""]))
def test_tables_lose_nothing(html: str) -> None:
    """In broken tables a browser moves text in front of the table; the characters are the same."""
    assert sorted(shown_by_us(html)) == sorted(shown_by_lexbor(html))


@pytest.mark.shared
def test_real_pages(shared_dir: Path) -> None:
    pages = sorted((shared_dir / "corpus" / "pages").glob("*.html.gz"))
    assert pages
    for path in pages:
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        assert shown_by_us(html) == shown_by_lexbor(html), path.name
