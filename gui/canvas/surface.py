"""The scrolling surface under the text view: where every letter is in the window, and how the window moves.

Points are logical pixels in the viewport; offsets are code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QWidget

from core.model import Range
from gui.canvas.layout import Column
from gui.canvas.margin import WIDTH, Minimap
from gui.canvas.scroll import Glide, Scroller
from gui.look.text_look import Look, Metrics, metrics_of

GUTTER = 58
"""Paper kept free on each side of the column, for links and badges."""


class Surface(QAbstractScrollArea):
    """A text as a centred column of lazily laid-out blocks, and the conversions between its offsets and points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = Look()
        self.text = ""
        self.metrics: Metrics = metrics_of(self.look, 600)
        self.column = Column("", self.metrics)
        self.scroller = Scroller(self.column)
        self.left = GUTTER
        self.minimap = Minimap(self)
        self._glide = Glide(self.scroll_by, self)
        self._syncing = False
        self._owed = 0
        self.minimap.wanted.connect(lambda share: self.scroll_to(round(share * len(self.text))))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went with the heights would shift the column.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)

    # -- laying out --------------------------------------------------------------------------------------------------

    def lay_text(self, text: str) -> None:
        """Show ``text`` from its start."""
        self._glide.stop()
        self.text = text
        self._measure()
        self.column = Column(text, self.metrics)
        self.scroller = Scroller(self.column)
        self.scroller.height = self.viewport().height()
        self._sync()

    def lay_again(self) -> None:
        """Lay out anew after a change of look or width; the first line in the window stays where it is."""
        self._glide.stop()
        first = self.visible_range().start
        row = self.line_box(first)
        old = self.metrics
        self._measure()
        if self.metrics != old:
            self.column.set_metrics(self.metrics)
            self._forget_ink()
            block = self.column.block_of(first)
            line = self.column.shape(block).line_of(first - self.column.blocks[block].start)
            at = round(row[1]) if row is not None else 0
            if first or at < 0:
                self.scroller.scroll_to(block, line * self.metrics.pitch, min(at, self.metrics.pitch))
        self.scroller.height = self.viewport().height()
        self.scroller.move(0)
        self._sync()

    def _measure(self) -> None:
        room = self.viewport().width()
        self.metrics = metrics_of(self.look, room - 2 * GUTTER)
        self.left = max(GUTTER, (room - self.metrics.width) // 2)

    def _forget_ink(self) -> None:
        """Drop what was drawn for the old layout."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.viewport().geometry()
        self.minimap.setGeometry(beside.right() + 1, beside.top(), WIDTH, beside.height())
        self.lay_again()
        if self._owed:
            self.scroll_by(self._owed)
            self._owed = 0

    # -- scrolling ---------------------------------------------------------------------------------------------------

    def scroll_by(self, pixels: int) -> None:
        """Move down by ``pixels``, exactly, whatever heights turn out to be."""
        self.scroller.move(pixels)
        self._sync()

    def hold(self, moved: int) -> None:
        """Keep the lines where they are on the screen while the widget goes down by ``moved`` pixels.

        What there is no way for yet is made good with the new height, which comes right after.
        """
        before = self.scroller.value
        self.scroll_by(moved)
        self._owed = moved - (self.scroller.value - before)
        QTimer.singleShot(0, self, self._forget_owed)

    def _forget_owed(self) -> None:
        self._owed = 0

    def scroll_to(self, offset: int) -> None:
        """Bring ``offset`` to the upper middle of the window at once."""
        self._glide.stop()
        block, y = self._row(min(max(0, offset), len(self.text)))
        self.scroller.scroll_to(block, y, round(self.scroller.height * 0.36))
        self._sync()

    def reveal(self, start: int, end: int) -> None:
        """Scroll calmly to ``[start, end)`` unless it is in the middle part of the window; its start if it is long."""
        height, pitch = self.scroller.height, self.metrics.pitch
        last_block, last_y = self._row(max(start, end - 1))
        block, y = self._row(start)
        if self._glide.running:
            self._glide.finish()
        top = self.scroller.distance(block, y, 4 * height)
        if top is None:
            self.scroll_to(start)
            return
        bottom = self.scroller.distance(last_block, last_y, 8 * height)
        bottom = top + height if bottom is None else bottom + pitch
        if top >= height * 0.12 and bottom <= height * 0.85:
            return
        aim = max(height * 0.12, (height - (bottom - top)) * 0.42)
        self._go(round(top - aim))

    def _go(self, pixels: int) -> None:
        style = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if self.look.animate and style > 0 and self.isVisible():
            self._glide.add(pixels)
        else:
            self.scroll_by(pixels)

    def _row(self, offset: int) -> tuple[int, int]:
        """Return the block of ``offset`` and the top of its line in it."""
        block = self.column.block_of(offset)
        line = self.column.shape(block).line_of(offset - self.column.blocks[block].start)
        return block, line * self.metrics.pitch

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the window's: a larger or smaller size
            return
        if not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().y())
        else:
            self._go(round(-event.angleDelta().y() / 120 * 3 * self.metrics.pitch))
        event.accept()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._syncing:
            return
        self._glide.stop()
        value = self.verticalScrollBar().value()
        way = value - self.scroller.value
        if abs(way) < 3 * self.scroller.height:
            self.scroller.move(way)
        else:
            self.scroller.jump(value)
        self._sync()

    def _sync(self) -> None:
        """Tell the scroll bar and the strip where the window is."""
        bar = self.verticalScrollBar()
        self._syncing = True
        bar.setRange(0, self.scroller.maximum)
        bar.setPageStep(max(1, self.scroller.height))
        bar.setSingleStep(self.metrics.pitch)
        if not bar.isSliderDown():
            bar.setValue(self.scroller.value)
        self._syncing = False
        self.viewport().update()
        seen = self.visible_range()
        self.minimap.set_seen(seen.start, seen.end)

    def visible_range(self) -> Range:
        """Return the span of text whose lines are in the window, in part or whole."""
        shown = self.scroller.visible()
        if not shown:
            return Range(0, 0)
        (first, top), (last, low) = shown[0], shown[-1]
        head, tail = self.column.shape(first), self.column.shape(last)
        start = self.column.blocks[first].start + head.starts[head.line_at(-top)]
        end = self.column.blocks[last].start + tail.line_end(tail.line_at(self.scroller.height - low - 1))
        return Range(start, max(start, end))

    # -- points and offsets ------------------------------------------------------------------------------------------

    def _hit(self, point: QPointF) -> tuple[int, float, float]:
        """Return the block at (or nearest to) a point, and the point in it."""
        y = point.y()
        shown = self.scroller.visible() or [(0, 0)]
        block, top = next(((b, t) for b, t in reversed(shown) if t <= y), shown[0])
        return block, point.x() - self.left, y - top

    def letter_at(self, point: QPointF) -> int | None:
        """Return the code point whose letter is under ``point``, None beside the text."""
        block, x, y = self._hit(point)
        found = self.column.shape(block).letter_at(x, y)
        return None if found is None else self.column.blocks[block].start + found

    def gap_at(self, point: QPointF) -> int:
        """Return the gap between letters nearest to ``point``."""
        block, x, y = self._hit(point)
        shape = self.column.shape(block)
        return self.column.blocks[block].start + shape.gap_at(x, y)

    def line_box(self, offset: int, *, before: bool = False) -> tuple[float, float, int] | None:
        """Return x of a gap, top and height of its line (pixels); None outside the window.

        ``before``: the gap counts as the end of the letter before it.
        """
        block = self.column.block_of(offset - 1 if before and offset else offset)
        top = dict(self.scroller.visible()).get(block)
        if top is None:
            return None
        start, end, _ = self.column.blocks[block]
        shape, inside = self.column.shape(block), min(offset, end) - start
        line = shape.line_of(max(0, inside - 1) if before else inside)
        return self.left + shape.x_of(inside, line), top + line * self.metrics.pitch, self.metrics.pitch

    def rows_of(self, span: Range) -> tuple[float, float]:
        """Return top and bottom of the lines that ``span`` is on; beyond the window's rim where it is outside."""
        seen = self.visible_range()
        first, last = self.line_box(span.start), self.line_box(span.end, before=True)
        high, low = -60.0, self.scroller.height + 60.0
        top = first[1] if first else high if span.start < seen.start else low
        bottom = last[1] + self.metrics.pitch if last else high if span.end <= seen.start else low
        return top, bottom

    def boxes(self, span: Range) -> Iterator[QRectF]:
        """Yield the rectangles of ``span`` in the window, line by line, as high as the line."""
        pitch = self.metrics.pitch
        for index, top in self.scroller.visible():
            block = self.column.blocks[index]
            if span.start < block.end and block.start < span.end:
                start, end = max(span.start, block.start) - block.start, min(span.end, block.end) - block.start
                for piece in self.column.shape(index).pieces(start, end):
                    yield QRectF(self.left + piece.left, top + piece.line * pitch, piece.right - piece.left, pitch)

    # -- steps of the caret ------------------------------------------------------------------------------------------

    def next_gap(self, offset: int) -> int:
        """Return the gap after the letter at ``offset`` with its accents; over the newline at a paragraph's end."""
        block = self.column.blocks[index := self.column.block_of(offset)]
        if offset >= block.end:
            return min(len(self.text), offset + 1)
        return block.start + self.column.shape(index).next_gap(offset - block.start)

    def previous_gap(self, offset: int) -> int:
        """Return the gap before the letter that ends at ``offset``."""
        block = self.column.blocks[index := self.column.block_of(offset)]
        if offset <= block.start:
            return max(0, offset - 1)
        return block.start + self.column.shape(index).previous_gap(offset - block.start)

    def line_range(self, offset: int) -> Range:
        """Return the line that the caret at ``offset`` is on."""
        start = self.column.blocks[index := self.column.block_of(offset)].start
        shape = self.column.shape(index)
        line = shape.line_of(offset - start)
        return Range(start + shape.starts[line], start + shape.line_end(line))

    def line_step(self, offset: int, step: int, aim: float | None) -> tuple[int, float]:
        """Return the gap one line up (-1) or down (1) at x ``aim`` (None: where the caret is), and that x."""
        start = self.column.blocks[index := self.column.block_of(offset)].start
        shape = self.column.shape(index)
        line = shape.line_of(offset - start)
        x = shape.x_of(offset - start, line) if aim is None else aim
        line += step
        if not 0 <= line < len(shape.starts):
            index += step
            if not 0 <= index < len(self.column.blocks):
                return (0 if step < 0 else len(self.text)), x
            shape, start = self.column.shape(index), self.column.blocks[index].start
            line = 0 if step > 0 else len(shape.starts) - 1
        return start + shape.gap_at(x, line * self.metrics.pitch + 1), x
