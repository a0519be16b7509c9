"""BBC News (bbc.com, bbc.co.uk)."""

import datetime

from claimwire.outlets import Outlet, Rule


class BbcNews(Outlet):
    """Captions repeat a label for screen readers: `Image caption …`, `Image copyright …`."""

    slug = "bbc"
    name = "BBC News"
    domains = (
        "bbc.com",
        "bbc.co.uk",
    )
    rules = (
        Rule("bbc-caption", "caption", line=r"(?:Image|Media) ?caption\b.*|Image (?:copyright|source),? ?.*"),
        # Layout of story-body, last seen 2019.
        Rule("bbc-date", "date", path=r"mini-info-list__item", until=datetime.date(2021, 12, 31)),
        Rule(
            "bbc-more",
            "boilerplate",
            line=(
                r"(?:Related Topics|More on this story|Around the BBC|Related Internet links|You may also be interested in:?|"
                r"Top Stories|The BBC is not responsible for the content of external sites\b.*)$"
            ),
        ),
    )
