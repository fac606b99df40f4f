"""Edges as a project sets them: marks, conjunctions, commas and titles in what is proposed, or left out of it.

An edge is taken apart into what may stand inside or outside: from the first or last word that is surely inside
outward. What a project decided of a kind of these is applied to what is proposed; all else stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from core.model import Range
from core.preannotate.learned.edge_pieces import MARK, Pairs, Piece, inner_of, outward, pairs_of

START, END, BREAK, RESUME, BOTH = "start", "end", "break", "resume", "both"
"""Where: of the whole, and where the author's words interrupt it; both: a pair of marks around all of it."""


class Edge(NamedTuple):
    """One edge: where it is, its pieces from the inside outward, and how many of them are inside.

    ``inner``: the code point at which it would be without any of them.
    """

    where: str
    part: int
    inner: int
    pieces: tuple[Piece, ...]
    inside: int

    @property
    def is_left(self) -> bool:
        return self.where in (START, RESUME)

    def at(self, inside: int) -> int:
        """Return the code point of the edge with so many pieces inside."""
        if not inside:
            return self.inner
        piece = self.pieces[inside - 1]
        return piece.start if self.is_left else piece.end


class Styled(NamedTuple):
    """What has edges: ``of``: a form of quotations or ``name LABEL``; "": its edges stay; ``beside``: its cue …"""

    of: str
    ranges: tuple[Range, ...]
    beside: tuple[Range, ...] = ()


class Restyled(NamedTuple):
    """The ranges with the project's edges, and by which of them they were changed."""

    ranges: tuple[Range, ...]
    by: tuple[str, ...]


def edges_of(text: str, one: Styled, pairs: Pairs) -> tuple[Edge, ...]:
    """Return the edges of ranges in their order, two of each; none where nothing would be left of one without them."""
    found: list[Edge] = []
    last = len(one.ranges) - 1
    for part, span in enumerate(one.ranges):
        inner = inner_of(text, span, one.of, pairs)
        if inner is None:
            return ()
        low = one.ranges[part - 1].end if part else 0
        high = one.ranges[part + 1].start if part < last else len(text)
        left = list(outward(text, inner, low, one.of, pairs, is_left=True))
        right = list(outward(text, inner, high, one.of, pairs, is_left=False))
        sides = ((START if not part else RESUME, inner.start, left), (END if part == last else BREAK, inner.end, right))
        for (where, core, pieces), edge in zip(sides, span, strict=True):
            made = Edge(where, part, core, tuple(pieces), 0)
            inside = next((n for n in range(len(pieces) + 1) if made.at(n) == edge), None)
            if inside is None:
                return ()
            found.append(made._replace(inside=inside))
    return tuple(found)


def core_of(edges: Sequence[Edge]) -> tuple[int, ...]:
    """Return what two that differ in their edges alone have in common."""
    return tuple(edge.inner for edge in edges)


def is_pair(edges: Sequence[Edge]) -> bool:
    """Tell whether quotation marks stand at the first and at the last edge."""
    return all(any(piece.kind == MARK for piece in edge.pieces) for edge in (edges[0], edges[-1]))


def words_of(of: str, edge: Edge, piece: Piece, *, pair: bool) -> str:
    """Return by what an entry of such a piece is known."""
    where = BOTH if pair and piece.kind == MARK and edge.where in (START, END) else edge.where
    return f"{of} {where} {piece.kind}"


def restyled(
    text: str, given: Sequence[Styled], decided: Mapping[str, bool], pairs: Pairs | None = None
) -> list[Restyled]:
    """Return ranges with the edges that a project decided on, by their words: inside or not.

    Whatever stood inside another, apart from it or across it still does; else both stay as they were. ``pairs``: as
    ``pairs_of`` gives them, where they are known already.
    """
    pairs = pairs_of(text) if pairs is None else pairs
    told = {words.rpartition(" ")[0].rpartition(" ")[0] for words in decided}
    made = [_restyled(text, one, decided, pairs) if one.of in told else Restyled(one.ranges, ()) for one in given]
    before = [_hull(one.ranges) for one in given]
    after = [_hull(one.ranges) for one in made]
    changed = {at for at, one in enumerate(made) if one.by}
    while True:
        bad = {
            both
            for at in changed
            for other in range(len(given))
            if other != at and _lies(before[at], before[other]) != _lies(after[at], after[other])
            for both in (at, other)
        } & changed
        if not bad:
            return made
        for at in bad:
            made[at], after[at] = Restyled(given[at].ranges, ()), before[at]
        changed -= bad


def _restyled(text: str, one: Styled, decided: Mapping[str, bool], pairs: Pairs) -> Restyled:
    """Return one with the edges that are decided."""
    as_it_was = Restyled(one.ranges, ())
    edges = edges_of(text, one, pairs) if one.of else ()
    if not edges:
        return as_it_was
    pair = is_pair(edges)
    by: list[str] = []
    points: list[int] = []
    marked: list[bool] = []
    for edge in edges:
        words = [words_of(one.of, edge, piece, pair=pair) for piece in edge.pieces]
        inside = 0
        while inside < len(words) and decided.get(words[inside], inside < edge.inside):
            inside += 1
        points.append(edge.at(inside))
        marked.append(any(piece.kind == MARK for piece in edge.pieces[:inside]))
        low, high = sorted((inside, edge.inside))
        by += [name for name in words[low : high + 1] if name in decided and inside != edge.inside]
    ranges = tuple(Range(*points[at : at + 2]) for at in range(0, len(points), 2))
    if ranges == one.ranges or (pair and marked[0] != marked[-1]):
        return as_it_was
    order = [point for span in ranges for point in span]
    if order != sorted(order) or any(span.start >= span.end for span in ranges):
        return as_it_was
    if any(new.overlaps(other) and not old.overlaps(other)
           for new, old in zip(ranges, one.ranges, strict=True) for other in one.beside):  # fmt: skip
        return as_it_was
    return Restyled(ranges, tuple(dict.fromkeys(by)))


def _hull(ranges: Sequence[Range]) -> tuple[int, int]:
    """Return the first and the last code point of ranges."""
    return ranges[0].start, ranges[-1].end


def _lies(one: tuple[int, int], other: tuple[int, int]) -> str:
    """Return how one lies to another, from its first to its last code point."""
    if one[1] <= other[0] or other[1] <= one[0]:
        return "apart"
    if one == other:
        return "same"
    if one[0] <= other[0] and other[1] <= one[1]:
        return "around"
    return "inside" if other[0] <= one[0] and one[1] <= other[1] else "across"
