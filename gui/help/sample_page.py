"""Pictures of the canvas: a canvas of its own that nobody sees paints a sample exactly as the article is painted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPixmap

from core.model import Article, Range
from core.model.layer import Layer
from core.model.schema import Schema
from core.model.text import digest
from gui.canvas.surface import GUTTER
from gui.canvas.view import TextView
from gui.help.legend_entries import Sample
from gui.look.text_look import Look

EDGE = 8
"""Pixels of paper around a sample."""
MARGIN = 42
"""Pixels left of the column where what is drawn in the margin belongs to the picture."""
STRIP = 90
"""Height of the strip, in pixels."""
LARGEST = 12.0
"""Points of a sample's letters at most."""


class SamplePage(TextView):
    """The canvas, never shown; a screen reader hears nothing of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def be_heard(self) -> None:
        """Say nothing: what is shown is no article."""

    def picture(self, sample: Sample, look: Look, schema: Schema, width: int) -> QPixmap:
        """Return a sample as the canvas draws it under ``look``, ``width`` pixels wide."""
        aside = MARGIN if sample.margin else EDGE
        column = width - aside - EDGE
        bar = self.verticalScrollBar().sizeHint().width()
        self.set_look(
            replace(look, hidden=sample.hidden, focus=False, minimap=False, animate=False,
                    size=min(LARGEST, look.size), columns=200)
        )  # fmt: skip
        self.resize(column + 2 * GUTTER + bar + 4, 600)
        self.show()  # lays it out; it comes on no screen
        article = Article(id="legend", title=None, text=sample.text, digest=digest(sample.text))
        self.overlays = []
        self.show_article(article, Layer(article, "legend", sample.items), schema)
        if sample.show is not None:
            sample.show(self)
        if sample.strip:
            return self._strip()
        bottom = max(box.bottom() for box in self.boxes(Range(0, len(sample.text))))
        top = min(box.top() for box in self.boxes(Range(0, len(sample.text))))
        cut = QRect(QPoint(round(self.left) - aside, round(top) - 6), QSize(width, round(bottom - top) + 14))
        made = self.viewport().grab(cut)
        self.hide()
        return made

    def _strip(self) -> QPixmap:
        """Return a piece of the strip beside the text, which the other pictures go without."""
        self.minimap.resize(self.minimap.width(), STRIP)
        self.minimap.show_layer(self.layer, self.look)
        self.minimap.finish()
        made = self.minimap.grab()
        self.hide()
        return made
