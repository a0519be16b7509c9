"""What all tests share: where ../shared is, and what happens where it, PostgreSQL or Chromium is missing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def missing(what: str) -> NoReturn:
    """Skip with a message on a desk; fail in CI, where nothing may be missing."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI=true")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder ../shared beside the checkout."""
    if not (SHARED / "corpus").is_dir():
        missing("../shared (corpus and records)")
    return SHARED
