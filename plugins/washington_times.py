"""The Washington Times (washingtontimes.com)."""

from claimwire.outlets import Outlet, Rule


class WashingtonTimes(Outlet):
    """Byline, outlet and day are one line: `By Jane Doe - The Washington Times - Thursday, February 29, 2024`."""

    slug = "washington-times"
    name = "The Washington Times"
    domains = ("washingtontimes.com",)
    marks = ("The Washington Times, LLC. Click here for reprint permission.",)
    rules = (
        Rule(
            "washington-times-byline",
            "byline",
            line=r"By (?:Staff|(?P<name>[A-Z][\w.’'-]+(?: [\w.’',-]+){0,9})) - The Washington Times\b.*",
        ),
        Rule("washington-times-staff", "note", line=r"• .{3,80} can be reached at .*"),
        Rule("washington-times-rights", "boilerplate", line=r"Copyright © \d{4} The Washington Times\b.*"),
        Rule(
            "washington-times-more",
            "boilerplate",
            line=r"Click to (?:Read More and View Comments|Hide)$|Please read our comment policy\b.*|Story TOpics$",
        ),
        Rule("washington-times-source", "caption", path=r"figcaption\.source|photo-zoom/figcaption"),
    )
