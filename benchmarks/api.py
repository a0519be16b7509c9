"""How fast the service answers, as ratios to a bare Flask route under the same server in the same run.

    python benchmarks/api.py [--seconds 3] [--connections 4] [--articles 200]

The real server is started on a fresh store of synthetic reports. Each address is asked over keep-alive
connections by a client of raw sockets in a process of its own, in turn with the bare route, and the medians of
the rounds are compared. CPU is the server's own, from /proc. Where ``datasette`` can be run, it serves the same
rows of the same file for comparison. What was answered once is answered again until something is written;
"afresh" are answers that were not there yet.
"""

from __future__ import annotations

import argparse
import datetime
import json
import multiprocessing
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.service import Service, cpu, free_port

ROUNDS = 3
INGESTED = 40
OTHERS = 5
"""Articles on one vote, in the typical case: an agency, and some that tell of the same."""
MATTERS = (
    "Fisheries of the northern seas", "Vaccines for remote islands", "Timber from protected forests", "Satellites in low orbits",
    "Schools in mountain villages", "Bridges across border rivers", "Archives of former colonies", "Locusts and desert crops",
    "Glaciers as sources of water", "Ransom paid by hospitals",
)  # fmt: skip
HOSTS = 1000
"""Names under which a list is asked for, so that each answer is made afresh: an answer names its host."""
BARE = """
import sys
from flask import Flask, Response
from waitress import serve
app = Flask("bare")
BODY = open(sys.argv[2], "rb").read()
@app.get("/")
def bare():
    return Response(BODY, content_type="application/json")
print("ready", flush=True)
serve(app, host="127.0.0.1", port=int(sys.argv[1]), threads=8, ident=None)
"""


def ask(port: int, requests: list[bytes], seconds: float, connections: int) -> float:
    """Requests answered per second, over some connections at a time; the requests take turns."""
    with multiprocessing.Pool(1) as pool:
        return pool.apply(_ask, (port, requests, seconds, connections))


def _ask(port: int, requests: list[bytes], seconds: float, connections: int) -> float:
    import itertools
    import selectors

    turns = itertools.cycle(requests)

    selector = selectors.DefaultSelector()
    for _ in range(connections):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(next(turns))
        selector.register(connection, selectors.EVENT_READ, bytearray())
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        for key, _ in selector.select(1):
            buffer = key.data
            chunk = key.fileobj.recv(1 << 18)
            if not chunk:
                raise SystemExit("the server closed a connection")
            buffer += chunk
            if complete(buffer):
                done += 1
                buffer.clear()
                key.fileobj.sendall(next(turns))
    return done / (time.perf_counter() - began)


def complete(buffer: bytearray) -> bool:
    """Whether a whole answer has come."""
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        return False
    if buffer.startswith(b"HTTP/1.1 304"):
        return True
    head = bytes(buffer[:end]).lower()
    at = head.find(b"content-length: ")
    if at >= 0:
        return len(buffer) >= end + 4 + int(head[at + 16 :].split(b"\r\n", 1)[0])
    return buffer.endswith(b"0\r\n\r\n")


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("a server did not start")


def fill(port: int, articles: int) -> None:
    lines = []
    for n in range(articles):
        day = 1 + n % 28
        text = (
            f"The UN General Assembly voted on {day} March 2024 on a resolution titled “Motion number {n // 2}”.\n\n"
            f"The resolution was adopted with {90 + n // 2 % 50} votes in favour, {10 + n % 3} against and {30 + n % 2} abstentions. "
            "The United States, Israel and Hungary voted against, while China, India and South Africa abstained.\n\n"
            "“We will not stop here,” Secretary-General António Guterres said after the vote.\n"
        )
        lines.append(
            json.dumps(
                {"text": text, "outlet": f"Outlet {n % 40}", "published": f"2024-03-{day:02d}", "url": f"https://o{n % 40}.example/{n}"}
            )
        )
    post(port, "/v1/articles/bulk", "\n".join(lines).encode(), "application/x-ndjson")


def post(port: int, path: str, body: bytes, content_type: str = "application/json") -> bytes:
    request = Request(f"http://127.0.0.1:{port}{path}", data=body, headers={"Content-Type": content_type})
    with urlopen(request, timeout=600) as response:
        return bytes(response.read())


def get(port: int, path: str) -> tuple[bytes, str]:
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as response:
        return bytes(response.read()), response.headers.get("ETag", "")


def request_of(path: str, *headers: str, host: str = "127.0.0.1") -> bytes:
    return "\r\n".join([f"GET {path} HTTP/1.1", f"Host: {host}", *headers, "", ""]).encode()


def article(n: int, vote: int) -> dict[str, str]:
    """An article of some 400 words by outlet ``n`` on one of many votes."""
    day = datetime.date(2023, 1, 2) + datetime.timedelta(7 * vote)
    words = " ".join(
        f"Delegate {n * 31 + k} of group {k * k % 97} spoke for {3 + k} minutes about point {vote * 7 + k}." for k in range(35)
    )
    text = (
        f"The UN General Assembly voted on {day:%A, %d %B %Y}, on a draft titled “{MATTERS[vote % len(MATTERS)]}”.\n\n"
        f"The resolution was adopted with {90 + vote % 50} votes in favour, {9 + n % 2} against and {20 + vote % 9} abstentions. "
        f"The United States and Israel voted against.\n\n{words}\n\n“We will go on,” Secretary-General António Guterres said.\n"
    )
    return {"text": text, "outlet": f"Wire {n}", "published": (day + datetime.timedelta(1)).isoformat()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--connections", type=int, default=4)
    parser.add_argument("--articles", type=int, default=200)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = Service(f"sqlite:///{folder}/store.db", folder / "log")
        running: list[subprocess.Popen[str]] = []
        server.start()
        try:
            fill(server.port, given.articles)
            measure(folder, server, given, running)
            ingest(server)
        finally:
            server.stop()
            for process in running:
                process.terminate()
                process.wait(40)


def measure(folder: Path, server: Service, given: argparse.Namespace, running: list[subprocess.Popen[str]]) -> None:
    port = server.port
    vote = json.loads(get(port, "/v1/votes?limit=1")[0])["results"][0]["id"]
    found = json.loads(get(port, "/v1/conflicts?limit=1")[0])["results"]
    addresses = {"one vote": f"/v1/votes/{vote}", "a page of 50 votes": "/v1/votes?limit=50"}
    if found:
        addresses |= {"one conflict": f"/v1/conflicts/{found[0]['id']}", "a page of 50 conflicts": "/v1/conflicts?limit=50"}
    asked = {what: (path, [request_of(path)]) for what, path in addresses.items()}
    asked["304 of one vote"] = (
        addresses["one vote"],
        [request_of(addresses["one vote"], f"If-None-Match: {get(port, addresses['one vote'])[1]}")],
    )
    for what in [w for w in addresses if "page" in w]:
        path = addresses[what]
        asked[f"304 of {what[2:]}"] = (path, [request_of(path, f"If-None-Match: {get(port, path)[1]}")])
        asked[f"{what[2:]}, afresh"] = (path, [request_of(path, host=f"h{n}.localhost") for n in range(HOSTS)])
    page = next((a for a in ("a page of 50 conflicts", "a page of 50 votes") if a in addresses), "")
    datasette = start_datasette(folder, running)
    print(f"{'':<28} {'requests/s':>11} {'bare Flask':>11} {'ratio':>6} {'CPU ms':>7} {'bare':>6} {'ratio':>6}")
    for what, (path, requests) in asked.items():
        (folder / "body").write_bytes(get(port, path)[0])
        bare, bare_port = start_bare(folder)
        rates, bares, ms, bare_ms = [], [], [], []
        for _ in range(ROUNDS):
            for pid, number, sent, speed, spent in (
                (server.pid, port, requests, rates, ms),
                (bare.pid, bare_port, [request_of("/")], bares, bare_ms),
            ):
                before, began = cpu(pid), time.perf_counter()
                speed.append(ask(number, sent, given.seconds, given.connections))
                spent.append(1000 * (cpu(pid) - before) / (speed[-1] * (time.perf_counter() - began)))
        bare.terminate()
        bare.wait(40)
        ours, theirs = statistics.median(rates), statistics.median(bares)
        cost, bare_cost = statistics.median(ms), statistics.median(bare_ms)
        print(f"{what:<28} {ours:>11.0f} {theirs:>11.0f} {ours / theirs:>6.2f} {cost:>7.3f} {bare_cost:>6.3f} {cost / bare_cost:>6.2f}")
        if datasette and what == page:
            table = page.rsplit(" ", 1)[1]
            rows = [request_of(f"/store/{table}.json?_size=50&_shape=array")]
            rate = statistics.median(ask(datasette, rows, given.seconds, given.connections) for _ in range(ROUNDS))
            print(f"{'  Datasette, same rows':<28} {rate:>11.0f} {'':>11} {ours / rate:>6.2f} (ours to Datasette's)")


def start_bare(folder: Path) -> tuple[subprocess.Popen[str], int]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", BARE, str(port), str(folder / "body")], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    wait_for(port)
    return process, port


def start_datasette(folder: Path, running: list[subprocess.Popen[str]]) -> int | None:
    program = os.environ.get("DATASETTE") or shutil.which("datasette")
    if program is None:
        print("datasette is not installed (or name it by DATASETTE=…): no comparison with it", file=sys.stderr)
        return None
    port = free_port()
    command = [program, "serve", str(folder / "store.db"), "--port", str(port), "--setting", "max_returned_rows", "1000"]
    running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True))
    wait_for(port)
    return port


def ingest(server: Service) -> None:
    """CPU of one article end to end, beside what trafilatura needs for a page on this machine."""
    port = server.port
    for n in range(5):
        post(port, "/v1/articles", json.dumps(article(n, 1000)).encode())
    ours = _ingested(server, lambda n: article(n, n // OTHERS))
    print(f"\none article through HTTP, read, stored and compared with up to {OTHERS - 1} others: {ours:.1f} ms CPU")
    hot = _ingested(server, lambda n: article(n, 500))
    print(f"one article on a vote that up to {INGESTED - 1} others tell of: {hot:.1f} ms CPU")
    pages = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "pages"
    if pages.is_dir():
        import gzip

        import trafilatura

        texts = [gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in sorted(pages.glob("*.html.gz"))[:30]]
        trafilatura.extract(texts[0])
        began = time.process_time()
        for text in texts:
            trafilatura.extract(text)
        theirs = 1000 * (time.process_time() - began) / len(texts)
        print(f"trafilatura, one page: {theirs:.1f} ms CPU; ratios {ours / theirs:.2f} and {hot / theirs:.2f} (30 ms to 18 ms is 1.67)")


def _ingested(server: Service, made: Callable[[int], dict[str, str]]) -> float:
    before = cpu(server.pid)
    for n in range(INGESTED):
        post(server.port, "/v1/articles", json.dumps(made(n)).encode())
    return 1000 * (cpu(server.pid) - before) / INGESTED


if __name__ == "__main__":
    main()
