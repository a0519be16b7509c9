"""CNBC (cnbc.com)."""

from claimwire.outlets import Outlet, Rule


class Cnbc(Outlet):
    """Class names say the component; key points stand above the body."""

    slug = "cnbc"
    name = "CNBC"
    domains = ("cnbc.com",)
    rules = (
        Rule("cnbc-byline", "byline", path=r"Author-authorName", line=r"(?P<name>[A-Z][^@\d]{2,60}?)(?:@.*)?$"),
        Rule("cnbc-key-points-title", "boilerplate", path=r"KeyPoints-header"),
        Rule("cnbc-key-points", "subtitle", path=r"KeyPoints-list.*/li$"),
        Rule("cnbc-caption", "caption", path=r"imageEmbedCaption|imageEmbedCredit|InlineVideo"),
        Rule("cnbc-quotes", "boilerplate", path=r"RelatedQuotes|RelatedContent|QuoteInBody"),
        Rule(
            "cnbc-pro",
            "boilerplate",
            line=r"(?:Don’t|Don\x27t) miss these (?:exclusives|stories|insights) from CNBC\b.*|Sign up now: .*|WATCH LIVE$",
        ),
    )
