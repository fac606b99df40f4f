"""Label Studio: our tasks into a project with our configuration, and its own export back."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bench.peers.web import Client, start, stop, wait_for

PACKAGES = ("label-studio==1.23.2",)
PASSWORD = "only-on-the-loopback-1"
USER = "peer@example.org"


class LabelStudio:
    """A Label Studio of its own, on the loopback, with its data in ``home``."""

    def __init__(self, binaries: Path, home: Path, port: int) -> None:
        home.mkdir(parents=True, exist_ok=True)
        settings = {"HOME": str(home), "LABEL_STUDIO_BASE_DATA_DIR": str(home), "COLLECT_ANALYTICS": "false"}
        settings |= {"LATEST_VERSION_CHECK": "false", "SENTRY_DSN": "", "FRONTEND_SENTRY_DSN": ""}
        self.log = (home / "log.txt").open("ab")
        words = [str(binaries / "label-studio"), "start", "--no-browser", "--internal-host", "127.0.0.1"]
        words += ["--port", str(port), "--username", USER, "--password", PASSWORD]
        self.process = start(words, os.environ | settings, self.log)
        self.client = Client(f"http://127.0.0.1:{port}")

    def log_in(self) -> None:
        wait_for(lambda: self.client.send("GET", "/user/login/"), 400, "Label Studio")
        token = self.client.cookie("csrftoken") or ""
        self.client.form("/user/login/", {"email": USER, "password": PASSWORD, "csrfmiddlewaretoken": token})

    def project(self, name: str, config: str) -> int:
        return int(self.client.json("POST", "/api/projects/", {"title": name, "label_config": config})["id"])

    def bring_in(self, project: int, path: Path) -> float:
        """Import a file through the program's own API; return the seconds that it took."""
        start = time.monotonic()
        self.client.send("POST", f"/api/projects/{project}/import", path.read_bytes())
        return time.monotonic() - start

    def take_out(self, project: int) -> tuple[bytes, float]:
        """Export everything through the program's own API; return the JSON and the seconds that it took."""
        start = time.monotonic()
        data = self.client.send("GET", f"/api/projects/{project}/export?exportType=JSON&download_all_tasks=true")
        return data, time.monotonic() - start

    def stop(self) -> None:
        stop(self.process)
        self.log.close()
