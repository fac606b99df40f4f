"""The key for help in windows that are not the main one: each asks whoever answers for the whole program."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget


class Answer(NamedTuple):
    """What is done in the window in which the key is pressed, and the keys that count now."""

    show: Callable[[QWidget], object]
    keys: Callable[[], tuple[str, ...]]


_answers: list[Answer] = []
"""The last one answers: that of the newest main window."""


def answer_help(show: Callable[[QWidget], object], keys: Callable[[], tuple[str, ...]]) -> None:
    """Let ``show`` be called with the window in which one of ``keys`` is pressed."""
    _answers[:] = [Answer(show, keys)]


def give_help_key(window: QWidget) -> None:
    """Make the key for help work in a window, once; in a main window it is a command's."""
    if not _answers or isinstance(window, QMainWindow) or window.findChild(QShortcut, "help"):
        return
    answer = _answers[-1]
    shortcut = QShortcut(window)
    shortcut.setObjectName("help")
    shortcut.setKeys([QKeySequence(key) for key in answer.keys()])  # noqa: SIM118 (a field of ours)
    shortcut.activated.connect(lambda: answer.show(window))


def show_help(window: QWidget) -> None:
    """Show what the key for help shows in a window."""
    if _answers:
        _answers[-1].show(window)
