"""A document: what was handed in, before anybody made an article of it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from claimwire.errors import DocumentError, DocumentTooLarge

MAX_BYTES = 5_000_000
"""The largest text or page that is read, in bytes of UTF-8 (CONTRACT: 5 MB a document)."""

MAX_OUTLET = 200
"""The longest name of an outlet, in characters."""

MAX_HOST = 253
"""The longest name of a host (RFC 1035, without the closing dot)."""

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text or one page, with what the caller knows about it.

    Exactly one of ``text`` and ``html`` is given. ``html`` may be bytes whose
    encoding is found by the renderer. ``outlet`` is a slug or a name, known or
    not. ``published`` is an ISO date or date-time; its local day counts.
    ``retrieved`` is an ISO date-time, kept and never used for reading.

    Raises ``DocumentError`` naming the field for anything that cannot be kept
    exactly: neither or both of text and html, a ``url`` that is no http(s) address, an impossible date, a NUL
    character or a lone surrogate in a text; ``DocumentTooLarge`` beyond
    ``MAX_BYTES``.
    """

    text: str | None = None
    html: str | bytes | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    retrieved: str | None = None
    id: str | None = None

    def __post_init__(self) -> None:
        if self.text is not None and self.html is not None:
            raise DocumentError("give either 'text' or 'html', not both", field="html")
        if self.text is None and self.html is None:
            raise DocumentError("give the article as 'text' or as 'html'", field="text")
        for name in ("url", "outlet", "published", "retrieved", "id"):
            value = getattr(self, name)
            if value is not None:
                _check_string(value, name)
        if self.outlet is not None and len(self.outlet) > MAX_OUTLET:
            raise DocumentError(f"'outlet' has {len(self.outlet)} characters; at most {MAX_OUTLET} are a name", field="outlet")
        if self.url is not None:
            _check_url(self.url)
        if self.text is not None:
            _check_string(self.text, "text")
            _check_size(self.text, "text")
        elif isinstance(self.html, str):
            _check_surrogates(self.html, "html")
            _check_size(self.html, "html")
        elif isinstance(self.html, bytes):
            if len(self.html) > MAX_BYTES:
                raise DocumentTooLarge(f"'html' is {len(self.html)} bytes; at most {MAX_BYTES} are read", field="html")
        else:
            raise DocumentError(f"'html' must be a string or bytes, not {type(self.html).__name__}", field="html")
        for name in ("published", "retrieved"):
            value = getattr(self, name)
            if value is not None:
                local_day(value, name)

    @property
    def published_day(self) -> datetime.date | None:
        """The local day of ``published``: the date as written, whatever its offset says."""
        return None if self.published is None else local_day(self.published, "published")


def local_day(value: str, field: str = "published") -> datetime.date:
    """The day written in an ISO date or date-time; ``DocumentError`` if there is no such day or time."""
    match = _DAY.match(value)
    try:
        if match is None:
            raise ValueError("not YYYY-MM-DD")
        day = datetime.date(int(match[1]), int(match[2]), int(match[3]))
        if len(value) > 10:
            datetime.datetime.fromisoformat(value)
    except ValueError as error:
        raise DocumentError(f"'{field}' is no date or date-time (YYYY-MM-DD[THH:MM…]): {value[:40]!r} ({error})", field=field) from None
    return day


def _check_string(value: object, field: str) -> None:
    if not isinstance(value, str):
        raise DocumentError(f"'{field}' must be a string, not {type(value).__name__}", field=field)
    at = value.find("\0")
    if at >= 0:
        raise DocumentError(f"'{field}' has a NUL character at offset {at}", field=field)
    _check_surrogates(value, field)


def _check_url(value: str) -> None:
    try:
        parts = urlsplit(value.strip())
        good = parts.scheme in ("http", "https") and 0 < len(parts.hostname or "") <= MAX_HOST
    except ValueError:
        good = False
    if not good:
        raise DocumentError(f"'url' is no http or https address: {value[:80]!r}", field="url")


def _check_surrogates(value: str, field: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentError(f"'{field}' has a lone surrogate at offset {error.start}", field=field) from None


def _check_size(value: str, field: str) -> None:
    size = len(value.encode("utf-8"))
    if size > MAX_BYTES:
        raise DocumentTooLarge(f"'{field}' is {size} bytes of UTF-8; at most {MAX_BYTES} are read", field=field)
