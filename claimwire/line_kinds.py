"""Bylines, date lines and picture captions, known by how a single line is written."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?"
    r"|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\.?"
_DAY: Final = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?\d{{4}}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})"
_TIME: Final = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
_ZONE: Final = r"(?:\(?(?:[a-z]{2,4}t|utc|gmt|z|et|pt|ct|mt|ist|cet|cest|bst|local time|eastern(?: time)?|uhr)(?:[+-]\d{1,4})?\)?)"
_FILLER: Final = (
    r"(?:first published|last updated|last modified|updated on|updated at|updated|published on|published at|published|posted on|posted at|posted|modified|created|date|issued|filed|aktualisiert|veröffentlicht|publié le|mis à jour"
    r"|publicado|actualizado|on|at|le|um|am|den|and|a las|[-–—|•·,:@/()]|\d+ min(?:ute)?s? (?:read|ago)|\d+ hours? ago|\d+ days? ago|min read|read)"
)
_DATE_PART: Final = re.compile(rf"(?:{_WEEKDAY}|{_DAY}|{_TIME}|{_ZONE}|{_FILLER})(?=$|[\s,.;:|•·()–—-])[\s,.;]*|[\s,.;|•·()–—-]+", re.I)
_HAS_DAY: Final = re.compile(
    rf"{_DAY}|\b\d+ (?:min(?:ute)?|hour|day|week|month)s? ago\b|{_MONTH}\s+\d{{1,2}}\b.*{_TIME}|{_TIME}\s+{_ZONE}", re.I
)
_READING_TIME: Final = re.compile(
    r"^(?:estimated )?(?:reading|read|listening)?\s*time:?\s*\d+|^\d+[- ]min(?:ute)?s?(?: read| listen| watch)?$|^\d[\d,.]*k?\s+(?:comments?|shares?|views?|likes?|reads?|min read|words)$",
    re.I,
)

_NAME: Final = r"(?:(?:[A-ZÀ-ÞŁŠŽĐ][\w’'.À-ÿ-]*|de|van|von|der|den|la|le|el|al|bin|da|dos|di|Mc\w+|O['’]\w+)\s*){1,5}"
_BYLINE: Final = re.compile(
    rf"^(?:By|BY|by|Von|Por|Par|Di|Door|Oleh|Written by|Words by|Text by|Story by|Posted by|Author:?|Authors:?)[:\s]+(?:the\s+)?{_NAME}(?:(?:,|\band\b|&|\bund\b|\by\b|\bet\b|\bin\b|\bfor\b|\bwith\b|\||/|;|•)\s*(?:the\s+)?{_NAME}){{0,8}}",
    re.UNICODE,
)
_CREDIT: Final = re.compile(
    r"(?:[(\[]\s*(?:(?i:image|photo|picture|pic|credit|photo credit|pictured|via|file|foto|bild|handout|file photo|screengrab|screenshot)\b"
    r"|(?:AP|AFP|Reuters|REUTERS|Getty|PA|EPA|Shutterstock|Rex|Bloomberg|NASA|Wikimedia|Xinhua|Anadolu|Alamy|UN Photo)\b)[^()\[\]]{0,80}[)\]]"
    r"|[(\[][^()\[\]]{0,60}(?i:getty images|ap photo|/ap|/afp|/reuters|/getty|via ap|via reuters|via getty|/epa|pa wire|pa media|shutterstock|alamy|istock|photo|photos|file photo|/pool)\b[^()\[\]]{0,60}[)\]]"
    r"|(?:^|[.!?”\"]\s+|\s[|–—-]\s)(?i:photo(?:graph)?s?|image|images|credit|photo credit|picture|foto|illustration|photo illustration|file photo|handout|pool photo)\s*(?::|by|courtesy|via|©)\s*[^.]{2,80}"
    r"|(?:^|[.!?”\"]\s*|/\s*|\s[|–—]\s)(?:Getty Images|AP Photo|AFP via Getty(?: Images)?|Reuters|REUTERS|Shutterstock|Alamy(?: Stock Photo)?|iStock(?:photo)?|PA Wire|PA Media|EPA-EFE|Associated Press|AFP)(?:\s*/\s*[\w .'’-]{2,50})?"
    r"|(?:^|[.!?”\"]\s+|\s)©\s*[\w .,'’/&-]{2,60})[\s)]*$"
)
_CAPTION_START: Final = re.compile(
    r"^(?:photo|image|picture|caption|credit|photo credit|image credit|image source|image caption|file photo|file|foto|open image in gallery|pictured|\[?photo)\s*(?::|by\b|\||via\b|courtesy\b|gallery\b)|^open image in gallery\b|^(?:ap photo|getty images|reuters|afp)\s*[/|:]|^(?:©|📷)",
    re.I,
)


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a day, a time, and words such as ``Updated`` or ``Published``."""
    if len(text) > 160 or not any(c.isdigit() for c in text):
        return False
    if _READING_TIME.search(text):
        return True
    if not _HAS_DAY.search(text):
        return False
    at = 0
    while at < len(text):
        part = _DATE_PART.match(text, at)
        if part is None or part.end() == at:
            return False
        at = part.end()
    return True


def has_date(text: str) -> bool:
    """Whether a short line holds a full calendar day."""
    return len(text) <= 200 and _HAS_DAY.search(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line is ``By`` and names, perhaps with a role, an agency or a date behind."""
    if len(text) > 140 or text.endswith(":"):
        return False
    found = _BYLINE.match(text)
    if found is None:
        return False
    rest = text[found.end() :].strip(" ,|•·-–—:")
    return not rest or (len(rest.split()) <= 6 and not rest.endswith((".", "!", "?"))) or is_date_line(rest)


def is_caption(text: str) -> bool:
    """Whether a line ends in a picture credit or begins as a caption does."""
    if len(text) > 500:
        return False
    return _CAPTION_START.search(text) is not None or (_CREDIT.search(text[-170:]) is not None)
