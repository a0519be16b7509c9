"""A client generated from openapi.yaml (openapi-python-client) works against the running service; so does the CMS example."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.api.conftest import Serve
from tests.api.service_helpers import article, story

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("client")
    program = Path(sys.executable).with_name("openapi-python-client")
    if not program.exists():
        pytest.skip("openapi-python-client is not installed")
    command = [
        str(program),
        "generate",
        "--path",
        str(ROOT / "openapi.yaml"),
        "--meta",
        "none",
        "--output-path",
        str(folder / "claimwire_client"),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    sys.path.insert(0, str(folder))
    yield importlib.import_module("claimwire_client")
    sys.path.remove(str(folder))


def test_a_generated_client_posts_checks_and_reads(generated: Any, serve: Serve) -> None:
    server = serve()
    client = generated.Client(base_url=server.url, raise_on_unexpected_status=True)
    models = importlib.import_module("claimwire_client.models")

    def call(name: str, **given: Any) -> Any:
        return importlib.import_module(f"claimwire_client.api.{name}").sync(client=client, **given)

    for outlet, abstain in (("Alpha", 25), ("Beta", 26)):
        body = models.TextDocument.from_dict(article(story(abstain=abstain), outlet=outlet))
        assert call("articles.create_article", body=body).outlet == outlet.lower()
    page = call("conflicts.list_conflicts")
    (conflict,) = [row for row in page.results if row.subject.to_dict() == {"option": "abstain"}]
    assert call("conflicts.get_conflict", id=conflict.id).explanation == conflict.explanation
    vote = call("votes.get_vote", id=conflict.vote)
    assert {count.option.value for count in vote.counts} >= {"yes", "no", "abstain"}
    assert call("conflicts.get_conflict", id="nobody").status == 404


def test_the_cms_example_warns_before_publishing(serve: Serve, tmp_path: Path) -> None:
    server = serve()
    for outlet in ("Alpha", "Beta"):
        body = article(f"{outlet} was there.\n{story()}", outlet=outlet)
        assert requests.post(f"{server.url}/v1/articles", json=body, timeout=60).status_code == 201
    draft = tmp_path / "draft.txt"

    def check() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "examples" / "cms_check.py"), str(draft), server.url]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    draft.write_text(story(abstain=52))
    wrong = check()
    assert (wrong.returncode, wrong.stderr) == (3, "")
    assert "“abstain=52”: " in wrong.stdout
    assert {"alpha has 25", "beta has 25"} == set(wrong.stdout.strip().split(": ")[1].split("; "))
    draft.write_text(story())
    assert check().returncode == 0
    assert json.loads(requests.get(f"{server.url}/v1/articles", timeout=60).text)["next"] is None
