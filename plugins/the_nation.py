"""The Nation (thenation.com)."""

from claimwire.outlets import Outlet, Rule


class TheNation(Outlet):
    """Section and day stand above the headline; letters, reprints and the authors behind the body."""

    slug = "the-nation"
    name = "The Nation"
    domains = ("thenation.com",)
    rules = (
        Rule("the-nation-eyebrow", "date", path=r"article-title__eyebrow"),
        Rule("the-nation-standfirst", "subtitle", path=r"article-title__dek"),
        Rule("the-nation-byline", "byline", path=r"article-title__authors", line=r"(?P<name>[A-Z].{2,60})$"),
        Rule("the-nation-issue", "boilerplate", path=r"current-issue|popular-posts|inline-signup|ad-block|expand-reduce"),
        Rule("the-nation-end", "boilerplate", path=r"article-end"),
        Rule(
            "the-nation-appeal",
            "boilerplate",
            line=r"(?:Dear reader|Thank you for reading The Nation|Onward,$|Ad Policy$|Publisher, The Nation)",
        ),
    )
