"""Overlapping spans put into lanes, and cut into runs at line breaks: what the text view draws, without any drawing.

Two spans of one lane never share a code point. Backgrounds take their lanes ``outer_first`` (a nested quotation lies
one level deeper than what it stands in), underlines ``short_first`` (a name lies nearer to its letters than the long
mention around it). Half-open ranges of code points everywhere.
"""

from __future__ import annotations

import bisect
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple


class Stroke(NamedTuple):
    """A span to draw; ``key`` says to the caller what it is and is never looked at here."""

    start: int
    end: int
    key: Any


class Placed(NamedTuple):
    """A stroke with its lane; lane 0 is the outermost background or the underline nearest to the letters."""

    stroke: Stroke
    lane: int


class Run(NamedTuple):
    """The part of a placed stroke on one line; ``opens`` and ``closes`` tell whether it begins and ends here."""

    line: int
    start: int
    end: int
    lane: int
    key: Any
    opens: bool
    closes: bool


def outer_first(stroke: Stroke) -> tuple[int, int]:
    """Sort key for backgrounds: reading order, the longer first."""
    return stroke.start, -stroke.end


def short_first(stroke: Stroke) -> tuple[int, int]:
    """Sort key for underlines: the shorter first, then reading order."""
    return stroke.end - stroke.start, stroke.start


def assign_lanes(
    strokes: Iterable[Stroke],
    order: Callable[[Stroke], tuple[int, int]] = outer_first,
    most: int = sys.maxsize,
) -> list[Placed]:
    """Return every stroke with its lane, given in ``order`` (``outer_first`` or ``short_first``).

    A stroke lies in the lane above every one that it overlaps of those before it, so that it never goes nearer than
    one it contains (short first) or lies in (outer first). Empty strokes are left out, and those that would lie in a
    lane beyond the first ``most``. Costs n log n.
    """
    ordered = sorted((stroke for stroke in strokes if stroke.start < stroke.end), key=order)
    lanes = _short_lanes(ordered, most) if order is short_first else _outer_lanes(ordered)
    return [Placed(stroke, lane) for stroke, lane in zip(ordered, lanes, strict=True) if lane < most]


def _outer_lanes(ordered: Iterable[Stroke]) -> Iterator[int]:
    """Yield the lanes of strokes that are sorted by their starts.

    Of those that are not over yet only some can still decide: the one that ends next is the deepest, what ends later
    and lies deeper than others hides these.
    """
    open_: list[tuple[int, int]] = []
    """Ends, falling, with lanes, rising."""
    for start, end, _ in ordered:
        while open_ and open_[-1][0] <= start:
            open_.pop()
        lane = open_[-1][1] + 1 if open_ else 0
        while open_ and open_[-1][0] <= end:
            open_.pop()
        open_.append((end, lane))
        yield lane


def _short_lanes(ordered: Sequence[Stroke], most: int) -> Iterator[int]:
    """Yield the lanes of strokes that are sorted by their lengths.

    None before a stroke is longer: whatever overlaps it has its first or its last code point in it, so that the
    deepest lane by those points is enough, kept in a tree of maxima. How far beyond ``most`` a lane lies is not asked.
    """
    points = sorted({point for stroke in ordered for point in (stroke.start, stroke.end - 1)})
    at = {point: index for index, point in enumerate(points)}
    size = len(points)
    deepest = [-1] * (2 * size)
    for start, end, _ in ordered:
        first, last = at[start] + size, at[end - 1] + size
        lane, low, high = -1, first, last + 1
        while low < high and lane < most - 1:
            if low & 1:
                lane = max(lane, deepest[low])
                low += 1
            if high & 1:
                high -= 1
                lane = max(lane, deepest[high])
            low, high = low >> 1, high >> 1
        lane += 1
        for leaf in (first, last):
            while leaf and deepest[leaf] < lane:
                deepest[leaf] = lane
                leaf >>= 1
        yield lane


def runs(placed: Iterable[Placed], breaks: Sequence[int]) -> Iterator[Run]:
    """Yield the parts of every stroke line by line, stroke after stroke.

    ``breaks`` are the starts of the lines, ascending; the last line goes on for ever, what lies before the first is
    cut.
    A stroke that began before the first line does not open in it.
    """
    for stroke, lane in placed:
        line = max(0, bisect.bisect_right(breaks, stroke.start) - 1)
        while line < len(breaks) and breaks[line] < stroke.end:
            start = max(stroke.start, breaks[line])
            last = line + 1 == len(breaks) or stroke.end <= breaks[line + 1]
            end = stroke.end if last else breaks[line + 1]
            if start < end:
                yield Run(line, start, end, lane, stroke.key, start == stroke.start, last)
            line += 1


def depth(placed: Iterable[Placed]) -> int:
    """Return how many lanes are in use."""
    return max((lane for _, lane in placed), default=-1) + 1
