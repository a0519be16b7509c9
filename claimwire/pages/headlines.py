"""The headline of a page: of its headings and of what its metadata state, less the site's name and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimwire.articles import Line
from claimwire.pages.findings import NAMES, Findings, address
from claimwire.pages.furniture import plain
from claimwire.pages.json_ld import string_of

_WORD: Final = re.compile(r"\w+")
_PART: Final = re.compile(r"\s+(?:[|•·»–—-]|::)\s+|:\s+")
_SUFFIX: Final = re.compile(r"\s+(?:[|•·»–—-]|::)\s+")


def headline_of(found: Findings, text: str, lines: Sequence[Line], sources: dict[str, str]) -> str | None:
    """The headline, or ``None``; says in ``sources`` where it was found."""
    stated = [
        (string_of(found.article.get("headline")), "json-ld headline"),
        *((string_of(t), "meta og:title") for t in found.meta.get("og:title", ())[:1]),
        *((string_of(t), "meta twitter:title") for t in found.meta.get("twitter:title", ())[:1]),
        (found.head_title, "title element"),
    ]
    stated = [(value, source) for value, source in stated if value]
    site = plain(found.first(NAMES["site"])[0])
    wanted = [set(_WORD.findall(plain(value))) for value, _ in stated if len(stated) == 1 or value != found.head_title]
    whole = _titled_heading(found, text, lines)
    if whole:
        sources["title"] = "a heading that is the title element's words"
        return whole
    best, overlap, source = "", 0.0, ""
    headings = [(text[line.start : line.end], line) for line in lines if line.tag == "h1" and line.end - line.start <= 300][:20]
    for heading, _line in headings:
        words = set(_WORD.findall(plain(heading))) if plain(heading) != site else set()
        shared = max((len(words & w) / max(1, min(len(words), len(w))) for w in wanted if w), default=0.0) if words else 0.0
        if len(words) >= 2 and shared > overlap:
            best, overlap, source = heading, shared, "h1, which shares most words with the metadata"
    if best and overlap >= 0.5:
        sources["title"] = source
        return _without_label(best, [value for value, _ in stated])
    if len(headings) == 1 and len(headings[0][0].split()) >= 4 and site != plain(headings[0][0]):
        sources["title"] = "the only h1"
        return headings[0][0]
    for value, name in stated:
        if len(value) >= 3:
            sources["title"] = name
            return without_site(value, found)
    if headings:
        sources["title"] = "the first h1"
        return headings[0][0]
    return None


def _without_label(heading: str, stated: Sequence[str]) -> str:
    """The heading less a label of four words at most before a stated title: ``Politics The vote is called`` is the second."""
    for value in stated:
        size, words = len(value), len(value.split())
        if words >= 4 and len(heading.split()) <= words + 4 and plain(heading).endswith(" " + plain(value)):
            return heading[-size:].strip() if plain(heading[-size:]) == plain(value) else value
    return heading


def _titled_heading(found: Findings, text: str, lines: Sequence[Line]) -> str:
    """A heading that is the whole title element, or all of it but a part behind or before a mark; not of the site's name."""
    whole = found.head_title
    wanted = {plain(whole)}
    for mark in _PART.finditer(whole):
        wanted |= {plain(whole[: mark.start()]), plain(whole[mark.end() :])}
    site = plain(found.first(NAMES["site"])[0] or string_of(found.article.get("publisher")))
    stated = plain(string_of(found.article.get("headline")) or next(iter(found.meta.get("og:title", ())), ""))
    best = ""
    for line in lines[:400]:
        words = text[line.start : line.end]
        if line.tag in ("h1", "h2", "h3") and len(best) < len(words) <= 300 and len(words.split()) >= 4:
            known = plain(words)
            if known in wanted and known != site and (not stated or known == stated or line.tag == "h1"):
                best = words
    return best


def without_site(title: str, found: Findings) -> str:
    """A title without the site's name behind or before a bar or a dash."""
    parts = _SUFFIX.split(title)
    if len(parts) < 2:
        return title
    site = re.sub(r"\W", "", plain(found.first(NAMES["site"])[0] or string_of(found.article.get("publisher"))))
    host = re.sub(r"\W", "", address(found.canonical or (found.meta.get("og:url") or [""])[0]).split("/")[0])
    for part, rest in ((parts[-1], title[: title.rfind(parts[-1])]), (parts[0], title[len(parts[0]) :])):
        bare = re.sub(r"\W", "", plain(part))
        if bare and (
            bare in (site, host.partition(".")[0])
            or (site and bare in site)
            or (bare in host)
            or (site and site in bare and len(part.split()) <= 5)
        ):
            return rest.strip(" |•·»–—-:")
    return title


def titled_site(found: Findings, title: str | None) -> str:
    """What the title element has behind the headline and a bar or a dash: mostly the site's name."""
    parts = _SUFFIX.split(found.head_title)
    return plain(parts[-1]) if title and len(parts) == 2 and plain(parts[0]) == plain(title) and len(parts[1].split()) <= 4 else ""
