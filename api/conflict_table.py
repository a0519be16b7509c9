"""Conflicts as a table that a stranger understands: what, who says what, in which words."""

from __future__ import annotations

from typing import Any


def show(found: list[dict[str, Any]], titles: dict[str, str] | None = None) -> None:
    """Print conflicts on stdout, one row a value."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    if not found:
        console.print("No outlet contradicts another, itself or the record.")
        return
    table = Table(show_lines=False, expand=False, pad_edge=False)
    for name in ("what", "value", "who says so", "in which words"):
        table.add_column(name, overflow="fold", vertical="top")
    for conflict in found:
        told = conflict.get("explanation") or conflict["kind"]
        if conflict["state"] == "closed":
            told += " (closed: corrected since)"
        first = Text(told)
        for value in conflict["values"]:
            outlets = [report["outlet"] for report in value["reports"]]
            who = [*(["the official record"] if value["record"] else []), *dict.fromkeys(outlets)]
            words = value["reports"][0]["quote"]["exact"] if value["reports"] and value["reports"][0].get("quote") else ""
            table.add_row(first, Text(str(value["value"])), Text(", ".join(who)), Text(_short(words)))
            first = Text("")
        table.add_section()
    console.print(table)


def _short(words: str, most: int = 110) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
