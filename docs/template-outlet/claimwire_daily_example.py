"""The Daily Example (daily-example.example): a template to copy for an outlet in a distribution of its own."""

from claimwire import Outlet
from claimwire.outlets import Rule


class DailyExample(Outlet):
    """Its text dumps open with a membership appeal and close with a list of other stories."""

    slug = "daily-example"
    name = "Daily Example"
    domains = ("daily-example.example",)
    marks = ("Become a member of the Daily Example",)
    rules = (
        Rule("daily-example-appeal", "boilerplate", line=r"Become a member of the Daily Example\b.*"),
        Rule("daily-example-byline", "byline", line=r"Words: (?P<name>[A-Z][\w .'-]+)$"),
        Rule("daily-example-foot", "boilerplate", line=r"More from the Daily Example$", to_end=True),
    )
