"""``claimwire serve``."""

from __future__ import annotations

from pathlib import Path

import click

from api.opened import errors_as_exit
from api.settings import Settings, SettingsError
from claimwire.claims import Problem


def run(context: click.Context, host: str | None, port: int | None) -> None:
    """Bind, say where, and serve until told to end."""
    from api import create_app, logs
    from api.server import Server
    from api.service import service
    from models import keys

    folders = context.find_root().obj or ()
    with errors_as_exit(context):
        settings = Settings.from_environment(host=host, port=port, plugins_dir=":".join(map(str, folders)) or None)
        logs.set_up(settings.log)
        app = create_app(settings)
        service(app).plugin_problems = _plugin_problems(settings)
        if not settings.on_loopback and not keys.any_made():
            raise SettingsError(f"{settings.host} can be reached by others, and no key was made: run 'claimwire keys create NAME' first")
    try:
        server = Server(app)
    except OSError as error:
        click.echo(f"claimwire: cannot bind {settings.host}:{settings.port}: {error.strerror}", err=True)
        context.exit(1)
    click.echo(f"Claimwire listens on {server.url} - all calls are described at {server.url}/docs", err=True)
    server.run()


def _plugin_problems(settings: Settings) -> tuple[Problem, ...]:
    """What cannot be loaded, said on stderr before the first request."""
    from claimwire import plugins

    found = plugins.load(map(Path, settings.plugin_folders)).problems
    for problem in found:
        click.echo(f"claimwire: plugin {problem.outlet}: {problem.message}", err=True)
    return tuple(found)
