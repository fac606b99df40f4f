"""What quotations are put together by: for every axis the group of each quotation, and what each group is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.corpus import tokens
from core.corpus.counting.asking import FieldText, quoted
from core.corpus.counting.types import Axis
from core.corpus.filters import EXACTLY, NONE, REGISTERED
from core.corpus.query import Field
from core.store.search_index import counts
from core.store.search_index.asking import Columns
from core.store.search_index.columns import FORMS, QUOTATIONS, STATES, Items
from core.store.search_index.index import Look
from core.store.search_index.packing import Numbers

_COUNTABLE = 2_000_000
"""Numbers up to this are told apart by counting them, larger ones (days) by sorting."""


class Groups(NamedTuple):
    """The groups of quotations along one axis.

    ``of`` is the group of each; ``keys`` tell groups apart; ``label`` and ``filters`` say of one how it is called and
    how a query lists it.
    """

    of: Numbers
    keys: Sequence[str]
    label: Callable[[int], str]
    filters: Callable[[int], list[FieldText]]


def groups(db: Look, kept: Columns, axis: Axis, at: Numbers) -> Groups:
    """Return the groups of some quotations (indexes of the columns)."""
    found = kept.items(db, QUOTATIONS)
    if axis is Axis.SPEAKER:
        return _speakers(db, kept, found, at)
    if axis in (Axis.GENDER, Axis.KIND):
        known = kept.speakers(db)
        return _by_value(known.gender if axis is Axis.GENDER else known.kind, found.speaker[at], Field(axis.value))
    if axis in (Axis.FORM, Axis.STATE):
        codes, column = (FORMS, found.form) if axis is Axis.FORM else (STATES, found.state)
        return _by_value(["", *codes], column[at], Field(axis.value))
    if axis in _DIVISORS:
        return _times(axis, found, at)
    return _named(db, axis, found, at)


def _codes(numbers: NDArray[np.uint32]) -> tuple[Numbers, Numbers]:
    """Return the numbers that occur, rising, and the index of each among them, as np.unique does, which sorts."""
    if int(numbers.max(initial=0)) > max(_COUNTABLE, len(numbers)):
        values, of = np.unique(numbers, return_inverse=True)
        return values.astype(np.int64), of
    found = np.flatnonzero(np.bincount(numbers))
    places = np.zeros(int(numbers.max(initial=0)) + 1, np.int64)
    places[found] = np.arange(len(found))
    return found, places[numbers]


def _by_value(values: Sequence[str], numbers: NDArray[np.uint32], field: Field) -> Groups:
    """Put together by one of a few words; ``values`` are those of the numbers."""
    keys = list(dict.fromkeys(values))
    which = np.array([keys.index(one) for one in values], np.int64)

    def filters(group: int) -> list[FieldText]:
        return [(field, f"{field}:{keys[group] or NONE}")]

    return Groups(which[numbers], keys, keys.__getitem__, filters)


# -- speakers --------------------------------------------------------------------------------------------------------


def _speakers(db: Look, kept: Columns, found: Items, at: Numbers) -> Groups:
    known = kept.speakers(db)
    numbers = found.speaker[at]
    of = known.group[numbers]
    often = np.bincount(numbers, minlength=len(known.group))
    order = np.argsort(often, kind="stable")
    best = np.zeros(len(known.keys), np.int64)
    best[known.group[order]] = order  # the last one that is written is the most frequent

    def label(group: int) -> str:
        return known.names[int(best[group])] if known.keys[group] else ""

    def filters(group: int) -> list[FieldText]:
        return [(Field.SPEAKER, f"{Field.SPEAKER}:{speaker_value(known.keys[group], label(group), known.linked)}")]

    return Groups(of, known.keys, label, filters)


def speaker_value(key: str, label: str, linked: Iterable[str]) -> str:
    """Return a speaker as filters have it; where others of that name are linked, those are left out."""
    if key.startswith(REGISTERED):
        return quoted(key)
    if key in linked:
        return quoted(f"{EXACTLY}{label}", EXACTLY)
    return quoted(label, EXACTLY) if key else NONE


# -- times -----------------------------------------------------------------------------------------------------------


_DIVISORS = {Axis.YEAR: 10_000, Axis.MONTH: 100, Axis.DAY: 1}


def _times(axis: Axis, found: Items, at: Numbers) -> Groups:
    values, of = _codes(found.day[at] // _DIVISORS[axis])
    keys = [_time(int(value)) for value in values]

    def filters(group: int) -> list[FieldText]:
        return [(Field.DATE, f"{Field.DATE}:{keys[group] or NONE}")]

    return Groups(of, keys, keys.__getitem__, filters)


def _time(value: int) -> str:
    """Return ``2026``, ``2026-05``, ``2026-05-31`` of 2026, 202605, 20260531; nothing of 0."""
    digits = str(value).rjust(4, "0")
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if part) if value else ""


# -- names -----------------------------------------------------------------------------------------------------------


def _named(db: Look, axis: Axis, found: Items, at: Numbers) -> Groups:
    """Put together by cue, newspaper or annotator."""
    table, column = {
        Axis.CUE: ("cue", found.cue),
        Axis.SOURCE: ("source", found.source),
        Axis.ANNOTATOR: ("layer", found.layer),
    }[axis]
    numbers, of = _codes(column[at])
    known = counts.names_of(db, table, numbers.tolist())
    names = [known.get(int(number), "") for number in numbers]
    keys: dict[str, int] = {}
    labels: list[str] = []
    which = np.zeros(len(names), np.int64)
    for number, name in enumerate(names):
        key = tokens.named(name) if axis is Axis.SOURCE else name
        if key not in keys:
            keys[key] = len(keys)
            labels.append(name if key else "")
        which[number] = keys[key]
    every = list(keys)
    field, mark = {
        Axis.CUE: (Field.CUE, EXACTLY),
        Axis.SOURCE: (Field.SOURCE, EXACTLY),
        Axis.ANNOTATOR: (Field.LAYER, ""),
    }[axis]

    def filters(group: int) -> list[FieldText]:
        return [(field, f"{field}:{quoted(labels[group], mark) if every[group] else NONE}")]

    return Groups(which[of], every, labels.__getitem__, filters)
