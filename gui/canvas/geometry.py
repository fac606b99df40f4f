"""One laid-out block of the text: from offsets to points and back. The only gui file that knows UTF-16.

Offsets in and out are code points relative to the block's start; x and y are logical pixels relative to its top left.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from core.model import Range
from core.model.text import Utf16Map
from gui.look.text_look import Metrics

_LONE = re.compile("[\ud800-\udfff]")
_UNEVEN = re.compile("[\ud800-\udfff\r\u2029\ufdd0\ufdd1]")
"""What Qt's documents would drop or make a paragraph of."""
_OPTION = QTextOption()
_OPTION.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class Piece(NamedTuple):
    """The part of a range on one line."""

    line: int
    left: float
    right: float


class Shape:
    """A block laid out at the metrics' width. Lines have one height whatever faces they fall back to."""

    __slots__ = ("_lines", "_map", "_text", "height", "layout", "pitch", "starts")

    def __init__(self, text: str, metrics: Metrics) -> None:
        self._text = text
        self._map = Utf16Map(text)
        self.pitch = metrics.pitch
        self.layout = QTextLayout(_LONE.sub("\ufffd", text), metrics.font)
        self.layout.setTextOption(_OPTION)
        self.layout.setCacheEnabled(True)
        self._lines: list[QTextLine] = []
        self.layout.beginLayout()
        while True:
            line = self.layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(metrics.width)
            line.setPosition(QPointF(0, len(self._lines) * metrics.pitch + metrics.base - line.ascent()))
            self._lines.append(line)
        self.layout.endLayout()
        self.starts = [self._map.to_code_points(line.textStart()) for line in self._lines]
        """Offsets at which the lines start; there is always one line."""
        self.height = max(1, len(self._lines)) * metrics.pitch

    def line_of(self, offset: int) -> int:
        """Return the line that the gap before code point ``offset`` is drawn on."""
        return max(0, bisect.bisect_right(self.starts, offset) - 1)

    def line_end(self, line: int) -> int:
        """Return the offset after the last letter of ``line``, without the white space that the line broke at."""
        if line + 1 >= len(self.starts):
            return len(self._text)
        end = self.starts[line + 1]
        while end > self.starts[line] and self._text[end - 1].isspace():
            end -= 1
        return end

    def line_at(self, y: float) -> int:
        """Return the line at ``y``, the nearest where none is."""
        return min(max(0, int(y // self.pitch)), len(self._lines) - 1)

    def x_of(self, offset: int, line: int | None = None) -> float:
        """Return the x of the gap before code point ``offset``, on ``line`` if it ends there."""
        at = self.line_of(offset) if line is None else line
        drawn = self._lines[at]
        x: Any = drawn.cursorToX(self._map.to_utf16(offset))  # a pair, whatever the stubs say
        return float(min(x[0], drawn.naturalTextWidth()))

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield where ``[start, end)`` is drawn, line by line."""
        for line in range(self.line_of(start), len(self._lines)):
            if self.starts[line] >= end and line > 0:
                return
            left = self.x_of(max(start, self.starts[line]), line)
            last = line + 1 >= len(self.starts) or end <= self.starts[line + 1]
            right = self.x_of(end if last else self.line_end(line), line)
            yield Piece(line, min(left, right), max(left, right))

    def letter_at(self, x: float, y: float) -> int | None:
        """Return the code point whose letter is drawn at the point, None beside the text."""
        if not 0 <= y < self.height:
            return None
        line = self._lines[self.line_at(y)]
        if not 0 <= x < line.naturalTextWidth():
            return None
        unit = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        found = self._map.to_code_points(unit)
        return found if found < len(self._text) else None

    def gap_at(self, x: float, y: float) -> int:
        """Return the gap between letters that is nearest to the point."""
        line = self.line_at(y)
        unit = self._lines[line].xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters)
        return min(self._map.to_code_points(unit), self.line_end(line))

    def next_gap(self, offset: int) -> int:
        """Return the gap after the letter at ``offset``, never between a letter and its accent or inside an emoji."""
        return self._map.to_code_points(self.layout.nextCursorPosition(self._map.to_utf16(offset)))

    def previous_gap(self, offset: int) -> int:
        """Return the gap before the letter that ends at ``offset``."""
        return self._map.to_code_points(self.layout.previousCursorPosition(self._map.to_utf16(offset)))


class Excerpt:
    """A span of the article's text as Qt's own documents take it, character for character."""

    def __init__(self, text: str, span: Range) -> None:
        self.span = span
        self.text = _UNEVEN.sub("\ufffd", text[span.start : span.end])
        self._map = Utf16Map(self.text)

    def unit(self, offset: int) -> int:
        """Return the position in the document of the article's ``offset``; the nearer end where it is outside."""
        return self._map.to_utf16(min(max(offset, self.span.start), self.span.end) - self.span.start)
