"""Vox (vox.com)."""

from claimwire.outlets import Outlet, Rule


class Vox(Outlet):
    """Author and last update are one line; figures carry no caption but a credit."""

    slug = "vox"
    name = "Vox"
    domains = ("vox.com",)
    rules = (
        Rule("vox-byline", "byline", path=r"c-byline"),
        Rule("vox-standfirst", "subtitle", path=r"c-entry-summary"),
        Rule("vox-credit", "caption", path=r"figure\.e-image"),
        Rule("vox-support", "boilerplate", path=r"c-article-footer|c-newsletter|c-related-list|c-read-more"),
    )
