"""An extraction for the eyes: the article with boilerplate dimmed, claims coloured, and the rule behind each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimwire.articles import READ_ROLES
from claimwire.claims import Claim, VoteClaim
from claimwire.reading import Extraction

COLOURS: Final = {
    "count": "bold cyan",
    "position": "bold green",
    "result": "bold magenta",
    "date": "bold yellow",
    "title": "italic cyan",
    "sponsorship": "bold blue",
    "statement": "green",
    "figure": "bold red",
}


def explain(extraction: Extraction, console: Console | None = None) -> None:
    """Print blocks with their roles and rules, then every claim with its rule and its reason."""
    console = console or Console()
    article = extraction.article
    console.rule(
        f"{extraction.document or 'document'} · {extraction.outlet} (read by {extraction.parser}, recognised by {extraction.recognised_by})"
    )
    known = {"title": article.title, "byline": ", ".join(article.byline), "dateline": article.dateline, "published": article.published}
    console.print(Text("   ".join(f"{name}: {value or 'none'}" for name, value in known.items()), style="bold"))
    for block in article.blocks:
        line = Text(f"{block.role:<11} ", style="dim")
        words = Text(article.text[block.start : block.end], style="" if block.role in READ_ROLES else "dim")
        for claim in extraction.claims:
            first, last = max(claim.start, block.start), min(claim.end, block.end)
            if first < last:
                words.stylize(COLOURS.get(claim.kind, "bold"), first - block.start, last - block.start)
        line.append_text(words)
        if block.rule:
            line.append(f"  [{block.rule}]", style="dim italic")
        console.print(line, soft_wrap=True)
    console.print()
    table(extraction, console)


def table(extraction: Extraction, console: Console | None = None) -> None:
    """Print the claims as a table, vote by vote; say so when there are none, and show what is amiss."""
    console = console or Console()
    for vote in extraction.votes:
        head = " · ".join(str(part) for part in (vote.organization or "body undecided", vote.date, vote.title, vote.identifier) if part)
        console.print(Text(f"{vote.ref}  {head}", style="bold"))
        console.print(_rows([c for c in extraction.claims if isinstance(c, VoteClaim) and c.vote.ref == vote.ref], extraction))
    rest = [c for c in extraction.claims if not isinstance(c, VoteClaim)]
    if rest:
        console.print(Text("statements and figures", style="bold"))
        console.print(_rows(rest, extraction))
    if not extraction.claims:
        known = "" if extraction.parser != "generic" else "; no plugin speaks for this outlet, the generic one read it"
        console.print(f"no claims found in {len(extraction.article.body())} characters of body{known}")
    for flag in extraction.inconsistencies:
        console.print(Text(f"inconsistent ({flag.kind}): {flag.message}", style="yellow"))
    for problem in extraction.problems:
        console.print(Text(f"problem in {problem.outlet} ({problem.hook}): {problem.message}", style="red"))


def _rows(claims: list[Claim], extraction: Extraction) -> Table:
    grid = Table(box=None, show_header=False, pad_edge=True)
    for claim in claims:
        words = " ".join(extraction.article.text[claim.start : claim.end].split())
        grid.add_row(
            Text(claim.kind, style=COLOURS.get(claim.kind, "bold")),
            Text(" ".join(_values(claim))),
            Text(f"“{words if len(words) < 160 else words[:157] + '…'}”", style="italic"),
            Text(f"{claim.rule}: {claim.reason}" if claim.reason else claim.rule, style="dim"),
        )
    return grid


def _values(claim: Claim) -> Iterator[str]:
    for name, value in claim.facts().items():
        if name in ("vote", "text") or value in (None, False) or value == "exact":
            continue
        yield name if value is True else str(value)
    for flag in ("tentative", "superseded", "quoted"):
        if getattr(claim, flag):
            yield f"({flag})"
