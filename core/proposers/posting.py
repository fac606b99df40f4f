"""One request to a server: posted, its whole answer read within the time limit, and nobody else's.

Written over ``http.client`` of the standard library: an HTTP library would follow redirects and the environment's
proxies by its own rules, and which machine gets a text is the very thing that must be decided here.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import ssl
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin

from core.errors import UserError
from core.proposers.address import PORTS, Address, is_loopback
from core.proposers.waiting import Aside, Deadline, Going, Stopped

LIMIT = 64 * 1024 * 1024
"""Bytes that an answer may have."""
REDIRECTS = 3
"""Times that a server may send us to another path of its own."""
_FATAL = {401: "proposer-forbidden", 403: "proposer-forbidden", 404: "proposer-missing", 405: "proposer-missing"}
"""Statuses that no other article would change, and what is said of them."""
SAID = 200
"""Characters of a server's own words that are shown."""


class Reply(NamedTuple):
    """The status, kind of content and bytes of an answer."""

    status: int
    kind: str
    body: bytes
    location: str = ""


def post(address: Address, body: bytes, headers: Mapping[str, str], seconds: float, going: Going) -> bytes:
    """Return what a server answers to ``body``.

    Raises UserError ``proposer-…`` with what is wrong, Stopped where nobody wants the answer any more. A redirect to
    another scheme, host or port is refused: the text would go to somebody whom nobody has named.
    """
    deadline = Deadline(seconds, going)
    for _ in range(REDIRECTS + 1):
        reply = _exchange(address, body, headers, deadline)
        if not 300 <= reply.status < 400:
            return _checked(address, reply)
        address = _redirected(address, reply.location)
    raise UserError("proposer-redirects", host=address.named)


def _redirected(address: Address, location: str) -> Address:
    here = f"{address.scheme}://{address.named}{address.path}"
    there = Address.read(urljoin(here, location)) if location else None
    if there is None or there.origin != address.origin:
        raise UserError("proposer-redirect", host=address.named, other=there.named if there else "?")
    return there


def _checked(address: Address, reply: Reply) -> bytes:
    if 200 <= reply.status < 300:
        if not reply.body.strip():
            raise UserError("proposer-empty", host=address.named)
        if reply.body.lstrip()[:1] == b"<" or reply.kind.startswith("text/html"):
            raise UserError("proposer-html", host=address.named)
        return reply.body
    code = _FATAL.get(reply.status, "proposer-status")
    raise UserError(code, host=address.named, path=address.path, status=reply.status, said=words_of(reply.body))


def words_of(body: bytes) -> str:
    """Return what a server says in an error: its message where it is JSON, else the beginning, in one line."""
    words = body[:4096].decode("utf-8", "replace")
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        error = found.get("error", found.get("message", found.get("detail", words)))
        words = str(error.get("message", error)) if isinstance(error, dict) else str(error)
    words = " ".join("".join(one if one.isprintable() else " " for one in words).split()).rstrip(".")
    return words if len(words) <= SAID else words[: SAID - 1] + "…"


def _exchange(address: Address, body: bytes, headers: Mapping[str, str], deadline: Deadline) -> Reply:
    """Send one request and read the answer, in a thread that ends with the connection."""
    deadline.check()
    connection, path = _connection(address, deadline)
    opened: list[socket.socket] = []

    def work() -> Reply:
        connection.connect()
        opened.append(connection.sock)
        if address.is_local and not is_loopback(connection.sock.getpeername()[0]):
            raise UserError("proposer-not-here", host=address.named)
        connection.request("POST", path, body, {"Content-Type": "application/json", **headers})
        with contextlib.closing(connection.getresponse()) as answer:
            found = answer.read(LIMIT + 1)
            if len(found) > LIMIT:
                raise UserError("proposer-too-much", limit=LIMIT)
            kind = (answer.getheader("Content-Type") or "").lower()
            return Reply(answer.status, kind, found, answer.getheader("Location") or "")

    running = Aside(work)
    try:
        return running.wait(deadline)
    except (UserError, Stopped):
        raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _trouble(address, error, deadline) from error
    finally:
        for one in opened:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)  # wakes a thread that reads
        running.join(1.0)
        connection.close()
        for one in opened:
            one.close()


def _connection(address: Address, deadline: Deadline) -> tuple[http.client.HTTPConnection, str]:
    """Return a connection that is not open yet, and the path to ask it for."""
    proxy = address.proxy()
    by = address if proxy is None else proxy
    if by.scheme not in PORTS:
        raise UserError("proposer-proxy", host=address.named, through=by.named)
    if address.scheme == "http":
        path = address.path if proxy is None else f"http://{address.named}{address.path}"
        return http.client.HTTPConnection(by.host, by.port, timeout=deadline.left), path
    made = http.client.HTTPSConnection(by.host, by.port, timeout=deadline.left, context=ssl.create_default_context())
    if proxy is not None:
        made.set_tunnel(address.host, address.port)
    return made, address.path


def _trouble(address: Address, error: Exception, deadline: Deadline) -> UserError:
    """Return what is to be said of a connection that failed."""
    host = address.named
    if isinstance(error, TimeoutError):
        return UserError("proposer-slow", seconds=deadline.seconds)
    if isinstance(error, ConnectionRefusedError):
        return UserError("proposer-refuses", host=host)
    if isinstance(error, socket.gaierror):
        return UserError("proposer-no-host", host=host)
    if isinstance(error, ssl.SSLError):
        return UserError("proposer-tls", host=host, reason=error.reason or str(error))
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    code = "proposer-unreachable" if isinstance(error, OSError) and not _was_open(error) else "proposer-broke-off"
    return UserError(code, host=host, reason=reason)


def _was_open(error: OSError) -> bool:
    return isinstance(error, (ConnectionResetError, ConnectionAbortedError, BrokenPipeError))


def is_header(value: str) -> bool:
    """Tell whether a text can be sent as the value of a header."""
    return value.isascii() and value.isprintable()
