"""A page of another origin in a real browser: it may read, and cannot write."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
import requests

from tests.api.conftest import Serve
from tests.api.service_helpers import article, story
from tests.conftest import missing

SCRIPT = """
const [api, done] = arguments;
const tell = async (asked) => {
  try { const r = await asked; return {status: r.status, type: r.type, etag: r.headers.get('ETag'), text: await r.text()}; }
  catch (error) { return {refused: error.name}; }
};
const body = JSON.stringify({text: 'The Assembly voted on 10 May 2024.', outlet: 'Elsewhere'});
const asked = new URLSearchParams({queries: '{"q0": {"query": "ukraine"}}'});
const as = (method, more = {}) => fetch(api + '/v1/articles', {method, body, ...more});
(async () => done({
  read: await tell(fetch(api + '/v1/conflicts')),
  keyed: await tell(fetch(api + '/v1/votes', {headers: {Authorization: 'Bearer cw_wrong'}})),
  unchanged: await tell(fetch(api + '/v1/votes', {headers: {'If-None-Match': '"x"'}})),
  missing: await tell(fetch(api + '/v1/votes/nobody')),
  reconcile: await tell(fetch(api + '/v1/reconcile', {method: 'POST', body: asked})),
  json: await tell(as('POST', {headers: {'Content-Type': 'application/json'}})),
  plain: await tell(as('POST', {headers: {'Content-Type': 'text/plain'}})),
  blind: await tell(as('POST', {mode: 'no-cors', headers: {'Content-Type': 'text/plain'}})),
  remove: await tell(fetch(api + '/v1/articles/x', {method: 'DELETE'})),
  decide: await tell(fetch(api + '/v1/conflicts/x', {method: 'PATCH', body: '{}', headers: {'Content-Type': 'application/json'}})),
}))();
"""


@pytest.fixture
def browser() -> Iterator[Browser]:
    program = shutil.which("chromedriver")
    if program is None or shutil.which("chromium") is None:
        missing("Chromium (chromium, chromedriver)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    driver = subprocess.Popen([program, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made = Browser(f"http://127.0.0.1:{port}")
    try:
        made.start()
        yield made
        made.call("DELETE", "")
    finally:
        driver.terminate()
        driver.wait(20)


class Browser:
    """Chromium without a window, driven over WebDriver."""

    def __init__(self, url: str) -> None:
        self.url = url

    def start(self) -> None:
        for _ in range(100):
            try:
                requests.get(f"{self.url}/status", timeout=5)
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        options = {
            "binary": shutil.which("chromium"),
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        }
        session = requests.post(f"{self.url}/session", json={"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}, timeout=120)
        self.url += f"/session/{session.json()['value']['sessionId']}"
        self.call("POST", "/timeouts", script=60_000)

    def call(self, method: str, path: str, **given: Any) -> Any:
        answer = requests.request(method, self.url + path, json=given, timeout=120)
        assert answer.status_code == 200, answer.text
        return answer.json()["value"]

    def run(self, page: str, script: str, *arguments: Any) -> Any:
        """What a script on a page calls back with."""
        self.call("POST", "/url", url=page)
        return self.call("POST", "/execute/async", script=script, args=arguments)


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """A page of another origin."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>elsewhere</title>")

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.browser
def test_a_page_elsewhere_reads_and_cannot_write(serve: Serve, browser: Browser, elsewhere: str) -> None:
    server = serve()
    for outlet, abstain in (("Alpha", 25), ("Beta", 26)):
        posted = requests.post(f"{server.url}/v1/articles", json=article(story(abstain=abstain), outlet=outlet), timeout=60)
        assert posted.status_code == 201
    before = requests.get(f"{server.url}/v1/articles", timeout=60).json()
    told = browser.run(elsewhere, SCRIPT, server.url)
    assert told["read"]["status"] == 200
    assert told["read"]["type"] == "cors"
    assert told["read"]["etag"].startswith('"')
    assert json.loads(told["read"]["text"])["results"]
    assert told["keyed"]["status"] == 401
    assert told["unchanged"]["status"] == 200
    assert told["missing"]["status"] == 404
    assert json.loads(told["reconcile"]["text"])["q0"]["result"]
    for name in ("json", "plain", "remove", "decide"):
        assert told[name] == {"refused": "TypeError"}, name
    assert told["blind"]["type"] == "opaque"
    assert requests.get(f"{server.url}/v1/articles", timeout=60).json() == before
    assert browser.run(server.url + "/docs", SCRIPT, server.url)["read"] is not None
