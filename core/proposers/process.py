"""A command that proposes: one line in, one line out; started without a shell, killed with its children.

The process stays between articles, so that it loads its models once; after an answer that is none, or is about another
article, it is started anew, so that one line too many cannot shift every later answer.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from core.errors import UserError
from core.proposers.waiting import STEP, Aside, Deadline, Going

LINE_LIMIT = 64 * 1024 * 1024
"""Bytes that an answer may have."""
TAIL = 4096
"""Bytes of what it wrote last on standard error that are kept."""


class Process:
    """A command of a proposer, running or not."""

    def __init__(self, command: Sequence[str], folder: Path, *, anew: bool = False) -> None:
        self._command, self._folder, self._anew = tuple(command), folder, anew
        self._running: _Running | None = None

    def ask(self, line: bytes, seconds: float, going: Going) -> bytes:
        """Return the line that answers ``line``.

        Raises UserError ``proposer-…`` where none comes, Stopped where nobody wants it any more; the process is ended
        then, and the next call starts another one.
        """
        deadline = Deadline(seconds, going)
        running = self._running
        if running is None or running.has_more():
            self.close()
            running = self._running = _Running(self._command, self._folder)
        answered = False
        try:
            answer = running.ask(line, deadline, last=self._anew)
            answered = not self._anew
            return answer
        finally:
            if not answered:
                self.close()

    def close(self) -> None:
        """End the process with its children, where it runs."""
        running, self._running = self._running, None
        if running is not None:
            running.end()


class _Running:
    """A process that was started, and the threads that read what it writes."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=folder,
                env=environment,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            if isinstance(error, FileNotFoundError):
                raise UserError("proposer-no-command", command=command[0]) from error
            raise UserError("proposer-not-started", command=command[0], reason=reason) from error
        self._lines: queue.Queue[bytes | UserError | None] = queue.Queue(maxsize=4)
        self._ended = threading.Event()
        self._tail = bytearray()
        self._readers = [
            threading.Thread(target=work, name="proposer", daemon=True) for work in (self._read, self._read_errors)
        ]
        for reader in self._readers:
            reader.start()

    def has_more(self) -> bool:
        """Tell whether it has written more lines than it was asked for, or ended since."""
        return not self._lines.empty() or self._process.poll() is not None

    def ask(self, line: bytes, deadline: Deadline, *, last: bool) -> bytes:
        """Return the first line that is not blank after ``line``; ``last``: it gets no other article."""
        into = self._process.stdin
        assert into is not None

        def write() -> None:
            with contextlib.suppress(OSError, ValueError):  # it has ended, or ends: told by what it answers
                into.write(line.rstrip(b"\n") + b"\n")
                into.flush()
                if last:
                    into.close()

        writing = Aside(write)
        while True:
            try:
                found = self._lines.get(timeout=STEP)
            except queue.Empty:
                deadline.check()
                continue
            if isinstance(found, UserError):
                raise found
            if found is None:
                raise self._end_of_output(deadline)
            if found.strip():
                writing.join(STEP)
                return found

    def _end_of_output(self, deadline: Deadline) -> UserError:
        """Return what is to be said where it closed its output without an answer."""
        code: int | None = None
        while code is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = self._process.wait(STEP)
            if code is None:
                deadline.check()
        self._readers[1].join(1.0)
        said = self.last_words()
        if code == 0:
            return UserError("proposer-silent", said=said)
        if code < 0:
            return UserError("proposer-killed", signal=-code, said=said)
        return UserError("proposer-exit", exit=code, said=said)

    def last_words(self) -> str:
        """Return the last line that it wrote on standard error, as one printable line."""
        lines = [one.strip() for one in bytes(self._tail).decode("utf-8", "replace").splitlines() if one.strip()]
        words = "".join(one if one.isprintable() else " " for one in (lines[-1] if lines else ""))
        return words[-300:].rstrip(".") or "—"

    def _read(self) -> None:
        out = self._process.stdout
        assert out is not None
        with contextlib.suppress(OSError, ValueError):
            while line := out.readline(LINE_LIMIT + 1):
                if len(line) > LINE_LIMIT:
                    self._give(UserError("proposer-too-much", limit=LINE_LIMIT))
                    return
                self._give(line)
        self._give(None)

    def _give(self, found: bytes | UserError | None) -> None:
        while not self._ended.is_set():
            with contextlib.suppress(queue.Full):
                self._lines.put(found, timeout=STEP)
                return

    def _read_errors(self) -> None:
        errors = self._process.stderr
        assert errors is not None
        with contextlib.suppress(OSError, ValueError):
            while piece := os.read(errors.fileno(), TAIL):
                self._tail += piece
                del self._tail[:-TAIL]

    def end(self) -> None:
        """Kill it with all that it started and did not put into a session of its own."""
        self._ended.set()
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._process.wait()
        for reader in self._readers:
            reader.join(2.0)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            _close(pipe)


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        with contextlib.suppress(OSError, ValueError):
            pipe.close()
