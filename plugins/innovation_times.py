"""The Innovation Times: a WordPress site whose dumps carry the page's furniture."""

import re

from claimwire.articles import Layout, Page
from claimwire.hookspecs import hookimpl
from claimwire.outlets import Outlet, Rule, refine, repeated_title

_WEEKDAY_CLOCK = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4}$"


class InnovationTimes(Outlet):
    """The date on top is the clock of the day the page was fetched, never the article's."""

    slug = "innovation-times"
    name = "The Innovation Times"
    domains = ("theinnovationtimes.com", "innovationtimes.com")
    marks = ("Welcome to The Innovation Times, your trusted global destination",)
    rules = (
        Rule("innovation-times-clock", "boilerplate", line=_WEEKDAY_CLOCK),
        Rule("innovation-times-byline", "byline", line=r"by (?P<name>[A-Z][\w.’'-]*(?: [\w.’'-]+){0,5})$"),
        Rule("innovation-times-comments", "boilerplate", line=r"\d+ comments?$"),
        Rule("innovation-times-foot", "boilerplate", line=r"You may also like$", to_end=True),
        Rule("innovation-times-comment-form", "boilerplate", line=r"Leave a Comment$", to_end=True),
        Rule("innovation-times-about", "boilerplate", line=r"Welcome to The Innovation Times\b", to_end=True),
    )

    @hookimpl
    def strip_boilerplate(self, page: Page) -> Layout:
        """The title stands twice, and once more at the end of a breadcrumb that begins with ``Home``."""
        layout = super().strip_boilerplate(page)
        title = repeated_title(page, layout)
        if title is None:
            return layout
        words = re.escape(title)
        named = (
            Rule("innovation-times-breadcrumb", "boilerplate", line=rf"Home\b.*{words}$"),
            Rule("innovation-times-title", "title", line=rf"{words}$"),
        )
        return refine(layout, page, named)
