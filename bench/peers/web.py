"""A small client for servers on the loopback: cookies, CSRF, JSON and uploads, by the standard library."""

from __future__ import annotations

import ctypes
import http.cookiejar
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable
from typing import IO, Any


class Client:
    """One person's session with a server; ``base`` is ``http://127.0.0.1:PORT``."""

    def __init__(self, base: str) -> None:
        assert base.startswith("http://127.0.0.1:")
        self.base = base
        self.jar = http.cookiejar.CookieJar()
        self.headers: dict[str, str] = {}
        handlers = (urllib.request.HTTPCookieProcessor(self.jar), urllib.request.ProxyHandler({}))
        self._open = urllib.request.build_opener(*handlers).open

    def cookie(self, name: str) -> str | None:
        return next((cookie.value for cookie in self.jar if cookie.name == name), None)

    def send(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json") -> bytes:
        headers = {"Content-Type": kind, "Referer": self.base, **self.headers}
        if token := self.cookie("csrftoken"):
            headers["X-CSRFToken"] = token
        request = urllib.request.Request(self.base + path, data=body, headers=headers, method=method)
        try:
            with self._open(request, timeout=300) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{method} {path}: {error.code} {error.read()[:400]!r}") from error

    def json(self, method: str, path: str, value: Any = None) -> Any:
        body = None if value is None else json.dumps(value).encode()
        return json.loads(self.send(method, path, body) or b"null")

    def form(self, path: str, fields: dict[str, str]) -> bytes:
        return self.send("POST", path, urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def upload(self, path: str, field: str, name: str, data: bytes) -> bytes:
        mark = uuid.uuid4().hex
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        body = f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + data + f"\r\n--{mark}--\r\n".encode()
        return self.send("POST", path, body, f"multipart/form-data; boundary={mark}")


def start(words: list[str], environment: dict[str, str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a server in a session of its own; on Linux it also ends when this process is killed."""
    return subprocess.Popen(
        words, env=environment, stdout=log, stderr=log, start_new_session=True, preexec_fn=_end_with_parent
    )


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server that we started, and what it started; by force where it does not go in 20 seconds."""
    for signal_number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, signal_number)
            process.wait(20)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def wait_for(ready: Callable[[], Any], seconds: float, what: str) -> Any:
    """Return what ``ready`` gives once it is true; fail after ``seconds``."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = ready()
        except (OSError, RuntimeError):
            found = None
        if found:
            return found
        time.sleep(0.5)
    raise RuntimeError(f"{what}: not ready after {seconds} s")
