"""The production server: waitress, with its own failures as problems, a body limit by address, and an orderly end."""

from __future__ import annotations

import copy
import datetime
import json
import logging
import re
import signal
import threading
import time
from http import HTTPStatus
from typing import Any, Final, cast

from flask import Flask
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask, WSGITask

from api import bodies, memory
from api.auth import CHALLENGE, is_forwarded
from api.deliveries import Worker
from api.errors import MEDIA_TYPE, problem_body
from api.headers import CSP
from api.lanes import Lanes
from api.service import service
from models import keys
from models.errors import StoreError

BULK: Final = 4 * 1024**3
"""The largest stream of documents or records, in bytes; it is kept on disk, not in memory, while it comes in."""
MOST: Final = bodies.LARGE + 1024
"""The largest body elsewhere that is taken in, so that the application can say what is wrong with it; its own limits are lower."""
DRAIN_SECONDS: Final = 30
_STREAMS = re.compile(r"/v1/(articles/bulk|records)/?")
NO_KEY: Final = "a stream of documents or records needs an API key with its scope"
log = logging.getLogger("claimwire.server")


class Parser(HTTPRequestParser):
    """A request of which no more is taken in than its address, and having a key or not, allow."""

    keyless = False
    """Whether it is a stream that no key came with, where one is needed."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head, then set the limit for the body."""
        super().parse_header(header_plus)
        path = str(getattr(self, "path", ""))
        limit = MOST
        if _STREAMS.fullmatch(path):
            self.keyless = not self._may_stream(path)
            limit = bodies.SMALL if self.keyless else BULK
        self.adj = copy.copy(self.adj)
        self.adj.max_request_body_size = limit + 1

    def _may_stream(self, path: str) -> bool:
        """Whether the head has a key with the scope, or none is needed; the application looks again."""
        names = [name.lower().replace("_", "-") for name in self.headers]
        kind, _, secret = str(self.headers.get("AUTHORIZATION", "")).partition(" ")
        try:
            if "authorization" not in names:
                return getattr(self.adj, "on_loopback", False) and not is_forwarded(names) and not keys.any_made()
            key = keys.find(secret.strip(), datetime.datetime.now(datetime.UTC)) if kind.lower() == "bearer" else None
        except StoreError:
            return False
        return key is not None and not {"admin", "edit" if path.startswith("/v1/records") else "ingest"}.isdisjoint(key.scopes)


class ProblemTask(ErrorTask):
    """A request that never reached the application: bad head, body too large."""

    def execute(self) -> None:
        """Answer with a problem instead of plain text."""
        error = cast("Any", self.request).error
        code = int(error.code)
        detail = str(error.body)
        if code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE and getattr(self.request, "keyless", False):
            code, detail = int(HTTPStatus.UNAUTHORIZED), NO_KEY
            self.response_headers = [*self.response_headers, CHALLENGE]
        body = json.dumps(problem_body(code, detail)).encode()
        self.status = f"{code} {HTTPStatus(code).phrase}"
        self.response_headers = [
            *self.response_headers,
            ("Content-Type", MEDIA_TYPE),
            ("X-Content-Type-Options", "nosniff"),
            ("Content-Security-Policy", CSP),
            ("Cache-Control", "no-store"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Task(WSGITask):
    """A request to the application. An answer without a body does not end its connection, as waitress would have it."""

    _building = False

    def build_response_header(self) -> bytes:
        """The head of the answer."""
        self._building = True
        try:
            return super().build_response_header()
        finally:
            self._building = False

    def set_close_on_finish(self) -> None:
        """Close after this answer, unless that is only for want of a Content-Length where none belongs."""
        asked = cast("Any", self.request).headers.get("CONNECTION", "").lower()
        if self._building and self.version == "1.1" and asked != "close" and self.status[:3] in ("204", "304"):
            return
        super().set_close_on_finish()


class Channel(HTTPChannel):
    """A connection that uses these."""

    task_class = Task
    parser_class = Parser
    error_task_class = ProblemTask


class Server:
    """A bound server; ``run`` serves until ``stop`` is called or a signal to end comes."""

    def __init__(self, app: Flask) -> None:
        memory.steady()
        settings = service(app).settings
        self.app = app
        self._map: dict[int, Any] = {}
        self._stopping = threading.Event()
        self._server = create_server(
            app,
            map=self._map,
            host=settings.host,
            port=settings.port,
            _dispatcher=cast("Any", Lanes(settings.threads)),
            ident=None,
            clear_untrusted_proxy_headers=False,
            channel_timeout=120,
            connection_limit=1000,
            max_request_header_size=64 * 1024,
            asyncore_use_poll=True,
        )
        listeners: list[Any] = [item for item in self._map.values() if isinstance(item, BaseWSGIServer)]
        for listener in listeners:
            listener.channel_class = Channel
            listener.adj.on_loopback = settings.on_loopback
        self.port: int = listeners[0].effective_port
        host = settings.host
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def stop(self, *_: object) -> None:
        """Begin an orderly end: nothing new is taken in, what is under way is finished."""
        service(self.app).draining = True
        self._stopping.set()

    def run(self, *, signals: bool = True) -> None:
        """Serve until stopped, and send what webhooks are due."""
        if signals:
            signal.signal(signal.SIGTERM, self.stop)
            signal.signal(signal.SIGINT, self.stop)
        worker = Worker(private=service(self.app).settings.allow_private_webhooks)
        worker.start()
        while not self._stopping.is_set():
            self._turn()
        self._drain()
        worker.stop()

    def _turn(self) -> None:
        wasyncore.loop(timeout=1, use_poll=True, map=self._map, count=1)

    def _drain(self) -> None:
        for item in list(self._map.values()):
            if isinstance(item, BaseWSGIServer):
                item.accepting = False
                item.del_channel()
                if item.socket is not None:
                    item.socket.close()
        until = time.monotonic() + DRAIN_SECONDS
        while time.monotonic() < until and any(_busy(item) for item in self._map.values()):
            self._turn()
        self._server.task_dispatcher.shutdown(timeout=5)
        wasyncore.close_all(self._map)
        service(self.app).readers.close()
        log.info("stopped")


def _busy(item: Any) -> bool:
    return isinstance(item, HTTPChannel) and bool(item.requests or item.total_outbufs_len or item.request is not None)
