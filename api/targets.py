"""Where webhooks may go: public addresses alone, in whatever spelling they come.

A name is resolved once, every address it has is checked, and the connection goes to
the address that was checked: a name that changes its mind in between reaches nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from claimwire.errors import ClaimwireError

LOCAL_NAMES: Final = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa", "localdomain")
NAT64: Final = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
COMPATIBLE: Final = ipaddress.ip_network("::/96")
INWARD: Final = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20", "5f00::/16", "fec0::/10"),
    )
)
"""Networks that are not of the public internet, though ``is_global`` of one Python or another says so (IANA's registries)."""
PUBLIC_URL: Final = (
    r"^https://([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+([A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,58}[A-Za-z0-9])"
    r"(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
    r"(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?$"
)
"""A URL with a name of the public internet; a bare address is none."""
_PUBLIC: Final = re.compile(PUBLIC_URL)
_URL: Final = re.compile(r"https?://[\x21-\x7e]+\Z")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class TargetRefused(ClaimwireError):
    """A webhook's address that may not be called."""


@dataclass(frozen=True, slots=True)
class Target:
    """A URL taken apart. ``host`` is in ASCII and lower case, without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        """The Host header."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == (443 if self.scheme == "https" else 80) else f"{name}:{self.port}"


def parse(url: str, *, private: bool = False) -> Target:
    """The URL's parts. ``TargetRefused`` for what is no plain https URL of a public name or address.

    ``private`` lets http and private addresses pass.
    """
    if _URL.match(url) is None or "\\" in url:
        raise TargetRefused("must be an https URL in ASCII", field="url")
    if not private and (_PUBLIC.match(url) is None or url.endswith("\n")):
        raise TargetRefused("must be an https URL with a public name: no bare address, no user name, no fragment", field="url")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise TargetRefused(f"is no URL: {error}", field="url") from None
    if parts.username is not None or parts.password is not None:
        raise TargetRefused("must not hold a user name or password", field="url")
    if parts.scheme != "https" and not private:
        raise TargetRefused("must begin with https://", field="url")
    host = host.rstrip(".").lower()
    if not host or "%" in host or port == 0:
        raise TargetRefused("has no host that can be called", field="url")
    if not private:
        _refuse_private_name(host)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path)


def resolve(target: Target, *, private: bool = False) -> str:
    """An address to connect to; ``TargetRefused`` where any address of the name is private, or there is none."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TargetRefused(f"cannot be resolved: {error}", field="url") from None
    addresses = [str(info[4][0]) for info in found]
    if not addresses:
        raise TargetRefused("cannot be resolved", field="url")
    if not private:
        for address in addresses:
            if not is_public(ipaddress.ip_address(address.partition("%")[0])):
                raise TargetRefused("leads to an address that is not public", field="url")
    return addresses[0]


def is_public(address: Address) -> bool:
    """Whether the address, and the IPv4 address that it may carry inside, is one of the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped or address.sixtofour or address.teredo or address in COMPATIBLE:
            return False
        if any(address in network for network in NAT64):
            return False
    if any(address in network for network in INWARD):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _refuse_private_name(host: str) -> None:
    address = _as_address(host)
    if address is not None:
        if not is_public(address):
            raise TargetRefused("is an address that is not public", field="url")
        return
    labels = host.split(".")
    if len(labels) < 2 or any(host == name or host.endswith("." + name) for name in LOCAL_NAMES):
        raise TargetRefused("is a name of a private network", field="url")


def _as_address(host: str) -> Address | None:
    """The address that a host is, in every spelling that resolvers take: 127.1, 0x7f000001, 017700000001."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if re.fullmatch(r"[0-9a-fx.]+", host):
        try:
            return ipaddress.IPv4Address(socket.inet_aton(host))
        except OSError:
            return None
    return None
