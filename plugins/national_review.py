"""National Review (nationalreview.com)."""

from claimwire.outlets import Outlet, Rule


class NationalReview(Outlet):
    """The author stands twice on top: in the byline, and in a box that follows it."""

    slug = "national-review"
    name = "National Review"
    domains = ("nationalreview.com",)
    rules = (
        Rule("national-review-about", "boilerplate", path=r"author-box"),
        Rule("national-review-byline", "byline", path=r"meta-author-container", line=r"By (?P<name>[A-Z][\w.’'-]+(?: [\w.’'-]+){0,5})$"),
        Rule("national-review-more", "boilerplate", line=r"(?:Something to Consider|More From.*|Recommended)$"),
    )
