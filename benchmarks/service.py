"""What the measurements of the running service share: starting it, talking to it, and reports in words that it can read."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PLACES = ("Norway", "Chile", "Kenya", "Japan", "Ghana", "Peru", "Nepal", "Malta", "Oman", "Fiji", "Togo", "Cuba", "India", "Chad", "Haiti")
SUBJECTS = (
    "river fishing",
    "deep-sea cables",
    "seed banks",
    "desert dust",
    "old archives",
    "ship scrapping",
    "night trains",
    "glacier lakes",
)
NOUNS = (
    "panel",
    "harbour",
    "archive",
    "clinic",
    "treaty",
    "bridge",
    "orchestra",
    "market",
    "library",
    "garden",
    "railway",
    "lighthouse",
    "school",
)
NOUNS += (
    "museum",
    "vineyard",
    "glacier",
    "workshop",
    "theatre",
    "observatory",
    "reservoir",
    "quarry",
    "newspaper",
    "ferry",
    "mill",
    "stadium",
)
KINDS = (
    "old",
    "northern",
    "crowded",
    "quiet",
    "borrowed",
    "famous",
    "wooden",
    "coastal",
    "half-built",
    "private",
    "rural",
    "smaller",
    "grand",
)
DEEDS = ("visited", "praised", "described", "measured", "repaired", "painted", "doubted", "photographed", "missed", "followed", "studied")
TIMES = ("in spring", "long ago", "before dawn", "without notice", "in good weather", "for an hour", "at some cost", "with care", "by bus")
START_SECONDS = 60


class Service:
    """The real server on a port of its own, in a process that may be killed and started again."""

    def __init__(self, url: str, log: Path, settings: Mapping[str, str] | None = None) -> None:
        self.url, self.log, self.settings = url, log, dict(settings or {})
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers ``/readyz``."""
        environment = {**os.environ, "CLAIMWIRE_DATABASE_URL": self.url, **self.settings}
        command = [sys.executable, "-c", "from claimwire.cli import main; main()", "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            try:
                if self.ask("GET", "/readyz", timeout=5)[0] == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"the service did not start; its log: {self.log}")

    def kill(self) -> None:
        """End it as a power cut would: SIGKILL, no warning."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """End it in order; its exit status."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(60)

    def ask(
        self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None, timeout: float = 60
    ) -> tuple[int, Any]:
        """One request on a connection of its own: status and the JSON of the answer. Raises ``OSError`` where none came whole."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            sent = None if body is None else json.dumps(body).encode()
            connection.request(method, path, sent, {"Content-Type": "application/json", **(headers or {})})
            answer = connection.getresponse()
            content = answer.read()
            return answer.status, json.loads(content) if "json" in (answer.getheader("Content-Type") or "") else content
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        finally:
            connection.close()

    def memory(self) -> int:
        """Bytes of resident memory of the process and its children."""
        assert self.process is not None
        return sum(_resident(pid) for pid in (self.process.pid, *children(self.process.pid)))

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self.process is not None
        return self.process.pid


def cpu(pid: int) -> float:
    """Seconds of CPU that a process and the children it has now have used."""
    total = 0.0
    for one in (pid, *children(pid)):
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(") ", 1)[1].split()
        total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def children(pid: int) -> list[int]:
    """The children that a process has now."""
    return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def free_port() -> int:
    """A port of this machine that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _sentence(draw: random.Random) -> str:
    """A sentence of no matter, so that two reports share no more words than two newsrooms' would."""
    who, what = draw.sample(NOUNS, 2)
    return f"The {draw.choice(KINDS)} {who} had {draw.choice(DEEDS)} the {draw.choice(KINDS)} {what} {draw.choice(TIMES)}."


def article(number: int) -> dict[str, str]:
    """A report of an invented vote; five numbers in a row tell of one vote, and about one in eight differs in a count.

    The same number is always the same report.
    """
    event, outlet = divmod(number, 5)
    facts, habits = random.Random(event), random.Random(number + 1_000_003)
    day = 1 + event % 28
    month = 1 + event // 28 % 12
    year = 2000 + event // 336
    subject, places = facts.choice(SUBJECTS), facts.sample(PLACES, 6)
    yes, no, abstain = facts.randint(90, 150), facts.randint(2, 19), facts.randint(20, 70)
    if habits.random() < 0.125:
        abstain += 1
    paragraphs = [
        f"The UN General Assembly voted on {day} {MONTHS[month - 1]} {year} on a resolution titled “Protocol {event} on {subject}”.",
        f"The resolution was adopted with {yes} votes in favour, {no} against and {abstain} abstentions. "
        f"{places[0]}, {places[1]} and {places[2]} voted against, while {places[3]} and {places[4]} abstained.",
        f"“{subject.capitalize()} cannot wait another year,” the ambassador of {places[5]} said before the vote.",
        " ".join(_sentence(habits) for _ in range(habits.randint(10, 40))),
    ]
    return {
        "text": "\n\n".join(paragraphs),
        "outlet": f"Outlet {outlet}",
        "published": f"{year}-{month:02d}-{day:02d}",
        "url": f"https://outlet{outlet}.example/{number}",
    }


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
