"""Al Bawaba (albawaba.com)."""

from claimwire.outlets import Outlet, Rule


class AlBawaba(Outlet):
    """Highlights stand between headline and body; copies of other outlets say so at the end."""

    slug = "al-bawaba"
    name = "Al Bawaba"
    domains = ("albawaba.com",)
    rules = (
        Rule("al-bawaba-date", "date", line=r"Published \w+ \d{1,2}(?:st|nd|rd|th), \d{4} - \d{2}:\d{2} GMT$"),
        Rule("al-bawaba-caption", "caption", path=r"abn-image-caption"),
        Rule(
            "al-bawaba-source",
            "boilerplate",
            line=r"(?:Via SyndiGate\.info|This article has been adapted from its original source\.?|© .{2,60} All Rights Reserved)$",
        ),
    )
