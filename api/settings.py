"""What the service is told by its environment, read once and frozen."""

from __future__ import annotations

import functools
import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from claimwire.errors import ClaimwireError

DEFAULT_DATABASE_URL = "sqlite:///claimwire.db"


class SettingsError(ClaimwireError):
    """A setting that cannot be used; ``field`` is the name of the environment variable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of the service. The environment variable is ``CLAIMWIRE_`` and the field's name in capitals."""

    database_url: str = DEFAULT_DATABASE_URL
    """Where the store is: ``sqlite:///path`` or ``postgresql://…``."""
    host: str = "127.0.0.1"
    """The address that ``serve`` binds."""
    port: int = 8000
    """The port that ``serve`` binds; 0 lets the system choose."""
    threads: int = 8
    """How many requests are answered at a time."""
    reads: str = "open"
    """``open``, or ``key`` where reading needs a key with the scope ``read``."""
    readers: int = 2
    """How many processes read articles; each can be killed without hurting the service."""
    read_seconds: int = 60
    """The time budget for reading one document."""
    public_url: str = ""
    """The address that callers see, for links; by default the one they asked."""
    plugins_dir: str = ""
    """Folders with further plugin files, separated as in ``PATH``."""
    read_rate: int = -1
    """Reads a minute for one caller; 0 for no limit, -1 for 6000 where bound beyond loopback and no limit on it."""
    write_rate: int = -1
    """Writes a minute for one caller; 0 for no limit, -1 for 1200 where bound beyond loopback and no limit on it."""
    allow_private_webhooks: bool = False
    """Whether webhooks may go to private addresses: for receivers inside a newsroom's own network."""
    log: str = "info"
    """The lowest level that is logged: ``debug``, ``info``, ``warning``, ``error``."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None, **given: Any) -> Settings:
        """The settings of an environment; what is ``given`` goes first. ``SettingsError`` names a wrong variable."""
        environ = os.environ if environ is None else environ
        values: dict[str, Any] = {}
        for field in fields(cls):
            name = f"CLAIMWIRE_{field.name.upper()}"
            raw = environ.get(name, "")
            if raw:
                values[field.name] = _value(name, raw, type(field.default))
        values |= {name: value for name, value in given.items() if value is not None}
        settings = cls(**values)
        settings.check()
        return settings

    def check(self) -> None:
        """Raise ``SettingsError`` for a value outside of what is allowed."""
        if self.reads not in ("open", "key"):
            raise SettingsError(f"CLAIMWIRE_READS is 'open' or 'key', not {self.reads!r}", field="CLAIMWIRE_READS")
        if self.log not in ("debug", "info", "warning", "error"):
            raise SettingsError(f"CLAIMWIRE_LOG is debug, info, warning or error, not {self.log!r}", field="CLAIMWIRE_LOG")
        for name, least, most in (
            ("port", 0, 65535),
            ("threads", 1, 512),
            ("readers", 1, 64),
            ("read_seconds", 1, 3600),
            ("read_rate", -1, 10**9),
            ("write_rate", -1, 10**9),
        ):
            if not least <= getattr(self, name) <= most:
                variable = f"CLAIMWIRE_{name.upper()}"
                raise SettingsError(f"{variable} is a number from {least} to {most}, not {getattr(self, name)}", field=variable)

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the service."""
        return is_loopback(self.host)

    def rate(self, kind: str) -> int:
        """Requests a minute for ``read`` or ``write``; 0 for no limit."""
        rate = self.read_rate if kind == "read" else self.write_rate
        if rate >= 0:
            return rate
        return 0 if self.on_loopback else {"read": 6000, "write": 1200}[kind]

    @property
    def plugin_folders(self) -> tuple[str, ...]:
        """The folders of ``plugins_dir``."""
        return tuple(part for part in self.plugins_dir.split(os.pathsep) if part)


@functools.lru_cache(1024)
def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine and nothing else."""
    name = host.strip("[]").lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _value(name: str, raw: str, kind: type) -> Any:
    if kind is bool:
        if raw.lower() not in ("1", "true", "yes", "on", "0", "false", "no", "off"):
            raise SettingsError(f"{name} is 1 or 0, not {raw!r}", field=name)
        return raw.lower() in ("1", "true", "yes", "on")
    if kind is int:
        try:
            return int(raw)
        except ValueError:
            raise SettingsError(f"{name} is a whole number, not {raw!r}", field=name) from None
    return raw
