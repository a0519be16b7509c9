"""Fox News (foxnews.com, foxbusiness.com)."""

from claimwire.outlets import Outlet, Rule


class FoxNews(Outlet):
    """Between paragraphs stand links to other stories in capitals, and videos with a caption."""

    slug = "fox-news"
    name = "Fox News"
    domains = (
        "foxnews.com",
        "foxbusiness.com",
    )
    marks = (
        "CLICK HERE TO GET THE FOX NEWS APP",
        "CLICK TO GET THE FOX NEWS APP",
    )
    rules = (
        Rule(
            "fox-news-byline",
            "byline",
            line=r"By (?P<name>[A-Z][\w.’'-]+(?: [\w.’',-]+)*?)(?: ?\|)? Fox (?:News|Business)(?: Digital)?$",
            path=r"author-byline",
        ),
        Rule("fox-news-app", "boilerplate", line=r"CLICK (?:HERE )?(?:TO GET|FOR|TO READ) .*"),
        Rule("fox-news-caption", "caption", path=r"div\.caption|featured-video.*div\.info"),
        Rule("fox-news-video", "boilerplate", path=r"video-container|div\.control"),
        Rule(
            "fox-news-contributed",
            "boilerplate",
            line=r"(?:Fox News(?: Digital)?[’'] )?.{3,120} contributed to this (?:report|article|story)\.$",
        ),
    )
