"""``claimwire check``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from api.opened import opened_store

CONTRADICTED = 3


def run(context: click.Context, path: Path, form: str) -> None:
    """Hold each document under the path against the store; exit status 3 where anything contradicts one."""
    from api.check import checked
    from claimwire import read
    from claimwire.cli import plugins_of
    from claimwire.inputs import InputProblem, documents_from
    from models import queries

    contradicted = failed = 0
    with opened_store(context):
        if not queries.statistics()["articles"]:
            click.echo("claimwire: the store is empty: nothing to compare with", err=True)
        using = plugins_of(context)
        for document in documents_from([path]):
            if isinstance(document, InputProblem):
                failed += 1
                click.echo(f"claimwire: {document.where}: {document.message}", err=True)
                continue
            found = checked(read(document, using=using))
            contradicted += found["contradicted"]
            click.echo(json.dumps(found, ensure_ascii=False) if form == "json" else "\n".join(_lines(found)))
    context.exit(1 if failed else CONTRADICTED if contradicted else 0)


def _lines(found: dict[str, Any]) -> list[str]:
    """What an editor wants to see: what is contradicted first, then what is in doubt.

    A claim that the record or as many others back is not named, although somebody differs: the draft has no error there.
    """
    claims = found["claims"]
    out = [f"{found['document'] or 'draft'}: {len(claims)} claims, {found['contradicted']} contradicted"]
    for status in ("contradicted", "undecided"):
        for claim in claims:
            if claim["status"] == status:
                out += _told(claim)
    if disputed := sum(claim["status"] == "disputed" for claim in claims):
        out.append(f"  {disputed} more where somebody differs, but the record or as many others agree (--format json says who)")
    return out


def _told(claim: dict[str, Any]) -> list[str]:
    out = [f"  {claim['status']}: “{claim['quote']['exact']}” ({claim['kind']})"]
    if claim["record"]["verdict"] == "differs":
        out.append(f"    the record says {claim['record']['value']}")
    for name, verb in (("contradicts", "says"), ("agrees", "agrees:")):
        for opinion in claim[name]:
            words = f" (“{opinion['quote']['exact']}”)" if opinion.get("quote") else ""
            out.append(f"    {opinion['outlet']} {verb} {opinion['value']}{words}")
    if claim["undecided"]:
        out.append(f"    {claim['undecided']}")
    return out
