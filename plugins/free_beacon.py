"""The Washington Free Beacon (freebeacon.com)."""

from claimwire.outlets import MONTHS, Outlet, Rule


class FreeBeacon(Outlet):
    """Author and day stand in two unnamed boxes below the picture."""

    slug = "free-beacon"
    name = "Washington Free Beacon"
    domains = ("freebeacon.com",)
    rules = (
        Rule(
            "free-beacon-day",
            "date",
            line=rf"{MONTHS} \d{{1,2}}, \d{{4}}$",
            path=r"w-fit-content",
        ),
        Rule("free-beacon-caption", "caption", path=r"figcaption"),
        Rule("free-beacon-published-under", "boilerplate", line=r"Published under:.*"),
        Rule("free-beacon-related", "boilerplate", line=r"RELATED(?: POSTS)?$"),
    )
