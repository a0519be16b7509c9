"""A PostgreSQL cluster for one run or test, on a socket in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import uuid
from pathlib import Path


def binaries() -> Path | None:
    """Where PostgreSQL's programs are, of the newest version; ``None`` where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


class Cluster:
    """A running cluster; by the user postgres where this runs as root.

    With ``safe`` it has the safety that a real one has: each commit is synced to disk. A ``folder`` that is there is taken as it
    was left. ``url`` has ``%s`` for a database's name.
    """

    def __init__(self, *, safe: bool = True, folder: Path | None = None) -> None:
        found = binaries()
        if found is None:
            raise SystemExit("PostgreSQL's initdb is not installed")
        self.binaries, self.folder, self.safe = found, folder or Path("/tmp") / f"cw-{uuid.uuid4().hex[:8]}", safe
        self.url = f"postgresql://postgres@/%s?host={self.folder}"
        if not self.folder.exists():
            self._make()
        self.start()

    def _make(self) -> None:
        self.folder.mkdir()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        hurry = () if self.safe else ("--no-sync",)
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", *hurry)

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=50" + ("" if self.safe else " -c fsync=off")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it: ``fast`` in order, ``immediate`` as a crash."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", mode, "stop")

    def database(self, name: str) -> str:
        """Make a database; its URL."""
        import psycopg

        with psycopg.connect(self.url % "postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return self.url % name

    def remove(self) -> None:
        """Stop it and delete its files."""
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.binaries / program), *arguments]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/")
