"""Daily Express (express.co.uk)."""

from claimwire.outlets import Outlet, Rule


class Express(Outlet):
    """Promotions of other articles are set as paragraphs: `READ MORE: …`, and under DON’T MISS with a tag in brackets."""

    slug = "express"
    name = "Daily Express"
    domains = ("express.co.uk",)
    rules = (
        Rule("express-byline", "byline", path=r"publish-info/div\.author", line=r"By (?P<name>[A-Z].{2,80})$"),
        Rule("express-dates", "date", path=r"publish-info/div\.dates"),
        Rule(
            "express-promotion",
            "boilerplate",
            line=(
                r"(?:READ|SEE) MORE: .*|DON[’\x27]T MISS:?$|JUST IN: .*|.{10,140}\[(?:INSIGHT|REVEALED|VIDEO|NEWS|WARNING|"
                r"REACTION|ANALYSIS|COMMENT|PICTURES|REPORT|LATEST|OPINION|MAP)\]\|?$"
            ),
        ),
        Rule("express-caption", "caption", line=r".{3,200}\(Image: ?.{0,80}\)$"),
    )
