"""``claimwire outlets``."""

from __future__ import annotations

import json
from typing import Any

import click

from claimwire.cli import plugins_of


def run(context: click.Context, form: str, health: bool) -> None:
    """Print the outlets that plugins speak for; with ``health``, how those in the store are read."""
    rows = _in_store(context) if health else _by_plugin(context)
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max((len(row["slug"]) for row in rows), default=0)
    for row in rows:
        click.echo(f"{row['slug']:<{width}}  {_line(row)}")


def _by_plugin(context: click.Context) -> list[dict[str, Any]]:
    return [
        {"slug": o.slug, "name": o.name, "domains": list(o.domains), "plugin": type(o).__module__}
        for o in sorted(plugins_of(context).outlets.values(), key=lambda o: o.slug)
    ]


def _in_store(context: click.Context) -> list[dict[str, Any]]:
    from api.opened import opened_store
    from api.outlet_health import health
    from models import queries

    rows: list[dict[str, Any]] = []
    with opened_store(context):
        after = None
        while True:
            page = queries.outlets(after=after, limit=200)
            told = [json.loads(row) for row in page.rows]
            rows += [{"slug": outlet["outlet"], **outlet, "health": health(outlet)} for outlet in told]
            if page.next is None:
                return rows
            after = page.next


def _line(row: dict[str, Any]) -> str:
    if "health" not in row:
        return f"{row['name']}  ({', '.join(row['domains']) or 'known by marks in the text'})"
    found = row["health"]
    told = f"{row['articles']} articles; of the last {found['recent']}: {found['recognised']} recognised, {found['with_body']} with body, "
    told += f"{found['with_claims']} with claims; last success {found['last_success'] or 'never'}"
    return told + (f"  WARNING: {found['warning']}" if found["warning"] else "")
