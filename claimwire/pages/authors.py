"""Who wrote a page's article: names out of metadata and bylines, without roles, agencies' addresses and links."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Final

from claimwire.pages.line_kinds import past_day

_LEADING: Final = re.compile(
    r"^(?:(?:analysis|opinion|review|perspective|story|words|text|written|reported|submitted|reporting|posted|published|interview|commentary|edited|photographs?|illustrations?)\s+by|by|von|por|par|di|door|author|authors|текст|автор|автори|yazan|penulis|oleh|фото)\b[:\s]+",
    re.IGNORECASE,
)
_SEPARATORS: Final = re.compile(
    r"\s*(?:,|;|\||/|&|•|·|\band\b|\bund\b|\bet\b|\by\b(?=\s[A-Z])|\bwith\b)\s+|\s*[;|／•]\s*|\s*·(?![^\W\d])", re.IGNORECASE
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6})\.?"
_WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE: Final = re.compile(
    rf"(?:\b(?:on|at)\s+)?(?:\b{_WEEKDAY}\b,?\s*)?(?:\b{_MONTH}\s+\d|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{_MONTH}(?:\s|$)|\b\d{{4}}[-./]\d|\b\d{{1,2}}[-./:]\d).*$",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"\s*(?:\(.*\)|\bfor\s+[A-Z].*|\bin\s+[A-Z].*|[-–—]\s.*|@\w+.*|\S+@\S+.*|https?:.*|\bfollow\b.*|\bpubli(?:shed|ziert)\b.*|\bupdated\b.*|\bveröffentlicht\b.*)$",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|columnist|contributor|staff|producer|analyst|chief|director|fellow|professor|journalist|critic|bureau|desk|newsroom|team|newsdesk|photographer|senior|deputy|"
    r"associate|assistant|author|blogger|host|anchor|presenter|lecturer|expert|redaktion|redaktor)\b",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"^(?:https?:|www\.|admin|administrator|editor|user|guest|unknown|anonymous|null|none"
    r"|undefined|n/?a|staff|author|web ?master|root)\b|^\W*$|^\d+$",
    re.IGNORECASE,
)
_DATELINE_AGENCY: Final = re.compile(
    r"^.{0,80}?\(\s*(AP|Reuters|REUTERS|AFP|Xinhua|PTI|ANI|IANS|dpa|UPI|EFE|TASS|Yonhap|Kyodo|Bloomberg|PA|AA|Interfax)\s*\)\s*[-–—:]"
)


@functools.cache
def _agencies() -> dict[str, str]:
    table = tomllib.loads(resources.files("claimwire.data").joinpath("agencies.toml").read_text("utf-8"))
    return {form: name for name, forms in table.items() for form in forms}


def agency_of(names: Iterable[str], opening: str = "") -> str | None:
    """The wire agency among the names of a byline, or in the dateline that opens the body."""
    for name in names:
        found = _agencies().get(name.strip().lower())
        if found:
            return found
    dateline = _DATELINE_AGENCY.match(opening)
    return _agencies().get(dateline[1].lower(), dateline[1]) if dateline else None


@functools.cache
def _first_names() -> frozenset[str]:
    table = tomllib.loads(resources.files("claimwire.data").joinpath("first_names.toml").read_text("utf-8"))
    return frozenset(name for names in table.values() for name in names)


def is_person(name: str) -> bool:
    """Whether a name of two to four words begins with a first name that is known."""
    words = name.split()
    return 2 <= len(words) <= 4 and words[0].lower() in _first_names()


def clean_names(values: Iterable[str]) -> tuple[str, ...]:
    """Single names in order, without doubles, roles, addresses and links; at most 30."""
    found: dict[str, str] = {}
    for value in values:
        text = " ".join(value.split())[:400]
        text = text[past_day(text) :]
        while (shorter := _LEADING.sub("", text)) != text:
            text = shorter
        text = _DATE.sub("", text[past_day(text) :])
        for part in _SEPARATORS.split(text):
            name = _TAIL.sub("", part or "").strip(" ,.;:|-–—•·*")
            if is_name(name):
                found.setdefault(name.lower(), name)
            if len(found) >= 30:
                return tuple(found.values())
    return tuple(found.values())


def is_name(text: str) -> bool:
    """Whether a text could be the name of a person or an agency in a byline."""
    if not 2 <= len(text) <= 60 or _NO_NAME.search(text) or not any(c.isalpha() for c in text):
        return False
    words = text.split()
    if len(words) > 6 or any(c in text for c in "<>{}[]=@0123456789"):
        return False
    if text.lower() in _agencies():
        return True
    if text.isupper() and text.isascii() and text.isalpha() and len(text) >= 5:
        return False
    return _ROLE.search(text) is None and (not text[0].isascii() or text[0].isupper() or len(words) > 1)
