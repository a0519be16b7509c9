"""NBC News (nbcnews.com)."""

from claimwire.outlets import Outlet, Rule


class NbcNews(Outlet):
    """A newsletter box stands between headline and body."""

    slug = "nbc-news"
    name = "NBC News"
    domains = ("nbcnews.com",)
    rules = (
        Rule("nbc-news-byline", "byline", line=r"By (?P<name>[A-Z][\w.’'-]+(?: [\w.’',-]+){0,8})$", path=r"founders-cond|byline"),
        Rule(
            "nbc-news-newsletter",
            "boilerplate",
            line=r"(?:Breaking News Emails|Get breaking news alerts and special reports\b.*|SUBSCRIBE|Download the NBC News app\b.*)$",
        ),
        Rule("nbc-news-caption", "caption", path=r"figcaption"),
        Rule("nbc-news-author", "boilerplate", path=r"article-expanded-byline|expanded-byline"),
    )
