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
from typing import Final

RAW_TEXT: Final = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title"})
"""Elements whose content is text up to their own end tag."""

MAX_ATTRIBUTES: Final = 200
"""Attributes read from one tag; what follows cannot change a page's text."""

_TAG: Final = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?>[^>=]*+(?:=\s*+(?>"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+)[^>=]*+)*+))>""")
_NAME: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
_ATTRIBUTE: Final = re.compile(r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?>"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?""")
_BROKEN_TAGS: Final = 20


Token = tuple[str, str, str]
"""One piece of the source: kind (``start``, ``end``, ``text`` or ``raw``), name of the element, data.

The data of text has its character references resolved; of a start tag it is the source of the attributes.
"""


@dataclass(slots=True)
class Source:
    """A page's source and what was odd about it."""

    html: str
    problems: list[str] = field(default_factory=list)

    def tokens(self) -> Iterator[Token]:
        """The tokens in order of the source."""
        html, at, size, broken = self.html, 0, len(self.html), 0
        last = html.rfind(">") + 1
        find, match = html.find, _TAG.match
        text_from = 0
        while at < size:
            opening = find("<", at)
            if opening < 0:
                break
            tag = match(html, opening) if broken < _BROKEN_TAGS else None
            if tag is not None:
                closing, name, data = tag.groups()
                end = tag.end()
            else:
                after = html[opening + 1 : opening + 3]
                if after[:1] in ("!", "?") or (after[:1] == "/" and not after[1:].isalpha()):
                    if opening > text_from:
                        yield "text", "", _resolved(html[text_from:opening])
                    at = text_from = self._past_comment(opening)
                    continue
                named = _NAME.match(html, opening)
                if named is None:
                    at = opening + 1
                    continue
                if opening >= last:
                    if opening > text_from:
                        yield "text", "", _resolved(html[text_from:opening])
                    self.problems.append(f"the page ends inside a tag: {size - opening} characters of source stay out")
                    return
                broken += 1
                closing, name = named.groups()
                end = find(">", named.end()) + 1
                data = html[named.end() : end - 1]
            if opening > text_from:
                yield "text", "", _resolved(html[text_from:opening])
            at = text_from = end
            name = name.lower()
            if closing:
                yield "end", name, ""
                continue
            yield "start", name, data
            if name == "plaintext":
                yield "text", "", html[end:]
                return
            if name in RAW_TEXT:
                at = text_from = self._past_raw(name, end)
                yield "raw", name, html[end:at]
        if text_from < size:
            yield "text", "", _resolved(html[text_from:])
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


def attributes(source: str, wanted: frozenset[str] | None = None) -> dict[str, str]:
    """The wanted (else all) attributes of a start tag by lower-case name; the first of a name counts."""
    if not source or source.isspace():
        return {}
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source)[:MAX_ATTRIBUTES]:
        name = name.lower()
        if (wanted is None or name in wanted) and name not in found:
            found[name] = _resolved(double or single or bare)
    return found


def _resolved(text: str) -> str:
    return unescape(text) if "&" in text else text
