"""Where a server is: its address read strictly, whether it is this machine, which proxy stands between."""

from __future__ import annotations

import ipaddress
import urllib.request
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from core.errors import UserError

PORTS = {"http": 80, "https": 443}
LOCALHOST = "localhost"


class Address(NamedTuple):
    """An HTTP address in its parts; ``path`` with the query."""

    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def read(cls, url: str) -> Self:
        """Return the address of a URL; UserError ``proposer-url`` where it is none, or holds a name and password."""
        reason = ""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
            if host and not _is_ip(host):
                host = host.encode("idna").decode("ascii")
        except (ValueError, UnicodeError):
            raise UserError("proposer-url", url=url, reason="it is no address") from None
        if parts.scheme not in PORTS:
            reason = "it begins with http:// or https://"
        elif not host or not parts.path.isascii() or not parts.query.isascii() or not _is_plain(url):
            reason = "it is no address"
        elif parts.username is not None or parts.password is not None:
            reason = "a key is named by an environment variable, never kept in a project"
        elif port == 0:
            reason = "it is no address"
        if reason:
            raise UserError("proposer-url", url=url, reason=reason)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return cls(parts.scheme, host.lower(), port or PORTS[parts.scheme], path)

    @property
    def named(self) -> str:
        """Host and port, as a consent names them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def origin(self) -> tuple[str, str, int]:
        """What must stay the same when the server sends us elsewhere."""
        return self.scheme, self.host, self.port

    @property
    def is_local(self) -> bool:
        """Whether this is the machine itself: a loopback address, or ``localhost``, which must then be reached there.

        Any other name may mean another machine tomorrow, wherever it points today.
        """
        return self.host == LOCALHOST or is_loopback(self.host)

    def joined(self, more: str) -> Address:
        """Return the address with a further path."""
        path, _, query = self.path.partition("?")
        return self._replace(path=path.rstrip("/") + more + (f"?{query}" if query else ""))

    def proxy(self) -> Address | None:
        """Return the proxy that the environment names for this address; never one for this machine."""
        if self.is_local:
            return None
        url = urllib.request.getproxies().get(self.scheme, "")
        if not url or urllib.request.proxy_bypass(self.host):
            return None
        parts = urlsplit(url if "://" in url else f"http://{url}")
        if not parts.hostname:
            return None
        return Address(parts.scheme, parts.hostname, parts.port or PORTS.get(parts.scheme, 80), "/")


def is_loopback(found: str) -> bool:
    """Tell whether an IP address is the machine itself."""
    try:
        ip = ipaddress.ip_address(found.split("%")[0])
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return bool((mapped or ip).is_loopback)


def _is_plain(url: str) -> bool:
    """Tell whether a URL has neither blanks nor control characters."""
    return not any(character.isspace() or not character.isprintable() for character in url)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
