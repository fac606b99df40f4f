"""A chart whose bars are clicked, and gone through by the arrow keys; drawn as sharp as the screen is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.charts.types import Box, Chart
from core.errors import UserError
from gui.counts.pictures import Plan, drawing, ink_of
from gui.desk.aside import ask_aside
from gui.look.announce import announce
from gui.look.languages import sentence, tr
from gui.look.theme import Palette

NARROWEST = 280
"""Pixels that a chart is drawn for at least."""
REACH = 6.0
"""Pixels around a bar in which a click still means it: one of nothing has no width."""
PAUSE = 120
"""Milliseconds without a change of size after which the chart is drawn anew."""


class ChartView(QWidget):
    """The chart of a table; ``opened`` brings the query of a bar."""

    opened = Signal(str)
    bar_reached = Signal(int)
    """The keyboard came to a bar."""
    drawn = Signal()
    """What is shown is what was last asked for."""

    def __init__(self, palette: Palette, name: str) -> None:
        super().__init__()
        self.colours = palette
        self.name = name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(NARROWEST)
        self.chart: Chart | None = None
        self.words = ""
        """What stands instead of a chart."""
        self.at: int | None = None
        """The bar that the keyboard is on."""
        self.is_current = True
        """Whether what is shown is what was last asked for."""
        self._plan: Plan | None = None
        self._asked = 0
        self._picture = QPixmap()
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._draw)

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Draw a chart; what is shown stays until it is there: another chart, or words that one is coming."""
        self._plan = plan
        if self.chart is None:
            self.words = tr("Drawing…")
            self.setAccessibleDescription(self.words)
            self.update()
        self._draw()

    def show_words(self, words: str) -> None:
        """Show words instead of a chart."""
        self._plan, self.chart, self.words, self.at = None, None, words, None
        self._asked += 1
        self._picture = QPixmap()
        self.setMinimumHeight(80)
        self.setAccessibleDescription(words)
        self._end()

    def use_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        if palette is not self.colours:
            self.colours = palette
            self._draw()

    def _draw(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._asked += 1
        self.is_current = False
        asked, width = self._asked, max(NARROWEST, self.width())
        work = drawing(plan, ink_of(self.colours), width, self.devicePixelRatioF())

        def answer(get: Callable[[], Chart]) -> None:
            if asked == self._asked:
                self._take(get)

        ask_aside(self, work, answer)

    def _take(self, get: Callable[[], Chart]) -> None:
        try:
            chart = get()
        except UserError as error:
            self.show_words(sentence(error))
            return
        before = self.chart.boxes[self.at] if self.chart is not None and self.at is not None else None
        self.chart, self.words = chart, ""
        self._picture = QPixmap()
        self._picture.loadFromData(chart.data)
        self.at = next((at for at, box in enumerate(chart.boxes) if _same(box, before)), None)
        self.setMinimumHeight(round(chart.height))
        self.setAccessibleDescription(tr("%n bar(s); arrow keys go through them", len(chart.boxes)))
        self._end()

    def _end(self) -> None:
        self.is_current = True
        self.updateGeometry()
        self.update()
        self.drawn.emit()

    def sizeHint(self) -> QSize:
        return QSize(480, round(self.chart.height) if self.chart is not None else 80)

    def _room(self) -> QRectF:
        """Return where the picture stands: as wide as the chart was drawn for, smaller where there is less room."""
        if self.chart is None:
            return QRectF()
        scale = min(1.0, self.width() / self.chart.width)
        return QRectF(0, 0, self.chart.width * scale, self.chart.height * scale)

    def box_rect(self, at: int) -> QRectF:
        """Return where a bar stands."""
        room = self._room()
        assert self.chart is not None
        box = self.chart.boxes[at]
        size = QSize(round(room.width()), round(room.height()))
        return QRectF(box.left * size.width(), box.top * size.height(), box.width * size.width(),
                      box.height * size.height())  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.field))
        if self.chart is None:
            painter.setPen(QColor(self.colours.soft))
            inside = self.rect().adjusted(16, 16, -16, -16)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), self.words)
            if not self.hasFocus():
                return
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._room(), self._picture, QRectF(self._picture.rect()))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.colours.accent), 2))
            where = QRectF(self.rect()) if self.at is None else self.box_rect(self.at).adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 3, 3)
            if self.at is not None:
                self._tell(painter, where, self.bar_words(self.at))

    def _tell(self, painter: QPainter, bar: QRectF, words: str) -> None:
        """Write what the bar that the keyboard is on says, above or below it."""
        metrics = self.fontMetrics()
        most = self.width() - 24.0
        size = QRectF(metrics.boundingRect(0, 0, round(most), 1000, int(Qt.TextFlag.TextWordWrap), words)).size()
        tag = QRectF(0, 0, size.width() + 16, size.height() + 8)
        tag.moveLeft(max(4.0, min(bar.left(), self.width() - tag.width() - 4)))
        below = bar.bottom() + 4
        tag.moveTop(below if below + tag.height() < self.height() else bar.top() - tag.height() - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.badge))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(QColor(self.colours.on_badge))
        painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)

    # -- mouse -------------------------------------------------------------------------------------------------------

    def bar_at(self, where: QPointF) -> int | None:
        """Return the bar under a point, the nearest one where several are in reach."""
        found = None
        best = REACH
        for at in range(len(self.chart.boxes) if self.chart is not None else 0):
            away = _distance(self.box_rect(at), where)
            if away < best:
                found, best = at, away
        return found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.bar_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.bar_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and at is not None:
            self.at = at
            self.update()
            self._open()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.bar_words(at) if at is not None else self.toolTip(), self)
            return True
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._later.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plan is not None and event.oldSize().width() != event.size().width():
            self.is_current = False
            self._later.start()

    # -- keyboard ----------------------------------------------------------------------------------------------------

    def bar_words(self, at: int) -> str:
        """Return what a bar says."""
        return self.chart.boxes[at].words if self.chart is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.chart.boxes) - 1 if self.chart is not None else -1
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if last < 0:
            super().keyPressEvent(event)
        elif key in steps:
            self._go(0 if self.at is None else min(last, max(0, self.at + steps[key])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.at is not None:
            self._open()
        else:
            super().keyPressEvent(event)

    def _go(self, at: int) -> None:
        self.at = at
        self.update()
        announce(self.bar_words(at))
        self.bar_reached.emit(at)

    def _open(self) -> None:
        query = self.chart.boxes[self.at].query if self.chart is not None and self.at is not None else ""
        if query:
            self.opened.emit(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _same(box: Box, other: Box | None) -> bool:
    return other is not None and (box.row, box.column) == (other.row, other.column)


def _distance(box: QRectF, point: QPointF) -> float:
    """Return how far a point is from a rectangle; 0 inside."""
    across = max(box.left() - point.x(), 0.0, point.x() - box.right())
    down = max(box.top() - point.y(), 0.0, point.y() - box.bottom())
    return float((across**2 + down**2) ** 0.5)
