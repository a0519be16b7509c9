"""Ways to parse a page, by CPU on real pages and by what they do to hostile ones.

    python benchmarks/parsers.py

Each reads every element's tag and attributes and every text. lxml and lexbor
(selectolax) are measured where installed.
"""

from __future__ import annotations

import gzip
import html.parser
import sys
import time
from collections.abc import Callable
from pathlib import Path

from claimwire.pages.tree import Tree

PAGES = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "pages"
SIZE = 20_000
HOSTILE = {
    "nested <div>, then text": "<div>" * SIZE + "deep" + "</div>" * SIZE + "<p>after",
    "nested <ul><li>": "<ul><li>" * SIZE + "deep",
    "attributes in one tag": "<p " + " ".join(f"a{n}=1" for n in range(SIZE)) + ">x",
    "links": '<a href="/x">l</a> ' * SIZE,
    "open quotation marks": '<p title="x>' * SIZE,
    "open list items": "<li>x" * SIZE,
}


def ours(page: str) -> str:
    return "".join(text for run in Tree(page).runs for text in run.pieces)


def with_lxml(page: str) -> str:
    from lxml import etree

    root = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True))
    parts = []
    for element in [] if root is None else root.iter():
        dict(element.attrib)
        parts += [element.text or "", element.tail or ""]
    return "".join(parts)


def with_lexbor(page: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    parts = []
    for node in LexborHTMLParser(page).root.traverse(include_text=True):
        if node.tag == "-text":
            parts.append(node.text_content or "")
        else:
            node.attributes  # noqa: B018
    return "".join(parts)


def with_standard_library(page: str) -> str:
    class Reader(html.parser.HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.parts: list[str] = []

        def handle_data(self, data: str) -> None:
            self.parts.append(data)

    reader = Reader()
    reader.feed(page)
    return "".join(reader.parts)


def main() -> int:
    pages = [gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in sorted(PAGES.glob("*.html.gz"))]
    ways: dict[str, Callable[[str], str]] = {
        "claimwire": ours,
        "lxml": with_lxml,
        "lexbor": with_lexbor,
        "html.parser": with_standard_library,
    }
    for name, parse in ways.items():
        try:
            start = time.process_time()
            for page in pages:
                parse(page)
            print(f"{name:<12} {1000 * (time.process_time() - start) / max(1, len(pages)):7.1f} ms a page on {len(pages)} real pages")
        except ImportError:
            print(f"{name:<12} not installed")
            continue
        for shape, page in HOSTILE.items():
            start = time.process_time()
            text = parse(page)
            spent = time.process_time() - start
            lost = "" if "deep" not in page or "deep" in text else ", text lost"
            print(f"{'':<12} {spent:7.2f} s on {len(page) // 1000} KB of {shape}{lost}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
