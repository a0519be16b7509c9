"""Outlets: the base class whose files are mostly data, and the generic outlet for all others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import ClassVar
from urllib.parse import urlsplit

from claimwire.articles import Article, Layout, Page
from claimwire.boilerplate import generic_layout
from claimwire.claims import Claim
from claimwire.documents import Document
from claimwire.hookspecs import hookimpl


class Outlet:
    """One publisher. Subclasses set the data; the methods do the common case."""

    slug: ClassVar[str] = ""
    name: ClassVar[str] = ""
    domains: ClassVar[tuple[str, ...]] = ()
    marks: ClassVar[tuple[str, ...]] = ()

    @hookimpl
    def recognise(self, document: Document) -> float:
        """1.0 for a URL of ``domains``, 0.6 where the text has one of ``marks``, else 0.0."""
        host = host_of(document.url)
        if host and any(host == d or host.endswith("." + d) for d in self.domains):
            return 1.0
        return 0.6 if document.text and any(mark in document.text for mark in self.marks) else 0.0

    @hookimpl
    def strip_boilerplate(self, page: Page) -> Layout:
        """The generic layout; outlets with rules of their own refine it."""
        return generic_layout(page)

    @hookimpl
    def extract_claims(self, article: Article) -> Iterable[Claim]:
        """Nothing beyond the built-in grammar."""
        return ()


class GenericOutlet(Outlet):
    """Speaks for every document that no plugin recognises."""

    slug = ""
    name = "generic"


def host_of(url: str | None) -> str:
    """The host name of a URL in lower case, or an empty string."""
    if not url:
        return ""
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


def slug_of(name: str) -> str:
    """A slug: lower case ASCII letters and digits joined by hyphens; ``The`` in front is dropped."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", "").replace("’", ""))
    return "-".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
