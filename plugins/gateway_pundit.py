"""The Gateway Pundit (thegatewaypundit.com)."""

from claimwire.outlets import Outlet, Rule


class GatewayPundit(Outlet):
    """Author, day and time are one line; an appeal to readers stands inside the body."""

    slug = "gateway-pundit"
    name = "The Gateway Pundit"
    domains = ("thegatewaypundit.com",)
    rules = (
        Rule(
            "gateway-pundit-byline",
            "byline",
            path=r"entry-meta",
            line=r"by (?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w’'-]+){0,3}) [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b.*",
        ),
        Rule("gateway-pundit-appeal", "boilerplate", line=r"Dear Reader\b.*"),
        Rule("gateway-pundit-box", "boilerplate", path=r"code-block|entry-content/div\.wp-block-group|about-author"),
    )
