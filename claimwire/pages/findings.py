"""What a page holds about itself, before anything is chosen: meta elements, links, microdata, times and JSON-LD."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Final
from urllib.parse import urlsplit

from claimwire.pages.furniture import plain
from claimwire.pages.json_ld import is_article, nodes, string_of
from claimwire.pages.tree import INLINE, Element, Tree

NAMES: Final[dict[str, list[str]]] = tomllib.loads(resources.files("claimwire.data").joinpath("page_metadata.toml").read_text("utf-8"))
"""Names of meta elements by what they say."""


@dataclass(slots=True)
class Findings:
    """What a page holds, before anything is chosen."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)
    articles: list[dict[str, Any]] = field(default_factory=list)
    known: dict[str, dict[str, Any]] = field(default_factory=dict)
    canonical: str = ""
    head_title: str = ""
    language: str = ""
    items: dict[str, list[str]] = field(default_factory=dict)
    """Values of microdata properties that are given by attributes."""
    times: list[tuple[int, str]] = field(default_factory=list)
    """Number of the block that a time element stands in, and its ``datetime``."""

    def first(self, names: Iterable[str]) -> tuple[str, str]:
        """The first value that is not empty of these meta names, and its name."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value, f"meta {name}"
        return "", ""


def findings_of(tree: Tree, url: str | None, problems: list[str]) -> Findings:
    """Meta elements, links, microdata, times and JSON-LD of a page."""
    found = Findings()
    for element in tree.elements[1:]:
        attrs = element.attributes
        if element.tag == "html":
            found.language = found.language or attrs.get("lang", "")
        elif element.tag == "meta":
            name = attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or attrs.get("http-equiv") or ""
            if name and attrs.get("content"):
                found.meta.setdefault(name.lower(), []).append(" ".join(attrs["content"].split())[:2000])
        elif element.tag == "link" and "canonical" in attrs.get("rel", "").lower().split():
            found.canonical = found.canonical or attrs.get("href", "")
        elif element.tag == "time" and attrs.get("datetime"):
            found.times.append((_block_of(element).number, attrs["datetime"][:80]))
        if attrs and attrs.get("itemprop") and element.tag != "meta":
            value = attrs.get("content") or attrs.get("datetime")
            if value:
                found.items.setdefault(attrs["itemprop"].lower(), []).append(value[:200])
    blocks: list[dict[str, Any]] = []
    for element, raw in tree.raws:
        if element.tag == "title" and not found.head_title:
            found.head_title = string_of(raw)
        elif element.tag == "script" and "ld+json" in element.attributes.get("type", "").lower() and len(blocks) < 2000:
            blocks += nodes(raw, problems)
    found.known = {str(node["@id"]): node for node in blocks if node.get("@id") and node.get("name")}
    found.articles = [node for node in blocks if is_article(node)] or [
        node for node in blocks if "datePublished" in node or "headline" in node
    ]
    found.article = _own_article(found, url)
    return found


def _block_of(element: Element) -> Element:
    at = element
    for _ in range(8):
        if at.tag not in INLINE or at.parent is None:
            break
        at = at.parent
    return at


def _own_article(found: Findings, url: str | None) -> dict[str, Any]:
    """Of several described articles the one of this page: by URL, else by headline, else the first."""
    if not found.articles:
        return {}
    addresses = {address(a) for a in (url or "", found.canonical, *found.meta.get("og:url", ())) if a}
    for node in found.articles:
        if {address(string_of(node.get(key))) for key in ("url", "mainEntityOfPage", "@id")} & addresses:
            return node
    titles = {plain(t) for t in found.meta.get("og:title", ())}
    return next((node for node in found.articles if plain(string_of(node.get("headline"))) in titles), found.articles[0])


def address(url: str) -> str:
    """Host and path of a URL, by which two addresses of one page are the same."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/") if parts.path.strip("/") else url
