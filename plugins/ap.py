"""The Associated Press (apnews.com, and the pages it hosts for newspapers)."""

import datetime

from claimwire.outlets import Outlet, Rule


class AssociatedPress(Outlet):
    """A story ends at a line of three underscores; notes of the agency stand behind it."""

    slug = "ap"
    name = "The Associated Press"
    domains = (
        "apnews.com",
        "ap.org",
    )
    rules = (
        # Seen 2024: `By FIRST LAST and FIRST LAST` in a block of its own.
        Rule("ap-byline", "byline", line=r"By (?P<name>[A-Z][\w.’'-]+(?: (?:[\w.’'-]+|,))*)$", path=r"Page-authors|bylines?"),
        Rule("ap-promotion", "boilerplate", path=r"PagePromo|PageList|FreeFormModule|HubPeek"),
        # Behind fact checks: what the check is part of.
        Rule("ap-effort", "note", line=r"This is part of (?:the )?AP[’']s effort to address\b.*"),
        Rule("ap-coverage", "boilerplate", line=r"(?:Follow (?:the )?AP[’']s|Find more of AP[’']s|AP[’']s) .*\bat:? https?://\S+$"),
        Rule("ap-sport", "boilerplate", line=r"(?:More )?AP [\w ’'-]+: https?://\S+(?: and https?://\S+)?$"),
        # Layout of hosted.ap.org, last seen 2019.
        Rule("ap-hosted-media", "boilerplate", path=r"ap-story-media|ap-headline-media", until=datetime.date(2020, 12, 31)),
    )
