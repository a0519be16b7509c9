"""Stores to test with: a SQLite file and a throw-away PostgreSQL cluster, the same tests for both."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.throwaway_postgresql import Cluster, binaries
from models import base
from tests.conftest import missing


@pytest.fixture(scope="session")
def server() -> Iterator[Cluster]:
    """A throw-away cluster, which tests may stop and start."""
    if binaries() is None:
        missing("PostgreSQL (initdb)")
    server = Cluster(safe=False)
    yield server
    server.remove()


@pytest.fixture(scope="session")
def postgresql(server: Cluster) -> str:
    """The URL of a fresh cluster's server, without a database name; listens on a socket in a folder of its own."""
    return server.url


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
