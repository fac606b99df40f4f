"""Show a picture that core draws as SVG, in the window's colours."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from core.report.pictures import Ink
from gui.look.theme import UI_FAMILY, Palette


class Picture(QWidget):
    """An SVG at its own size, smaller where there is less room."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)

    def show_svg(self, svg: str, words: str) -> None:
        """Show ``svg``; ``words`` say to a screen reader what is on it."""
        ours = re.sub(r'font-family="[^"]*"', f'font-family="{UI_FAMILY}"', svg)  # Qt knows no list of faces
        self._renderer.load(QByteArray(ours.encode()))
        self.setAccessibleName(words)
        self.setMinimumSize(QSize(120, min(160, self._renderer.defaultSize().height())))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._renderer.defaultSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._renderer.defaultSize()
        if size.isEmpty():
            return
        scale = min(1.0, self.width() / size.width(), self.height() / size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(0, 0, size.width() * scale, size.height() * scale))
        painter.end()


def ink_of(palette: Palette) -> Ink:
    """Return the colours of pictures in a theme."""
    return Ink(
        text=palette.ink,
        soft=palette.soft,
        line=palette.line,
        low=palette.hover,
        high=palette.accent,
        on_low=palette.ink,
        on_high=palette.on_accent,
        accent=palette.accent,
    )
