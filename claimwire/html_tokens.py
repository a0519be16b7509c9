"""Cut a page's source into tags and text, in linear time whatever the source holds.

Follows the tokenizer of the HTML standard as far as visible text goes: quoted
attribute values, comments and their odd endings, raw text of scripts and styles.
Scanning is over atomic groups only, and an opening without an end is remembered,
so no part of the source is read twice for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final, NamedTuple

RAW_TEXT: Final = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title", "plaintext"})
"""Elements whose content is text up to their own end tag."""

MAX_ATTRIBUTES: Final = 200
"""Attributes read from one tag; what follows cannot change a page's text."""

_MARKUP: Final = re.compile(r"<(?:[a-zA-Z]|/[a-zA-Z]|!--|[!?]|/)")
_NAME: Final = re.compile(r"</?([a-zA-Z][^\s/>]*+)")
_REST: Final = re.compile(r"""(?>[^>=]*+(?:=\s*+(?>"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+)[^>=]*+)*+)>""")
_ATTRIBUTE: Final = re.compile(r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?>"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?""")
_BROKEN_TAGS: Final = 20


class Token(NamedTuple):
    """One piece of the source: a start tag, an end tag, text, or the raw text of ``name``."""

    kind: str  # "start", "end", "text", "raw"
    name: str
    data: str
    """Text with character references resolved; of a start tag, the source of its attributes."""


@dataclass(slots=True)
class Source:
    """A page's source and what was odd about it."""

    html: str
    problems: list[str] = field(default_factory=list)

    def tokens(self) -> Iterator[Token]:
        """The tokens in order of the source."""
        html, at, size, broken = self.html, 0, len(self.html), 0
        last = html.rfind(">") + 1
        while at < size:
            found = _MARKUP.search(html, at)
            if found is None:
                yield Token("text", "", _resolved(html[at:]))
                return
            opening = found.start()
            if opening > at:
                yield Token("text", "", _resolved(html[at:opening]))
            third = html[opening + 1]
            if third == "!" or third == "?" or (third == "/" and not html[opening + 2 : opening + 3].isalpha()):
                at = self._past_comment(opening)
                continue
            if opening >= last:
                self.problems.append("the page ends inside a tag")
                return
            named = _NAME.match(html, opening)
            if named is None:  # pragma: no cover - _MARKUP saw a letter
                return
            rest = _REST.match(html, named.end()) if broken < _BROKEN_TAGS else None
            if rest is None:
                broken += 1
                end = html.find(">", named.end()) + 1
            else:
                end = rest.end()
            name = named[1].lower()
            at = end
            if third == "/":
                yield Token("end", name, "")
                continue
            yield Token("start", name, html[named.end() : end - 1])
            if name in RAW_TEXT:
                at = self._past_raw(name, end)
                yield Token("raw", name, html[end:at])
        if broken >= _BROKEN_TAGS:
            self.problems.append("many tags have a quotation mark that is never closed")

    def _past_comment(self, opening: int) -> int:
        html = self.html
        if not html.startswith("<!--", opening):
            end = html.find(">", opening)
            if html.startswith("<![CDATA[", opening):
                end = html.find("]]>", opening)
                end = end + 2 if end >= 0 else html.find(">", opening)
            return end + 1 if end >= 0 else len(html)
        if html.startswith((">", "->"), opening + 4):
            return html.index(">", opening) + 1
        end, odd = html.find("-->", opening + 4), -1
        if end < 0 or html.find("--!>", opening + 4, end) >= 0:
            odd = html.find("--!>", opening + 4)
        if end < 0 and odd < 0:
            self.problems.append(f"a comment never ends: {len(html) - opening} characters of source stay out")
            return len(html)
        return odd + 4 if odd >= 0 else end + 3

    def _past_raw(self, name: str, at: int) -> int:
        if name == "plaintext":
            return len(self.html)
        ends = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
        found = ends.search(self.html, at)
        if name == "script":
            start = at
            while found is not None and self._in_escaped_script(start, found.start()):
                start = found.end()
                found = ends.search(self.html, start)
        if found is None:
            self.problems.append(f"<{name}> never ends: {len(self.html) - at} characters of source stay out")
            return len(self.html)
        return found.start()

    def _in_escaped_script(self, start: int, end: int) -> bool:
        """Whether a script's end tag stands inside ``<!-- <script>``, where it ends nothing."""
        comment = self.html.rfind("<!--", start, end)
        return (
            comment >= 0
            and self.html.find("-->", comment, end) < 0
            and re.search(r"<script[\s/>]", self.html[comment:end], re.IGNORECASE) is not None
        )


def attributes(source: str) -> dict[str, str]:
    """Attributes of a start tag by lower-case name; the first of a name counts."""
    if not source or source.isspace():
        return {}
    found: dict[str, str] = {}
    for count, match in enumerate(_ATTRIBUTE.finditer(source)):
        if count >= MAX_ATTRIBUTES:
            break
        name = match[1].lower()
        if name not in found:
            found[name] = unescape(match[2] or match[3] or match[4] or "")
    return found


def _resolved(text: str) -> str:
    return unescape(text) if "&" in text else text
