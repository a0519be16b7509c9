"""A draft with planted errors, held against real reports and the official record, as a terminal sees it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from api.commands import register_commands
from claimwire.cli import cli

register_commands(cli)

DRAFT = """UN General Assembly backs Kyiv's text on war anniversary

NEW YORK — The United Nations General Assembly adopted a resolution drafted by Ukraine on Monday, 24 February 2025.

The resolution passed with 93 votes in favour and {no} against, while 65 countries abstained.

The United States, Russia and Hungary voted against the Ukrainian text, while China {china}.

A separate draft by the United States on the path to peace was also put to the Assembly, and was {result}.
"""
RIGHT = {"no": 18, "china": "abstained", "result": "adopted"}
WRONG = {"no": 21, "china": "voted in favour", "result": "rejected"}


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared_dir: Path) -> Any:
    """Check a draft in a store that holds the five seeds and the three records."""
    monkeypatch.setenv("CLAIMWIRE_DATABASE_URL", f"sqlite:///{tmp_path / 'store.db'}")

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(cli, arguments)

    assert invoke("ingest", str(shared_dir / "corpus" / "seeds.ndjson")).exit_code == 0
    for name in ("ga_2025-02-24.csv", "sc_2025-02-24.csv"):
        assert invoke("records", "import", str(shared_dir / "records" / name)).exit_code == 0

    def checked(facts: dict[str, Any], *options: str) -> Result:
        path = tmp_path / "draft.txt"
        path.write_text(DRAFT.format(**facts), "utf-8")
        return invoke("check", str(path), *options)

    return checked


@pytest.mark.shared
def test_three_planted_errors_are_named_and_nothing_else(check: Any) -> None:
    result = check(WRONG)
    assert result.exit_code == 3
    named = re.findall(r"^  (\w+): “(.*)” \((\w+)\)$", result.stdout, re.MULTILINE)
    assert [(status, kind) for status, _, kind in named] == [("contradicted", kind) for kind in ("count", "position", "result")]
    assert "21" in named[0][1]
    assert "China" in named[1][1]
    assert "rejected" in named[2][1]
    assert result.stdout.count("the record says") == 3
    statuses = [claim["status"] for claim in json.loads(check(WRONG, "--format", "json").stdout)["claims"]]
    assert statuses.count("contradicted") == 3
    assert "undecided" not in statuses


@pytest.mark.shared
def test_the_same_draft_without_them_is_left_alone(check: Any) -> None:
    result = check(RIGHT)
    assert result.exit_code == 0
    assert "0 contradicted" in result.stdout
    assert "“" not in result.stdout
