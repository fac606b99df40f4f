"""Waiting in tests: for what is needed, never for a time. ``LIMIT`` decides no test: it only ends a hang, in words."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import Self

import pytest

from tests.paths import ROOT

LIMIT = 1800
"""Seconds, hundreds of times what any wait takes alone: of twenty processes on two cores each gets that little."""


def held(event: threading.Event, what: str) -> None:
    """Wait until another thread sets the event."""
    if not event.wait(LIMIT):
        pytest.fail(f"Waited {LIMIT} s in vain for {what}.")


def until(condition: Callable[[], object], what: str) -> None:
    """Wait until other threads have made the condition true; ``what`` it is waited for, for the sentence of a hang."""
    begun = time.monotonic()
    while not condition():
        if time.monotonic() - begun > LIMIT:
            pytest.fail(f"Waited {LIMIT} s in vain for {what}.")
        time.sleep(0.001)


class Child:
    """A Python process that talks line by line; one that ends or hangs fails the test with its standard error."""

    def __init__(self, *words: str, environment: Mapping[str, str] | None = None) -> None:
        self._open = stack = ExitStack()
        self._errors, name = tempfile.mkstemp()
        os.unlink(name)  # it lasts as long as it is open
        stack.callback(os.close, self._errors)
        self.process = subprocess.Popen(
            [sys.executable, *words],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._stdin = stack.enter_context(self.process.stdin)
        self._stdout = stack.enter_context(self.process.stdout)
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self._open.close()

    def tell(self, line: str) -> None:
        """Write a line to the process."""
        try:
            self._stdin.write(f"{line}\n".encode())
            self._stdin.flush()
        except BrokenPipeError:
            self._fail(f"ended before it was told {line!r}")

    def line(self, what: str) -> str:
        """Return the next line that the process or a child of it writes: ``what``, for the sentence of a failure."""
        while b"\n" not in self._rest:
            if not select.select([self._stdout], [], [], LIMIT)[0]:
                self._fail(f"was silent for {LIMIT} s; expected: {what}")
            data = os.read(self._stdout.fileno(), 1 << 16)
            if not data:
                self._fail(f"ended by itself; expected: {what}")
            self._rest += data
        line, self._rest = self._rest.split(b"\n", 1)
        return line.decode()

    def end(self) -> None:
        """Close its standard input and see that it ends by itself without trouble."""
        self._stdin.close()
        try:
            code = self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self._fail(f"still runs {LIMIT} s after its input was closed")
        if code:
            self._fail(f"ended with code {code}")

    def kill(self) -> None:
        """End it with SIGKILL."""
        self.process.kill()
        self.process.wait()

    def _fail(self, how: str) -> None:
        self.kill()
        said = os.pread(self._errors, 1 << 20, 0).decode("utf-8", "replace")
        pytest.fail(f"The process {self.process.args!r:.200} {how}. It said:\n{said}")
