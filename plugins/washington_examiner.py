"""Washington Examiner (washingtonexaminer.com)."""

from claimwire.outlets import Outlet, Rule


class WashingtonExaminer(Outlet):
    """A list of other articles with their first lines stands below the body."""

    slug = "washington-examiner"
    name = "Washington Examiner"
    domains = ("washingtonexaminer.com",)
    rules = (
        Rule("washington-examiner-byline", "byline", path=r"ArticlePage-authorName", line=r"by (?P<name>[A-Z].{2,60})$"),
        Rule("washington-examiner-date", "date", path=r"ArticlePage-datePublished"),
        Rule("washington-examiner-list", "boilerplate", path=r"TwoColumnList|HeroTextBelow|RightRail"),
        Rule("washington-examiner-recommended", "boilerplate", line=r"CLICK HERE TO READ MORE\b.*"),
    )
