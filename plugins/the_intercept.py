"""The Intercept (theintercept.com)."""

from claimwire.outlets import Outlet, Rule


class TheIntercept(Outlet):
    """Newsletter forms and appeals stand inside the body."""

    slug = "the-intercept"
    name = "The Intercept"
    domains = ("theintercept.com",)
    rules = (
        Rule("the-intercept-byline", "byline", path=r"article-byline__authors", line=r"(?P<name>[A-Z].{2,80})$"),
        Rule("the-intercept-standfirst", "subtitle", path=r"post__excerpt"),
        Rule("the-intercept-form", "boilerplate", path=r"newsletter|donat|entry-content__signup"),
        Rule(
            "the-intercept-appeal",
            "boilerplate",
            line=(
                r"(?:Join Our Newsletter|Original reporting\. Fearless journalism\.|I[’']m in$|Deprived$|WAIT! BEFORE YOU GO|"
                r"Will you take the next step to support|We[’']re independent of corporate interests)"
            ),
        ),
        Rule(
            "the-intercept-supported", "note", line=r"(?:This story|This article) was (?:supported|produced) (?:by|in partnership with)\b.*"
        ),
    )
