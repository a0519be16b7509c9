"""An application on a fresh store, with a reader whose grammar the tests know; and the real server in a process."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api import create_app
from claimwire import plugins, read
from claimwire.documents import Document
from claimwire.reading import Extraction
from models import base
from tests.models.conftest import postgresql, postgresql_url, server, url

__all__ = ["postgresql", "postgresql_url", "server", "url"]

TOY = Path(__file__).parent / "toy_plugins"


class InProcess:
    """Stands for the reading processes where a test does not need them: no process is started."""

    number = 1

    def __init__(self) -> None:
        self._using = plugins.load([TOY], entry_points=False)

    def read(self, document: Document, *, wait: float = 0) -> Extraction:
        return read(document, using=self._using)

    def close(self, seconds: float = 0) -> None:
        pass


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    """Settings of a fresh store; tests change what they test."""
    return {"database_url": f"sqlite:///{tmp_path / 'store.db'}"}


@pytest.fixture
def app(settings: dict[str, Any]) -> Iterator[Flask]:
    made = create_app(settings)
    made.extensions["claimwire"].readers = InProcess()
    yield made
    base.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@dataclass
class Running:
    """A server in a process of its own."""

    url: str
    process: subprocess.Popen[str]
    log: Path

    def stop(self, number: int = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(40)


Serve = Callable[..., Running]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start ``claimwire serve`` on a free port; environment variables by keyword."""
    started: list[Running] = []

    def start(*arguments: str, **environment: str) -> Running:
        log = tmp_path / f"serve{len(started)}.log"
        given = {"CLAIMWIRE_DATABASE_URL": f"sqlite:///{tmp_path / 'store.db'}", "CLAIMWIRE_PLUGINS_DIR": str(TOY), **environment}
        clean = {k: v for k, v in os.environ.items() if not k.startswith("CLAIMWIRE_")}
        with log.open("w") as err:
            process = subprocess.Popen(
                [sys.executable, "-c", "from claimwire.cli import main; main()", "serve", "--port", "0", *arguments],
                env={**clean, **given},
                stderr=err,
                stdout=subprocess.DEVNULL,
                text=True,
            )
        running = Running("", process, log)
        started.append(running)
        for _ in range(600):
            found = re.search(r"listens on (\S+)", log.read_text())
            if found:
                running.url = found[1]
                return running
            if process.poll() is not None:
                raise AssertionError(f"serve ended with {process.returncode}: {log.read_text()}")
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
        raise AssertionError("serve did not start")

    yield start
    for running in started:
        running.stop(signal.SIGKILL)
