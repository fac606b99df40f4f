"""A real Dask scheduler and real workers on the loopback, each a process of its own that can be killed."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from distributed import Client

from tests.paths import ROOT
from tests.waiting import LIMIT, until

QUIET = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1", "DASK_DISTRIBUTED__ADMIN__LOW_LEVEL_LOG_LENGTH": "0"}


class Machines:
    """A scheduler at ``address``, to which workers come; ``end`` ends what still runs."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._stack = folder, ExitStack()
        self._file = folder / "scheduler.json"
        command = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.scheduler = self._start(*command, "--scheduler-file", str(self._file))
        begun = time.monotonic()
        while not self._file.exists() or not self._file.read_text().endswith("}"):
            if self.scheduler.poll() is not None or time.monotonic() - begun > LIMIT:
                pytest.fail(f"No scheduler came up:\n{(folder / 'log').read_text()}")
            time.sleep(0.05)
        self.address: str = json.loads(self._file.read_text())["address"]

    def worker(self, *words: str, path: Path = ROOT, nanny: bool = False) -> subprocess.Popen[bytes]:
        """Start a worker whose code comes from ``path``, and wait until the scheduler knows it."""
        how = ("--nanny" if nanny else "--no-nanny", "--nthreads", "1", "--no-dashboard", "--memory-limit", "0")
        with Client(self.address, timeout=LIMIT, set_as_default=False) as client:
            there = len(client.nthreads())
            started = self._start(
                "worker", self.address, "--local-directory", str(self._folder), *how, *words, path=path
            )
            client.wait_for_workers(there + 1, timeout=LIMIT)
        return started

    def _start(self, *words: str, path: Path = ROOT) -> subprocess.Popen[bytes]:
        environment = {**os.environ, **QUIET, "PYTHONPATH": str(path), "OPENBLAS_NUM_THREADS": "1"}
        log = self._stack.enter_context((self._folder / "log").open("ab"))
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words], env=environment, stdout=log, stderr=log, cwd=self._folder,
            start_new_session=True,
        )  # fmt: skip
        self._stack.callback(self._end, process)
        return process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(LIMIT)

    def end(self) -> None:
        self._stack.close()


@contextmanager
def machines(folder: Path) -> Iterator[Machines]:
    made = Machines(folder)
    try:
        yield made
    finally:
        made.end()


def _impatient() -> None:
    """Begin workers of this machine, say their numbers, end them without patience, say which are left."""
    from distributed import LocalCluster

    from core.preannotate.bulk.connecting import _end

    cluster = LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0")
    begun = [nanny.pid for nanny in cluster.workers.values()]
    print(*begun, flush=True)
    _end(cluster, patience=0)
    until(lambda: not multiprocessing.active_children(), "the end of the workers")
    print("left: none", flush=True)
    os._exit(0)  # the scheduler was left in the middle of its end


if __name__ == "__main__":
    _impatient()
