"""When two documents are one article, and how values are written down so that equal values are equal bytes."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from claimwire.articles import Article

TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|at_(?:medium|campaign)\w*", re.IGNORECASE)
"""Query parameters that say where a reader came from, not what is read."""


def canonical_url(url: str) -> str:
    """A URL without what does not change the article: scheme, ``www.``, port, fragment, tracking, a trailing slash.

    A URL that cannot be taken apart is returned as it is.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(k)])
    return urlunsplit(("https", host.removeprefix("www.") + port, parts.path.rstrip("/"), query, ""))


def article_id(article: Article) -> str:
    """The article's public id: a hash of its canonical URL, or of outlet and content where it has none."""
    return id_of_url(article.url) if article.url else _identity(f"text\n{article.outlet}\n{article.revision()}")


def id_of_url(url: str) -> str:
    """The public id of the article at a URL."""
    return _identity(f"url\n{canonical_url(url)}")


def _identity(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def dumps(value: Any) -> str:
    """Compact JSON; members keep their order, so that what is built in one order is equal bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def sorted_dumps(value: Any) -> str:
    """Compact JSON with sorted members: the same for equal values."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def digest(value: str | bytes) -> str:
    """A short hash of text or bytes."""
    return hashlib.sha256(value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value).hexdigest()[:32]


def etag(document: bytes) -> str:
    """The strong ETag of a document, with its quotes."""
    return f'"{digest(document)}"'


def loads(text: str | bytes) -> Any:
    """The values of JSON that this package wrote."""
    return json.loads(text)
