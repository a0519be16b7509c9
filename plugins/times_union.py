"""Times Union (timesunion.com)."""

from claimwire.outlets import Outlet, Rule


class TimesUnion(Outlet):
    """Galleries number their captions: `1of4 …`."""

    slug = "times-union"
    name = "Times Union"
    domains = ("timesunion.com",)
    rules = (
        Rule("times-union-gallery", "caption", path=r"gallery--|gallery-slider"),
        Rule("times-union-gallery-line", "caption", line=r"\d+ ?of ?\d+\D.*"),
        Rule("times-union-date", "date", path=r"articleHeader--subhead-date"),
        Rule(
            "times-union-survey",
            "boilerplate",
            line=r"(?:Back to Gallery|Survey|Something[’\x27]s different, right\?|Welcome to our new article page\b.*)",
        ),
    )
