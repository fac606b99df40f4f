"""Which quotations of an article hold a place in the text, found without asking each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from core.preannotate.quotations.proposal import Proposal


class Around:
    """The quotations of an article by where their content stands."""

    def __init__(self, proposals: Sequence[Proposal] = ()) -> None:
        self._spans = sorted(((r.start, r.end, p) for p in proposals for r in p.ranges), key=lambda span: span[:2])
        self._starts = [start for start, _, _ in self._spans]
        self._farthest = list(accumulate((end for _, end, _ in self._spans), max))

    def at(self, offset: int) -> list[Proposal]:
        """Return the quotations whose content has the code point at ``offset``, in the order of the text."""
        found = []
        for index in range(bisect_right(self._starts, offset) - 1, -1, -1):
            if self._farthest[index] <= offset:
                break
            if offset < self._spans[index][1]:
                found.append(self._spans[index][2])
        return found[::-1]
