"""Overlapping spans put into lanes, and cut into runs at line breaks: what the text view draws, without any drawing.

Two spans of one lane never share a code point. Backgrounds take their lanes ``outer_first`` (a nested quotation lies
one level deeper than what it stands in), underlines ``short_first`` (a name lies nearer to its letters than the long
mention around it). Half-open ranges of code points everywhere.
"""

from __future__ import annotations

import bisect
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


def assign_lanes(strokes: Iterable[Stroke], order: Callable[[Stroke], tuple[int, int]] = outer_first) -> list[Placed]:
    """Return every stroke with the lowest lane that is free over its whole length, given in ``order``.

    Empty strokes are left out. A stroke never goes nearer than one it contains (short first) or lies in (outer first),
    since those come before it. Costs a search a lane, so thousands of strokes are placed in milliseconds.
    """
    lanes: list[list[tuple[int, int]]] = []
    placed: list[Placed] = []
    for stroke in sorted((stroke for stroke in strokes if stroke.start < stroke.end), key=order):
        lane = _lowest(lanes, stroke)
        if lane == len(lanes):
            lanes.append([])
        bisect.insort(lanes[lane], (stroke.start, stroke.end))
        placed.append(Placed(stroke, lane))
    return placed


def _lowest(lanes: Sequence[list[tuple[int, int]]], stroke: Stroke) -> int:
    """Return the lane above every one that already holds something the stroke overlaps."""
    for lane in range(len(lanes) - 1, -1, -1):
        if not _free(lanes[lane], stroke):
            return lane + 1
    return 0


def _free(taken: list[tuple[int, int]], stroke: Stroke) -> bool:
    """Tell whether no span of ``taken`` (sorted, disjoint) shares a code point with the stroke."""
    at = bisect.bisect_left(taken, (stroke.end, 0))
    return at == 0 or taken[at - 1][1] <= stroke.start


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
