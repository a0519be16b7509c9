"""The Guardian (theguardian.com)."""

from claimwire.outlets import Outlet, Rule


class Guardian(Outlet):
    """Class names are hashes; what a part is stands in data-component and in ids."""

    slug = "guardian"
    name = "The Guardian"
    domains = (
        "theguardian.com",
        "guardian.co.uk",
    )
    marks = (
        "View image in fullscreen",
        "after newsletter promotion",
    )
    rules = (
        Rule("guardian-byline", "byline", path=r"data-component=meta-byline"),
        Rule(
            "guardian-date",
            "date",
            line=(
                r"(?:Last modified on |First published on )?(?:Mon|Tue|Wed|Thu|Fri|Sat|"
                r"Sun)\w* \d{1,2} [A-Z]\w+ \d{4} \d{2}\.\d{2} [A-Z]{3,4}$"
            ),
        ),
        Rule("guardian-newsletter", "boilerplate", path=r"EmailSignup|secure-signup"),
        Rule("guardian-newsletter-line", "boilerplate", line=r"(?:skip past|after) newsletter promotion$"),
        Rule("guardian-fullscreen", "boilerplate", line=r"View image in fullscreen$"),
        Rule("guardian-topics", "boilerplate", line=r"(?:Explore more on these topics|Reuse this content)$"),
        Rule("guardian-opinion-foot", "boilerplate", line=r"Do you have an opinion on the issues raised in this article\?.*"),
    )
