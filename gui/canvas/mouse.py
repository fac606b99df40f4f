"""The mouse on the canvas: select with snap to our tokens, click through what overlaps, drag edges."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from core.model import Range
from core.model.marks import Mark
from core.model.text import next_token, paragraph_at, previous_token, sentence_at, snap, token_at
from gui.canvas.marks import Preview
from gui.canvas.page import ArticlePage
from gui.canvas.selected import Handle, handle_at

EXACT = Qt.KeyboardModifier.AltModifier


class Mouse:
    """What the left button does; one gesture from press to release."""

    def __init__(self, view: ArticlePage) -> None:
        self._view = view
        self._press: QPointF | None = None
        self._at = QPointF()
        self._moved = False
        self._clicks = 0
        self._last_press = (0.0, QPointF(-99, -99))
        self._unit: Range | None = None
        """What the press selected, where words, sentences or paragraphs are being selected."""
        self._anchor = 0
        self._handle: Handle | None = None
        self._turn: tuple[str, ...] = ()
        self._rim = QTimer(view)
        self._rim.setInterval(16)
        self._rim.timeout.connect(self._scroll_at_rim)

    @property
    def dragging(self) -> bool:
        """Whether an edge is being dragged."""
        return self._handle is not None and self._moved

    # -- events ------------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Begin a gesture: take hold of a handle, extend the selection, or set its start."""
        point, view = event.position(), self._view
        self._count(point, event.type() == QEvent.Type.MouseButtonDblClick)
        self._press, self._at, self._moved, self._unit = point, point, False, None
        self._handle = handle_at(view, point) if self._clicks == 1 else None
        if self._handle is not None:
            return
        gap, letter = view.gap_at(point), view.letter_at(point)
        if self._clicks > 1 and letter is not None:
            self._unit = self._unit_of(letter)
            view.select(self._unit.start, self._unit.end)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = view.anchor
            self._moved = True
            self._extend(point, bool(event.modifiers() & EXACT))
        else:
            self._anchor = gap

    def _count(self, point: QPointF, double: bool) -> None:
        """Count quick presses at one position, up to four; that two are a double click is Qt's word."""
        now, (before, where) = time.monotonic(), self._last_press
        limit = QApplication.doubleClickInterval() / 1000
        near = (point - where).manhattanLength() <= QApplication.startDragDistance()
        further = self._clicks in (2, 3) and near and now - before <= limit
        self._clicks = self._clicks + 1 if further else 2 if double else 1
        self._last_press = (now, point)

    def move(self, event: QMouseEvent) -> None:
        """Go on with the gesture."""
        if self._press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.hover(event.position(), event.modifiers())
            return
        self._at = event.position()
        if not self._moved:
            if (self._at - self._press).manhattanLength() < QApplication.startDragDistance():
                return
            self._moved = True
        self._go_on(bool(event.modifiers() & EXACT))
        inside = 0 <= self._at.y() < self._view.viewport().height()
        if inside:
            self._rim.stop()
        elif not self._rim.isActive():
            self._rim.start()

    def release(self, event: QMouseEvent) -> None:
        """End the gesture: a click where the mouse stayed, else what was selected or dragged."""
        self._rim.stop()
        press, handle = self._press, self._handle
        self._press = self._handle = None
        if press is None:
            return
        if handle is not None and self._moved:
            self._drop(handle)
        elif not self._moved and self._unit is None:
            self._click(press, event.modifiers())
        elif self._view.selection is not None:
            self._selected(event.modifiers())
        self.hover(event.position(), event.modifiers())

    def _selected(self, modifiers: Qt.KeyboardModifier) -> None:
        """Report the span that was dragged over: with Ctrl to be a cue or mention, else as the selection."""
        view = self._view
        span = view.selection
        if span is not None and modifiers & Qt.KeyboardModifier.ControlModifier and self._unit is None:
            view.select(view.caret, view.caret)
            view.span_activated.emit(span)
        else:
            view.offer_selection()

    def cancel(self) -> bool:
        """Let go of an edge without changing it; tell whether one was held."""
        was_dragging = self.dragging
        self._rim.stop()
        self._press = self._handle = None
        if was_dragging:
            self._view.set_preview(None)
        return was_dragging

    def hover(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show by the cursor's shape what a press would do."""
        view = self._view
        letter = view.letter_at(point)
        marks = view.marks_at(letter) if letter is not None else []
        view.set_hovered(marks[0].item if marks else None)
        if handle_at(view, point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif modifiers & Qt.KeyboardModifier.ControlModifier and letter is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif abs(point.x() - view.left - view.metrics.width / 2) <= view.metrics.width / 2 + 24:
            shape = Qt.CursorShape.IBeamCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)

    # -- selecting ---------------------------------------------------------------------------------------------------

    def _unit_of(self, letter: int) -> Range:
        text, column = self._view.text, self._view.column
        if self._clicks == 2:
            return token_at(text, letter)
        if self._clicks == 4:
            return paragraph_at(text, letter)
        block = column.blocks[column.block_of(letter)]  # of a huge paragraph only the piece around the mouse
        start, end = sentence_at(text[block.start : block.end], letter - block.start)
        return Range(block.start + start, block.start + end)

    def _go_on(self, exact: bool) -> None:
        if self._handle is not None:
            moved = self.dragged_to(self._handle, self._at, exact)
            self._view.set_preview(Preview(self._handle.mark, moved))
        else:
            self._extend(self._at, exact)

    def _extend(self, point: QPointF, exact: bool) -> None:
        view = self._view
        gap = view.gap_at(point)
        if self._unit is not None:
            letter = min(max(0, gap), max(0, len(view.text) - 1))
            there = self._unit_of(letter)
            if gap < self._unit.start:
                view.select(self._unit.end, there.start)
            else:
                view.select(self._unit.start, max(self._unit.end, there.end))
            return
        span = Range(*sorted((self._anchor, gap)))
        if not exact:
            span = snap(view.text, span)
        if span.start == span.end:
            view.select(self._anchor, self._anchor)
        elif gap >= self._anchor:
            view.select(span.start, span.end)
        else:
            view.select(span.end, span.start)

    # -- clicking ----------------------------------------------------------------------------------------------------

    def _click(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        view = self._view
        letter, gap = view.letter_at(point), view.gap_at(point)
        if letter is not None and modifiers & Qt.KeyboardModifier.ControlModifier:
            token = token_at(view.text, letter)
            if not view.text[token.start].isspace():
                view.word_activated.emit(token)
                return
        view.select(gap, gap)
        marks = view.marks_at(letter) if letter is not None else []
        if not marks:
            self._turn = ()
            view.empty_clicked.emit(gap)
            return
        chosen = self._next(marks)
        view.item_clicked.emit(chosen.item, chosen.part.value, letter)

    def _next(self, marks: list[Mark]) -> Mark:
        """Return the shortest mark, or after a click on the same items the next longer one, round and round."""
        first: dict[str, Mark] = {}
        for mark in marks:
            first.setdefault(mark.item, mark)
        turn = tuple(first)
        selected = self._view.selected_id
        index = turn.index(selected) + 1 if turn == self._turn and selected in turn else 0
        self._turn = turn
        return first[turn[index % len(turn)]]

    # -- dragging an edge --------------------------------------------------------------------------------------------

    def dragged_to(self, handle: Handle, point: QPointF, exact: bool) -> Range:
        """Return the mark's range with its edge at ``point``: at the nearest edge of a token, or exactly there."""
        view, mark = self._view, handle.mark
        gap = view.gap_at(point)
        if handle.at_start:
            gap = gap if exact else nearest_start(view.text, gap)
            last = view.previous_gap(mark.end) if exact else token_at(view.text, mark.end - 1).start
            return Range(min(gap, max(last, 0), mark.end - 1), mark.end)
        gap = gap if exact else nearest_end(view.text, gap)
        least = view.next_gap(mark.start) if exact else token_at(view.text, mark.start).end
        return Range(mark.start, max(gap, least, mark.start + 1))

    def _drop(self, handle: Handle) -> None:
        preview = self._view.preview
        self._view.set_preview(None)
        if preview is not None and preview.range != handle.mark.range:
            self._view.edge_dragged.emit(handle.mark.item, handle.mark, preview.range)

    def _scroll_at_rim(self) -> None:
        """Scroll while the mouse is held above or below the window, the faster the farther it is."""
        y, height = self._at.y(), self._view.viewport().height()
        beyond = y if y < 0 else y - height
        self._view.scroll_by(round(beyond / 4) + (1 if beyond >= 0 else -1))
        self._go_on(bool(QGuiApplication.keyboardModifiers() & EXACT))


def nearest_start(text: str, gap: int) -> int:
    """Return the token start nearest to ``gap``."""
    after, before = next_token(text, gap), previous_token(text, gap)
    starts = [token.start for token in (after, before) if token is not None]
    if after is not None and after.start < gap:
        further = next_token(text, after.end)
        starts += [further.start] if further is not None else []
    return min(starts, key=lambda start: (abs(start - gap), start), default=gap)


def nearest_end(text: str, gap: int) -> int:
    """Return the token end nearest to ``gap``."""
    before, after = previous_token(text, gap), next_token(text, gap)
    ends = [token.end for token in (before, after) if token is not None]
    if before is not None and before.end > gap:
        further = previous_token(text, before.start)
        ends += [further.end] if further is not None else []
    return min(ends, key=lambda end: (abs(end - gap), -end), default=gap)
