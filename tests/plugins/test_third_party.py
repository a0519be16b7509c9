"""An outlet in a distribution of its own: installed with pip, listed, used, removed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

TEMPLATE = Path(__file__).resolve().parents[2] / "docs" / "template-outlet"


def claimwire(*arguments: str, site: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-c", "from claimwire.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)


def test_a_distribution_is_installed_listed_used_and_removed(tmp_path: Path) -> None:
    source = shutil.copytree(TEMPLATE, tmp_path / "source")
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*install, "--target", str(site), str(source)], check=True, timeout=120)

    listed = claimwire("outlets", "--format", "json", site=site)
    assert "daily-example" in [row["slug"] for row in json.loads(listed.stdout)]

    sample = source / "tests" / "cases" / "daily-example" / "first" / "input.txt"
    record = json.loads(claimwire("extract", str(sample), "--format", "ndjson", site=site).stdout)
    assert (record["outlet"], record["parser"], record["recognised_by"]) == ("daily-example", "daily-example", "text")
    assert record["article"]["byline"] == ["Jo Sample"]
    assert [b["rule"] for b in record["article"]["blocks"] if b["role"] == "boilerplate"] == ["daily-example-appeal", "daily-example-foot"]

    shutil.rmtree(site)
    assert "daily-example" not in claimwire("outlets", site=site).stdout


def test_a_folder_of_files_is_found_by_plugins_dir(tmp_path: Path) -> None:
    shutil.copy(TEMPLATE / "claimwire_daily_example.py", tmp_path)
    listed = claimwire("--plugins-dir", str(tmp_path), "outlets", site=tmp_path / "none")
    assert "daily-example" in listed.stdout
