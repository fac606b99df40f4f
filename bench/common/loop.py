"""Drive the real window and measure the longest gap of its event loop: the time in which no key could be answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.app import make_app, make_window
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow

CALM = 0.35
"""Seconds without work after which an act counts as ended; longer than any delay by a timer in the window."""
WORK = 0.002
"""Seconds of one turn of the loop from which on it counts as work."""


class Gap(NamedTuple):
    """The longest turn of the event loop, in milliseconds: of the GUI thread's CPU, and by the clock.

    The clock counts what other processes take as well, and waiting for the disk and for other threads. ``answered`` is
    how long the act took by the clock until the next key could be heard: work in a thread lets the window paint, but
    keys wait for it.
    """

    cpu: float
    wall: float
    answered: float = 0.0


class Watch:
    """The longest time between two turns of the event loop, loops within the loop counted as well."""

    def __init__(self) -> None:
        self.worst = Gap(0.0, 0.0)
        self._timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin to watch."""
        self._cpu, self._wall = time.thread_time(), time.perf_counter()
        self._timer.start()

    def _turn(self) -> None:
        cpu, wall = time.thread_time(), time.perf_counter()
        self.worst = Gap(
            max(self.worst.cpu, 1000 * (cpu - self._cpu)), max(self.worst.wall, 1000 * (wall - self._wall))
        )
        self._cpu, self._wall = cpu, wall

    def stop(self) -> None:
        """Watch no longer."""
        self._turn()
        self._timer.stop()


class Driver:
    """The window on a project, and turns of its event loop under the clock."""

    def __init__(self, folder: Path, author: str) -> None:
        make_app()
        settings = Settings(folder / "settings.json")
        settings.values.author = author
        settings.change(author=author, language="en")
        self.window: MainWindow = make_window(settings)
        self.window.resize(1366, 768)
        self.window.show()
        self.settle()

    def open(self, path: Path, article: str | None = None) -> None:
        """Open a project and an article of it, and let the window come to rest."""
        self.window.desk.open_project(path)
        if self.window.session.project is not None:
            self.window.session.project.wait_for_backup()
        if article is not None:
            self.window.desk.open_article(article)
        self.window.activateWindow()
        self.window.focus_text()
        self.settle()

    def settle(self, until: Callable[[], bool] = lambda: True, most: float = 120.0) -> Gap:
        """Turn the loop until ``until`` holds and nothing happens any more; return the longest turn."""
        with self._watch() as watch:
            self._rest(until, most)
        return watch.worst

    def act(self, act: Callable[[], object], until: Callable[[], bool] = lambda: True) -> Gap:
        """Return the longest turn from an act to the end of all that it sets going."""
        with self._watch() as watch:
            began = time.perf_counter()
            act()
            self.answered = 1000 * (time.perf_counter() - began)
            self._rest(until, 120.0)
        return watch.worst._replace(answered=self.answered)

    @contextmanager
    def _watch(self) -> Iterator[Watch]:
        watch = Watch()
        watch.start()
        yield watch
        watch.stop()

    @staticmethod
    def _rest(until: Callable[[], bool], most: float) -> None:
        began = calm = time.perf_counter()
        while time.perf_counter() - began < most:
            cpu = time.thread_time()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            now = time.perf_counter()
            if time.thread_time() - cpu > WORK or not until():
                calm = now
            elif now - calm > CALM:
                break
            time.sleep(0.001)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Gap:
        """Return the time from a key to the painted text; what follows behind it is not counted."""
        wall, cpu = time.perf_counter(), time.thread_time()
        QTest.keyClick(self.window.focusWidget() or self.window.view, key, modifier)
        self.window.view.viewport().repaint()
        wall = 1000 * (time.perf_counter() - wall)
        return Gap(1000 * (time.thread_time() - cpu), wall, wall)

    def idle(self) -> bool:
        """Tell whether no long work runs."""
        return self.window.jobs.is_idle

    def close(self) -> None:
        """Close the window and its project."""
        self.window.close()
        QApplication.processEvents()
