"""The article as a column of blocks that are laid out when they come near the window, and only then.

A block is a paragraph, or a piece of one that is too long to lay out at a stroke. A block that was never seen has an
estimated height; the real one replaces it when it is laid out.
"""

from __future__ import annotations

import bisect
import re
from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple

from gui.canvas.geometry import Shape
from gui.look.text_look import Metrics

LONGEST = 4000
"""Code points of a block at most; laying that out takes about two milliseconds."""
KEPT = 400
"""Laid-out blocks kept in memory."""
_SENTENCE = re.compile(r"[.!?…»”][»”\")]*\s+")


class Block(NamedTuple):
    """A span of text laid out as one: ``[start, end)`` in code points, without the newline after it."""

    start: int
    end: int
    closes: bool
    """Whether the paragraph ends here."""


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of ``text``; a long paragraph is cut after a sentence, else at white space, else anywhere."""
    start, length = 0, len(text)
    while start <= length:
        end = text.find("\n", start)
        if end < 0:
            end = length
        while end - start > LONGEST:
            cut = _cut(text, start)
            yield Block(start, cut, False)
            start = cut
        yield Block(start, end, True)
        start = end + 1


def _cut(text: str, start: int) -> int:
    last, end = 0, start + LONGEST
    for found in _SENTENCE.finditer(text, start + LONGEST // 2, end):
        last = found.end()
    if not last:
        space = text.rfind(" ", start + LONGEST // 2, end)
        last = space + 1 if space >= 0 else end
    return last


class Heights:
    """Heights of blocks with their running sum in logarithmic time (a Fenwick tree)."""

    def __init__(self, heights: list[int]) -> None:
        self.each = heights
        self._tree = [0, *heights]
        for at in range(1, len(self._tree)):
            above = at + (at & -at)
            if above < len(self._tree):
                self._tree[above] += self._tree[at]
        self.total = sum(heights)
        self.version = 0
        """Counts the changes."""

    def put(self, index: int, height: int) -> None:
        """Change the height of one block."""
        change = height - self.each[index]
        self.each[index] = height
        self.total += change
        self.version += 1
        at = index + 1
        while at < len(self._tree):
            self._tree[at] += change
            at += at & -at

    def top(self, index: int) -> int:
        """Return the sum of the heights before block ``index``."""
        total = 0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    def find(self, y: float) -> int:
        """Return the block at ``y``; the first or last where ``y`` is outside."""
        index, step, left = 0, 1 << len(self._tree).bit_length(), max(0.0, y)
        while step:
            there = index + step
            if there < len(self._tree) and self._tree[there] <= left:
                index, left = there, left - self._tree[there]
            step >>= 1
        return min(index, len(self.each) - 1)


class Column:
    """The blocks of one text at one set of metrics."""

    def __init__(self, text: str, metrics: Metrics) -> None:
        self.text = text
        self.blocks = list(blocks_of(text))
        self._starts = [block.start for block in self.blocks]
        self.set_metrics(metrics)

    def set_metrics(self, metrics: Metrics) -> None:
        """Forget every layout and estimate all heights anew."""
        self.metrics = metrics
        self._shapes: OrderedDict[int, Shape] = OrderedDict()
        letters = max(1.0, metrics.width / metrics.letter * 0.96)
        self.heights = Heights([self._height(block, -(-(block.end - block.start) // letters)) for block in self.blocks])

    def _height(self, block: Block, lines: float) -> int:
        if block.start == block.end:
            return round(self.metrics.pitch * (1.0 if len(self.blocks) == 1 else 0.5))
        return max(1, int(lines)) * self.metrics.pitch + (self.metrics.gap if block.closes else 0)

    def shape(self, index: int) -> Shape:
        """Return the layout of a block, made now if need be; its height is then exact."""
        shape = self._shapes.get(index)
        if shape is not None:
            self._shapes.move_to_end(index)
            return shape
        block = self.blocks[index]
        shape = self._shapes[index] = Shape(self.text[block.start : block.end], self.metrics)
        height = self._height(block, len(shape.starts))
        if height != self.heights.each[index]:
            self.heights.put(index, height)
        if len(self._shapes) > KEPT:
            self._shapes.popitem(last=False)
        return shape

    def measure(self, index: int) -> int:
        """Return the exact height of a block with the space after it."""
        self.shape(index)
        return self.heights.each[index]

    def block_of(self, offset: int) -> int:
        """Return the block that holds the gap before ``offset``; a newline belongs to the block before it."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def next_start(self, index: int) -> int:
        """Return where the block after ``index`` starts; one after the text's end for the last."""
        return self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text) + 1
