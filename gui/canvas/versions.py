"""Draw the versions that are compared on the text itself: a rail for each, above and below the line, with its number.

The current difference is drawn in full, with cue and mention; the others that are open by thin rails alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from core.comparing.compare import Match
from core.model import Annotation, Quotation, Range, ranges_of
from gui.canvas.page import ArticlePage
from gui.canvas.span_painter import badge, pen
from gui.look.text_look import mix

LIGHT = ("#0b6b46", "#a8430a", "#6236ab", "#8c1d3f", "#245a8d")
DARK = ("#5fd3a2", "#f3a26d", "#bfa0f5", "#f08aa6", "#8fc1f0")
"""The colours of the first, second … version; more than five begin again."""
MOST = 20
"""Differences that are drawn at once beside the current one: of more over one another none could be told apart."""
TICK = 5.0
"""Height of the ticks at the ends of a rail, in pixels."""


class Version(NamedTuple):
    """One version of a difference: the index of its layer, and whether it belongs to the current difference."""

    layer: int
    item: Annotation
    strong: bool


def version_colour(layer: int, *, dark: bool) -> str:
    """Return the colour of the version of the layer of that index."""
    colours = DARK if dark else LIGHT
    return colours[layer % len(colours)]


class VersionOverlay:
    """What the text view draws over the text while layers are compared."""

    def __init__(self) -> None:
        self.matches: Sequence[Match] = ()
        """The differences to draw."""
        self.current: Match | None = None
        """The one to draw in full."""

    def versions(self, seen: Range) -> list[Version]:
        """Return the versions that touch a span of text, of ``MOST`` differences, those of the current one last."""
        others = (match for match in self.matches if match is not self.current and match.span.overlaps(seen))
        shown = list(itertools.islice(others, MOST))
        if self.current is not None:
            shown.append(self.current)
        return [
            Version(at, item, match is self.current)
            for match in shown
            for at, item in enumerate(match.versions)
            if item is not None
        ]

    def __call__(self, view: ArticlePage, painter: QPainter) -> None:
        for version in self.versions(view.visible_range()):
            self._draw(view, painter, version)

    def _draw(self, view: ArticlePage, painter: QPainter, version: Version) -> None:
        full = QColor(version_colour(version.layer, dark=view.look.dark))
        colour = full if version.strong else mix(view.look.palette.paper, full.name(), 0.55)
        width = 2.2 if version.strong else 1.2
        for span in ranges_of(version.item):
            self._rail(view, painter, version, span, colour, width)
        if version.strong:
            self._parts(view, painter, version, full)
            self._number(view, painter, version, full)

    def _rail(
        self, view: ArticlePage, painter: QPainter, version: Version, span: Range, colour: QColor, width: float
    ) -> None:
        """Draw a line along a range, with ticks towards the letters where it begins and ends."""
        boxes = list(view.boxes(span))
        painter.setPen(pen(colour, width))
        for at, box in enumerate(boxes):
            y = self._level(version.layer, box)
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
            way = TICK if version.layer % 2 == 0 else -TICK
            if at == 0:
                painter.drawLine(QLineF(box.left(), y, box.left(), y + way))
            if at == len(boxes) - 1:
                painter.drawLine(QLineF(box.right(), y, box.right(), y + way))

    @staticmethod
    def _level(layer: int, box: QRectF) -> float:
        """Return the height of a version's rail: first above the letters, second below, the next ones outside."""
        step = 3.0 * (layer // 2)
        return float(box.top() + 2.5 - step if layer % 2 == 0 else box.bottom() - 2.0 + step)

    def _parts(self, view: ArticlePage, painter: QPainter, version: Version, colour: QColor) -> None:
        """Frame cue (dotted) and mention (solid) of a quotation, each version a little larger than the one before."""
        item = version.item
        if not isinstance(item, Quotation):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grow = 1.0 + 2.0 * version.layer
        for span, dashed in ((item.cue, True), (item.mention, False)):
            if span is not None:
                painter.setPen(pen(colour, 1.4, dashed=dashed))
                for box in view.boxes(span):
                    painter.drawRoundedRect(box.adjusted(-grow, 4 - grow, grow, grow - 4), 4, 4)

    def _number(self, view: ArticlePage, painter: QPainter, version: Version, colour: QColor) -> None:
        """Draw the key that takes the version, between the lines where its content begins: above it or below it."""
        boxes = list(view.boxes(ranges_of(version.item)[0]))
        if boxes:
            radius, box = view.metrics.badge_radius, boxes[0]
            top = box.top() if version.layer % 2 == 0 else box.top() + view.metrics.pitch
            aside = radius + (2 * radius + 1) * (version.layer // 2)
            centre = QPointF(box.left() + aside, top + view.metrics.badge_y)
            badge(painter, centre, str(version.layer + 1), colour.name(), view.look.palette.paper, radius)
