"""Draw a row of the article list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.model import Status
from core.store import ArticleRow
from gui.look.languages import tr
from gui.look.theme import Palette, pixmap
from gui.window.article_model import MARKS, OPEN, ROW, LayerMark
from gui.words.items import status_words

MARK_WIDTH, MOST_MARKS = 24, 4
"""How wide a layer is drawn in a row, in pixels, and how many are."""


class RowPainter(QStyledItemDelegate):
    """Draw a row of the list: title, status, progress, flag."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_ = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, option.fontMetrics.height() * 2 + 24)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, ArticleRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(6, 1, -6, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette_.accent_soft if selected else self.palette_.hover))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        if index.data(OPEN):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette_.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 8, 3, box.height() - 16), 1.5, 1.5)
        inner = box.adjusted(10, 7, -10, -7)
        self._draw(painter, option, inner, row, self._draw_layers(painter, option, inner, index.data(MARKS) or []))
        painter.restore()

    def _draw_layers(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, marks: list[LayerMark]) -> int:
        """Draw whose layers there are at the right of the title; return how many pixels that took."""
        colours = self.palette_
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.75)
        painter.setFont(font)
        more = len(marks) - MOST_MARKS
        right = box.right()
        for mark_ in reversed(
            marks[:MOST_MARKS] if more <= 0 else [*marks[: MOST_MARKS - 1], LayerMark(f"+{more + 1}", False)]
        ):
            chip = QRectF(right - MARK_WIDTH + 1, box.top() + 1, MARK_WIDTH, 16)
            colour = QColor(colours.good if mark_.finished else colours.soft)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour)
            painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if mark_.initials:
                painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, mark_.initials)
            else:
                side = chip.toRect().adjusted(6, 2, -6, -2)
                painter.drawPixmap(side, pixmap("check", colour.name(), 24))
            right -= MARK_WIDTH + 3
        return box.right() - right

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: ArticleRow, taken: int) -> None:
        colours = self.palette_
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Medium)
        metrics = QFontMetrics(font)
        flagged = bool(row.flags or row.flagged)
        title_width = box.width() - (18 if flagged else 0) - (taken + 4 if taken else 0)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        title = metrics.elidedText(row.title or row.id, Qt.TextElideMode.ElideRight, title_width)
        painter.drawText(QRect(box.left(), box.top(), title_width, metrics.height()), Qt.AlignmentFlag.AlignLeft, title)
        if flagged:
            side = QRect(
                box.right() - 13 - (taken + 4 if taken else 0), box.top() + (metrics.height() - 14) // 2, 14, 14
            )
            painter.drawPixmap(side, pixmap("flag", colours.warn, 28))
        font.setWeight(QFont.Weight.Normal)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        below = QRect(
            box.left(), box.bottom() - QFontMetrics(font).height() + 1, box.width(), QFontMetrics(font).height()
        )
        self._draw_progress(painter, below, row, QFontMetrics(font))

    def _draw_progress(self, painter: QPainter, box: QRect, row: ArticleRow, metrics: QFontMetrics) -> None:
        colours = self.palette_
        done = row.status in (Status.DONE, Status.IN_REVIEW, Status.REVIEWED)
        painter.setPen(
            QColor(colours.good if done else colours.warn if row.status is Status.RETURNED else colours.soft)
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, status_words(row.status))
        if not row.total:
            return
        by_hand = row.by_hand
        count = tr("{count} marked", count=row.total) if by_hand else f"{row.settled}/{row.total}"
        painter.setPen(QColor(colours.soft))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        left = box.left() + max(92, metrics.horizontalAdvance(status_words(row.status)) + 12)
        right = box.right() - max(52, metrics.horizontalAdvance(count) + 10)
        if by_hand or right - left < 24:
            return
        track = QRectF(left, box.center().y() - 1.5, right - left, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.edge if colours.dark else colours.line))
        painter.drawRoundedRect(track, 2, 2)
        track.setWidth(track.width() * row.settled / row.total)
        painter.setBrush(QColor(colours.good if done else colours.accent))
        painter.drawRoundedRect(track, 2, 2)
