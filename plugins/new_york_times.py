"""The New York Times (nytimes.com)."""

from claimwire.outlets import Outlet, Rule


class NewYorkTimes(Outlet):
    """Captions and credits run together: `… last week.CreditJane Doe for The New York Times`."""

    slug = "new-york-times"
    name = "The New York Times"
    domains = ("nytimes.com",)
    rules = (
        Rule("new-york-times-byline", "byline", path=r"itemprop=author|byline", line=r"By (?P<name>[A-Z][\w.’'-]+(?: [\w.’',-]+){0,8})$"),
        Rule("new-york-times-standfirst", "subtitle", path=r"#article-summary"),
        Rule("new-york-times-reporting", "boilerplate", line=r".{3,200}\bcontributed (?:reporting|research)\b.{0,80}$"),
        Rule(
            "new-york-times-correction",
            "note",
            line=r"(?:A correction was made on|We are continually improving|An earlier version of this article)\b.*|Correction: .*",
        ),
        Rule(
            "new-york-times-skip",
            "boilerplate",
            line=r"(?:Advertisement|Supported by|Continue reading the main story|SKIP ADVERTISEMENT|Image)$",
        ),
    )
