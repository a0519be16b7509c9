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


def pytest_make_parametrize_id(val: object) -> str | None:
    """Sets in ids are sorted, so that every worker collects the same names."""
    return "{" + ", ".join(sorted(map(repr, val))) + "}" if isinstance(val, set | frozenset) else None
