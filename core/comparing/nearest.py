"""Pairs of ranges by their overlap, best first, without looking at every pair: for thousands that lie over one another.

Two ranges whose starts, or ends, are ``d`` apart share so much less than their length: from each range the search goes
outwards by starts and by ends at once, and stops where nothing further away can be better than what it has.
"""

from __future__ import annotations

import bisect
import heapq
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from core.model import Range

Edge: TypeAlias = tuple[float, int, int, int]
"""(-overlap, 0 with equal tags else 1, left index, right index)."""
Unlike: TypeAlias = Callable[[int, int], int]
SLACK = 1 + 1e-12
"""Rounding: what is so near to the bound is looked at."""


class Free(NamedTuple):
    """Tells of an index whether it can still be paired; what has said no once never says yes again."""

    left: Callable[[int], bool]
    right: Callable[[int], bool]


class Order:
    """Right ranges sorted by one of their edges; those that are free no more are passed over ever faster."""

    def __init__(self, edges: Mapping[int, int], free: Callable[[int], bool]) -> None:
        self._free = free
        found = sorted((edge, index) for index, edge in edges.items())
        self.edges = [edge for edge, _ in found]
        self.indexes = [index for _, index in found]
        self._up = list(range(len(found) + 1))
        self._down = list(range(len(found) + 1))

    def up(self, at: int) -> int:
        """Return the first place from ``at`` on whose range is free; the number of places where none is."""
        while at < len(self.indexes):
            if self._up[at] != at:
                self._up[at] = self._up[min(self._up[at], len(self.indexes))]
                at = self._up[at]
            elif self._free(self.indexes[at]):
                return at
            else:
                self._up[at] = at = at + 1
        return len(self.indexes)

    def down(self, at: int) -> int:
        """Return the last place up to ``at`` whose range is free; -1 where none is."""
        while at >= 0:
            below = self._down[at]
            if below != at:
                self._down[at] = below if below < 0 else self._down[below]
                at = self._down[at]
            elif self._free(self.indexes[at]):
                return at
            else:
                self._down[at] = at = at - 1
        return -1


class Outwards:
    """The places of an order, the nearest to one edge of a range first, with a bound on the overlap of the rest."""

    def __init__(self, order: Order, edge: int, length: int, *, starts: bool) -> None:
        self._order, self._edge, self._length, self._starts = order, edge, length, starts
        at = bisect.bisect_left(order.edges, edge)
        self._above, self._below = order.up(at), order.down(at - 1)

    def _bounds(self) -> tuple[float, float]:
        """Return the most that the next one above, and the next one below, can overlap; -1 where there is none."""
        edges, length = self._order.edges, self._length
        above = edges[self._above] - self._edge if self._above < len(edges) else None
        below = self._edge - edges[self._below] if self._below >= 0 else None
        inwards, outwards = (above, below) if self._starts else (below, above)
        shorter = -1.0 if inwards is None or inwards >= length else (length - inwards) / length
        longer = -1.0 if outwards is None else length / (length + outwards)
        return (shorter, longer) if self._starts else (longer, shorter)

    @property
    def bound(self) -> float:
        """The most that anything not yet given can overlap; -1 for nothing."""
        return max(self._bounds())

    def next(self) -> int | None:
        """Return the index of the next range; None where no other one can overlap."""
        above, below = self._bounds()
        if above < 0 and below < 0:
            return None
        order = self._order
        if above >= below:
            found = order.indexes[self._above]
            self._above = order.up(self._above + 1)
        else:
            found = order.indexes[self._below]
            self._below = order.down(self._below - 1)
        return found


def nearest_first(left: Mapping[int, Range], right: Mapping[int, Range], unlike: Unlike, free: Free) -> Iterator[Edge]:
    """Yield the pairs that overlap and were free when their turn was prepared, in the order of ``Edge``."""
    starts = Order({j: span.start for j, span in right.items()}, free.right)
    ends = Order({j: span.end for j, span in right.items()}, free.right)
    heap: list[tuple[Edge, Iterator[Edge]]] = []
    for i, span in left.items():
        _push(heap, _of_one(i, span, right, unlike, (starts, ends)))
    heap.sort(key=lambda one: one[0])
    while heap:
        edge, more = heapq.heappop(heap)
        yield edge
        if free.left(edge[2]):
            _push_next(heap, more)


def _push(heap: list[tuple[Edge, Iterator[Edge]]], more: Iterator[Edge]) -> None:
    first = next(more, None)
    if first is not None:
        heap.append((first, more))


def _push_next(heap: list[tuple[Edge, Iterator[Edge]]], more: Iterator[Edge]) -> None:
    following = next(more, None)
    if following is not None:
        heapq.heappush(heap, (following, more))


def _of_one(
    i: int, span: Range, right: Mapping[int, Range], unlike: Unlike, orders: tuple[Order, Order]
) -> Iterator[Edge]:
    """Yield the pairs of one left range, best first."""
    start, end = span
    length = end - start
    ways = (Outwards(orders[0], start, length, starts=True), Outwards(orders[1], end, length, starts=False))
    seen: set[int] = set()
    known: list[Edge] = []
    while True:
        bound = min(way.bound for way in ways)
        while known and -known[0][0] > bound * SLACK:
            yield heapq.heappop(known)
        if bound < 0:
            break
        for way in ways:
            j = way.next()
            if j is None or j in seen:
                continue
            seen.add(j)
            other = right[j]
            shared = min(end, other.end) - max(start, other.start)
            if shared > 0:
                overlap = shared / (length + (other.end - other.start) - shared)
                heapq.heappush(known, (-overlap, unlike(i, j), i, j))
    while known:
        yield heapq.heappop(known)
