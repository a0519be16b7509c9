"""UN News (news.un.org) as text and as pages."""

from claimwire.articles import Layout, Page
from claimwire.hookspecs import hookimpl
from claimwire.outlets import MONTHS, Outlet, Rule, published_by_date_line


class UnNews(Outlet):
    """A dump carries the player, the download links and the sharing row of the page."""

    slug = "un-news"
    name = "UN News"
    domains = ("news.un.org",)
    marks = (
        "♦ Receive daily updates directly in your inbox",
        "Subscribe here to a topic",
        "Get UN News App",
    )
    rules = (
        Rule("un-news-photo", "caption", line=r"(?:©|UN Photo/|UN News/|UNICEF/|WFP/|IOM/|UNHCR/|OCHA/)\s?.{0,120}$"),
        Rule(
            "un-news-section",
            "boilerplate",
            line=(
                r"(?:Peace and Security|Human Rights|Humanitarian Aid|Law and Crime Prevention|UN Affairs|"
                r"Climate and Environment|Economic Development|SDGs|Women|Health|Migrants and Refugees)$"
            ),
        ),
        Rule(
            "un-news-date",
            "date",
            line=rf"\d{{1,2}} {MONTHS} \d{{4}}$",
        ),
        Rule(
            "un-news-audio",
            "boilerplate",
            line=(
                r"(?:Audio|Download|Listen to (?:the )?(?:story|interview)|Get UN News App|"
                r"♦ Receive daily updates directly in your inbox\b.*|Subscribe here to a topic.*|"
                r"♦ Download the UN News app\b.*)$"
            ),
        ),
        Rule(
            "un-news-tags",
            "boilerplate",
            line=r"(?:♦|Related Stories|News Tracker: Past Stories on This Issue|News in Brief)\b.*",
            to_end=False,
        ),
        Rule(
            "un-news-coverage",
            "note",
            line=(
                r"(?:Here[’\x27]s (?:our|the) full coverage|You can (?:re)?live our|Full (?:meetings )?coverage|"
                r"Check out our live coverage)\b.*"
            ),
        ),
    )

    @hookimpl
    def strip_boilerplate(self, page: Page) -> Layout:
        """The day on its own line is the day of publication."""
        return published_by_date_line(super().strip_boilerplate(page), page)
