"""Reuters (reuters.com)."""

from claimwire.outlets import Outlet, Rule


class Reuters(Outlet):
    """The dateline opens the first paragraph, as `KYIV, Feb 24 (Reuters) -`; it stays part of the paragraph."""

    slug = "reuters"
    name = "Reuters"
    domains = ("reuters.com",)
    marks = ("The Thomson Reuters Trust Principles",)
    rules = (
        # Seen 2024: class names end in a hash that changes, their beginnings do not.
        Rule("reuters-author", "byline", path=r"info-content__author__"),
        Rule("reuters-caption", "caption", path=r"primary-image__caption|media-carousel|figure__caption"),
        Rule("reuters-sign-off", "boilerplate", path=r"sign-off__text"),
        Rule("reuters-sign-off-line", "boilerplate", line=r"\(?(?:Additional )?[Rr]eporting (?:by|from) .*(?:[Ee]diting by .*)?$"),
        Rule("reuters-standards", "boilerplate", line=r"Our Standards: The Thomson Reuters Trust Principles\b.*"),
        Rule("reuters-new-tab", "boilerplate", line=r",? ?opens new tab$"),
        Rule("reuters-rights", "boilerplate", line=r"(?:Purchase|Acquire) Licensing Rights\b.*"),
        Rule("reuters-register", "boilerplate", line=r"Register (?:now|here) for FREE\b.*"),
        Rule("reuters-top", "boilerplate", line=r"(?:Summary|Companies|Law Firms|Related Organizations)$"),
    )
