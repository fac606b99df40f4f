"""A headless Chromium over its debugging pipe: opens pages and saves them as a person's browser would."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any


def executable() -> str | None:
    """Return the name of an installed Chromium or Chrome."""
    return next((name for name in ("chromium", "chromium-browser", "google-chrome") if shutil.which(name)), None)


class Chromium:
    """One browser for many pages; close it with ``with``."""

    def __init__(self) -> None:
        name = executable()
        if name is None:
            raise FileNotFoundError("chromium")
        self._home = tempfile.TemporaryDirectory(prefix="citata-chromium-", ignore_cleanup_errors=True)
        from_us, to_us = os.pipe(), os.pipe()
        flags = "--headless --no-sandbox --disable-gpu --no-first-run --remote-debugging-pipe --disable-dev-shm-usage"
        command = f'exec 3<&{from_us[0]} 4>&{to_us[1]}; exec {name} {flags} --user-data-dir="$0" about:blank'
        self._process = subprocess.Popen(
            ["bash", "-c", command, self._home.name],
            pass_fds=(from_us[0], to_us[1]),
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        os.close(from_us[0])
        os.close(to_us[1])
        self._out, self._in = os.fdopen(from_us[1], "wb", buffering=0), os.fdopen(to_us[0], "rb")
        self._number = 0
        self._address = ""
        self._events: list[str] = []
        self.said: list[str] = []
        """Console messages, errors and requests since the page was opened, but for the page itself."""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, *_: object) -> None:
        self._out.close()
        self._process.terminate()
        self._process.wait(20)
        self._in.close()
        self._home.cleanup()

    def _message(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self._in.read(1)) != b"\0":
            if not byte:
                raise ConnectionError("Chromium has gone")
            data += byte
        found: dict[str, Any] = json.loads(data)
        return found

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        self._number += 1
        asked: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if hasattr(self, "_session"):
            asked["sessionId"] = self._session
        self._out.write(json.dumps(asked).encode() + b"\0")
        while True:
            got = self._message()
            self._noticed(got)
            if got.get("id") == self._number:
                if "error" in got:
                    raise RuntimeError(f"{method}: {got['error']}")
                return got["result"]  # type: ignore[no-any-return]

    def _noticed(self, got: dict[str, Any]) -> None:
        """Keep what an event tells of: a request, a line of the console, an error."""
        method, told = got.get("method", ""), got.get("params", {})
        self._events.append(method)
        if method == "Network.requestWillBeSent" and told["request"]["url"] != self._address:
            self.said.append(f"request: {told['request']['url'][:200]}")
        elif method == "Log.entryAdded":
            self.said.append(f"{told['entry']['level']}: {told['entry']['text'][:200]}")
        elif method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            self.said.append(f"{method}: {json.dumps(told)[:200]}")

    def listen(self) -> None:
        """Note requests, console and errors from now on in ``said``."""
        for domain in ("Network", "Log", "Runtime"):
            self._call(f"{domain}.enable")

    def open(self, path: Path) -> None:
        """Open a page and wait until all of it is there."""
        self._events.clear()
        self.said.clear()
        self._address = path.resolve().as_uri()
        self._call("Page.navigate", url=self._address)
        while "Page.loadEventFired" not in self._events:
            self._noticed(self._message())

    def resize(self, width: int, height: int) -> None:
        """Give the page a window of so many CSS pixels."""
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def value(self, expression: str) -> Any:
        """Return what an expression gives in the page."""
        return self._call("Runtime.evaluate", expression=expression)["result"].get("value")

    def picture(self) -> bytes:
        """Return what the window shows as PNG."""
        return base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"])

    def mhtml(self) -> bytes:
        """Return the open page as MHTML."""
        return str(self._call("Page.captureSnapshot", format="mhtml")["data"]).encode("utf-8", "surrogateescape")

    def html(self) -> str:
        """Return the open page's elements as they are now, scripts having run."""
        asked = "'<!DOCTYPE html>' + document.documentElement.outerHTML"
        return str(self.value(asked))

    def pdf(self) -> bytes:
        """Return the open page as it prints."""
        return base64.b64decode(self._call("Page.printToPDF", printBackground=False)["data"])
