"""Deccan Herald (deccanherald.com)."""

from claimwire.outlets import Outlet, Rule


class DeccanHerald(Outlet):
    """Agency and place stand as the author: `PTI, Washington,`."""

    slug = "deccan-herald"
    name = "Deccan Herald"
    domains = ("deccanherald.com",)
    rules = (
        Rule(
            "deccan-herald-byline",
            "byline",
            path=r"article-author__time",
            line=r"(?P<name>[A-Z][\w .]{1,40}), ?(?P<place>[A-Z][\w ]{1,40})?,?$",
        ),
        Rule("deccan-herald-dates", "date", path=r"crud-items__lists"),
        Rule("deccan-herald-share", "boilerplate", path=r"share-via|sharePermalink"),
    )
