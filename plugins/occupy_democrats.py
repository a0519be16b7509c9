"""Occupy Democrats (occupydemocrats.com)."""

from claimwire.outlets import Outlet, Rule


class OccupyDemocrats(Outlet):
    """Posts of X stand in the body as quotations."""

    slug = "occupy-democrats"
    name = "Occupy Democrats"
    domains = ("occupydemocrats.com",)
    rules = (
        Rule("occupy-democrats-byline", "byline", path=r"post-author", line=r"by (?P<name>[A-Z][\w.’'-]+(?: [\w.’'-]+){0,4})$"),
        Rule("occupy-democrats-date", "date", path=r"thb-post-date"),
        Rule("occupy-democrats-next", "boilerplate", line=r"(?:Read Next|Latest Posts|Tags)$"),
        Rule("occupy-democrats-editor", "note", line=r"Editor[’\x27]s note:? .*"),
    )
