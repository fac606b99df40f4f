"""What the window takes in once it is painted: icons in its menus, the code behind its commands, the dictionary.

The first picture waits for none of it, and hardly any key that comes after waits either. One piece at a time, between
events, and only while no work runs.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui.desk.aside import is_waiting
from gui.desk.dictionary import Dictionary
from gui.desk.jobs import JobBar

CODE = (
    "gui.commands.item",
    "gui.commands.quotation",
    "core.reading.candidates",
    "gui.commands.source",
    "gui.commands.content",
    "gui.commands.edges",
    "gui.commands.edit",
    "gui.commands.article",
    "gui.commands.articles",
    "gui.commands.navigation",
    "gui.commands.view",
    "core.reading.completions",
    "core.exchange.transfer",
    "gui.exchange.importing",
    "gui.exchange.export_dialog",
    "gui.exchange.import_dialog",
    "gui.commands.project",
    "gui.commands.help",
)
"""Modules in the order in which people are likely to need them."""
PAUSE = 15
"""Milliseconds between two pieces: keys go first."""


class Behind(QObject):
    """Take everything in, piece by piece, from the first picture of a window on."""

    def __init__(self, window: QWidget, jobs: JobBar, dictionary: Dictionary, show_icons: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs
        self._pieces = self._all(dictionary, show_icons)
        self.done = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            if is_waiting():  # painted while a project is being opened: its own picture comes first
                QTimer.singleShot(PAUSE, self._window, self._window.update)
            else:
                self._window.removeEventFilter(self)
                QTimer.singleShot(PAUSE, self, self._next)
        return False

    def _next(self) -> None:
        if not self._jobs.is_idle:
            self._jobs.idle.connect(self._go_on)
        elif next(self._pieces, False):
            QTimer.singleShot(PAUSE, self, self._next)
        else:
            self.done = True

    def _go_on(self) -> None:
        self._jobs.idle.disconnect(self._go_on)
        QTimer.singleShot(PAUSE, self, self._next)

    def _all(self, dictionary: Dictionary, show_icons: Callable[[], object]) -> Iterator[bool]:
        """Do a piece for every value that is asked for."""
        dictionary.load()
        yield True
        show_icons()
        yield True
        for name in CODE:
            importlib.import_module(name)
            yield True
