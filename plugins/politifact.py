"""PolitiFact (politifact.com)."""

from claimwire.outlets import Outlet, Rule


class Politifact(Outlet):
    """The statement that is checked stands above the headline with who made it and when: never the day of the article."""

    slug = "politifact"
    name = "PolitiFact"
    domains = ("politifact.com",)
    rules = (
        Rule("politifact-byline", "byline", path=r"article__meta"),
        Rule("politifact-statement", "note", line=r"— .{3,120} on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, .*"),
        Rule("politifact-heading", "heading", path=r"pf_subheadline"),
        Rule("politifact-sources", "boilerplate", line=r"(?:Our Sources|About this (?:article|statement)):?$", to_end=True),
    )
