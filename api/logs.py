"""Logs as JSON, one object a line on stderr, with request ids and without secrets."""

from __future__ import annotations

import datetime
import json
import logging
import re
import sys
from typing import Any, Final, TextIO

FIELDS: Final = ("request_id", "method", "path", "route", "status", "ms", "key", "webhook", "delivery", "attempt")
TALKATIVE: Final = ("peewee", "psycopg", "psycopg.pool")
"""Libraries whose debugging lines hold what is stored: statements with their parameters."""
SECRETS: Final = re.compile(r"cw_[A-Za-z0-9_-]+|whsec_[A-Za-z0-9+/=_-]+|(?<=://)[^/@\s]+(?=@)|https://hooks\.slack\.com/\S+")


class _Lines:
    """Set once this process logs by ``set_up``: a line a request then goes there without a detour through ``logging``."""

    stream: TextIO | None = None


def request_line(log: logging.Logger, told: dict[str, Any]) -> None:
    """Log one request. A third of the cost of an answer was ``logging``'s own work, so the line is written here."""
    if _Lines.stream is None:
        log.info("request", extra=told)
        return
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    line = {"at": at, "level": "info", "from": log.name, "message": "request", **told}
    _Lines.stream.write(SECRETS.sub("…", json.dumps(line, ensure_ascii=False)) + "\n")
    _Lines.stream.flush()


def set_up(level: str) -> None:
    """Send all logs of this process to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    _Lines.stream = sys.stderr
    for library in TALKATIVE:
        logging.getLogger(library).setLevel(max(logging.INFO, logging.getLevelName(level.upper())))
    logging.getLogger("waitress").setLevel(max(logging.WARNING, logging.getLevelName(level.upper())))


class JsonFormatter(logging.Formatter):
    """One line of JSON a record; whatever looks like a secret is blotted out."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        moment = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        line = {"at": moment.isoformat(timespec="milliseconds"), "level": record.levelname.lower(), "from": record.name}
        line["message"] = record.getMessage()
        line |= {name: getattr(record, name) for name in FIELDS if getattr(record, name, None) is not None}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return SECRETS.sub("…", json.dumps(line, ensure_ascii=False, default=str))
