"""What a page says about itself: each value with where it was found and why it was chosen."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urljoin, urlsplit

from claimwire.articles import Line, Metadata
from claimwire.pages.authors import agency_of, clean_names, is_person
from claimwire.pages.container import HEADINGS
from claimwire.pages.dates import Stamp, day_in, day_in_url, first_day, is_change, stamp_of
from claimwire.pages.findings import NAMES, Findings, findings_of
from claimwire.pages.furniture import plain
from claimwire.pages.headlines import headline_of, titled_site
from claimwire.pages.json_ld import names_of, string_of, types_of
from claimwire.pages.languages import declared_language, language_of
from claimwire.pages.line_kinds import is_byline, is_caption, is_date_line
from claimwire.pages.marks import marks_of
from claimwire.pages.tree import Element, Tree

PRINTED: Final = "a byline beside the headline"


def metadata_of(tree: Tree, url: str | None, text: str, lines: Sequence[Line], problems: list[str]) -> tuple[Metadata, str, str]:
    """The metadata of a page, and the body and the posts of a live blog that its JSON-LD states (empty where it states none)."""
    found = findings_of(tree, url, problems)
    sources: dict[str, str] = {}
    title = headline_of(found, text, lines, sources)
    head = _head_lines(text, lines, title)
    published, modified = _dates(found, url, text, lines, head, sources)
    byline = _byline(found, tree, text, lines, head, title, sources)
    canonical = _canonical(found, url, sources)
    site, source = found.first(NAMES["site"])
    if not site:
        site, source = string_of(found.article.get("publisher")), "json-ld publisher"
    section, section_source = found.first(NAMES["section"])
    if not section:
        section, section_source = string_of(found.article.get("articleSection")), "json-ld articleSection"
    if site:
        sources["site_name"] = source
    if section:
        sources["section"] = section_source
    language = _language(found, text, sources)
    opening = next((text[line.start : line.end][:200] for line in lines if line.tag == "p" and line.end - line.start > 80), "")
    agency = agency_of(byline, opening) or agency_of(
        [string_of(found.article.get(key)) for key in ("creditText", "provider", "sourceOrganization")]
    )
    if agency:
        sources["agency"] = "byline or dateline"
    stated = found.article.get("articleBody")
    return (
        Metadata(title, byline, published, modified, language, canonical, site or None, section or None, agency, sources),
        stated if isinstance(stated, str) else "",
        _posts(found),
    )


def _posts(found: Findings) -> str:
    """Headlines and bodies of at most 500 posts of a live blog, a line each."""
    posts: list[str] = []
    for node in found.articles:
        updates = node.get("liveBlogUpdate")
        for update in updates[:500] if isinstance(updates, list) else ():
            if isinstance(update, dict):
                posts += [string_of(update.get("headline")), string_of(update.get("articleBody"))]
    return "\n".join(post for post in posts if post)[:300_000]


def _head_lines(text: str, lines: Sequence[Line], title: str | None) -> list[tuple[int, str]]:
    """Number and words of the lines around the headline: up to 4 before and 25 behind."""
    if not title:
        return []
    wanted = plain(title)
    at = next(
        (
            n
            for n, line in enumerate(lines)
            if line.end - line.start < 400 and line.tag in ("h1", "h2", "h3") and plain(text[line.start : line.end]) == wanted
        ),
        -1,
    )
    if at < 0:
        return []
    return [(n, text[lines[n].start : lines[n].end]) for n in range(max(0, at - 4), min(len(lines), at + 26))]


def _dates(
    found: Findings, url: str | None, text: str, lines: Sequence[Line], head: list[tuple[int, str]], sources: dict[str, str]
) -> tuple[datetime.date | None, datetime.date | None]:
    def stamps(values: Iterable[tuple[str, str]]) -> list[Stamp]:
        return [stamp for value, source in values if value and (stamp := stamp_of(value, source))]

    live = [node for node in found.articles if "LiveBlogPosting" in types_of(node)]
    described = [found.article, *live]
    stated = stamps(
        [
            *((string_of(node.get(key)), f"json-ld {key}") for key in ("datePublished", "dateCreated") for node in described),
            *((string_of(node.get("coverageStartTime")), "json-ld coverageStartTime") for node in live),
            *((value, f"meta {name}") for name in NAMES["published"] for value in found.meta.get(name, ())[:1]),
            *((value, "itemprop datePublished") for value in found.items.get("datepublished", ())[:1]),
        ]
    )
    others = stamps((value, "time element") for _, value in found.times[:40])
    changed = stamps(
        [
            *((string_of(node.get("dateModified")), "json-ld dateModified") for node in described),
            *((value, f"meta {name}") for name in NAMES["modified"] for value in found.meta.get(name, ())[:1]),
            *((value, "itemprop dateModified") for value in found.items.get("datemodified", ())[:1]),
        ]
    )
    in_url = day_in_url(url or found.canonical)
    dated = [(line, day) for n, line in head if len(line) <= 120 and _is_dated(line, lines[n]) and (day := day_in(line))]
    printed = [day for line, day in dated if not is_change(line)]
    beside = {lines[n].element for n, _ in head}
    near = [stamp for number, value in found.times if number in beside and (stamp := stamp_of(value, "time element beside the headline"))]
    if not stated and not printed:
        printed = [day for _, day in dated]
    if not stated:
        stated = near[:1] or ([] if printed else others[:1] if len(others) == 1 else [])
    chosen = first_day(stated, [*others, *changed], _best_printed(printed, stated, in_url), in_url)
    if chosen is None:
        return None, None
    published, sources["published"] = chosen
    later = [stamp for stamp in changed if stamp.day >= published]
    if not later:
        return published, None
    sources["modified"] = later[0].source
    return published, max(later[0].day, published)


def _best_printed(printed: list[datetime.date], stated: list[Stamp], in_url: datetime.date | None) -> datetime.date | None:
    """Of the days beside the headline the one that metadata or the URL confirm, else the first."""
    confirmed = [day for day in printed if day == in_url or any(day == stamp.day for stamp in stated)]
    return next(iter(confirmed or printed), None)


def _is_dated(text: str, line: Line) -> bool:
    """Whether a line beside the headline tells a day of the article: a date line or a byline, no caption and no sentence."""
    return line.tag not in ("h1", "figcaption") and not is_caption(text) and (len(text) <= 60 or is_date_line(text) or is_byline(text))


def _byline(
    found: Findings, tree: Tree, text: str, lines: Sequence[Line], head: list[tuple[int, str]], title: str | None, sources: dict[str, str]
) -> tuple[str, ...]:
    publisher = {plain(string_of(found.article.get("publisher"))), plain(found.first(NAMES["site"])[0])} - {""}
    site = publisher | ({titled_site(found, title)} - {""})
    candidates = [(clean_names(names_of(found.article.get("author"), found.known)), "json-ld author")]
    candidates += [(clean_names(found.meta.get(name, ())), f"meta {name}") for name in NAMES["author"]]
    candidates += [(clean_names([words]), PRINTED) for _number, words in head if is_byline(words)]
    marked = clean_names(_marked_names(tree, text, lines))
    candidates.append((tuple(name for name in marked if " " in name or agency_of([name])), "an element marked as author"))
    weak: tuple[tuple[str, ...], str] | None = None
    for told, source in candidates:
        names = tuple(_without_publisher(name, site) for name in told)
        persons = tuple(name for name in names if not any(one in plain(name) or plain(name) in one for one in publisher))
        if persons and any(" " in name or not name.isascii() for name in persons):
            sources["byline"] = source
            return persons
        named = persons or tuple(name for name in names if source == PRINTED or agency_of([name]) or is_person(name))
        if named and weak is None:
            weak = named, source
    if weak is not None:
        sources["byline"] = weak[1]
        return weak[0]
    return ()


def _without_publisher(name: str, publisher: set[str]) -> str:
    """A name without the publisher's behind it: ``Jane Doe. Daily Example`` is Jane Doe."""
    for one in publisher:
        if plain(name).endswith(one) and len(name) > len(one) and not name[-len(one) - 1].isalnum():
            return name[: -len(one)].rstrip(" .,;:|/–—-") or name
    return name


def _marked_names(tree: Tree, text: str, lines: Sequence[Line]) -> list[str]:
    """Words of lines inside elements that are marked as author or byline, before 40 lines of the page have such a mark."""
    found: list[str] = []
    for line in lines:
        if line.end - line.start > 120 or line.tag in HEADINGS or len(found) >= 3:
            continue
        at: Element | None = tree.elements[line.element]
        for _ in range(3):
            if at is None:
                break
            attrs = at.attributes
            if attrs and (
                "author" in attrs.get("itemprop", "").split()
                or "author" in attrs.get("rel", "")
                or _is_byline_class(attrs.get("class", ""))
            ):
                found.append(text[line.start : line.end])
                break
            at = at.parent
    return found[:1]


def _is_byline_class(names: str) -> bool:
    return bool(names) and any(mark.rule == "page.byline" for mark in marks_of(names)[0])


def _canonical(found: Findings, url: str | None, sources: dict[str, str]) -> str | None:
    for value, source in ((found.canonical, "link canonical"), (next(iter(found.meta.get("og:url", ())), ""), "meta og:url")):
        try:
            address = urljoin(url or "", value.strip()) if value else ""
            if address.startswith(("http://", "https://")) and urlsplit(address).hostname and len(address) <= 2000:
                sources["canonical_url"] = source
                return address
        except ValueError:
            continue
    return None


def _language(found: Findings, text: str, sources: dict[str, str]) -> str | None:
    declared, source = declared_language(found.language), "html lang"
    if declared is None:
        declared, source = declared_language(string_of(found.article.get("inLanguage"))), "json-ld inLanguage"
    if declared is None:
        value, source = found.first(("og:locale", "content-language", "dc.language", "language"))
        declared = declared_language(value)
    spoken = language_of(text)
    if spoken is not None and spoken != declared:
        sources["language"] = "function words" + (f", against {source} ({declared})" if declared else "")
        return spoken
    if declared is not None:
        sources["language"] = source
    return declared
