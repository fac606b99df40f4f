"""Hits as arrays: where they stand in the corpus, and what they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.store.search_index.columns import Spans
from core.store.search_index.packing import Numbers

NOWHERE, WHOLE = -1, -2
"""As a code point: told by the words; told by the item, which is shown whole."""


class Hits(NamedTuple):
    """Words ``start`` to ``end`` (excluded) of the corpus, by their starts.

    ``first`` and ``last`` are code points of the article where a pattern matched, else ``NOWHERE``; ``unit`` is the
    number of the article in ``Articles``, or the key of the item, that the hit stands in.
    """

    start: Numbers
    end: Numbers
    first: Numbers
    last: Numbers
    unit: Numbers
    room: Numbers
    """Words of the span that the hit stands in: the innermost is the shortest."""

    @property
    def size(self) -> int:
        return len(self.start)

    def chosen(self, which: NDArray[Any] | slice) -> Hits:
        """Return some of them: by a mask or by numbers."""
        return Hits(*(column[which] for column in self))


def at_words(start: Numbers, end: Numbers) -> Hits:
    """Return hits that words tell, in no unit yet."""
    nowhere = np.full(len(start), NOWHERE, np.int64)
    return Hits(start, end, nowhere, nowhere, nowhere, nowhere)


NO_HITS = at_words(np.empty(0, np.int64), np.empty(0, np.int64))


def unique(numbers: Numbers) -> Numbers:
    """Return numbers once each, rising: what np.unique does, but by sorting, which for nearly sorted ones is faster."""
    found = np.sort(numbers, kind="stable")
    return found[np.append(True, np.diff(found) > 0)] if len(found) else found


def together(found: Sequence[Hits]) -> Hits:
    """Return hits of several searches as one, by their starts."""
    if len(found) == 1:
        return found[0]
    every = Hits(*(np.concatenate(columns) for columns in zip(*found, strict=True)))
    return every.chosen(np.argsort(every.start, kind="stable"))


def in_units(hits: Hits, bases: Numbers, words: Numbers) -> Hits:
    """Return the hits that stand in one of the articles (first words and numbers of words), with its number."""
    edges = np.searchsorted(hits.start, bases)
    counts = np.diff(np.append(edges, hits.size))
    unit = np.repeat(np.arange(len(bases)), counts)
    before = int(edges[0]) if len(edges) else hits.size
    inside = hits.chosen(np.arange(before, hits.size)) if before else hits
    placed = inside._replace(unit=unit)
    stays = placed.end <= (bases + words)[unit]
    return placed if stays.all() else placed.chosen(stays)


def in_spans(hits: Hits, spans: Spans) -> Hits:
    """Return the hits that stand in a span, once for every item that they stand in; the unit is its key."""
    low = np.searchsorted(hits.start, spans.start)
    high = np.maximum(low, np.searchsorted(hits.start, spans.end))
    counts = high - low
    span = np.repeat(np.arange(len(counts)), counts)
    which = np.arange(len(span)) - np.repeat(np.cumsum(counts) - counts, counts) + low[span]
    fits = hits.end[which] <= spans.end[span]
    which, span = which[fits], span[fits]
    return hits.chosen(which)._replace(unit=spans.owner[span], room=(spans.end - spans.start)[span])


def distinct(hits: Hits) -> Hits:
    """Return every hit once, by its start, in the innermost of the items that it stands in."""
    if hits.size < 2:
        return hits
    order = np.lexsort((hits.unit, hits.room, hits.last, hits.first, hits.end, hits.start))
    found = hits.chosen(order)
    told = (found.start, found.end, found.first, found.last)
    same = np.logical_and.reduce([np.diff(column) == 0 for column in told])
    return found.chosen(np.concatenate([[True], ~same]))


def joined(left: Numbers, right: Numbers, right_end: Numbers, least: int, most: int) -> tuple[Numbers, Numbers]:
    """Return the words of ``left`` that one of ``right`` follows with ``least`` to ``most`` words between.

    And where what begins there ends (``right_end``), at the nearest.
    """
    if not len(left) or not len(right):
        return left[:0], right_end[:0]
    end = np.full(len(left), np.iinfo(np.int64).max)
    for gap in range(most, least - 1, -1):
        if len(left) <= len(right):
            at = np.searchsorted(right, left + 1 + gap)
            there = right[np.minimum(at, len(right) - 1)] == left + 1 + gap
            end[there] = right_end[at[there]]
        else:
            wanted = right - 1 - gap
            at = np.searchsorted(left, wanted)
            there = left[np.minimum(at, len(left) - 1)] == wanted
            end[at[there]] = right_end[there]
    found = end < np.iinfo(np.int64).max
    return left[found], end[found]


def count_articles(hits: Hits, bases: Numbers) -> int:
    """Return in how many articles hits stand."""
    return int(np.count_nonzero(np.diff(np.append(np.searchsorted(hits.start, bases), hits.size))))
