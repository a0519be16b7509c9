"""The built-in extractor: votes, statements and figures of one article, in that order."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.articles import Article
from claimwire.claims import Claim
from claimwire.grammar import dates, quotes, votes
from claimwire.grammar.figures import read_figures
from claimwire.grammar.listening import figures_unread_from
from claimwire.grammar.speech import read_statements
from claimwire.grammar.votes import read_votes
from claimwire.hookspecs import hookimpl


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """All claims of the article's readable blocks: votes first, then statements and figures."""
    told = read_votes(article)
    return [*told, *read_statements(article), *read_figures(article, told)]


def unread(article: Article) -> str | None:
    """Which part of an article ``extract_claims`` did not look at since there is too much of it; ``None`` for all ordinary ones.

    The answer is one sentence for an editor, with offsets in characters of the article's text.
    """
    masked = article.masked()
    begins = {
        "votes": votes.unread_from(article),
        "dates": dates.unread_from(masked),
        "statements in quotation marks": quotes.unpaired(masked),
        "figures": figures_unread_from(article),
    }
    told = [f"{kind} from character {at:,}" for kind, at in begins.items() if at is not None]
    return f"too long to be read whole; not looked for: {', '.join(told)}" if told else None
