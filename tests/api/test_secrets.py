"""No secret ever stands in a log, whatever was asked and whatever goes wrong."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import time
from pathlib import Path

import requests

from models import base, keys
from tests.api.conftest import Serve
from tests.api.service_helpers import article, story
from tests.api.test_auth import NOW

TOKEN = "T0000/B0000/abcdefghijklmnop"
"""What makes a Slack address a secret."""


def test_no_secret_is_logged(serve: Serve, tmp_path: Path) -> None:
    base.connect(f"sqlite:///{tmp_path / 'store.db'}")
    key, secret = keys.create("desk", ("admin",), NOW)
    base.close()
    server = serve(CLAIMWIRE_LOG="debug", CLAIMWIRE_ALLOW_PRIVATE_WEBHOOKS="1")
    wrong = "cw_" + "w" * 43
    headers = {"Authorization": f"Bearer {secret}"}
    hooks = [
        requests.post(f"{server.url}/v1/webhooks", json={"url": url, "format": form}, headers=headers, timeout=60).json()
        for url, form in (
            ("http://127.0.0.1:9/standard?token=hushhush", "standard"),
            (f"http://hooks.slack.com:9/services/{TOKEN}", "slack"),
            (f"http://127.0.0.1:9/services/{TOKEN}", "slack"),
        )
    ]
    for outlet, abstain in (("Alpha", 25), ("Beta", 26)):
        posted = requests.post(
            f"{server.url}/v1/articles", json=article(story(abstain=abstain), outlet=outlet), headers=headers, timeout=60
        )
        assert posted.status_code == 201
    for given in (
        {"headers": {"Authorization": f"Bearer {wrong}"}},
        {"headers": {"Authorization": f"Basic {base64.b64encode(secret.encode()).decode()}"}},
        {"headers": {**headers, "X-Request-Id": secret}},
        {"headers": {**headers, "Idempotency-Key": secret}},
        {"headers": {"Cookie": f"key={secret}"}},
        {"params": {"key": secret}},
        {"params": {"cursor": secret}},
    ):
        requests.get(f"{server.url}/v1/votes", timeout=60, **given)  # type: ignore[arg-type]
        requests.post(f"{server.url}/v1/webhooks", json={"url": secret, "colour": secret}, timeout=60, **given)  # type: ignore[arg-type]
    requests.get(f"{server.url}/v1/votes/{secret}", timeout=60)
    requests.get(f"{server.url}/{secret}", timeout=60)
    time.sleep(3)
    for hook in hooks:
        told = requests.get(f"{server.url}/v1/webhooks/{hook['id']}/deliveries", headers=headers, timeout=60)
        assert all(row["attempts"] for row in told.json()["results"])
        assert TOKEN not in told.text
    server.stop()
    log = server.log.read_text()
    assert [line for line in log.splitlines() if '"webhook"' in line], "the log tells of deliveries"
    assert key.id in log
    for hidden in (secret, wrong, TOKEN, "hushhush", *(hook["secret"] for hook in hooks)):
        assert hidden not in log, hidden
        assert hidden.removeprefix("cw_") not in log, hidden
        assert base64.b64encode(hidden.encode()).decode() not in log, hidden


def test_a_store_s_password_is_not_told(tmp_path: Path) -> None:
    environment = {**os.environ, "CLAIMWIRE_DATABASE_URL": "postgresql://claimwire:verysecret@127.0.0.1:1/nowhere"}
    for command in ("serve", "conflicts", "backup"):
        arguments = [
            sys.executable,
            "-c",
            "from claimwire.cli import main; main()",
            command,
            *([str(tmp_path / "x")] * (command == "backup")),
        ]
        ended = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=False, timeout=120)
        assert ended.returncode == 1
        assert ended.stderr
        assert "verysecret" not in ended.stdout + ended.stderr
