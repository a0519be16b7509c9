"""CNN (cnn.com, edition.cnn.com, money.cnn.com)."""

import datetime

from claimwire.outlets import Outlet, Rule


class Cnn(Outlet):
    """Until 2022 pages were built of zones, later of components with a name."""

    slug = "cnn"
    name = "CNN"
    domains = ("cnn.com",)
    rules = (
        # Layout of zones, last seen 2019.
        Rule(
            "cnn-zone-byline",
            "byline",
            path=r"metadata__byline",
            line=r"(?:Analysis )?[Bb]y (?P<name>[A-Z][^,]{2,80}?)(?:, CNN.*)?$",
            until=datetime.date(2022, 12, 31),
        ),
        Rule("cnn-zone-time", "date", path=r"update-time", until=datetime.date(2022, 12, 31)),
        Rule("cnn-highlights", "subtitle", path=r"el__storyhighlights.*/li", until=datetime.date(2022, 12, 31)),
        Rule("cnn-embed", "boilerplate", path=r"el__embedded|el__video|messenger-content|zn-body__read-more"),
        Rule("cnn-dateline", None, line=r"\(CNN(?: Business)?\)"),
        Rule("cnn-contributed", "boilerplate", line=r"CNN[’']s .{3,160} contributed to this (?:report|story)\.$"),
    )
