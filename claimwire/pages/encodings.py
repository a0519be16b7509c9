"""Bytes of a page as text: UTF-8 first, then what the page declares, then a guess, each told where it is not plain."""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-zA-Z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_SUPERSETS: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
_SWITCHING: Final = frozenset({"iso2022_jp", "iso2022_kr", "hz"})
"""Encodings of seven bits a byte, which UTF-8 would read as other words."""

_MOJIBAKE: Final = re.compile("â€[™œ\u009d“”˜\u0153¦]|Ã[©¨¤¶¼±³¡­\u00a0]|Â[\u00a0£«»]|Ð[°-¿]Ð")
_MOJIBAKE_SIGNS: Final = ("â€", "Ã", "Â", "Ð")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def decode(data: bytes, problems: list[str]) -> str:
    """The text of ``data``. Notes a problem wherever characters were guessed, replaced or look wrong."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict_or_replaced(data, name, problems).removeprefix("\ufeff")
    if b"\0" in data[:200]:
        wide = _wide(data)
        if wide:
            return readable(_strict_or_replaced(data, wide, problems), problems)
    if b"\x1b" in data and (switching := declared_encoding(data)) in _SWITCHING:
        return readable(_strict_or_replaced(data, switching, problems), problems)
    try:
        return readable(data.decode("utf-8"), problems)
    except UnicodeDecodeError:
        wrong = _share_wrong(data)
    declared = declared_encoding(data)
    if declared and declared not in ("utf-8", "utf8"):
        try:
            text = data.decode(declared)
        except (UnicodeDecodeError, LookupError):
            text = ""
        if text:
            return readable(text, problems)
    if wrong < 0.02:
        problems.append("the page is UTF-8 with some bytes that are not; they became replacement characters")
        return readable(data.decode("utf-8", "replace"), problems)
    text = data.decode("cp1252", "replace")
    problems.append("the page's encoding is neither UTF-8 nor declared; it was read as Windows-1252")
    return readable(text, problems)


def declared_encoding(data: bytes) -> str | None:
    """The Python codec of the encoding that the page's first 4,096 bytes declare, by the superset browsers use."""
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    return "utf-8" if name.startswith("utf-16") else _SUPERSETS.get(name, name)


def readable(text: str, problems: list[str]) -> str:
    """The text without what no article can hold (lone surrogates), and a problem where it looks like mojibake."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = _SURROGATES.sub("\ufffd", text)
        problems.append("lone surrogates became replacement characters")
    if any(sign in text for sign in _MOJIBAKE_SIGNS):
        strange = len(_MOJIBAKE.findall(text))
        if strange >= 3:
            problems.append(f"the text looks decoded with a wrong encoding (mojibake) in {strange} places; it was kept as it came")
    return text


def _strict_or_replaced(data: bytes, name: str, problems: list[str]) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        problems.append(f"some bytes are no {name.upper()}; they became replacement characters")
        return data.decode(name, "replace")


def _wide(data: bytes) -> str | None:
    head = data[:200]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 and even < odd // 4:
        return "utf-16-le"
    if even > len(head) // 4 and odd < even // 4:
        return "utf-16-be"
    return None


def _share_wrong(data: bytes) -> float:
    """Among the bytes that are not ASCII the share that is no UTF-8."""
    wide = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return data.decode("utf-8", "replace").count("\ufffd") / max(1, wide)
