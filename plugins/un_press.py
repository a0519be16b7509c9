"""UN press releases and meetings coverage (press.un.org)."""

from dataclasses import replace

from claimwire.articles import Layout, Page
from claimwire.hookspecs import hookimpl
from claimwire.outlets import MONTHS, Outlet, Rule, published_by_date_line


class UnPress(Outlet):
    """Symbol, session, meeting and day stand as lines of their own on top, in this order."""

    slug = "un-press"
    name = "UN Press"
    domains = ("press.un.org",)
    marks = ("For information media. Not an official record",)
    rules = (
        # Symbols of releases: GA/12675, SC/15977, GA/EF/3600.
        Rule(
            "un-press-symbol",
            "note",
            line=(
                r"(?:GA|SC|SG/SM|ECOSOC|HR|DC|GA/[A-Z]+|SEA|ENV|NGO|PAL|WOM|REC|BIO|DSG/SM|IK|AFG|ORG|L/T|OBV|UNEP|POP|SOC|DEV|"
                r"IHA|HQ|PI|M)/\d+(?:-[A-Z/\d-]+)?$"
            ),
        ),
        Rule(
            "un-press-day",
            "date",
            line=rf"\d{{1,2}} {MONTHS} \d{{4}}$",
        ),
        Rule(
            "un-press-kind",
            "boilerplate",
            line=r"(?:Meetings Coverage|Press Release|Meetings Coverage and Press Releases|Statements and Messages)$",
        ),
        Rule(
            "un-press-meeting",
            "note",
            line=(
                r"(?:[\w-]+ (?:Special |Emergency Special )?Session,? ?)?\d+(?:st|nd|rd|th)(?: (?:&|and) \d+(?:st|nd|rd|"
                r"th))? Meetings?(?: \((?:AM|PM|AM & PM|Night|Resumed)[^)]*\))?$"
            ),
        ),
        # Which body met: read, since the text often does not say it again.
        Rule("un-press-body", "heading", line=r"(?:Security Council|General Assembly|Human Rights Council)(?:,? Plenary)?$"),
        Rule("un-press-session", "note", line=r"(?:Plenary|(?:[A-Z][\w-]+ ){1,3}(?:Special |Emergency Special )?Session,?)$"),
        Rule("un-press-record", "boilerplate", line=r"(?:\*+ ?.{0,120}|For information media\. Not an official record\.?)$"),
    )

    @hookimpl
    def strip_boilerplate(self, page: Page) -> Layout:
        """The day on its own line is the day of publication; of a text the headline is the first long line without an end mark."""
        layout = published_by_date_line(super().strip_boilerplate(page), page)
        if layout.title is not None or page.is_html:
            return layout
        opening = [b for b in sorted(layout.blocks, key=lambda b: b.start)[:10] if b.role in ("body", "heading")]
        for block in opening:
            words = page.text[block.start : block.end]
            if words.endswith((".", ":", "?", "!", "”", '"')):
                break
            if 5 <= len(words.split()) <= 40:
                blocks = tuple(replace(b, role="title", rule="un-press-title") if b is block else b for b in layout.blocks)
                return replace(layout, blocks=blocks, title=words)
        return layout
