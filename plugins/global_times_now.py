"""Global Times Now (globaltimesnow.com): no furniture in its dumps, a place in front of the first sentence."""

from claimwire.outlets import Outlet, Rule


class GlobalTimesNow(Outlet):
    """Articles open with ``Place - `` and use headings and bulleted tallies and figures."""

    slug = "global-times-now"
    name = "Global Times Now"
    domains = ("globaltimesnow.com",)
    rules = (
        Rule("global-times-now-item", "list", line=r"[-•] .*"),
        Rule("global-times-now-dateline", None, line=r"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) [-–—] (?=[A-Z])"),
    )
