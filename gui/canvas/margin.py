"""The strip beside the article that shows where quotations, open questions and hits lie, and where the window is."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.model import Quotation, Range, State, is_open
from core.model.layer import Layer
from gui.canvas.marks import UNSURE
from gui.look.text_look import Look, mix

WIDTH = 18
SLICE = 0.004
"""Seconds of work between two turns of the event loop."""


class Minimap(QWidget):
    """Stripes by position in the text: left the quotations in their form's hue, right what is open, unsure or found."""

    wanted = Signal(float)
    """The share of the text, 0 to 1, that the reader wants in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = Look()
        self._layer: Layer | None = None
        self._length = 1
        self._found: tuple[Range, ...] = ()
        self._hits: list[int] = []
        self._seen = (0.0, 1.0)
        self._selected: tuple[Range, ...] = ()
        self._map: QPixmap | None = None
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def show_layer(self, layer: Layer | None, look: Look) -> None:
        """Show the items of ``layer``; the old stripes stay until the new ones are drawn, in slices."""
        self._layer, self._look = layer, look
        self._length = max(1, len(layer.article.text)) if layer is not None else 1
        self._restart()

    def set_found(self, ranges: tuple[Range, ...]) -> None:
        """Show search hits."""
        self._found = ranges
        self._mark_hits()

    def _mark_hits(self) -> None:
        scale = self.height() / self._length
        self._hits = sorted({round(hit.start * scale) for hit in self._found})
        self.update()

    def set_selected(self, ranges: tuple[Range, ...]) -> None:
        """Show where the selected item is."""
        if ranges != self._selected:
            self._selected = ranges
            self.update()

    def set_seen(self, start: int, end: int) -> None:
        """Show which span of the text is in the window."""
        seen = (start / self._length, end / self._length)
        if seen != self._seen:
            self._seen = seen
            self.update()

    def _restart(self) -> None:
        self._work = self._draw() if self._layer is not None else None
        if self._work is None:
            self._map = None
            self.update()
        else:
            self._timer.start()

    def finish(self) -> None:
        """Draw at once what is still to be drawn."""
        while self._work is not None:
            self._turn()

    def _turn(self) -> None:
        until = time.perf_counter() + SLICE
        while self._work is not None and time.perf_counter() < until:
            if next(self._work, self) is self:
                self._work = None
        if self._work is None:
            self._timer.stop()

    def _draw(self) -> Iterator[None]:
        """Fill rows of both lanes item by item, then paint them at once."""
        assert self._layer is not None
        rows = max(1, self.height())
        palette, hidden, scale = self._look.palette, self._look.hidden, rows / self._length
        left: dict[int, QColor] = {}
        right: dict[int, QColor] = {}
        doubt, open_ = QColor(palette.unsure), mix(palette.paper, palette.accent, 0.6)
        for count, item in enumerate(self._layer.annotations()):
            if count % 64 == 63:
                yield
            auto = item.state is State.AUTO
            if item.state is State.REJECTED or (auto and "auto" in hidden):
                continue
            unsure = UNSURE in item.flags
            if isinstance(item, Quotation) and item.form.value not in hidden:
                colour = mix(palette.paper, palette.hue(item.form), 0.45 if auto else 0.85)
                for span in item.ranges:
                    for row in range(int(span.start * scale), int((span.end - 1) * scale) + 1):
                        left[row] = colour
                if is_open(item) or unsure:
                    right[int(item.start * scale)] = doubt if unsure else open_
            elif unsure and not isinstance(item, Quotation):
                right[int(item.range.start * scale)] = doubt
        self._paint(rows, left, right)

    def _paint(self, rows: int, left: dict[int, QColor], right: dict[int, QColor]) -> None:
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(WIDTH * ratio), round(rows * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(self._look.palette.paper))
        painter = QPainter(made)
        for row, colour in left.items():
            painter.fillRect(QRectF(3, row, 7, 1), colour)
        for row, colour in right.items():
            painter.fillRect(QRectF(12, row - 0.5, 3, 2), colour)
        painter.end()
        self._map = made
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, rows = self._look.palette, self.height()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.paper))
        if self._map is not None:
            painter.drawPixmap(0, 0, self._map)
        for row in self._hits:
            painter.fillRect(QRectF(1, row - 1, WIDTH - 2, 2), QColor(palette.found_current))
        for span in self._selected:
            top = span.start / self._length * rows
            tall = max(3.0, (span.end - span.start) / self._length * rows)
            painter.fillRect(QRectF(0, top, 2, tall), QColor(palette.accent))
        top, bottom = self._seen[0] * rows, max(self._seen[1] * rows, self._seen[0] * rows + 8)
        shade = QColor(palette.text)
        shade.setAlpha(22)
        if bottom - top < rows - 1:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(0.5, top, WIDTH - 1, bottom - top), 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._mark_hits()
        self._restart()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(min(1.0, max(0.0, event.position().y() / max(1, self.height()))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)
