"""Draw keywords in context: the words found below each other, what stands before them to their left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.corpus.lines import Line
from gui.concordance.lines_model import LINE, Index, LinesModel
from gui.look.theme import Palette

MIDDLE, EDGE = 0.42, 0.16
"""Where the words found begin, as a share of the column: words that were looked for, whole quotations."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP = 5


class LinePainter(QStyledItemDelegate):
    """Draws the column of words."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_ = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, model = index.data(LINE), index.model()
        if not isinstance(line, Line) or not isinstance(model, LinesModel):
            super().paint(painter, option, index)
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.palette_.accent_soft))
        box = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        draw_line(
            painter, box, option.font, line, EDGE if model.whole else MIDDLE,
            soft=QColor(self.palette_.soft), ink=QColor(self.palette_.ink),
        )  # fmt: skip
        painter.restore()


def draw_line(
    painter: QPainter, box: QRect, font: QFont, line: Line, middle: float, *, soft: QColor, ink: QColor
) -> None:
    """Draw a line into ``box``, the words found bold and from ``middle`` (a share of the width) on."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    plain, heavy = QFontMetrics(font, painter.device()), QFontMetrics(bold, painter.device())
    at = box.left() + round(box.width() * middle)
    painter.setFont(font)
    painter.setPen(soft)
    before = QRect(box.left(), box.top(), at - box.left(), box.height())
    left = plain.elidedText(line.left, Qt.TextElideMode.ElideLeft, before.width())
    painter.drawText(before, int(_RIGHT) | int(Qt.TextFlag.TextIncludeTrailingSpaces), left)
    room = box.right() - at
    words = heavy.elidedText(line.keyword + ("…" if line.cut else ""), Qt.TextElideMode.ElideRight, room)
    painter.setFont(bold)
    painter.setPen(ink)
    painter.drawText(QRect(at, box.top(), room, box.height()), int(_LEFT), words)
    used = heavy.horizontalAdvance(words)
    if room - used > _GAP:
        painter.setFont(font)
        painter.setPen(soft)
        after = QRect(at + used, box.top(), room - used, box.height())
        painter.drawText(after, int(_LEFT), plain.elidedText(line.right, Qt.TextElideMode.ElideRight, after.width()))
