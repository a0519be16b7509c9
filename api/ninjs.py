"""IPTC's ninjs 1.3 and 3.1 as a way to hand in an article.

1.3 has ``body_text``, ``body_xhtml`` and ``headline``; 3.1 has lists ``bodies`` and
``headlines`` with roles and content types. Whatever else an item says is left alone.
"""

from __future__ import annotations

import datetime
from html import escape
from typing import Any, Final

from api.bodies import checked
from api.errors import Problem
from api.schemas.ninjs import NinjsSchema

MEDIA_TYPES: Final = ("application/ninjs+json", "application/vnd.iptc.ninjs+json")
"""IPTC registered none; both are in use."""


def to_document(value: Any, now: datetime.datetime | None = None) -> dict[str, Any]:
    """The item as the contract's document; a problem where it has no body, or is not to be used ``now`` (if that is given)."""
    item = checked(value, NinjsSchema)
    if now is not None:
        _refuse_what_is_held_back(item, now)
    body, is_html = _body(item)
    if not body.strip():
        raise Problem(422, "this item has no body to read", [("bodies", "give body_text, body_xhtml or bodies")])
    headline = _headline(item)
    document: dict[str, Any] = {"document": item["uri"]}
    if is_html:
        title = f"<h1>{escape(headline)}</h1>" if headline else ""
        document["html"] = f"<html><body><article>{title}{body}</article></body></html>"
    else:
        document["text"] = f"{headline}\n\n{body}" if headline and not body.startswith(headline) else body
    if item["uri"].startswith(("https://", "http://")):
        document["url"] = item["uri"]
    for name in ("firstcreated", "firstCreated", "versioncreated", "versionCreated"):
        if item.get(name):
            document.setdefault("published", item[name])
    outlet = _outlet(item)
    if outlet:
        document["outlet"] = outlet
    return document


def _refuse_what_is_held_back(item: dict[str, Any], now: datetime.datetime) -> None:
    """What is stored can be read by others, and its words are quoted in conflicts."""
    for name in ("pubstatus", "pubStatus"):
        if item.get(name) not in (None, "usable"):
            message = f"the item is {item[name]}; only a usable one is stored (delete the article where it is)"
            raise Problem(422, message, [(name, message)])
    for name in ("embargoed", "embargoedUntil"):
        if item.get(name) is None:
            continue
        try:
            until = datetime.datetime.fromisoformat(str(item[name]))
        except ValueError:
            raise Problem(422, f"'{name}' is no date-time", [(name, "must be a date-time")]) from None
        if (until if until.tzinfo else until.replace(tzinfo=datetime.UTC)) > now:
            message = f"the item is under embargo until {item[name]}; hand it in then (POST /v1/check stores nothing)"
            raise Problem(422, message, [(name, message)])


def _body(item: dict[str, Any]) -> tuple[str, bool]:
    if item.get("body_xhtml"):
        return item["body_xhtml"], True
    if item.get("body_text"):
        return item["body_text"], False
    bodies = item.get("bodies") or []
    for kind, is_html in (("html", True), ("", False)):
        for body in bodies:
            if kind in (body.get("contentType") or "").lower():
                return body["value"], is_html
    return "", False


def _headline(item: dict[str, Any]) -> str:
    headlines = item.get("headlines") or []
    main = [h["value"] for h in headlines if (h.get("role") or "main").lower() in ("main", "headline")]
    return item.get("headline") or next(iter([*main, *(h["value"] for h in headlines)]), "")


def _outlet(item: dict[str, Any]) -> str | None:
    sources = [*(item.get("infosource") or []), *(item.get("infoSources") or [])]
    return next((s["name"] for s in sources if s.get("name")), None) or item.get("copyrightholder") or item.get("copyrightHolder")
