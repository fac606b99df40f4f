"""A frame around the part of the window that the tour speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

WIDTH = 2
"""Pixels of the line."""


class Pointer(QWidget):
    """Draw a line around a part of the window, inside its edge; mouse, keys and screen readers go past it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._part: QWidget | None = None
        self._inner = QRect()
        self._colour = QColor()
        self.hide()

    def hide_all(self) -> None:
        """Frame nothing any more."""
        self.show_at(None, None, "")

    def show_at(self, part: QWidget | None, inner: QRect | None, colour: str) -> None:
        """Frame ``part``, or the rectangle ``inner`` of it; None: nothing."""
        for widget in self._line():
            widget.removeEventFilter(self)
        self._part, self._inner, self._colour = part, inner or QRect(), QColor(colour)
        for widget in self._line():
            widget.installEventFilter(self)
        self._follow()

    def _line(self) -> Iterator[QWidget]:
        """Yield the part and all that it stands in: it moves with any of them."""
        widget = self._part
        while widget is not None and widget is not self.parentWidget():
            yield widget
            widget = widget.parentWidget()

    def _follow(self) -> None:
        seen = self._seen()
        self.setVisible(not seen.isEmpty())
        if not seen.isEmpty():
            self.setGeometry(seen)
            self.raise_()
            self.update()

    def _seen(self) -> QRect:
        """Return what of the part stands in sight, in the window; its own inner parts do not count against it."""
        part, window = self._part, self.parentWidget()
        if part is None or window is None or not part.isVisibleTo(window):
            return QRect()
        seen = part.rect() if self._inner.isNull() else self._inner
        for widget in self._line():
            around = widget.parentWidget()
            if around is not None:
                seen = seen.translated(widget.pos()).intersected(around.rect())
        return seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, WIDTH))
        inset = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
