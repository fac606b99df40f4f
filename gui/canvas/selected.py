"""What is drawn for the selected item alone: handles at its edges, links in the margin, its speaker; and badges."""

from __future__ import annotations

import itertools
import math
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from core.model import Annotation, Quotation
from core.model.marks import Mark, Part, marks_of
from gui.canvas.page import ArticlePage
from gui.canvas.span_painter import badge, pen
from gui.look.text_look import mix

REACH = 10.0
"""Pixels around a handle's knob that still take hold of it."""
SPINE = 20
"""From the column to the links, in pixels."""


class Handle(NamedTuple):
    """An edge that can be dragged: of ``mark``, its start or its end; the knob's centre, in the window."""

    mark: Mark
    at_start: bool
    knob: QPointF
    foot: QPointF
    """The other end of the bar that the knob sits on."""

    def distance(self, point: QPointF) -> float:
        """Return how far ``point`` is from the knob in pixels, or from the bar of a content's edge, which is slim."""
        way = point - self.knob
        knob = math.hypot(way.x(), way.y())
        low, high = sorted((self.knob.y(), self.foot.y()))
        if self.mark.part not in (Part.CONTENT, Part.ENTITY) or not low <= point.y() <= high:
            return knob
        return min(knob, abs(way.x()) * 3)


def handles(view: ArticlePage) -> list[Handle]:
    """Return the handles of the selected item that are in the window."""
    item = view.selected
    if item is None:
        return []
    found = []
    for mark in _marks(view, item):
        for at_start in (True, False):
            offset = mark.start if at_start else mark.end
            row = view.line_box(offset, before=not at_start)
            if row is None:
                continue
            x, top, pitch = row[0] + (-1.6 if at_start else 1.6), row[1], row[2]
            high, low = QPointF(x, top + 1), QPointF(x, top + pitch - 1)
            found.append(Handle(mark, at_start, high if at_start else low, low if at_start else high))
    return found


def _marks(view: ArticlePage, item: Annotation) -> list[Mark]:
    """Return the item's marks as they are to be seen, the one being dragged at its new position."""
    shown = []
    preview = view.preview
    for mark in marks_of(item):
        if preview is not None and preview.mark == mark:
            mark = Mark(*preview.range, mark.part, mark.item)
        if mark.part.value not in view.look.hidden:
            shown.append(mark)
    return shown


def handle_at(view: ArticlePage, point: QPointF) -> Handle | None:
    """Return the handle that a press at ``point`` takes hold of: the nearest in reach."""
    near = [handle for handle in handles(view) if handle.distance(point) <= REACH]
    return min(near, key=lambda handle: handle.distance(point), default=None)


def paint_handles(view: ArticlePage, painter: QPainter) -> None:
    """Draw a bar with a knob at every edge: above at the start, below at the end."""
    palette = view.look.palette
    for handle in handles(view):
        hue = _hue(view, handle.mark)
        radius = 4.5 if handle.mark.part in (Part.CONTENT, Part.ENTITY) else 3.6
        if handle.mark.part is not Part.CONTENT:  # a quotation's bracket is there already
            painter.setPen(pen(hue, 1.4))
            painter.drawLine(handle.knob, handle.foot)
        painter.setPen(pen(palette.paper, 1.5))
        painter.setBrush(QColor(hue))
        painter.drawEllipse(handle.knob, radius, radius)


def _hue(view: ArticlePage, mark: Mark) -> str:
    palette, item = view.look.palette, view.selected
    if mark.part is Part.CONTENT and isinstance(item, Quotation):
        return palette.hue(item.form)
    return {Part.CUE: palette.cue, Part.MENTION: palette.mention}.get(mark.part, palette.accent)


def paint_contour(view: ArticlePage, painter: QPainter) -> None:
    """Draw one line around each content range of the selected quotation, over all its lines."""
    item = view.selected
    if not isinstance(item, Quotation):
        return
    painter.setPen(pen(view.look.palette.hue(item.form), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in _marks(view, item):
        if mark.part is Part.CONTENT:
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for box in view.boxes(mark.range):
                if box.width() > 0:  # an empty line between two paragraphs of one speech has nothing to go round
                    path.addRect(box.adjusted(-2.5, 0, 2.5, 0))
            painter.drawPath(path.simplified())


def paint_links(view: ArticlePage, painter: QPainter) -> None:
    """Draw the selected quotation's ranges as bars in the margin, with curves to its cue and its mention."""
    item = view.selected
    if not isinstance(item, Quotation):
        return
    rows = {mark: view.rows_of(mark.range) for mark in _marks(view, item)}
    bars = [(mark, top, bottom) for mark, (top, bottom) in rows.items() if mark.part is Part.CONTENT]
    if not bars:
        return
    x = float(view.left - SPINE)
    palette = view.look.palette
    hue = palette.hue(item.form)
    for (_, _, above), (_, below, _) in itertools.pairwise(bars):
        painter.setPen(pen(mix(palette.paper, hue, 0.8), 1.4))
        painter.drawLine(QPointF(x, above - 4), QPointF(x, below + 4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(hue))
    for _, top, bottom in bars:
        painter.drawRoundedRect(QRectF(x - 1.75, top + 4, 3.5, max(6.0, bottom - top - 8)), 1.75, 1.75)
    ends = [(mark, (top + bottom) / 2) for mark, (top, bottom) in rows.items() if mark.part is not Part.CONTENT]
    shared = len({y for _, y in ends}) < len(ends)
    for mark, y in ends:
        aside = (5.0 if mark.part is Part.CUE else -5.0) if shared else 0.0
        _link(painter, view, mark, x, y + aside, 15.0, bars)
    _caption(view, painter, item, bars[0][1])


Bar: TypeAlias = tuple[Mark, float, float]


def _link(painter: QPainter, view: ArticlePage, mark: Mark, x: float, y: float, away: float, bars: list[Bar]) -> None:
    """Draw a node for a cue or mention, and the curve from it to the nearest range."""
    palette = view.look.palette
    _, top, bottom = min(bars, key=lambda bar: max(bar[1] - y, y - bar[2], 0))
    end = min(max(y, top + 9), bottom - 9) if bottom - top > 40 else (top + bottom) / 2
    colour = QColor(_hue(view, mark))
    node = QPointF(x - away, y)
    path = QPainterPath(node)
    path.cubicTo(QPointF(x - away * 0.3, y), QPointF(x - away * 0.7, end), QPointF(x - 2, end))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(mix(palette.paper, colour.name(), 0.75), 1.4))
    painter.drawPath(path)
    painter.setPen(pen(colour, 1.6))
    painter.setBrush(colour if mark.part is Part.MENTION else QColor(palette.paper))
    painter.drawEllipse(node, 3.4, 3.4)


def _caption(view: ArticlePage, painter: QPainter, item: Quotation, top: float) -> None:
    """Write the speaker's name beside the first line, where the margin has room."""
    actor = view.layer.actor(item.speaker) if view.layer is not None else None
    right = view.left + view.metrics.width
    room = min(200, view.viewport().width() - right - 18)
    if actor is None or room < 70:
        return
    font = QFont(view.font())
    font.setPointSizeF(max(8.0, view.look.size * 0.68))
    painter.setFont(font)
    painter.setPen(QColor(view.look.palette.mention))
    line = QFontMetricsF(font)
    words = "\n".join(
        line.elidedText(word, Qt.TextElideMode.ElideRight, room) for word in _wrapped(actor.name, line, room)
    )
    first = max(6.0, top) + (view.metrics.pitch - line.height()) / 2
    box = QRectF(right + 14, first, room, 3 * line.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)


def _wrapped(name: str, line: QFontMetricsF, room: float) -> list[str]:
    """Return ``name`` in at most three lines that fit ``room``, the last one with all that is left."""
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (line.horizontalAdvance(longer) <= room or len(lines) == 3):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def paint_candidates(view: ArticlePage, painter: QPainter) -> None:
    """Draw a thin frame around every candidate mention, its number between the lines, clear of letters and handles."""
    palette = view.look.palette
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(mix(palette.paper, palette.accent, 0.6), 1.0))
    for candidate in view.candidates:
        for box in view.boxes(candidate.range):
            painter.drawRoundedRect(box.adjusted(-2, 2, 2, -3), 4, 4)
    knobs = [handle.knob for handle in handles(view)] if view.candidates else []
    for candidate in view.candidates:
        row = view.line_box(candidate.range.start)
        if row is None:
            continue
        radius = view.metrics.badge_radius
        centre = QPointF(row[0] + radius - 2, row[1] + view.metrics.badge_y)
        if any(math.hypot(knob.x() - centre.x(), knob.y() - centre.y()) < radius + 5 for knob in knobs):
            centre -= QPointF(2 * radius + 5, 0)
        badge(painter, centre, str(candidate.number), palette.accent, palette.on_accent, radius)
