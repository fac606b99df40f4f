"""Wait for what a thread does, no longer than the time limit and only while somebody wants it."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from core.errors import UserError

T = TypeVar("T")
Going = Callable[[], bool]
"""Asked again and again whether to go on."""
STEP = 0.05
"""Seconds between two looks at whether to go on."""


FAULTS = (OSError, ValueError, http.client.HTTPException, UserError)
"""What a call may raise that is the world's fault; another error is a bug, told as one by its thread."""


class Stopped(Exception):
    """Nobody wants the answer any more."""


class Deadline:
    """A time limit that began when it was made; ``check`` raises where it is over, or nobody wants the answer."""

    def __init__(self, seconds: float, going: Going) -> None:
        self.seconds, self._going = round(seconds), going
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds that are left, at least a very few."""
        return max(self._end - time.monotonic(), 0.001)

    def check(self) -> None:
        """Raise Stopped, or UserError ``proposer-slow``."""
        if not self._going():
            raise Stopped
        if time.monotonic() >= self._end:
            raise UserError("proposer-slow", seconds=self.seconds)


class Aside(Generic[T]):
    """A call in a thread of its own, whose value or exception is waited for."""

    def __init__(self, call: Callable[[], T]) -> None:
        self._value: list[T] = []
        self._error: Exception | None = None
        self._call = call
        self._thread = threading.Thread(target=self._run, name="proposer", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._value.append(self._call())
        except FAULTS as error:
            self._error = error

    def wait(self, deadline: Deadline) -> T:
        """Return the value or raise what the call raised; raises as ``Deadline.check`` while there is neither."""
        while self._thread.is_alive():
            self._thread.join(STEP)
            if self._thread.is_alive():
                deadline.check()
        if self._error is not None:
            raise self._error
        return self._value[0]

    def join(self, seconds: float) -> None:
        """Wait for the thread's end, at most so long."""
        self._thread.join(seconds)
