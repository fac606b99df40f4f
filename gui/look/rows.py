"""Rows for the lists of the drawer: what, and where or when; thousands cost no more than those in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.look.theme import Palette, pixmap

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)


class Row(NamedTuple):
    """What a row shows: ``text``, ``where`` in softer ink beside it, ``end`` at the right, an icon."""

    text: str
    where: str = ""
    end: str = ""
    icon: str = ""
    colour: str = ""
    faint: bool = False
    current: bool = False


class RowModel(QAbstractListModel):
    """Values, each turned into its row when it comes into sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.values: Sequence[object] = ()
        self._row: Callable[[object], Row] = lambda value: Row(str(value))

    def show(self, values: Sequence[object], row: Callable[[object], Row]) -> None:
        """List ``values``; ``row`` says how each is shown."""
        self.beginResetModel()
        self.values, self._row = values, row
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.values)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, ROW, _SPOKEN, _TOOLTIP) or not index.isValid():
            return None
        row = self._row(self.values[index.row()])
        if role == ROW:
            return row
        spoken = ", ".join(part for part in (row.text, row.where, row.end) if part)
        return row.text if role == _DISPLAY else spoken


class RowPainter(QStyledItemDelegate):
    """Draw a row on one line."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_ = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        colours = self.palette_
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(6, 1, -6, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or row.current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen or row.current else colours.hover))
            painter.drawRoundedRect(QRectF(box), 5, 5)
        left = box.left() + 10
        if row.icon:
            painter.drawPixmap(QRect(left, box.center().y() - 7, 15, 15), pixmap(row.icon, row.colour, 30))
            left += 24
        right = self._end(painter, option, box, row)
        self._words(painter, option, QRect(left, box.top(), right - left - 12, box.height()), row)
        painter.restore()

    def _end(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: Row) -> int:
        if not row.end:
            return box.right() - 10
        font = QFont(option.font)
        font.setPointSizeF(option.font.pointSizeF() * 0.92)
        painter.setFont(font)
        painter.setPen(QColor(self.palette_.soft))
        width = QFontMetrics(font).horizontalAdvance(row.end)
        painter.drawText(box.adjusted(0, 0, -10, 0), _RIGHT, row.end)
        return box.right() - 10 - width

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: Row) -> None:
        colours = self.palette_
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if row.current else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colours.faint if row.faint else colours.ink))
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, text)
        used = metrics.horizontalAdvance(text) + 12
        if row.where and box.width() - used > 60:
            painter.setPen(QColor(colours.soft))
            rest = box.adjusted(used, 0, 0, 0)
            painter.drawText(rest, _LEFT, metrics.elidedText(row.where, Qt.TextElideMode.ElideRight, rest.width()))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
