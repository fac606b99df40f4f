"""The article canvas: read-only text with quotations, cues, mentions and entities drawn into it.

The view shows a layer and reports gestures; it never changes anything itself. All offsets are code points.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from core.model import Article
from core.model.layer import Edit, Layer
from core.model.schema import Schema
from gui.canvas.keyboard import Keys
from gui.canvas.mouse import Mouse
from gui.canvas.page import ArticlePage
from gui.canvas.paint import paint
from gui.canvas.tip import show_tip
from gui.look.languages import tr


class TextView(ArticlePage):
    """The canvas of one article. The window answers its signals with edits and shows the resulting layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mouse = Mouse(self)
        self._keys = Keys(self, self.mouse.cancel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Article"))

    def show_article(self, article: Article, layer: Layer, schema: Schema) -> None:
        """Show another article from its start, with no caret, selection, hits or gesture left from the last."""
        self.mouse.cancel()
        super().show_article(article, layer, schema)

    def show_layer(self, layer: Layer, edit: Edit | None = None) -> None:
        """Show what an edit made of the layer; an edge that is dragged is let go where its item is gone."""
        if self.preview is not None and layer.get(self.preview.mark.item) is None:
            self.mouse.cancel()
        super().show_layer(layer, edit)

    # -- events ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        paint(self, painter, event.rect())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._glide.stop()
        if event.button() == Qt.MouseButton.LeftButton:
            self._keys.forget_aim()
            self.mouse.press(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.mouse.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.layer is None or not self._keys.handle(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.keyboard_shown(True)
        super().focusInEvent(event)
        self.be_heard()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keyboard_shown(False)
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.set_hovered(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            row = self.line_box(self._caret)
            below = QPoint(round(row[0]), round(row[1]) + row[2]) if row is not None else QPoint(0, 0)
            self.context_requested.emit(self.viewport().mapToGlobal(below), self._caret)
        else:
            point = QPointF(event.pos())
            letter = self.letter_at(point)
            self.context_requested.emit(event.globalPos(), self.gap_at(point) if letter is None else letter)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("Article"))
            self.be_heard()
        super().changeEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(self, event)
            return True
        return bool(super().viewportEvent(event))
