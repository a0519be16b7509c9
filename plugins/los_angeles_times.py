"""Los Angeles Times (latimes.com)."""

from claimwire.outlets import Outlet, Rule


class LosAngelesTimes(Outlet):
    """Guides and question boxes stand as modules between paragraphs."""

    slug = "los-angeles-times"
    name = "Los Angeles Times"
    domains = ("latimes.com",)
    rules = (
        Rule("la-times-byline", "byline", path=r"author-name"),
        Rule("la-times-box", "boilerplate", path=r"faq-module|div\.promo-wrapper|div\.enhancement.*google-dfp|subscriber-only"),
        Rule("la-times-number", "boilerplate", path=r"story-stack-item-number"),
        Rule(
            "la-times-more",
            "boilerplate",
            line=r"(?:More to Read|Must-read stories from the L\.A\. Times|Toggle description|Sign up for Essential California\b.*)$",
        ),
    )
