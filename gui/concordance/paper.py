"""Lines on paper: keywords below each other, who says them and where at their right; for printer and PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPagedPaintDevice, QPainter

from core.corpus.lines import Line
from core.language import day_words, number
from gui.concordance.line_painter import EDGE, draw_line
from gui.look.languages import tr

SHARES = (0.05, 0.57, 0.17, 0.21)
"""Of the page's width: number, words, speaker or label, where."""
MIDDLE = 0.45
MARGINS = QMarginsF(12, 12, 12, 12)
INK, SOFT = QColor("#000000"), QColor("#444444")
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LinesPaper:
    """A heading and lines, painted page by page."""

    def __init__(
        self, title: str, about: str, lines: Sequence[Line], label: Callable[[str], str] = str, *, whole: bool
    ) -> None:
        """``about`` stands below the title; ``label`` names labels; ``whole``: lines are whole quotations, entities."""
        self._title, self._about, self._lines, self._label = title, about, lines, label
        self._middle = EDGE if whole else MIDDLE

    def paint(self, device: QPagedPaintDevice) -> None:
        """Paint all pages."""
        painter = QPainter(device)
        try:
            self._paint(painter, device)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        page = painter.viewport()
        font = QFont("PT Serif")
        font.setPointSizeF(8.5)
        height = round(QFontMetrics(font, device).height() * 1.35)
        top = page.top() + self._heading(painter, page, font)
        room = max(1, (page.bottom() - height - top) // height)
        later = max(1, (page.height() - 2 * height) // height)
        at, sheet = 0, 1
        sheets = 1 + max(0, -(-(len(self._lines) - room) // later))
        while True:
            for row, line in enumerate(self._lines[at : at + room]):
                self._line(painter, QRect(page.left(), top + row * height, page.width(), height), font, line)
            painter.setFont(font)
            painter.setPen(SOFT)
            foot = QRect(page.left(), page.bottom() - height, page.width(), height)
            painter.drawText(foot, _RIGHT, tr("{page} of {pages}", page=sheet, pages=sheets))
            at += room
            if at >= len(self._lines):
                return
            device.newPage()
            top, room, sheet = page.top(), later, sheet + 1

    def _heading(self, painter: QPainter, page: QRect, font: QFont) -> int:
        """Write title and what is known of the lines; return how high that is."""
        big = QFont(font)
        big.setPointSizeF(14)
        big.setWeight(QFont.Weight.Bold)
        below = 0
        for look, ink, words in ((big, INK, self._title), (font, SOFT, self._about)):
            painter.setFont(look)
            painter.setPen(ink)
            room = QRect(page.left(), page.top() + below, page.width(), page.height() // 3)
            wrapped = _LEFT & ~int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
            below += painter.boundingRect(room, wrapped, words).height()
            painter.drawText(room, wrapped, words)
        return below + QFontMetrics(font, painter.device()).height()

    def _line(self, painter: QPainter, box: QRect, font: QFont, line: Line) -> None:
        metrics, left = QFontMetrics(font, painter.device()), box.left()
        doubt = " ?" if line.settled is False else ""
        said = ", ".join(
            part
            for part in (line.speaker or ("—" if line.form else ""), line.label and self._label(line.label))
            if part
        )
        where = " · ".join(part for part in (day_words(line.date), line.source, line.title or line.article) if part)
        cells = (number(line.number + 1), "", f"{said}{doubt}" if said else "", where)
        for share, words in zip(SHARES, cells, strict=True):
            cell = QRect(left, box.top(), round(box.width() * share), box.height())
            left += cell.width()
            inside = cell.adjusted(0, 0, -metrics.averageCharWidth(), 0)
            if not words and share == SHARES[1]:
                draw_line(painter, inside, font, line, self._middle, soft=SOFT, ink=INK)
                continue
            painter.setFont(font)
            painter.setPen(SOFT)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, _RIGHT if share == SHARES[0] else _LEFT, shown)
