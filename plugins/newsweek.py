"""Newsweek (newsweek.com)."""

from claimwire.outlets import Outlet, Rule


class Newsweek(Outlet):
    """Byline and day are one line: `By Jane Doe On 11/13/19 at 4:00 PM EST`."""

    slug = "newsweek"
    name = "Newsweek"
    domains = ("newsweek.com",)
    rules = (
        Rule("newsweek-byline", "byline", path=r"byline", line=r"By (?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}) On \d.*"),
        Rule("newsweek-related", "boilerplate", path=r"block-related|related-stor|read-more"),
        Rule(
            "newsweek-request",
            "boilerplate",
            line=(
                r"(?:Request Reprint & Licensing|Submit Correction|View Editorial Guidelines|Is This Article Trustworthy\?|"
                r"Editor[’\x27]s Picks)\b.*"
            ),
        ),
    )
