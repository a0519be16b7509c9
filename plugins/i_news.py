"""The i Paper (inews.co.uk, theipaper.com)."""

from claimwire.outlets import Outlet, Rule


class INews(Outlet):
    """The byline is followed by the role of the author on a line of its own."""

    slug = "i-news"
    name = "The i Paper"
    domains = (
        "inews.co.uk",
        "theipaper.com",
    )
    rules = (
        Rule("i-news-byline", "byline", path=r"post-byline__author-link", line=r"By (?P<name>[A-Z][\w.’'-]+(?: [\w.’'-]+){0,4})$"),
        Rule("i-news-role", "boilerplate", path=r"post-byline", line=r"[A-Z][\w&-]*(?:,? [A-Z][\w&-]*){0,5}$"),
        Rule("i-news-date", "date", path=r"inews__post-date"),
        Rule("i-news-standfirst", "subtitle", path=r"h2\.excerpt"),
        Rule("i-news-next", "boilerplate", line=r"(?:Read Next|Most Read By Subscribers|Most Read)$"),
    )
