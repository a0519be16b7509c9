"""Sputnik (sputniknews.com, sputnikglobe.com)."""

from claimwire.outlets import Outlet, Rule


class Sputnik(Outlet):
    """Opinion pieces carry a lead in bold and a disclaimer behind the body."""

    slug = "sputnik"
    name = "Sputnik"
    domains = (
        "sputniknews.com",
        "sputnikglobe.com",
    )
    rules = (
        Rule("sputnik-byline", "byline", path=r"article__refs-author", line=r"by (?P<name>[A-Z].{2,60})$"),
        Rule("sputnik-lead", "subtitle", path=r"b-article__lead"),
        Rule("sputnik-disclaimer", "note", path=r"b-disclaimer"),
        Rule("sputnik-url", "boilerplate", line=r"(?:\d{2}:\d{2} \d{2}\.\d{2}\.\d{4})? ?Get short URL$"),
    )
