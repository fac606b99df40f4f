"""One frame of the canvas: paper, bands, hits, selection, underlines, text, and what belongs to the selected item."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from core.model import Range
from core.model.text import paragraph_at
from gui.canvas.page import ArticlePage
from gui.canvas.selected import paint_candidates, paint_contour, paint_handles, paint_links
from gui.canvas.span_painter import SpanPainter, pen

RIM = 12
"""Pixels around what is to be painted in which a stroke may begin that reaches into it."""


def paint(view: ArticlePage, painter: QPainter, asked: QRect) -> None:
    """Draw everything that is in the window and within ``asked``: for a blinking caret that is a line or two."""
    palette = view.look.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(view.viewport().rect(), QColor(palette.paper))
    if view.layer is None:
        return
    focus = focused(view) if view.look.focus else None
    shown = view.scroller.visible()
    rows = (asked.top() - RIM, asked.bottom() + RIM)
    bright = SpanPainter(painter, palette, view.lit, view.hovered, rows=rows)
    dim = SpanPainter(painter, palette, view.lit, view.hovered, rows=rows, dim=True)
    faded = [focus is not None and not _within(view, index, focus) for index, _ in shown]
    inks = [view.ink(index) for index, _ in shown]
    painter.translate(view.left, 0)
    for (_, top), ink, fade in zip(shown, inks, faded, strict=True):
        (dim if fade else bright).bands(ink.bands, top)
    painter.translate(-view.left, 0)
    paint_contour(view, painter)
    _paint_ranges(view, painter)
    painter.translate(view.left, 0)
    for (index, top), ink, fade in zip(shown, inks, faded, strict=True):
        (dim if fade else bright).unders(ink.unders, top)
        painter.setPen(QColor(palette.dim if fade else palette.text))
        clip = QRectF(-view.left, rows[0], view.viewport().width(), rows[1] - rows[0])
        view.column.shape(index).layout.draw(painter, QPointF(0, top), [], clip)
        (dim if fade else bright).flags(ink.flags, top)
    painter.translate(-view.left, 0)
    paint_links(view, painter)
    paint_handles(view, painter)
    paint_candidates(view, painter)
    for overlay in view.overlays:
        overlay(view, painter)
    _paint_caret(view, painter)


def focused(view: ArticlePage) -> Range:
    """Return the paragraphs that focus mode keeps bright: the selected item's, else the caret's."""
    text, item = view.text, view.selected
    if item is None:
        return paragraph_at(text, view.caret)
    ranges = view.ranges_of_selected()
    return Range(paragraph_at(text, ranges[0].start).start, paragraph_at(text, max(0, ranges[-1].end - 1)).end)


def _within(view: ArticlePage, index: int, focus: Range) -> bool:
    block = view.column.blocks[index]
    return focus.start <= block.end and block.start <= focus.end


def _paint_ranges(view: ArticlePage, painter: QPainter) -> None:
    """Draw search hits and the selection, under the letters."""
    palette, seen = view.look.palette, view.visible_range()
    painter.setPen(Qt.PenStyle.NoPen)
    for index, hit in view.found_inside(seen):
        current = index == view.found_current
        painter.setPen(pen(palette.text, 1.2) if current else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.found_current if current else palette.found))
        for box in view.boxes(hit):
            painter.drawRoundedRect(box.adjusted(-1, 2, 1, -2), 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    if view.selection is not None:
        painter.setBrush(QColor(palette.selection))
        for box in view.boxes(view.selection):
            painter.drawRect(box.adjusted(0, 1, 0, -1))


def _paint_caret(view: ArticlePage, painter: QPainter) -> None:
    if not view.caret_shown:
        return
    row = view.line_box(view.caret)
    if row is not None:
        base = view.metrics.base
        painter.fillRect(QRectF(round(row[0]) - 0.5, row[1] + 3, 1.6, base + 2), QColor(view.look.palette.accent))
