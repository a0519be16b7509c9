"""Stores to test with: a SQLite file and a throw-away PostgreSQL cluster, the same tests for both."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models import base
from tests.conftest import missing


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresqlServer]:
    """A throw-away cluster, which tests may stop and start."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if not found:
        missing("PostgreSQL (initdb)")
    server = PostgresqlServer(Path(found[-1]).parent, Path("/tmp") / f"cw-{uuid.uuid4().hex[:8]}")
    server.start(fresh=True)
    yield server
    server.stop("immediate")
    shutil.rmtree(server.folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql(server: PostgresqlServer) -> str:
    """The URL of a fresh cluster's server, without a database name; listens on a socket in a folder of its own."""
    return server.url


class PostgresqlServer:
    """A throw-away cluster, run by the user postgres where the tests run as root."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.binaries, self.folder = binaries, folder
        self.url = f"postgresql://postgres@/%s?host={folder}"

    def start(self, *, fresh: bool = False) -> None:
        if fresh:
            self.folder.mkdir()
            if os.geteuid() == 0:
                shutil.chown(self.folder, "postgres")
            self._run(
                "initdb", "-D", str(self.folder / "data"), "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"
            )
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c max_connections=50"
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", mode, "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.binaries / program), *arguments]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty store, once for each kind of database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/store.db"
    else:
        yield request.getfixturevalue("postgresql_url")


@pytest.fixture
def postgresql_url(postgresql: str) -> Iterator[str]:
    """The URL of an empty store on PostgreSQL."""
    with fresh_database(postgresql) as made:
        yield made


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """The URL of an empty store on a PostgreSQL server, which is gone afterwards."""
    import psycopg

    name = f"t{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server % "postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield server % name
    base.close()
    with psycopg.connect(server % "postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def store_(url: str) -> Iterator[str]:
    """An open, empty store."""
    base.connect(url)
    yield url
    base.close()
