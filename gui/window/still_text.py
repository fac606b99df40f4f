"""Keep the text where it is on the screen while bars come and go above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from gui.canvas.surface import Surface


class StillText(QObject):
    """Scroll the text by as much as its widget moves in the window, so that the line one reads stays.

    At its start the text goes down with its widget instead: nothing of it is above that could make room, and its title
    is not to go out of sight.
    """

    def __init__(self, view: Surface, window: QWidget) -> None:
        super().__init__(view)
        self._view, self._window = view, window
        self._top = self._where()
        part: QWidget | None = view
        while part is not None and part is not window:
            part.installEventFilter(self)
            part = part.parentWidget()

    def _where(self) -> int:
        return self._view.mapTo(self._window, QPoint(0, 0)).y()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Move:
            before, self._top = self._top, self._where()
            if self._top != before and self._view.scroller.value > 0:
                self._view.hold(self._top - before)
        return False
