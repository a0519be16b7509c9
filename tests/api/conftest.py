"""An application on a fresh store, with a reader whose grammar the tests know."""

from __future__ import annotations

from collections.abc import Iterator
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
