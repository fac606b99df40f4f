"""What is said to a screen reader in passing: what was done, what is selected now, what went wrong.

Orca (until version 44) does not know announcement events, but speaks the description that the widget with the keyboard
gets, and later versions still do; on Windows and macOS announcements are spoken and descriptions are not. What is said
in one turn of the event loop is one sentence after the other in one message. Nothing is done while no reader listens.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

LONGEST = 600
"""Code points of a message at most."""
SETTLED = 250
"""Milliseconds that a reader is given to name the widget that the keyboard came to."""
_BY_EVENT = ("windows", "cocoa")
"""Platforms whose readers speak announcement events."""


class Announcer(QObject):
    """Collects what is to be said and says it when the event loop is reached."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._waiting: list[str] = []
        self._told: tuple[QWidget, str] | None = None
        """The widget whose description is a message, and the description it had."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.flush)
        self._moved = QElapsedTimer()
        app.focusChanged.connect(self._focus_moved)

    def say(self, words: str) -> None:
        """Say ``words`` after what waits to be said already."""
        if words and words not in self._waiting:
            self._waiting.append(words)
            since = self._moved.elapsed() if self._moved.isValid() else SETTLED
            self._soon.start(max(0, SETTLED - since))

    def flush(self) -> None:
        """Say now what waits to be said."""
        self._soon.stop()
        words, self._waiting = joined(self._waiting)[:LONGEST], []
        target = QApplication.focusWidget() or QApplication.activeWindow()
        if self._told is not None and self._told[0] is not target:
            self._restore()
        if not words or target is None:
            return
        if QGuiApplication.platformName() in _BY_EVENT:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(target, words))
            return
        if self._told is None:
            self._told = target, target.accessibleDescription()
        # the same words again are a change only with a blank more
        target.setAccessibleDescription(f"{words} " if target.accessibleDescription() == words else words)

    def _focus_moved(self) -> None:
        """Wait till the reader has named the new widget: it would read the message as a part of that, and again."""
        self._moved.start()
        if self._soon.isActive() or self._told is not None:
            self._soon.start(SETTLED)

    def _restore(self) -> None:
        """Give the widget that spoke its own description back, once the reader has left it."""
        if self._told is not None:
            widget, own = self._told
            self._told = None
            if isValid(widget):
                widget.setAccessibleDescription(own)


def announce(words: str) -> None:
    """Say ``words`` to the screen reader, if one listens."""
    app = QApplication.instance()
    if QAccessible.isActive() and isinstance(app, QApplication):
        announcer = app.findChild(Announcer) or Announcer(app)
        announcer.say(words)


def joined(sentences: list[str]) -> str:
    """Return sentences as one text, each closed by a full stop unless it closes itself."""
    return " ".join(one if one.endswith((".", "!", "?", "…", ":")) else f"{one}." for one in map(str.strip, sentences))
