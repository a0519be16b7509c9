"""Schemathesis, all of its default checks and phases, against the server that ``claimwire serve`` starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.api.conftest import Serve
from tests.api.service_helpers import article, story


@pytest.mark.timeout(600)
def test_schemathesis_finds_nothing(serve: Serve, tmp_path: Path) -> None:
    server = serve(CLAIMWIRE_LOG="warning")
    for outlet, abstain in (("Alpha", 25), ("Beta", 26)):
        posted = requests.post(f"{server.url}/v1/articles", json=article(story(abstain=abstain), outlet=outlet), timeout=60)
        assert posted.status_code == 201
    program = str(Path(sys.executable).with_name("schemathesis"))
    address = f"{server.url}/openapi.json"
    found = subprocess.run(
        [program, "run", address, "--max-examples", "5", "--seed", "20250224", "--no-color"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert found.returncode == 0, found.stdout[-6000:] + server.log.read_text()[-3000:]
