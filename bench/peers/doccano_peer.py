"""doccano: our JSONL into a sequence labelling project with relations, and its own export back."""

from __future__ import annotations

import io
import os
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Any

from bench.peers.web import Client, start, stop, wait_for

PACKAGES = ("doccano==1.8.4", "marshmallow<4", "setuptools<80", "numpy<2")
"""doccano, and what its requirements leave open and later releases have broken."""
PASSWORD = "only-on-the-loopback-1"


class Doccano:
    """A doccano of its own, on the loopback, with its data in ``home``."""

    def __init__(self, binaries: Path, home: Path, port: int) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.environment = os.environ | {"HOME": str(home)}
        self.program = str(binaries / "doccano")
        self.log = (home / "log.txt").open("ab")
        self.run("init")
        self.run("createuser", "--username", "admin", "--password", PASSWORD)
        self.processes = [self._start("webserver", "--port", str(port), "--workers", "1"), self._start("task")]
        self.client = Client(f"http://127.0.0.1:{port}")

    def run(self, *words: str) -> None:
        subprocess.run([self.program, *words], env=self.environment, stdout=self.log, stderr=self.log, check=True)

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        return start([self.program, *words], self.environment, self.log)

    def log_in(self) -> None:
        who = {"username": "admin", "password": PASSWORD}
        wait_for(lambda: self.client.json("POST", "/v1/auth/login/", who), 120, "doccano")

    def project(self, name: str, *, together: bool = True) -> int:
        """Make a project; not ``together``: everybody has a layer of their own."""
        wanted = {"name": name, "description": name, "project_type": "SequenceLabeling"}
        wanted |= {"resourcetype": "SequenceLabelingProject", "guideline": "", "random_order": False}
        flags = {
            "collaborative_annotation": together,
            "allow_overlapping": True,
            "use_relation": True,
            "grapheme_mode": False,
        }
        return int(self.client.json("POST", "/v1/projects", wanted | flags)["id"])

    def bring_in(self, project: int, path: Path) -> float:
        """Import a file through the program's own API; return the seconds that it took."""
        start = time.monotonic()
        upload = self.client.upload("/v1/fp/process/", "filepond", path.name, path.read_bytes()).decode()
        task = {"format": "JSONL", "task": "RelationExtraction", "uploadIds": [upload], "column_data": "text"}
        task |= {"column_label": "label", "delimiter": "", "encoding": "utf_8"}
        done = self.finish(self.client.json("POST", f"/v1/projects/{project}/upload", task)["task_id"])
        errors = (done.get("result") or {}).get("error") if isinstance(done.get("result"), dict) else done.get("error")
        if errors:
            raise RuntimeError(f"doccano: {str(errors)[:400]}")
        return time.monotonic() - start

    def take_out(self, project: int) -> tuple[bytes, float]:
        """Export everything through the program's own API; return the JSONL and the seconds that it took."""
        start = time.monotonic()
        wanted = {"format": "JSONL", "exportApproved": False}
        task = self.client.json("POST", f"/v1/projects/{project}/download", wanted)["task_id"]
        self.finish(task)
        data = self.client.send("GET", f"/v1/projects/{project}/download?taskId={task}")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = b"".join(archive.read(member) for member in archive.namelist())
        return found, time.monotonic() - start

    def finish(self, task: str) -> dict[str, Any]:
        def ready() -> Any:
            status = self.client.json("GET", f"/v1/tasks/status/{task}")
            return status if status.get("ready") else None

        done = wait_for(ready, 1800, "doccano's task")
        assert isinstance(done, dict)
        return done

    def stop(self) -> None:
        for process in self.processes:
            stop(process)
        self.log.close()
