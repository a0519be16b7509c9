"""Bylines, date lines and picture captions, known by how a single line is written (``data/line_kinds.toml``)."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Final

_TABLE: Final = tomllib.loads(resources.files("claimwire.data").joinpath("line_kinds.toml").read_text("utf-8"))


def _any(part: str, name: str) -> str:
    return "(?:" + "|".join(_TABLE[part][name]) + ")"


_MONTH: Final = _any("date", "months") + r"\.?"
_WEEKDAY: Final = _any("date", "weekdays") + r"\.?"
_DAY: Final = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_TIME: Final = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
_ZONE: Final = rf"(?:\(?{_any('date', 'zones')}(?:[+-]\d{{1,4}})?\)?)"
_DATE_PART: Final = re.compile(
    rf"(?:{_WEEKDAY}|{_DAY}|{_TIME}|{_ZONE}|{_any('date', 'fillers')})(?=$|[\s,.;:|•·()–—-])[\s,.;]*|[\s,.;|•·()–—-]+", re.IGNORECASE
)
_HAS_DAY: Final = re.compile(
    rf"{_DAY}|\b\d{{1,4}} (?:min(?:ute)?|hour|day|week|month)s? ago\b|{_MONTH}\s+\d{{1,2}}\b|{_TIME}\s+{_ZONE}|^{_TIME}$", re.IGNORECASE
)
_DIGIT: Final = re.compile(r"\d")
_READING_TIME: Final = re.compile(
    r"^(?:estimated )?(?:reading|read|listening)?\s*time:?\s*\d+|^\d+[- ]min(?:ute)?s?(?: read| listen| watch)?$"
    r"|^\d[\d,.]*k?\s+(?:comments?|shares?|views?|likes?|reads?|min read|words)$",
    re.IGNORECASE,
)
_FIRST: Final = r"[A-ZÀ-ÞŁŠŽĐ\u0400-\u042f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_NAME: Final = rf"(?:(?:{_FIRST}[\w’'.-]*|de|van|von|der|den|la|le|el|al|bin|da|dos|di)\s*){{1,5}}"
_BYLINE: Final = re.compile(
    rf"^{_any('byline', 'words')}[:\s]+(?:the\s+)?{_NAME}"
    rf"(?:(?:,|\band\b|&|\bund\b|\by\b|\bet\b|\bin\b|\bfor\b|\bwith\b|\||/|;|•)\s*(?:the\s+)?{_NAME}){{0,8}}"
)
_CREDIT: Final = re.compile(
    rf"(?:[(\[]\s*(?:(?i:{_any('caption', 'credits')})\b|{_any('caption', 'agencies')}\b)[^()\[\]]{{0,80}}[)\]]"
    rf"|[(\[][^()\[\]]{{0,60}}(?i:{_any('caption', 'within')})\b[^()\[\]]{{0,60}}[)\]]"
    rf"|(?:^|[.!?”\"]\s+|\s[|–—-]\s)(?i:{_any('caption', 'labels')})\s*(?::|by|courtesy|via|©)\s*[^.]{{2,80}}"
    rf"|(?:^|[.!?”\"]\s*|/\s*|\s[|–—]\s){_any('caption', 'lone')}(?:\s*/\s*[\w .'’-]{{2,50}})?"
    r"|(?:^|[.!?”\"]\s+|\s)©\s*[\w .,'’/&-]{2,60})[\s)]*$"
)
_CAPTION_START: Final = re.compile(
    rf"^\[?{_any('caption', 'starts')}\s*(?::|by\b|\||via\b|courtesy\b)"
    r"|^open image in gallery\b|^(?:ap photo|getty images|reuters|afp)\s*[/|:]|^(?:©|📷)",
    re.IGNORECASE,
)


_NOTE: Final = re.compile(rf"[(\[*_]*(?:{_any('note', 'starts')})", re.IGNORECASE)


def is_note(text: str) -> bool:
    """Whether a line is the editors' about the article itself: a correction, a clarification, or that it was changed."""
    return len(text) <= 900 and _NOTE.match(text) is not None


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a day, a time, and words such as ``Updated`` or ``Published``."""
    if len(text) > 160 or _DIGIT.search(text) is None:
        return False
    if _READING_TIME.match(text):
        return True
    at = 0
    while at < len(text):
        part = _DATE_PART.match(text, at)
        if part is None or part.end() == at:
            return False
        at = part.end()
    return _HAS_DAY.search(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line is ``By`` and names, perhaps with a day in front, a role, an agency or a day behind."""
    if len(text) > 140 or text.endswith(":"):
        return False
    text = text[past_day(text) :]
    found = _BYLINE.match(text)
    if found is None:
        return False
    rest = text[found.end() :].strip(" ,|•·-–—:／")
    return not rest or is_date_line(rest) or (len(rest.split()) <= 6 and not rest.endswith((".", "!", "?")))


def past_day(text: str) -> int:
    """Where the words begin behind a day and a time (``Posted on March 2, 2024``) that open a line; 0 where none does."""
    at = 0
    while (part := _DATE_PART.match(text, at)) is not None and part.end() > at:
        at = part.end()
    return at if at and _HAS_DAY.search(text[:at]) else 0


def is_caption(text: str) -> bool:
    """Whether a line ends in a picture credit or begins as a caption does."""
    if len(text) > 500:
        return False
    if _CAPTION_START.match(text) is not None:
        return True
    end = text[-170:]
    # A credit that ends in a full stop has a sign of copyright, or a slash behind the agency.
    return (not end.rstrip().endswith(".") or "©" in end or "/" in end) and _CREDIT.search(end) is not None
