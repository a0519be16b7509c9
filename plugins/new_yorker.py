"""The New Yorker (newyorker.com)."""

from claimwire.outlets import Outlet, Rule


class NewYorker(Outlet):
    """Cartoons and their buttons stand between paragraphs."""

    slug = "new-yorker"
    name = "The New Yorker"
    domains = ("newyorker.com",)
    rules = (
        Rule("new-yorker-byline", "byline", path=r"itemprop=author|BylineWrapper", line=r"By (?P<name>[A-Z][\w.’'-]+(?: [\w.’'-]+){0,4})$"),
        Rule("new-yorker-standfirst", "subtitle", path=r"ContentHeaderDek"),
        Rule("new-yorker-caption", "caption", path=r"CaptionWrapper|asset-embed__caption"),
        Rule(
            "new-yorker-cartoon",
            "boilerplate",
            line=r"(?:Cartoon by .{2,60}|Copy link to cartoon|Link copied|Shop|Open cartoon gallery|Save this story)$",
        ),
    )
