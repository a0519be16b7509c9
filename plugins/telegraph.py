"""The Telegraph (telegraph.co.uk)."""

from claimwire.outlets import Outlet, Rule


class Telegraph(Outlet):
    """Live blogs state each post as body in their microdata; the times of posts are dates."""

    slug = "telegraph"
    name = "The Telegraph"
    domains = ("telegraph.co.uk",)
    rules = (
        # `Tom Cary, Senior Sports Correspondent and Fiona Parker 2 March 2024 • 9:36pm` is one line.
        Rule("telegraph-byline", "byline", path=r"byline-date|tabs__tab-meta--byline"),
        Rule("telegraph-standfirst", "subtitle", path=r"e-standfirst"),
        Rule(
            "telegraph-post-time",
            "date",
            path=r"live-post__wrapper-body$|live-stream",
            line=r"(?:\d{1,2} [A-Z]\w+ \d{4} • )?\d{1,2}:\d{2}[ap]m$",
        ),
        Rule("telegraph-tabs", "boilerplate", path=r"tabs__tab-heading|key-moments|related-topics|live-header__kicker"),
        Rule("telegraph-caption", "caption", path=r"e-caption"),
        Rule(
            "telegraph-conversation",
            "boilerplate",
            line=r"(?:Join the conversation|Show \d+ comments?|The Telegraph values your comments\b.*)$",
            to_end=True,
        ),
    )
