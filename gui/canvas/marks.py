"""What is to be drawn on one block: bands behind quotations, lines under cues, mentions and entities, flags.

Built once per block and layer from ``core.model.lanes``; the painter only reads these. Coordinates are logical pixels
relative to the block's top left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from core.model import Annotation, Entity, Form, Quotation, Range, State
from core.model.lanes import Placed, Stroke, assign_lanes, depth, outer_first, runs, short_first
from core.model.layer import Layer
from core.model.marks import Mark, Part
from core.model.schema import Schema
from gui.canvas.geometry import Shape
from gui.canvas.layout import Block
from gui.look.text_look import Look, Metrics

UNSURE = "unsure"
"""The flag that is shown on the text."""
DEEPEST = 24
"""Lanes that are drawn; where more lie over one another, the eye tells none of them apart."""
CROWD = 1000
"""Backgrounds and underlines of a block from which on only the longest, and the shortest, are drawn."""
FINISH = "#6b6b6b"
"""Colour of an entity whose label the project no longer has."""


class Stamp(IntEnum):
    """How an underline is drawn, so that kinds differ without colour."""

    CUE = 0
    MENTION = 1
    ENTITY = 2


class Band(NamedTuple):
    """A quotation's background on one line."""

    item: str
    form: Form
    left: float
    right: float
    top: float
    height: float
    depth: int
    auto: bool
    opens: bool
    closes: bool


class Under(NamedTuple):
    """An underline on one line; ``kind`` is the entity label's index in the schema and picks the shape of its start."""

    item: str
    stamp: Stamp
    kind: int
    colour: str
    left: float
    right: float
    y: float
    auto: bool
    opens: bool
    closes: bool
    top: float
    """Top of the line's letters, for what frames the whole word."""
    weight: float
    """Share of the full thickness, less where many lanes share the room."""


class Flag(NamedTuple):
    """A mark of doubt at the end of an item: where the item ends, and the centre and radius of the badge."""

    item: str
    x: float
    y: float
    radius: float


class Ink(NamedTuple):
    """Everything that a block's items draw."""

    bands: tuple[Band, ...] = ()
    unders: tuple[Under, ...] = ()
    flags: tuple[Flag, ...] = ()


class Preview(NamedTuple):
    """A mark that is being dragged and where it is now."""

    mark: Mark
    range: Range


Seen: TypeAlias = tuple[Mark, Annotation]
"""A mark that is to be seen, with its item."""


def seen(layer: Layer, look: Look) -> Callable[[Mark], Annotation | None]:
    """Return a test of marks: the item where the mark is to be seen under ``look``, else None."""
    get, hidden, rejected = layer.items.get, look.hidden, State.REJECTED

    def standing(mark: Mark) -> Annotation | None:
        item = get(mark.item)
        return item if isinstance(item, (Entity, Quotation)) and item.state is not rejected else None

    def visible(mark: Mark) -> Annotation | None:
        item = standing(mark)
        if item is None:
            return None
        if item.state is State.AUTO and "auto" in hidden:
            return None
        if isinstance(item, Entity):
            return None if "entity" in hidden or f"entity:{item.label}" in hidden else item
        return None if item.form.value in hidden or mark.part.value in hidden else item

    return visible if hidden else standing


class Inker:
    """Build the ink of blocks for one layer, schema and look."""

    def __init__(self, layer: Layer, schema: Schema, look: Look, metrics: Metrics) -> None:
        self._layer = layer
        self._metrics = metrics
        self._visible = seen(layer, look)
        self._labels = {
            label.id: (index, label.dark if look.dark else label.light) for index, label in enumerate(schema.labels)
        }
        self._palette = look.palette

    def ink(self, block: Block, end: int, shape: Shape, preview: Preview | None) -> Ink:
        """Return the ink of ``block``; ``end`` is where the next one starts."""
        bands: list[Seen] = []
        lines: list[Seen] = []
        visible = self._visible
        for mark in self._marks(block, preview):
            item = visible(mark)
            if item is not None:
                (bands if mark.part is Part.CONTENT else lines).append((mark, item))
        if not bands and not lines:
            return Ink()
        breaks = [block.start + start for start in shape.starts] + [end]
        below, under = _drawn(bands, outer_first), _drawn(lines, short_first)
        return Ink(
            tuple(self._bands(below, breaks, block, shape)),
            tuple(self._unders(under, breaks, block, shape)),
            tuple(self._flags((*bands, *lines), block, shape)),
        )

    def _marks(self, block: Block, preview: Preview | None) -> Iterable[Mark]:
        found = self._layer.inside(block.start, block.end)
        if preview is None:
            return found
        moved = Mark(*preview.range, preview.mark.part, preview.mark.item)
        kept = [mark for mark in found if mark != preview.mark]
        return sorted([*kept, moved]) if moved.start < block.end and block.start < moved.end else kept

    def _bands(self, placed: list[Placed], breaks: list[int], block: Block, shape: Shape) -> Iterator[Band]:
        pitch = self._metrics.pitch
        inset = min(3.0, pitch * 0.42 / max(1, depth(placed)))
        for run in runs(placed, breaks):
            if run.line >= len(shape.starts):
                continue
            mark, item = run.key
            left, right = _extent(run.line, run.start, run.end, block, shape)
            yield Band(
                mark.item,
                item.form,
                left - (2.5 if run.opens else 0),
                right + (2.5 if run.closes else 0),
                run.line * pitch + 1 + run.lane * inset,
                pitch - 2 - 2 * run.lane * inset,
                run.lane,
                item.state is State.AUTO,
                run.opens,
                run.closes,
            )

    def _unders(self, placed: list[Placed], breaks: list[int], block: Block, shape: Shape) -> Iterator[Under]:
        pitch, base = self._metrics.pitch, self._metrics.base
        first = base + max(3.0, pitch * 0.125)
        step = min(4.0, (pitch - 1.5 - first) / max(1, depth(placed) - 1))
        weight = min(1.0, max(0.4, step / 3.4))
        for run in runs(placed, breaks):
            if run.line >= len(shape.starts):
                continue
            mark, item = run.key
            left, right = _extent(run.line, run.start, run.end, block, shape)
            stamp, kind, colour = self._stamp(mark, item)
            top = run.line * pitch
            yield Under(
                mark.item,
                stamp,
                kind,
                colour,
                left,
                right,
                top + first + run.lane * step,
                item.state is State.AUTO or mark.part.value in item.guessed,
                run.opens,
                run.closes,
                top,
                weight,
            )

    def _stamp(self, mark: Mark, item: Annotation) -> tuple[Stamp, int, str]:
        if isinstance(item, Entity):
            return Stamp.ENTITY, *self._labels.get(item.label, (len(self._labels), FINISH))
        if mark.part is Part.CUE:
            return Stamp.CUE, 0, self._palette.cue
        return Stamp.MENTION, 0, self._palette.mention

    def _flags(self, found: Iterable[Seen], block: Block, shape: Shape) -> Iterator[Flag]:
        for mark, item in found:
            if not item.flags or UNSURE not in item.flags:
                continue
            last = item.end if isinstance(item, Quotation) else item.range.end
            right_part = mark.part in (Part.CONTENT, Part.ENTITY) and mark.end == last
            if right_part and block.start < mark.end <= block.end:
                line = shape.line_of(mark.end - block.start - 1)
                x = shape.x_of(mark.end - block.start, line)
                y = line * self._metrics.pitch + self._metrics.badge_y
                yield Flag(mark.item, x, y, self._metrics.badge_radius)


def _drawn(found: list[Seen], order: Callable[[Stroke], tuple[int, int]]) -> list[Placed]:
    if len(found) > CROWD:
        lengths = [mark.end - mark.start for mark, _ in found]
        ranked = sorted(lengths)
        if order is short_first:
            most = ranked[CROWD]
            found = [one for one, length in zip(found, lengths, strict=True) if length <= most]
        else:
            least = ranked[-CROWD]
            found = [one for one, length in zip(found, lengths, strict=True) if length >= least]
    return assign_lanes([Stroke(one[0].start, one[0].end, one) for one in found], order, DEEPEST)


def _extent(line: int, start: int, end: int, block: Block, shape: Shape) -> tuple[float, float]:
    """Return left and right of a run on ``line``, without the white space that the line broke at."""
    left = shape.x_of(start - block.start, line)
    right = shape.x_of(min(end - block.start, shape.line_end(line)), line)
    return min(left, right), max(left, right)


def shown_ranges(item: Annotation | None) -> tuple[Range, ...]:
    """Return the ranges by which the margin strip shows an item; none for no item."""
    if item is None:
        return ()
    return item.ranges if isinstance(item, Quotation) else (item.range,)
