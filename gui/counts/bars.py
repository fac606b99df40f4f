"""Bars in a list: what, how many, what of it is settled; a click or Enter shows the quotations. Read without colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.look.theme import Palette
from gui.look.widgets import em

Index = QModelIndex | QPersistentModelIndex
_BAR = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WORDS = 0.36
"""Share of the width that is left to the words."""


class Bar(NamedTuple):
    """A bar: ``solid`` of its ``length`` is settled, the rest hatched; ``end`` is written behind it."""

    words: str
    length: float
    solid: float
    end: str
    query: str
    tip: str = ""
    hollow: bool = False
    """Whether the rest is still to be done, and no proposal."""


class BarModel(QAbstractListModel):
    """The bars of a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bars: Sequence[Bar] = ()
        self.longest = 0.0

    def show(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self.beginResetModel()
        self.bars, self.longest = bars, max((bar.length for bar in bars), default=0.0)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.bars)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        bar = self.bars[index.row()]
        if role == _BAR:
            return bar
        if role in (_SPOKEN, _TOOLTIP):
            return bar.tip or f"{bar.words}: {bar.end}"
        return bar.words if role == _DISPLAY else None


class BarPainter(QStyledItemDelegate):
    """Draw a bar with its words before it and its figure behind it."""

    def __init__(self, palette: Palette, model: BarModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = palette
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bar = index.data(_BAR)
        if not isinstance(bar, Bar):
            return
        colours, metrics = self.colours, option.fontMetrics
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        box = option.rect.adjusted(8, 0, -8, 0)
        room = max((metrics.horizontalAdvance(one.end) for one in self._model.bars), default=0)
        words = round(box.width() * WORDS)
        painter.setPen(QColor(colours.ink))
        shown = metrics.elidedText(bar.words, Qt.TextElideMode.ElideRight, words - 8)
        painter.drawText(QRectF(box.left(), box.top(), words, box.height()), int(_LEFT), shown)
        painter.drawText(QRectF(box), int(_RIGHT), bar.end)
        across = box.width() - words - room - 12
        high = max(6.0, metrics.height() * 0.62)
        left, top = box.left() + words, box.center().y() + 1 - high / 2
        if self._model.longest > 0 and across > 0:
            whole = max(2.0 if bar.length else 0.0, across * bar.length / self._model.longest)
            settled = whole * (bar.solid / bar.length) if bar.length else 0.0
            self._bar(painter, QRectF(left, top, whole, high), settled, hollow=bar.hollow)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = self.colours
        over, chosen = (bool(option.state & flag) for flag in (QStyle.StateFlag.State_MouseOver,
                                                               QStyle.StateFlag.State_Selected))  # fmt: skip
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if over or (chosen and focus):
            painter.setPen(QPen(QColor(colours.accent), 1.5) if focus and chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen and focus else colours.hover))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5)

    def _bar(self, painter: QPainter, whole: QRectF, settled: float, *, hollow: bool) -> None:
        """Draw what is settled solid, what is proposed hatched, what is to be done hollow."""
        colour = QColor(self.colours.accent)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(colour, Qt.BrushStyle.NoBrush if hollow else Qt.BrushStyle.BDiagPattern))
        painter.drawRect(whole)
        if settled > 0:
            painter.setBrush(colour)
            painter.drawRect(QRectF(whole.left(), whole.top(), settled, whole.height()))


class BarList(QListView):
    """Bars below each other, all of them in sight; ``opened`` brings the query of one."""

    opened = Signal(str)

    def __init__(self, palette: Palette, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.bars = BarModel(self)
        self.setModel(self.bars)
        self._painter = BarPainter(palette, self.bars, self)
        self.setItemDelegate(self._painter)
        self.setObjectName("bars")
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(round(200 * em(self)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def use_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._painter.colours = palette
        self.viewport().update()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show bars; the list is as high as they are."""
        row = self.currentIndex().row()
        self.bars.show(bars)
        self.setCurrentIndex(self.bars.index(max(0, min(row, len(bars) - 1)), 0))
        self.setFixedHeight(self._row_height() * max(1, len(bars)) + 2 * self.frameWidth())

    def _row_height(self) -> int:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return max(self._painter.sizeHint(option, QModelIndex()).height(), self.sizeHintForRow(0))

    def _open(self, at: QModelIndex) -> None:
        query = self.bars.bars[at.row()].query if at.isValid() else ""
        if query:
            self.opened.emit(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)
