"""The Independent (independent.co.uk, and its American twin the-independent.com)."""

from claimwire.outlets import Outlet, Rule


class Independent(Outlet):
    """Text dumps begin with ``date YYYY-MM-DD`` and a donation appeal; captions with ``open image in gallery``."""

    slug = "independent"
    name = "The Independent"
    domains = ("independent.co.uk", "the-independent.com")
    marks = ("open image in gallery", "Your support helps us to tell the story")
    rules = (
        # Seen on dumps of 2025: the day of publication stands before everything else.
        Rule("independent-dump-date", "date", line=r"date (?P<day>\d{4}-\d{2}-\d{2})\b"),
        # The appeal is one run of sentences; it closes with "makes all the difference" and its link.
        Rule("independent-appeal", "boilerplate", line=r"Your support (?:helps us|makes all).{0,1800}?all the difference\.(?: Read more)?"),
        Rule("independent-appeal-cut", "boilerplate", line=r"Your support helps us to tell the story(?: Read more)?(?: Support Now)?"),
        # Captions name the agency in spaced brackets at their end: "( Reuters )".
        Rule("independent-caption", "caption", line=r"open image in gallery\b.*"),
        Rule(
            "independent-related", "boilerplate", line=r"(?:RECOMMENDED|Recommended|Read more|More about|Join our commenting forum)\s*:?$"
        ),
        # As HTML (seen 2024): class names are hashes, so ids, AMP elements and wording say what a part is.
        Rule("independent-live-clock", "boilerplate", path=r"amp-live-list", line=r"\d{9,}$|Show latest update$"),
        Rule("independent-live-time", "date", path=r"amp-live-list", line=r"[^\d]{0,60}\d{1,2} [A-Z][a-z]+ \d{4} \d\d:\d\d$"),
        Rule("independent-live-post", "live", path=r"amp-live-list"),
        Rule("independent-key-points", "boilerplate", path=r"js-key-points"),
        Rule("independent-published", "date", path=r"#article-published-date"),
        Rule("independent-box", "boilerplate", path=r"bookmark-notification|news-letter|regwall|#video_holder"),
        Rule(
            "independent-premium",
            "boilerplate",
            line=r"(?:Article bookmarked|Find your bookmarks in your Independent Premium section\b.*|Don['’]t show me this message again)$",
        ),
        Rule("independent-forum", "boilerplate", line=r"Join thought-provoking conversations\b.*"),
    )
