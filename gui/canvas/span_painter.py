"""Paint strokes and fills on the canvas; overlaps are solved before."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from math import inf
from operator import attrgetter

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from core.model import Form
from gui.canvas.marks import Band, Flag, Under
from gui.look.text_look import Palette, mix


def pen(colour: QColor | str, width: float, *, dashed: bool = False) -> QPen:
    """Return a pen with square ends; dashes are three pixels long. Pens are shared: do not change one."""
    return _pen(QColor(colour).rgba(), width, dashed)


@lru_cache(maxsize=512)
def _pen(colour: int, width: float, dashed: bool) -> QPen:
    made = QPen(QColor.fromRgba(colour), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        made.setDashPattern([3.0 / width, 2.6 / width])
    return made


class SpanPainter:
    """Draw the ink of blocks in one palette.

    ``lit`` names the items to stress, ``hovered`` the one to frame; ``rows`` are the y between which anything is asked
    for; ``dim`` fades what is drawn.
    """

    def __init__(
        self,
        painter: QPainter,
        palette: Palette,
        lit: Container[str],
        hovered: str | None = None,
        *,
        rows: tuple[float, float] = (-inf, inf),
        dim: bool = False,
    ) -> None:
        self._high, self._low = rows
        self._painter = painter
        self._palette = palette
        self._lit = lit
        self._hovered = hovered
        self._dim = dim

    def bands(self, bands: tuple[Band, ...], top: float) -> None:
        """Draw quotation backgrounds, the outer ones first, with the edges that tell the forms apart."""
        painter, high, low = self._painter, self._high - top, self._low - top
        shown = [band for band in bands if band.top <= low and band.top + band.height >= high]
        for band in sorted(shown, key=attrgetter("depth")):
            hue = self._palette.hue(band.form)
            lit = band.item in self._lit
            fill = self._palette.wash_of(hue, depth=band.depth, auto=band.auto, lit=lit, dim=self._dim)
            box = QRectF(band.left, top + band.top, band.right - band.left, band.height)
            if lit and not band.depth:
                # its lines touch, and the contour goes around all of them
                box.adjust(0 if band.opens else -2.5, -1, 0 if band.closes else 2.5, 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPath(_rounded(box, band.opens, band.closes))
            strong = mix(self._palette.paper, hue, 0.5 if self._dim else 0.75 if band.auto else 1.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if band.auto and not lit:
                painter.setPen(pen(mix(self._palette.paper, hue, 0.45), 1.0, dashed=True))
                painter.drawLine(QLineF(box.left() + 3, box.bottom() - 0.5, box.right() - 3, box.bottom() - 0.5))
            if band.item == self._hovered and not lit:
                painter.setPen(pen(strong, 0.8))
                painter.drawLine(QLineF(box.left(), box.top() + 0.6, box.right(), box.top() + 0.6))
                painter.drawLine(QLineF(box.left(), box.bottom() - 0.6, box.right(), box.bottom() - 0.6))
            painter.setPen(pen(strong, 1.3 if band.auto else 2.0))
            if band.opens:
                painter.drawPath(_edge(band.form, box, 1.0))
            if band.closes:
                painter.drawPath(_edge(band.form, box, -1.0))

    def unders(self, unders: tuple[Under, ...], top: float) -> None:
        """Draw underlines: an entity a line with a figure at its start, a mention a bracket, a cue a double line."""
        high, low = self._high - top, self._low - top
        for under in unders:
            if under.top > low or under.y < high:
                continue
            share = 0.45 if self._dim else 0.8 if under.auto else 1.0
            colour = mix(self._palette.paper, under.colour, share)
            lit = under.item in self._lit
            if lit:
                self._tint(under, top)
            width = 2.2 if lit or under.item == self._hovered else 1.2 if under.auto else 1.7
            draw = (self._cue, self._mention, self._entity)[under.stamp]
            draw(under, top + under.y, colour, width * under.weight)

    def _tint(self, under: Under, top: float) -> None:
        """Fill behind the word itself, so that a lit mention is found at a glance."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._palette.wash_of(under.colour, lit=True))
        box = QRectF(under.left - 2, top + under.top + 2, under.right - under.left + 4, under.y - under.top - 1)
        self._painter.drawRoundedRect(box, 3, 3)

    def _entity(self, under: Under, y: float, colour: QColor, width: float) -> None:
        self._painter.setPen(pen(colour, width, dashed=under.auto))
        self._painter.drawLine(QLineF(under.left + (4 if under.opens else 0), y, under.right, y))
        if under.opens:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(colour)
            self._painter.drawPath(_figure(under.kind, QPointF(under.left + 2.2, y), 2.6 * max(0.75, under.weight)))

    def _mention(self, under: Under, y: float, colour: QColor, width: float) -> None:
        self._painter.setPen(pen(colour, width, dashed=under.auto))
        self._painter.drawLine(QLineF(under.left, y, under.right, y))
        self._painter.setPen(pen(colour, width))
        for there, x in ((under.opens, under.left + width / 2), (under.closes, under.right - width / 2)):
            if there:
                self._painter.drawLine(QLineF(x, y - 4.5, x, y + width / 2))

    def _cue(self, under: Under, y: float, colour: QColor, width: float) -> None:
        self._painter.setPen(pen(colour, width * 0.72, dashed=under.auto))
        for at in (y - 1.2 * under.weight, y + 1.4 * under.weight):
            self._painter.drawLine(QLineF(under.left, at, under.right, at))

    def flags(self, flags: tuple[Flag, ...], top: float) -> None:
        """Draw a small question mark in a disc above the end of what the annotator is unsure of, between the lines."""
        for flag in flags:
            centre = QPointF(flag.x + flag.radius + 3, top + flag.y)
            badge(self._painter, centre, "?", self._palette.unsure, self._palette.on_unsure, flag.radius)


def badge(painter: QPainter, centre: QPointF, text: str, back: str, front: str, radius: float) -> QRectF:
    """Draw ``text`` in a disc (a lozenge where it is long) and return its box."""
    font = QFont(painter.font())
    font.setFamilies(["Noto Sans", "DejaVu Sans", "Sans Serif"])
    font.setPixelSize(max(9, round(radius * 1.55)))
    font.setBold(True)
    wide = radius * (2 if len(text) < 2 else 1.1 + 0.9 * len(text))
    box = QRectF(centre.x() - wide / 2, centre.y() - radius, wide, 2 * radius)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(back)))
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QColor(front))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box


def _rounded(box: QRectF, left: bool, right: bool) -> QPainterPath:
    """Return ``box`` with round corners only where the quotation begins or ends."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    if not left and not right:
        path.addRect(box)
        return path
    path.addRoundedRect(box, 3, 3)
    half = min(6.0, box.width() / 2)
    if not left:
        path.addRect(QRectF(box.left(), box.top(), half, box.height()))
    if not right:
        path.addRect(QRectF(box.right() - half, box.top(), half, box.height()))
    return path


def _edge(form: Form, box: QRectF, way: float) -> QPainterPath:
    """Return the edge of a form: direct a square bracket, mixed a half one, indirect a round one."""
    x = box.left() + 0.8 if way > 0 else box.right() - 0.8
    top, bottom, tick = box.top() + 1, box.bottom() - 1, 4.0 * way
    path = QPainterPath()
    if form is Form.INDIRECT:
        path.moveTo(x + tick * 0.8, top)
        path.cubicTo(x - 0.3 * way, top + 4, x - 0.3 * way, bottom - 4, x + tick * 0.8, bottom)
        return path
    path.moveTo(x + tick, top)
    path.lineTo(x, top)
    path.lineTo(x, bottom)
    if form is Form.DIRECT:
        path.lineTo(x + tick, bottom)
    return path


def _figure(kind: int, centre: QPointF, r: float) -> QPainterPath:
    """Return the figure of an entity label by its index in the schema: disc, square, diamond, triangle, bar, ring."""
    x, y = centre.x(), centre.y()
    path = QPainterPath()
    match kind % 6:
        case 0:
            path.addEllipse(centre, r, r)
        case 1:
            path.addRect(QRectF(x - r + 0.3, y - r + 0.3, 2 * r - 0.6, 2 * r - 0.6))
        case 2:
            for step, (dx, dy) in enumerate(((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0))):
                (path.moveTo if step == 0 else path.lineTo)(x + dx * r, y + dy * r)
            path.closeSubpath()
        case 3:
            for step, (dx, dy) in enumerate(((-1.1, 1), (1.1, 1), (0, -1.2))):
                (path.moveTo if step == 0 else path.lineTo)(x + dx * r, y + dy * r)
            path.closeSubpath()
        case 4:
            path.addRect(QRectF(x - 1, y - r - 1, 2, 2 * r + 2))
        case _:
            path.addEllipse(centre, r, r)
            path.addEllipse(centre, r * 0.5, r * 0.5)
    return path
