"""Waiting in the window's tests: the window works on until what is needed has come (``tests.waiting`` for the rest)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from gui.canvas.view import TextView
from gui.window.main_window import MainWindow
from tests.waiting import LIMIT


class Emitted:
    """What a signal that was waited for has brought."""

    def __init__(self) -> None:
        self.args: list[object] | None = None

    def take(self, *args: object) -> None:
        """Keep what the signal brings first."""
        if self.args is None:
            self.args = list(args)


def until(condition: Callable[[], object], what: str) -> None:
    """Let the window work until the condition holds; ``what`` it is waited for, for the sentence of a hang."""
    begun = time.monotonic()
    while not condition():
        if time.monotonic() - begun > LIMIT:
            pytest.fail(f"Waited {LIMIT} s in vain for {what}.")
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


@contextmanager
def emits(signal: SignalInstance, what: str) -> Iterator[Emitted]:
    """Do what stands inside, then wait until the signal has come; ``what`` it tells of."""
    emitted = Emitted()
    signal.connect(emitted.take)
    yield emitted
    until(lambda: emitted.args is not None, what)
    signal.disconnect(emitted.take)


def is_idle(window: MainWindow) -> bool:
    """Say whether no job runs and the result of the last one has arrived."""
    return window.jobs.is_idle


def wait_idle(window: MainWindow) -> None:
    """Wait until the running work has ended and its result is shown."""
    until(lambda: is_idle(window), "the end of the running work")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def work_ends(window: MainWindow) -> Iterator[None]:
    """Do what stands inside, then wait until the long work that it began has ended and its result is shown."""
    with emits(window.jobs.idle, "the end of the work begun"):
        yield


def glided(view: TextView) -> None:
    """Wait until the text has come to rest."""
    until(lambda: not view._glide.running, "the text to come to rest")
