"""``claimwire conflicts``."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from api.opened import opened_store


def run(context: click.Context, form: str) -> None:
    """Print all conflicts of the store."""
    with opened_store(context):
        found = list(every_conflict())
        if form == "json":
            click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        elif form == "csv":
            write_csv(found)
        else:
            from api.conflict_table import show

            show(found)


def every_conflict() -> Iterator[dict[str, Any]]:
    """All conflicts, page by page."""
    from models import queries

    after = None
    while True:
        page = queries.conflicts(after=after, limit=200)
        for row in page.rows:
            yield json.loads(row)
        if page.next is None:
            return
        after = page.next


def write_csv(found: list[dict[str, Any]]) -> None:
    """One line a report, on stdout."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(
        ["conflict", "kind", "vote", "subject", "state", "decision", "value", "record", "outlet", "article", "document", "claim", "words"]
    )
    for conflict in found:
        subject = ";".join(f"{name}={value}" for name, value in conflict["subject"].items())
        decision = (conflict["decision"] or {}).get("status")
        start = [conflict["id"], conflict["kind"], conflict["vote"], subject, conflict["state"], decision]
        for value in conflict["values"]:
            for report in value["reports"] or [{}]:
                words = (report.get("quote") or {}).get("exact")
                who = [report.get(name) for name in ("outlet", "article", "document", "claim")]
                out.writerow([safe(cell) for cell in [*start, value["value"], value["record"], *who, words]])


def safe(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + cell
    return cell
