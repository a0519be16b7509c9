"""``claimwire keys``."""

from __future__ import annotations

import datetime

import click

from api.opened import opened_store


def create(context: click.Context, name: str, scopes: tuple[str, ...]) -> None:
    """Make a key and print its secret on stdout, alone, so that it can be piped into a secret store."""
    from models import keys

    with opened_store(context):
        key, secret = keys.create(name, scopes, datetime.datetime.now(datetime.UTC))
    click.echo(f"{key.id} for {name}: {', '.join(key.scopes)}. It is shown this once:", err=True)
    click.echo(secret)


def rotate(context: click.Context, key_id: str, keep_hours: int) -> None:
    """Put a new key in the place of an old one and print its secret on stdout, alone."""
    from models import keys

    now = datetime.datetime.now(datetime.UTC)
    with opened_store(context):
        key, secret = keys.rotate(key_id, now, keep=datetime.timedelta(hours=keep_hours))
    until = f"is good for {keep_hours} hours more" if keep_hours else "is revoked"
    click.echo(f"{key.id} for {key.name}: {', '.join(key.scopes)}; {key_id} {until}. It is shown this once:", err=True)
    click.echo(secret)


def show(context: click.Context) -> None:
    """Print all keys ever made."""
    from models import keys

    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    with opened_store(context):
        for key in keys.everyone():
            state = "valid" if not key.revoked_at else f"{'valid until' if key.revoked_at > now else 'revoked'} {key.revoked_at}"
            click.echo(f"{key.id}  {key.created_at}  {state:<37}  {','.join(key.scopes):<24}  {key.name}")


def revoke(context: click.Context, key_id: str) -> None:
    """End a key."""
    from models import keys

    with opened_store(context):
        key = keys.revoke(key_id, datetime.datetime.now(datetime.UTC))
    click.echo(f"{key.id} is revoked", err=True)
