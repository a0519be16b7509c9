"""Encore Weekly (encoreweekly.com): the title three times, a second headline, then a place and the first sentence."""

import re

from claimwire.articles import Layout, Page
from claimwire.hookspecs import hookimpl
from claimwire.outlets import Outlet, Rule, refine, repeated_title


class EncoreWeekly(Outlet):
    """The line after the last repeat of the title is a second, differing headline."""

    slug = "encore-weekly"
    name = "Encore Weekly"
    domains = ("encoreweekly.com",)
    rules = (Rule("encore-weekly-dateline", None, line=r"(?P<place>(?:[A-Z][\w.]*,? ){1,5})[–—-] (?=[A-Z])"),)

    @hookimpl
    def strip_boilerplate(self, page: Page) -> Layout:
        """Titles by their repeats; the short line after them, without an end mark, is the subtitle."""
        layout = super().strip_boilerplate(page)
        title = repeated_title(page, layout)
        if title is None:
            return layout
        words = re.escape(title)
        rules = [Rule("encore-weekly-title", "title", line=rf"{words}$")]
        lines = [page.text[line.start : line.end] for line in page.lines[:12]]
        after = max(i for i, line in enumerate(lines) if line == title) + 1
        if after < len(lines) and len(lines[after]) <= 160 and not lines[after].endswith((".", "?", "!", ":", "”", '"')):
            rules.append(Rule("encore-weekly-subtitle", "subtitle", line=rf"{re.escape(lines[after])}$"))
        return refine(layout, page, tuple(rules))
