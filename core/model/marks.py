"""Marks: the spans of text that items claim, and an index of them by offset.

The index is a dict of slots of ``CHUNK`` code points, each with the marks that touch it. A changed layer copies the
dict and replaces only the slots that the edit changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from core.model import Entity, Item, Quotation, Range

CHUNK = 1024
"""Code points a slot of the index covers."""


class Part(StrEnum):
    """What a span is to its item."""

    CONTENT = "content"
    CUE = "cue"
    MENTION = "mention"
    ENTITY = "entity"


class Mark(NamedTuple):
    """One span that an item lays claim to; what the text view draws and what a click finds."""

    start: int
    end: int
    part: Part
    item: str

    @property
    def range(self) -> Range:
        return Range(self.start, self.end)


def marks_of(item: Item) -> Iterator[Mark]:
    """Yield every span of an item: content ranges, cue and mention, or the entity's range."""
    if isinstance(item, Entity):
        yield Mark(item.range.start, item.range.end, Part.ENTITY, item.id)
    elif isinstance(item, Quotation):
        for span in item.ranges:
            yield Mark(span.start, span.end, Part.CONTENT, item.id)
        if item.cue is not None:
            yield Mark(item.cue.start, item.cue.end, Part.CUE, item.id)
        if item.mention is not None:
            yield Mark(item.mention.start, item.mention.end, Part.MENTION, item.id)


Index: TypeAlias = dict[int, tuple[Mark, ...]]


def build_index(items: Iterable[Item]) -> Index:
    """Return the index of all marks of ``items``."""
    slots: dict[int, list[Mark]] = {}
    for item in items:
        for mark in marks_of(item):
            for slot in _slots(mark):
                slots.setdefault(slot, []).append(mark)
    return {slot: tuple(marks) for slot, marks in slots.items()}


def change_index(index: Index, removed: Iterable[Item], added: Iterable[Item]) -> None:
    """Replace the slots of ``index`` that an edit changes."""
    old = {mark for item in removed for mark in marks_of(item)}
    new = {mark for item in added for mark in marks_of(item)}
    lost, come = old - new, new - old
    slots: dict[int, tuple[set[Mark], list[Mark]]] = {}
    for mark in lost:
        for slot in _slots(mark):
            slots.setdefault(slot, (set(), []))[0].add(mark)
    for mark in come:
        for slot in _slots(mark):
            slots.setdefault(slot, (set(), []))[1].append(mark)
    for slot, (out, into) in slots.items():
        kept = (mark for mark in index.get(slot, ()) if mark not in out)
        index[slot] = (*kept, *into)


def _slots(mark: Mark) -> range:
    return range(mark.start // CHUNK, max(mark.start, mark.end - 1) // CHUNK + 1)


def find(index: Index, start: int, end: int) -> list[Mark]:
    """Return the marks that share a code point with ``[start, end)``, in text order."""
    slots = range(start // CHUNK, max(start, end - 1) // CHUNK + 1)
    found = [mark for mark in index.get(slots[0], ()) if mark.start < end and start < mark.end]
    for slot in slots[1:]:  # a mark that begins earlier stands in the slot before as well
        found += [mark for mark in index.get(slot, ()) if slot * CHUNK <= mark.start < end and start < mark.end]
    found.sort(key=_plain)
    return found


_plain = itemgetter(0, 1, 2, 3)
"""A mark as a plain tuple: thousands of those are sorted much faster."""
