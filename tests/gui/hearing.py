"""What a screen reader would hear, asked through Qt's accessibility interfaces."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QApplication

from gui.canvas.page import ArticlePage
from gui.look.announce import Announcer


@contextmanager
def reader() -> Iterator[None]:
    """Let a screen reader listen."""
    QAccessible.setActive(True)
    flush()  # what an earlier test left to be said
    try:
        yield
    finally:
        QAccessible.setActive(False)


def mirrored(view: ArticlePage) -> QAccessibleInterface:
    """Return what a screen reader finds where the keyboard is in the canvas."""
    assert view.mirror is not None
    return QAccessible.queryAccessibleInterface(view.mirror)


def text_of(view: ArticlePage) -> QAccessibleTextInterface:
    """Return the text interface of the canvas."""
    return mirrored(view).textInterface()


def flush() -> None:
    """Say now what waits until the reader has named a widget."""
    app = QApplication.instance()
    announcer = app.findChild(Announcer) if app is not None else None
    if announcer is not None:
        announcer.flush()


def said() -> str:
    """Return the last message that was said through the widget that has the keyboard."""
    QApplication.processEvents()
    flush()
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)
