"""Pair annotations of two or more layers one to one, best overlap first: the pairing rule of the scorer, made fast.

Works on content alone: every annotation is a tuple of ranges (code points, sorted, disjoint). Costs O(n log n) where
annotations of one layer lie side by side; only annotations that lie on top of each other cost their product.
"""

from __future__ import annotations

import bisect
import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from core.comparing.nearest import Free, nearest_first
from core.model import Annotation, Quotation, Range, ranges_of
from core.model.text import trim_edges

Content: TypeAlias = tuple[Range, ...]
DENSE = 30
"""Overlapping pairs for each annotation from which on they are not all looked at."""


class Pair(NamedTuple):
    """Two annotations that are paired: their indexes in their sequences, and intersection over union in code points."""

    left: int
    right: int
    overlap: float


def trimmed_content(text: str, item: Annotation) -> Content:
    """Return the content of ``item`` without white space, quotation marks and punctuation at the edges of each range.

    Empty where nothing else is there; such an annotation is compared by nobody (the scorer leaves it out as well).
    """
    ranges = ranges_of(item)
    if len(ranges) == 1:
        only = trim_edges(text, ranges[0])
        return (only,) if only.start < only.end else ()
    return tuple(span for span in (trim_edges(text, span) for span in ranges) if span.start < span.end)


def strict_content(text: str, item: Annotation) -> Content:
    """Return the content of ``item`` as it is marked."""
    return ranges_of(item)


def pair(
    left: Sequence[Content], right: Sequence[Content], left_tags: Sequence[str] = (), right_tags: Sequence[str] = ()
) -> list[Pair]:
    """Pair two sequences of contents one to one by their overlap (intersection over union, code points), best first.

    Among equal overlaps equal tags come first (entities: the label), then the earlier index: without tags this is
    the rule of ``score.py`` (``pair``), so that figures equal its figures. Pairs come back in the order of ``left``.
    """
    used_left: set[int] = set()
    used_right: set[int] = set()
    found = []
    free = Free(lambda i: i not in used_left, lambda j: j not in used_right)
    for overlap, _, i, j in _best_first(left, right, left_tags, right_tags, free):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            found.append(Pair(i, j, -overlap))
    return sorted(found)


def group(
    layers: Sequence[Sequence[Content]], tags: Sequence[Sequence[str]] = (), *, least: float = 0.0
) -> list[tuple[int | None, ...]]:
    """Group the contents of any number of layers, each group with at most one index of each layer (None: not in it).

    Pairs of all layers that overlap by ``least`` or more are taken best first and joined where no layer would be in a
    group twice; with two layers the groups are the pairs of ``pair``. Groups come in no order to rely on.
    """
    count = len(layers)
    tagged = tags or [()] * count
    groups: dict[tuple[int, int], dict[int, int]] = {}  # (layer, index) -> the group it is in: layer -> index
    for a, contents in enumerate(layers):
        for index in range(len(contents)):
            groups[a, index] = {a: index}
    streams = [
        _stream(layers, tagged, a, b, Free(partial(_lacks, groups, a, b), partial(_lacks, groups, b, a)))
        for a in range(count)
        for b in range(a + 1, count)
    ]
    for overlap, _, a, i, b, j in heapq.merge(*streams):
        if -overlap < least:
            break
        one, other = groups[a, i], groups[b, j]
        if one is other or not one.keys().isdisjoint(other):
            continue
        one.update(other)
        for layer, index in other.items():
            groups[layer, index] = one
    seen = {id(members): members for members in groups.values()}
    return [tuple([members.get(layer) for layer in range(count)]) for members in seen.values()]


def _lacks(groups: Mapping[tuple[int, int], Mapping[int, int]], layer: int, other: int, index: int) -> bool:
    """Tell whether the group of an item of ``layer`` has none of ``other`` yet."""
    return other not in groups[layer, index]


def _stream(
    layers: Sequence[Sequence[Content]], tags: Sequence[Sequence[str]], a: int, b: int, free: Free
) -> Iterator[tuple[float, int, int, int, int, int]]:
    """Yield the overlapping pairs of two layers, best first, with the layers they are of."""
    for overlap, unlike, i, j in _best_first(layers[a], layers[b], tags[a], tags[b], free):
        yield overlap, unlike, a, i, b, j


_Edge: TypeAlias = tuple[float, int, int, int]
"""(-overlap, 0 with equal tags else 1, left index, right index): sorts into the order in which pairs are taken."""


def _best_first(
    left: Sequence[Content],
    right: Sequence[Content],
    left_tags: Sequence[str],
    right_tags: Sequence[str],
    free: Free,
) -> Iterator[_Edge]:
    """Yield the overlapping pairs in the order in which they are taken; of those that are ``free`` no more, not all.

    Equal contents are found by a dict and leave the sweep, so that two layers that agree cost next to nothing. Where
    very many lie over one another, each is compared with those of about its own place first.
    """
    waiting: dict[tuple[Content, str], list[int]] = {}
    for j in range(len(right) - 1, -1, -1):
        waiting.setdefault((_joined(right[j]), _tag(right_tags, j)), []).append(j)
    rest_left, taken = [], set()
    for i, content in enumerate(left):
        same = waiting.get((_joined(content), _tag(left_tags, i))) if content else None
        if same:
            j = same.pop()
            taken.add(j)
            yield -1.0, 0, i, j
        else:
            rest_left.append(i)
    rest_right = [j for j in range(len(right)) if j not in taken]
    tags = Tags(left_tags, right_tags)
    if _touching(left, rest_left, right, rest_right) <= DENSE * (len(rest_left) + len(rest_right)):
        yield from _edges(left, rest_left, right, rest_right, tags)
        return
    parted = [i for i in rest_left if len(left[i]) > 1], [j for j in rest_right if len(right[j]) > 1]
    whole = [i for i in rest_left if len(left[i]) == 1], [j for j in rest_right if len(right[j]) == 1]
    explicit = _edges(left, parted[0], right, rest_right, tags) + _edges(left, whole[0], right, parted[1], tags)
    lazy = nearest_first({i: left[i][0] for i in whole[0]}, {j: right[j][0] for j in whole[1]}, tags.unlike, free)
    yield from heapq.merge(sorted(explicit), lazy)


class Tags(NamedTuple):
    """The tags of two sides; empty for none."""

    left: Sequence[str]
    right: Sequence[str]

    def unlike(self, i: int, j: int) -> int:
        """Return 0 where a left and a right one have the same tag, else 1."""
        return int(_tag(self.left, i) != _tag(self.right, j))


def _touching(
    left: Sequence[Content], rest_left: Iterable[int], right: Sequence[Content], rest_right: Iterable[int]
) -> int:
    """Return how many pairs of ranges of both sides overlap."""
    starts = sorted(start for j in rest_right for start, _ in right[j])
    ends = sorted(end for j in rest_right for _, end in right[j])
    spans = (span for i in rest_left for span in left[i])
    return sum(bisect.bisect_left(starts, end) - bisect.bisect_right(ends, start) for start, end in spans)


def _edges(
    left: Sequence[Content], rest_left: Sequence[int], right: Sequence[Content], rest_right: Sequence[int], tags: Tags
) -> list[_Edge]:
    """Return the overlapping pairs, sorted."""
    left_size, right_size = {i: size(left[i]) for i in rest_left}, {j: size(right[j]) for j in rest_right}
    return sorted(
        (-(shared / (left_size[i] + right_size[j] - shared)), tags.unlike(i, j), i, j)
        for (i, j), shared in _shared(left, rest_left, right, rest_right).items()
    )


def _shared(
    left: Sequence[Content], rest_left: Iterable[int], right: Sequence[Content], rest_right: Iterable[int]
) -> dict[tuple[int, int], int]:
    """Return for every overlapping pair the code points it shares, by one sweep over the ranges of both sides."""
    starts = [(start, end, 0, i) for i in rest_left for start, end in left[i]]
    starts += [(start, end, 1, j) for j in rest_right for start, end in right[j]]
    starts.sort()
    active: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    shared: dict[tuple[int, int], int] = {}
    for start, end, side, index in starts:
        facing = [other for other in active[1 - side] if other[0] > start]
        active[1 - side][:] = facing
        for other_end, other in facing:
            key = (index, other) if side == 0 else (other, index)
            shared[key] = shared.get(key, 0) + min(end, other_end) - start
        active[side].append((end, index))
    return shared


def _joined(content: Content) -> Content:
    """Return ``content`` with ranges that touch made one: the same code points give the same key."""
    if len(content) < 2:
        return content
    out = [content[0]]
    for span in content[1:]:
        if span.start <= out[-1].end:
            out[-1] = Range(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _tag(tags: Sequence[str], index: int) -> str:
    return tags[index] if tags else ""


def size(content: Content) -> int:
    """Return how many code points ``content`` covers."""
    return sum(end - start for start, end in content)


def tag_of(item: Annotation) -> str:
    """Return what is preferred to be equal among equal overlaps: an entity's label; nothing for a quotation."""
    return "" if isinstance(item, Quotation) else item.label
