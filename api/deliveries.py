"""Send webhook deliveries: signed by Standard Webhooks 1.0, to checked addresses, without following redirects.

What is due stands in the store, so a restart loses nothing; the worker here is a
thread of the server, and several servers on one store share the work.
"""

from __future__ import annotations

import base64
import contextlib
import datetime
import hashlib
import hmac
import http.client
import json
import logging
import socket
import ssl
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from api import targets
from claimwire import __version__
from claimwire.errors import ClaimwireError
from models import webhooks
from models.errors import StoreUnavailable

TIMEOUT: Final = 10
DEADLINE: Final = 20
"""Seconds for one attempt in all, however slowly the receiver answers; four rounds of them are less than ``LEASE``."""
AT_ONCE: Final = 4
CLEARED_EVERY: Final = 3600.0
"""Seconds between two looks for deliveries that are no longer kept."""
MOST_READ: Final = 16 * 1024
log = logging.getLogger("claimwire.webhooks")


class Worker:
    """A thread that sends what is due, until it is stopped."""

    def __init__(self, *, private: bool = False, pause: float = 1.0) -> None:
        self.private = private
        self.pause = pause
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="webhooks", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after what is under way."""
        self._stop.set()
        self._thread.join(DEADLINE + 5)

    def _run(self) -> None:
        cleared = 0.0
        while not self._stop.wait(self.pause):
            try:
                send_due(private=self.private)
                if not cleared or time.monotonic() - cleared > CLEARED_EVERY:
                    cleared = time.monotonic()
                    webhooks.clear(datetime.datetime.now(datetime.UTC))
            except StoreUnavailable as error:
                log.warning("store unavailable: %s", error.message)
            except Exception:
                log.exception("webhook worker")


def send_due(*, private: bool = False, now: datetime.datetime | None = None) -> int:
    """Send what is due, once; how many attempts were made."""
    due = webhooks.take_due(now or datetime.datetime.now(datetime.UTC), AT_ONCE * 4)
    if not due:
        return 0
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="webhook") as pool:
        answers = list(pool.map(lambda pair: _attempt(pair[0], pair[1], private), due))
    for (webhook, delivery), (status, error) in zip(due, answers, strict=True):
        moment = now or datetime.datetime.now(datetime.UTC)
        extra = {"webhook": webhook.id, "delivery": delivery.id, "attempt": delivery.attempts + 1, "status": status}
        if status is not None and 200 <= status < 300:
            webhooks.delivered(delivery, status, moment)
            log.info("delivered", extra=extra)
        else:
            webhooks.not_delivered(delivery, status, error or f"answered {status}", moment, gone=status == 410)
            log.warning("not delivered", extra=extra)
    return len(due)


def signature(secret: str, message: str, timestamp: int, body: bytes) -> str:
    """The ``webhook-signature`` of a message."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mac = hmac.new(key, f"{message}.{timestamp}.".encode() + body, hashlib.sha256)
    return "v1," + base64.b64encode(mac.digest()).decode()


def slack_text(event: dict[str, Any]) -> dict[str, Any]:
    """An event as a message for a Slack incoming webhook."""
    data = event["data"]
    done = event["type"].removeprefix("conflict.")
    told = data.get("explanation") or data["id"]
    lines = [f"*Conflict {done}*: {_escaped(told)}"]
    for value in data.get("values", []):
        who = ["the official record"] * bool(value["record"]) + sorted({r["outlet"] for r in value["reports"]})
        lines.append(f"• {_escaped(str(value['value']))}: {_escaped(', '.join(who))}")
    return {"text": "\n".join(lines)}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attempt(webhook: webhooks.Webhook, delivery: webhooks.Delivery, private: bool) -> tuple[int | None, str | None]:
    headers = {"Content-Type": "application/json", "User-Agent": f"claimwire/{__version__}"}
    if webhook.format == "slack":
        body = json.dumps(slack_text(json.loads(delivery.body)), ensure_ascii=False).encode()
    else:
        body = delivery.body.encode()
        timestamp = int(datetime.datetime.now(datetime.UTC).timestamp())
        headers |= {
            "webhook-id": delivery.id,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": signature(webhook.secret, delivery.id, timestamp, body),
        }
    try:
        return post(webhook.url, body, headers, private=private), None
    except (OSError, http.client.HTTPException, ClaimwireError) as error:
        return None, f"{type(error).__name__}: {error}"


def post(url: str, body: bytes, headers: dict[str, str], *, private: bool = False) -> int:
    """POST to a target that may be called, at the address that was checked; the answer's status."""
    target = targets.parse(url, private=private)
    connection = _Connection(target, targets.resolve(target, private=private))
    watch = threading.Timer(DEADLINE, connection.cut)
    watch.daemon = True
    watch.start()
    try:
        connection.request("POST", target.path, body, {**headers, "Host": target.host_header})
        response = connection.getresponse()
        response.read(MOST_READ)
        return response.status
    finally:
        watch.cancel()
        connection.close()


class _Connection(http.client.HTTPConnection):
    """A connection to one address, with the name kept for TLS."""

    def __init__(self, target: targets.Target, address: str) -> None:
        super().__init__(target.host, target.port, timeout=TIMEOUT)
        self._target = target
        self._address = address

    def connect(self) -> None:
        """Connect to the checked address, not to the name."""
        plain = socket.create_connection((self._address, self._target.port), TIMEOUT)
        if self._target.scheme == "https":
            context = ssl.create_default_context()
            secured = context.wrap_socket(plain, server_hostname=self._target.host, do_handshake_on_connect=False)
            self.sock = secured
            secured.do_handshake()
        else:
            self.sock = plain

    def cut(self) -> None:
        """End what is under way: whoever reads or writes gets an end or an error."""
        if self.sock is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)
